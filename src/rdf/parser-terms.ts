/**
 * The term factory handed to parsers. Blank nodes get labels that depend on the document alone, so the same text always
 * gives the same labels and two documents never share one. RDF 1.2 terms are refused: nothing here could write them again.
 */
import { DataFactory } from 'n3';
import type { BlankNode, DefaultGraph, Literal, NamedNode, Quad, Subject, Term } from './terms.js';
import { contentHash } from './canonical.js';

export interface ParserTerms {
  namedNode(value: string): NamedNode;
  blankNode(label?: string): BlankNode;
  literal(
    value: string,
    languageOrDatatype?: string | NamedNode | { language: string; direction?: string },
  ): Literal;
  defaultGraph(): DefaultGraph;
  quad(subject: Subject, predicate: NamedNode, object: Term, graph?: Term): Quad;
  variable(name: string): never;
}

/** V8 copies shorter ones anyway. */
const SLICED_FROM = 13;

/**
 * What a parser cuts out of a document keeps the whole document in memory, as long as one term lives: terms get a copy of their own.
 * Half a surrogate pair becomes U+FFFD here, as it would when it is written.
 */
function ownText(value: string): string {
  return value.length < SLICED_FROM ? value : Buffer.from(value).toString();
}

const RDF_1_2 = 'RDF 1.2 (utsagn om utsagn, skriveretning) er ikke støttet';
// n3's types describe RDF/JS 1 (see terms.ts): the terms are the same objects.
const factory = DataFactory as unknown as Omit<ParserTerms, 'variable'>;

/**
 * `document` is everything that tells this text from others: its address or file name, and the text itself. With `keepLabels`
 * nodes are called what the document calls them.
 */
export function parserTerms(document: string, keepLabels = false): ParserTerms {
  const labels = new Map<string, string>();
  const nodes = new Map<string, NamedNode>();
  let prefix: string | undefined;
  let issued = 0;
  const next = (): string => {
    // Most large files have no blank node: the hash is made for those that do.
    prefix ??= `b${contentHash(document).slice(0, 10)}x`;
    return `${prefix}${issued++}`;
  };
  // An IRI is usually said many times: one object for all of them halves the memory of a large file.
  const namedNode = (value: string): NamedNode => {
    let node = nodes.get(value);
    if (!node) {
      const own = ownText(value);
      nodes.set(own, (node = factory.namedNode(own)));
    }
    return node;
  };
  const labelled = (label: string): string => {
    const known = labels.get(label) ?? (keepLabels ? label : next());
    labels.set(label, known);
    return known;
  };
  return {
    namedNode,
    blankNode: (label) => factory.blankNode(label === undefined ? next() : labelled(label)),
    defaultGraph: () => factory.defaultGraph(),
    literal(value, kind) {
      if (typeof kind === 'object' && 'direction' in kind && kind.direction)
        throw new Error(RDF_1_2);
      if (typeof kind === 'object' && 'language' in kind) {
        return factory.literal(ownText(value), kind.language);
      }
      return factory.literal(ownText(value), kind);
    },
    quad(subject, predicate, object, graph) {
      // The parsers build the triple term first and then use it as an object.
      if (object.termType === 'Quad') throw new Error(RDF_1_2);
      return factory.quad(subject, predicate, object, graph);
    },
    variable: () => {
      throw new Error('variabler hører ikke hjemme i data');
    },
  };
}

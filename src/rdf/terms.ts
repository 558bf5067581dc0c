/** RDF terms (RDF/JS). The library is n3; nothing outside src/rdf knows that. */
import { DataFactory, Store } from 'n3';
import type {
  BlankNode,
  DatasetCore,
  DefaultGraph,
  Literal,
  NamedNode,
  Quad,
  Term,
} from '@rdfjs/types';
import { iri, type Iri } from '../model/iri.js';

export type { BlankNode, DatasetCore, DefaultGraph, Literal, NamedNode, Quad, Term };
export type Subject = NamedNode | BlankNode;
export type QuadObject = NamedNode | BlankNode | Literal;

// n3's own types describe RDF/JS 1; the terms are the same objects (style.md 9.3), so the cast stands here once.
const factory = DataFactory as unknown as {
  namedNode(value: string): NamedNode;
  blankNode(name?: string): BlankNode;
  literal(value: string, languageOrDatatype?: string | NamedNode): Literal;
  defaultGraph(): DefaultGraph;
  quad(subject: Subject, predicate: NamedNode, object: Term, graph?: Term): Quad;
};

const LANG_STRING = factory.namedNode('http://www.w3.org/1999/02/22-rdf-syntax-ns#langString');
const STRING = factory.namedNode('http://www.w3.org/2001/XMLSchema#string');

export function namedNode(value: Iri): NamedNode {
  return factory.namedNode(value);
}
export function blankNode(name?: string): BlankNode {
  return factory.blankNode(name);
}
/** Text is normalised to NFC (safety P6); the lexical form is otherwise kept. */
export function langLiteral(text: string, language: string): Literal {
  return factory.literal(text.normalize('NFC'), language);
}
export function literal(text: string, datatype?: NamedNode): Literal {
  return factory.literal(text.normalize('NFC'), datatype);
}
/** A literal exactly as it was published or computed: not normalised. The second argument as in RDF/JS. */
export function exactLiteral(text: string, languageOrDatatype?: string | NamedNode): Literal {
  if (typeof languageOrDatatype === 'string')
    return new ExactLiteral(text, languageOrDatatype.toLowerCase(), LANG_STRING);
  return new ExactLiteral(text, '', languageOrDatatype ?? STRING);
}

/** n3's literals take their text apart each time one of its parts is asked for: of a catalogue that is a third of all writing. */
class ExactLiteral implements Literal {
  readonly termType = 'Literal';
  readonly value: string;
  readonly language: string;
  readonly datatype: NamedNode;

  constructor(value: string, language: string, datatype: NamedNode) {
    this.value = value;
    this.language = language;
    this.datatype = datatype;
  }

  equals(other: Term | null | undefined): boolean {
    return (
      other?.termType === 'Literal' &&
      other.value === this.value &&
      other.language === this.language &&
      other.datatype.value === this.datatype.value
    );
  }
}
/** A named node as it was published or computed; `namedNode` is for IRIs that we mint. */
export function exactNamedNode(value: string): NamedNode {
  return factory.namedNode(value);
}
export const defaultGraph: DefaultGraph = factory.defaultGraph();

export function quad(subject: Subject, predicate: NamedNode, object: Term, graph?: Term): Quad {
  return factory.quad(subject, predicate, object, graph);
}

export function isNamedNode(term: Term | undefined): term is NamedNode {
  return term?.termType === 'NamedNode';
}
export function isLiteral(term: Term | undefined): term is Literal {
  return term?.termType === 'Literal';
}

/** The IRI of a named node that came out of RDF; throws RangeError for one that no IRI factory would make. */
export function iriOf(term: NamedNode): Iri {
  return iri(term.value);
}

/** An in-memory set of quads. For catalogues up to some 50 000 quads (performance.md PF4.2). */
export function dataset(quads: Iterable<Quad> = []): DatasetCore {
  const store = new Store() as unknown as DatasetCore;
  for (const one of quads) store.add(one);
  return store;
}

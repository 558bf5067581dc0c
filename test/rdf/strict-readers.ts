/**
 * Readers of the nine RDF types that portals ask for, for tests: those of the project where it has one, and for RDF/JSON and TriX
 * readers of their own that take nothing but what the specifications allow.
 */
import type { Iri } from '../../src/model/iri.js';
import { parseRdf } from '../../src/rdf/parse.js';
import {
  blankNode,
  exactLiteral,
  namedNode,
  quad,
  type NamedNode,
  type Quad,
  type QuadObject,
  type Subject,
} from '../../src/rdf/terms.js';

const node = (iri: string): NamedNode => namedNode(iri as Iri);

/** The parser is chosen by the type alone, as data.norge.no does it. */
export async function readDocument(text: string, mediaType: string): Promise<Quad[]> {
  const bare = mediaType.split(';', 1)[0] ?? '';
  if (bare === 'application/rdf+json') return readRdfJson(text);
  if (bare === 'application/trix') return readTrix(text);
  // No statement of ours needs more of Notation3 than Turtle.
  return parseRdf(text, bare === 'text/n3' ? 'text/turtle' : bare);
}

interface JsonValue {
  readonly type: string;
  readonly value: string;
  readonly lang?: string;
  readonly datatype?: string;
}

/** https://www.w3.org/TR/rdf-json/ */
export function readRdfJson(text: string): Quad[] {
  const names = [...text.matchAll(/^("(?:[^"\\]|\\.)*"): \{/gm)].map(([, name]) => name);
  if (new Set(names).size !== names.length) throw new Error('a subject stands there twice');
  const document = JSON.parse(text) as Record<string, Record<string, JsonValue[]>>;
  return Object.entries(document).flatMap(([subject, properties]) =>
    Object.entries(properties).flatMap(([predicate, values]) => {
      if (values.length === 0) throw new Error(`${predicate} has no value`);
      return values.map((one) => quad(named(subject), node(predicate), jsonTerm(one)));
    }),
  );
}

function named(name: string): NamedNode | ReturnType<typeof blankNode> {
  return name.startsWith('_:') ? blankNode(name.slice(2)) : node(name);
}

function jsonTerm(value: JsonValue): QuadObject {
  const keys = Object.keys(value).sort().join(' ');
  if (value.type !== 'literal') {
    const isBlank = value.value.startsWith('_:');
    if (keys !== 'type value' || value.type !== (isBlank ? 'bnode' : 'uri'))
      throw new Error(`no node: ${JSON.stringify(value)}`);
    return named(value.value);
  }
  if (!['type value', 'lang type value', 'datatype type value'].includes(keys))
    throw new Error(`no literal: ${JSON.stringify(value)}`);
  return exactLiteral(
    value.value,
    value.lang ?? (value.datatype ? node(value.datatype) : undefined),
  );
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"' };

function unescaped(text: string): string {
  if (/[<>]|&(?!(?:amp|lt|gt|quot|#x[0-9A-F]+);)/.test(text))
    throw new Error(`not escaped: ${text}`);
  return text.replace(
    /&(?:#x([0-9A-F]+)|(\w+));/g,
    (_all, code: string | undefined, name: string) =>
      code === undefined ? (ENTITIES[name] ?? '') : String.fromCodePoint(Number.parseInt(code, 16)),
  );
}

const HEAD =
  /^<\?xml version="1\.0" encoding="UTF-8"\?>\s*<TriX xmlns="http:\/\/www\.w3\.org\/2004\/03\/trix\/trix-1\/">/;
const GRAPH = /\s*<graph>(?:\s*<uri>([^<]*)<\/uri>)?((?:\s*<triple>.*?<\/triple>)*)\s*<\/graph>/sy;
const TRIPLE = /\s*<triple>(.*?)<\/triple>/gs;
const TERM =
  /\s*(?:<uri>([^<]*)<\/uri>|<id>([^<]*)<\/id>|<plainLiteral(?: xml:lang="([^"]*)")?>([^<]*)<\/plainLiteral>|<typedLiteral datatype="([^"]*)">([^<]*)<\/typedLiteral>)/sy;

/** https://www.hpl.hp.com/techreports/2004/HPL-2004-56.html */
export function readTrix(text: string): Quad[] {
  const start = HEAD.exec(text)?.[0].length;
  if (start === undefined) throw new Error('not the head of a TriX document');
  const quads: Quad[] = [];
  GRAPH.lastIndex = start;
  let end = start;
  for (let found = GRAPH.exec(text); found; found = GRAPH.exec(text)) {
    end = GRAPH.lastIndex;
    const [, name, triples = ''] = found;
    const graph = name === undefined ? undefined : node(unescaped(name));
    for (const [, terms = ''] of triples.matchAll(TRIPLE)) quads.push(trixTriple(terms, graph));
  }
  if (!/^\s*<\/TriX>\s*$/.test(text.slice(end)))
    throw new Error(`not TriX: ${text.slice(end, end + 200)}`);
  return quads;
}

function trixTriple(text: string, graph: NamedNode | undefined): Quad {
  const [subject, predicate, object, ...more] = trixTerms(text);
  if (!subject || !predicate || !object || more.length > 0) throw new Error(`no triple: ${text}`);
  return quad(subject as Subject, predicate as NamedNode, object, graph);
}

function trixTerms(text: string): QuadObject[] {
  const terms: QuadObject[] = [];
  TERM.lastIndex = 0;
  let end = 0;
  for (let found = TERM.exec(text); found; found = TERM.exec(text)) {
    end = TERM.lastIndex;
    const [, uri, id, lang, plain, datatype, typed] = found;
    if (uri !== undefined) terms.push(node(unescaped(uri)));
    else if (id !== undefined) terms.push(blankNode(unescaped(id)));
    else if (plain !== undefined) terms.push(exactLiteral(unescaped(plain), lang));
    else terms.push(exactLiteral(unescaped(typed ?? ''), node(unescaped(datatype ?? ''))));
  }
  if (text.slice(end).trim() !== '') throw new Error(`no term: ${text.slice(end)}`);
  return terms;
}

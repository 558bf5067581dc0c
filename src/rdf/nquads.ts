/**
 * One quad as one line of N-Quads, with the escapes of the canonical form (RDF Dataset Canonicalization 1.0, 5).
 * Everything that is hashed, compared or kept on disk goes through here.
 */
import { CatalogError } from '../model/errors.js';
import type { Literal, Quad, Term } from './terms.js';

const XSD_STRING = 'http://www.w3.org/2001/XMLSchema#string';
const ILLEGAL_IN_IRI = /[\u0000-\u0020<>"{}|^`\\]/;
const TO_ESCAPE = /[\u0000-\u001f\u007f"\\]/;
const TO_ESCAPE_ALL = /[\u0000-\u001f\u007f"\\]/g;
const NAMED_ESCAPES: Readonly<Record<string, string>> = {
  '\b': '\\b',
  '\t': '\\t',
  '\n': '\\n',
  '\f': '\\f',
  '\r': '\\r',
  '"': '\\"',
  '\\': '\\\\',
};

/** Text between the quotes of a literal in N-Quads, N-Triples and Turtle. */
export function escapeText(text: string): string {
  return TO_ESCAPE.test(text) ? text.replace(TO_ESCAPE_ALL, escapeChar) : text;
}

function escapeChar(char: string): string {
  const code = char.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
  return NAMED_ESCAPES[char] ?? `\\u${code}`;
}

/** `<iri>`. Throws CatalogError IRI_INVALID for characters that no IRI may hold: no escape makes them legal. */
export function iriRef(value: string): string {
  if (ILLEGAL_IN_IRI.test(value)) {
    throw new CatalogError('IRI_INVALID', { found: value, field: 'IRI' });
  }
  return `<${value}>`;
}

function literalText(term: Literal): string {
  const text = `"${escapeText(term.value)}"`;
  if (term.language) return `${text}@${term.language}`;
  const datatype = term.datatype.value;
  return datatype === XSD_STRING ? text : `${text}^^${iriRef(datatype)}`;
}

/** Throws CatalogError IRI_INVALID; RangeError for variables and triple terms, which RDF 1.1 does not have. */
export function termText(term: Term): string {
  if (term.termType === 'NamedNode') return iriRef(term.value);
  if (term.termType === 'Literal') return literalText(term);
  if (term.termType === 'BlankNode') return `_:${term.value}`;
  throw new RangeError(`no RDF 1.1 term: ${term.termType}`);
}

/** The triple without its graph: `<s> <p> <o> .`, no line end. */
export function ntriplesLine(quad: Quad): string {
  return `${termText(quad.subject)} ${termText(quad.predicate)} ${termText(quad.object)} .`;
}

/** The quad: `<s> <p> <o> <g> .`, no line end. */
export function nquadsLine(quad: Quad): string {
  if (quad.graph.termType === 'DefaultGraph') return ntriplesLine(quad);
  const triple = `${termText(quad.subject)} ${termText(quad.predicate)} ${termText(quad.object)}`;
  return `${triple} ${termText(quad.graph)} .`;
}

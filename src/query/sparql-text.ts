/** The two makers of SparqlQuery: foreign text through `parseQuery`, our own through the `sparql` tag (style.md 0.4). */
import type { Literal, NamedNode } from '../rdf/terms.js';
import type { SparqlQuery } from './query-engine.js';
import { scanQuery, type QueryForm } from './text-scan.js';

/**
 * Accepts a query text that is small and flat enough to be given to a parser; the grammar and the refused forms are
 * judged in the query's child process. Throws QUERY_TOO_LARGE or QUERY_SYNTAX (safety D3).
 */
export function parseQuery(text: string): SparqlQuery {
  scanQuery(text);
  return text as SparqlQuery;
}

/** The form that the first keyword tells: enough to negotiate a media type before anything is run. */
export function queryForm(query: SparqlQuery): QueryForm | undefined {
  return scanQuery(query);
}

export type SparqlValue = NamedNode | Literal | number;

/**
 * A query with bound terms: sparql`SELECT ?p { ${subject} ?p ?o } LIMIT ${10}`. Throws RangeError for a term
 * that has no SPARQL form (relative or malformed IRI, bad language tag, unpaired surrogate, fraction).
 */
export function sparql(strings: TemplateStringsArray, ...values: SparqlValue[]): SparqlQuery {
  return parseQuery(String.raw(strings, ...values.map(writeValue)));
}

function writeValue(value: SparqlValue): string {
  if (typeof value === 'number') return writeCount(value);
  return value.termType === 'NamedNode' ? writeIri(value.value) : writeLiteral(value);
}

function writeCount(value: number): string {
  if (!Number.isSafeInteger(value) || value < 0) throw new RangeError(`not a count: ${value}`);
  return String(value);
}

// No escapes in IRIs: §19.2 resolves \u003E before parsing, so it would end the IRI.
const ABSOLUTE_IRI = /^[A-Za-z][A-Za-z0-9+.-]*:[^<>"{}|^`\\\u0000-\u0020]*$/;

function writeIri(value: string): string {
  if (!ABSOLUTE_IRI.test(value)) throw new RangeError(`not an IRI: ${JSON.stringify(value)}`);
  return `<${value}>`;
}

const LANGUAGE = /^[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*$/;
const XSD_STRING = 'http://www.w3.org/2001/XMLSchema#string';

function writeLiteral({ value, language, datatype }: Literal): string {
  const quoted = `"${escapeString(value)}"`;
  if (language !== '') {
    if (!LANGUAGE.test(language)) throw new RangeError(`not a language tag: ${language}`);
    return `${quoted}@${language}`;
  }
  return datatype.value === XSD_STRING ? quoted : `${quoted}^^${writeIri(datatype.value)}`;
}

const ESCAPES: Readonly<Record<string, string>> = {
  '\\': '\\\\',
  '"': '\\"',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
  // A backslash in the text before "u" becomes \\u…, which a parser resolving §19.2 first would misread.
  u: '\\u0075',
  U: '\\u0055',
};

function escapeString(value: string): string {
  if (/\p{Surrogate}/u.test(value)) throw new RangeError('unpaired surrogate in a literal');
  return value.replace(/\\[uU]|[\\"\n\r\t]/g, (found) =>
    [...found].map((char) => ESCAPES[char] ?? char).join(''),
  );
}

/** SPARQL 1.1 Query Results CSV and TSV Formats, https://www.w3.org/TR/sparql11-results-csv-tsv/ */
import { escapeText } from '../../rdf/nquads.js';
import { xsd } from '../../rdf/vocabularies.js';
import type { Id } from '../evaluate/registers.js';
import type { ReadableTerms, SolutionSyntax } from './solution-syntax.js';

const COLUMNS = {
  rowStart: '',
  betweenRows: '',
  hasColumns: true,
  tail: '',
  cell: () => ({ before: '', after: '' }),
  // Neither format has one for truth values: the word itself.
  boolean: String,
} as const;

/** Values without their kind: who needs terms takes another format. */
export const csvSyntax: SolutionSyntax = {
  ...COLUMNS,
  head: (variables) => `${variables.join(',')}\r\n`,
  term: csvTerm,
  rowEnd: '\r\n',
  betweenCells: ',',
};

export const tsvSyntax: SolutionSyntax = {
  ...COLUMNS,
  head: (variables) => `${variables.map((name) => `?${name}`).join('\t')}\n`,
  term: tsvTerm,
  rowEnd: '\n',
  betweenCells: '\t',
};

// RFC 4180 2.6.
const TO_QUOTE = /[",\r\n]/;

function csvTerm(terms: ReadableTerms, id: Id): string {
  const value = terms.value(id);
  if (terms.termType(id) === 'BlankNode') return `_:${value}`;
  return TO_QUOTE.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
}

/** Lexical forms that Turtle reads as the same literal without quotes (2.5.2, 2.5.3). */
const BARE = new Map([
  [xsd.boolean.value, /^(?:true|false)$/],
  [xsd.integer.value, /^[+-]?[0-9]+$/],
  [xsd.decimal.value, /^[+-]?[0-9]*\.[0-9]+$/],
  [xsd.double.value, /^[+-]?(?:[0-9]+\.[0-9]*|\.?[0-9]+)[eE][+-]?[0-9]+$/],
]);

/** Terms as in Turtle: no value holds a raw tab or line end. */
function tsvTerm(terms: ReadableTerms, id: Id): string {
  const value = terms.value(id);
  const type = terms.termType(id);
  if (type === 'NamedNode') return `<${value}>`;
  if (type === 'BlankNode') return `_:${value}`;
  const datatype = terms.datatype(id);
  if (BARE.get(datatype)?.test(value) === true) return value;
  const text = `"${escapeText(value)}"`;
  const language = terms.language(id);
  if (language !== '') return `${text}@${language}`;
  return datatype === xsd.string.value ? text : `${text}^^<${datatype}>`;
}

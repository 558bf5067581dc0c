/** SPARQL Query Results XML Format (Second Edition), https://www.w3.org/TR/rdf-sparql-XMLres/ */
import type { Id } from '../evaluate/registers.js';
import { xsd } from '../../rdf/vocabularies.js';
import { queryError } from '../query-error.js';
import type { ReadableTerms, SolutionSyntax } from './solution-syntax.js';

const START = '<?xml version="1.0"?><sparql xmlns="http://www.w3.org/2005/sparql-results#">';

export const xmlSyntax: SolutionSyntax = {
  head: (variables) => `${START}<head>${variables.map(variableElement).join('')}</head><results>`,
  term: xmlTerm,
  cell: (variable) => ({ before: `<binding name="${variable}">`, after: '</binding>' }),
  rowStart: '<result>',
  rowEnd: '</result>',
  betweenRows: '',
  betweenCells: '',
  hasColumns: false,
  tail: '</results></sparql>',
  boolean: (value) => `${START}<head></head><boolean>${String(value)}</boolean></sparql>`,
};

function variableElement(name: string): string {
  return `<variable name="${name}"/>`;
}

/** 2.3.1: RDF terms. Throws QUERY_NOT_XML. */
function xmlTerm(terms: ReadableTerms, id: Id): string {
  const value = xmlText(terms.value(id));
  const type = terms.termType(id);
  if (type === 'NamedNode') return `<uri>${value}</uri>`;
  if (type === 'BlankNode') return `<bnode>${value}</bnode>`;
  const language = terms.language(id);
  if (language !== '') return `<literal xml:lang="${language}">${value}</literal>`;
  const datatype = terms.datatype(id);
  if (datatype === xsd.string.value) return `<literal>${value}</literal>`;
  return `<literal datatype="${xmlText(datatype)}">${value}</literal>`;
}

// XML 1.0 2.2: what no document may hold, not even escaped. A lone surrogate is no character at all.
const NOT_XML = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/u;
const TO_ESCAPE = /[&<>"\r]/;
const TO_ESCAPE_ALL = /[&<>"\r]/g;
const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  // Raw, it would be read back as a line feed (2.11).
  '\r': '&#13;',
};

function xmlText(text: string): string {
  const found = NOT_XML.exec(text)?.[0];
  if (found !== undefined) {
    const hex = found.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
    throw queryError('QUERY_NOT_XML', { character: `U+${hex}` });
  }
  if (!TO_ESCAPE.test(text)) return text;
  return text.replace(TO_ESCAPE_ALL, (character) => ESCAPES[character] ?? character);
}

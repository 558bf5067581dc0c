/** SPARQL 1.1 Query Results JSON Format, https://www.w3.org/TR/sparql11-results-json/ */
import type { Id } from '../evaluate/registers.js';
import { xsd } from '../../rdf/vocabularies.js';
import type { ReadableTerms, SolutionSyntax } from './solution-syntax.js';

export const jsonSyntax: SolutionSyntax = {
  head: (variables) => `{"head":{"vars":${JSON.stringify(variables)}},"results":{"bindings":[`,
  term: jsonTerm,
  cell: (variable) => ({ before: `${JSON.stringify(variable)}:`, after: '' }),
  rowStart: '{',
  rowEnd: '}',
  betweenRows: ',',
  betweenCells: ',',
  hasColumns: false,
  tail: ']}}',
  boolean: (value) => `{"head":{},"boolean":${String(value)}}`,
};

/** 3.2.2: RDF terms. */
function jsonTerm(terms: ReadableTerms, id: Id): string {
  const value = JSON.stringify(terms.value(id));
  const type = terms.termType(id);
  if (type === 'NamedNode') return `{"type":"uri","value":${value}}`;
  if (type === 'BlankNode') return `{"type":"bnode","value":${value}}`;
  const language = terms.language(id);
  if (language !== '') return `{"type":"literal","value":${value},"xml:lang":"${language}"}`;
  const datatype = terms.datatype(id);
  if (datatype === xsd.string.value) return `{"type":"literal","value":${value}}`;
  return `{"type":"literal","value":${value},"datatype":${JSON.stringify(datatype)}}`;
}

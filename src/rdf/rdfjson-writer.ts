/**
 * RDF 1.1 JSON Alternate Serialization (RDF/JSON, W3C Note 7 November 2013, https://www.w3.org/TR/rdf-json/): subject →
 * predicate → values, a subject a line. It has one graph: graph names are left out.
 */
import { grouped, isBlankName, nameOf, type SubjectGroup } from './grouped.js';
import { written, type NodeWriter } from './node-writer.js';
import { iriRef } from './nquads.js';
import { isLiteral, type Quad, type QuadObject } from './terms.js';
import { xsd } from './vocabularies.js';

/** Throws CatalogError IRI_INVALID. */
export function writeRdfJson(quads: Iterable<Quad>): string {
  return written(grouped(quads), RDF_JSON_WRITER);
}

/** The document is one object, so each subject is to be written once. */
export const RDF_JSON_WRITER: NodeWriter = {
  head: '{\n',
  foot: '\n}\n',
  separator: ',\n',
  node({ subject, properties }: SubjectGroup) {
    const values = properties.map(({ predicate, objects }) => [
      checked(predicate),
      objects.map(value),
    ]);
    return `${JSON.stringify(checked(subject))}: ${JSON.stringify(Object.fromEntries(values))}`;
  },
};

/** Section 5: `type` and `value`, and of a literal its language, or its datatype when it is not xsd:string. */
function value(object: QuadObject): object {
  if (!isLiteral(object)) {
    const name = checked(nameOf(object));
    return { type: isBlankName(name) ? 'bnode' : 'uri', value: name };
  }
  const { value: text, language, datatype } = object;
  const plain = { type: 'literal', value: text };
  if (language) return { ...plain, lang: language };
  if (datatype.value === xsd.string.value) return plain;
  return { ...plain, datatype: checked(datatype.value) };
}

function checked(name: string): string {
  if (!isBlankName(name)) iriRef(name);
  return name;
}

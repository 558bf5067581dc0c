/**
 * TriX (Carroll and Stickler, HP Labs HPL-2004-56, with the namespace that Jena and RDF4J read): a triple a line. What XML
 * cannot hold is NAME_NOT_XML, so nothing invalid is ever written.
 */
import { CatalogError } from '../model/errors.js';
import { grouped, isBlankName, nameOf, type SubjectGroup } from './grouped.js';
import type { NodeWriter } from './node-writer.js';
import { iriRef } from './nquads.js';
import { isLiteral, type Quad, type QuadObject } from './terms.js';
import { TRIX, xsd } from './vocabularies.js';
import { isXmlText, xmlAttribute, xmlText } from './xml-text.js';

const HEAD = `<?xml version="1.0" encoding="UTF-8"?>\n<TriX xmlns="${TRIX}">\n`;
const FOOT = '</TriX>\n';
const GRAPH_HEAD = '  <graph>\n';
const GRAPH_FOOT = '  </graph>\n';

/** A document of one graph, without a name. */
export const TRIX_WRITER: NodeWriter = {
  head: HEAD + GRAPH_HEAD,
  foot: GRAPH_FOOT + FOOT,
  separator: '',
  node: triples,
};

/**
 * The graph without a name first, then the named ones by name. Throws CatalogError NAME_NOT_XML or IRI_INVALID, and RangeError
 * for blank nodes beside named graphs: their labels are shared between graphs, and nothing that has named graphs here has any.
 */
export function writeTrix(quads: Iterable<Quad>): string {
  const graphs = new Map<string, Quad[]>();
  for (const quad of quads) {
    const known = graphs.get(quad.graph.value);
    if (known) known.push(quad);
    else graphs.set(quad.graph.value, [quad]);
  }
  const isNamed = [...graphs.keys()].some((name) => name !== '');
  const inOrder = [...graphs].sort(([a], [b]) => (a < b ? -1 : 1));
  const texts = inOrder.map(([name, part]) => {
    if (isNamed && part.some(hasBlank))
      throw new RangeError('TriX with named graphs is written for sets without blank nodes');
    const head = name === '' ? '' : `    ${uri(name)}\n`;
    return GRAPH_HEAD + head + grouped(part).map(triples).join('') + GRAPH_FOOT;
  });
  return HEAD + texts.join('') + FOOT;
}

function hasBlank({ subject, object, graph }: Quad): boolean {
  return [subject, object, graph].some((term) => term.termType === 'BlankNode');
}

function triples({ subject, properties }: SubjectGroup): string {
  const start = node(subject);
  return properties
    .flatMap(({ predicate, objects }) => {
      const verb = uri(predicate);
      return objects.map((object) => {
        if (!isXmlText(object.value))
          throw new CatalogError('NAME_NOT_XML', { subject, predicate });
        return `    <triple>${start}${verb}${element(object)}</triple>\n`;
      });
    })
    .join('');
}

function element(object: QuadObject): string {
  if (!isLiteral(object)) return node(nameOf(object));
  const text = xmlText(object.value);
  if (object.language)
    return `<plainLiteral xml:lang="${xmlAttribute(object.language)}">${text}</plainLiteral>`;
  const datatype = object.datatype.value;
  if (datatype === xsd.string.value) return `<plainLiteral>${text}</plainLiteral>`;
  iriRef(datatype);
  return `<typedLiteral datatype="${xmlAttribute(datatype)}">${text}</typedLiteral>`;
}

function node(name: string): string {
  return isBlankName(name) ? `<id>${name.slice(2)}</id>` : uri(name);
}

function uri(iri: string): string {
  iriRef(iri);
  if (!isXmlText(iri)) throw new CatalogError('NAME_NOT_XML', { subject: iri, predicate: iri });
  return `<uri>${xmlText(iri)}</uri>`;
}

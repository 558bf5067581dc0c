/**
 * RDF/XML that strict parsers read back to the same graph (RDF 1.1 XML Syntax; style.md 10.1): absolute `rdf:about`, blank
 * nodes by `rdf:nodeID`, literals verbatim, no `parseType`, no `xml:base`. What XML cannot hold is NAME_NOT_XML, so nothing
 * invalid is ever written.
 */
import { CatalogError } from '../model/errors.js';
import { grouped, isBlankName, nameOf, type Grouped, type SubjectGroup } from './grouped.js';
import { written, type NodeWriter } from './node-writer.js';
import { iriRef } from './nquads.js';
import { isLiteral, type Quad, type QuadObject } from './terms.js';
import { PREFIXES, rdf, xsd } from './vocabularies.js';
import { isXmlText, xmlAttribute, xmlText } from './xml-text.js';

const NAME_START =
  'A-Z_a-z\\xC0-\\xD6\\xD8-\\xF6\\u00F8-\\u02FF\\u0370-\\u037D\\u037F-\\u1FFF\\u200C\\u200D\\u2070-\\u218F' +
  '\\u2C00-\\u2FEF\\u3001-\\uD7FF\\uF900-\\uFDCF\\uFDF0-\\uFFFD\\u{10000}-\\u{EFFFF}';
const LOCAL_NAME = new RegExp(
  `[${NAME_START}][-.0-9\\xB7\\u0300-\\u036F\\u203F\\u2040${NAME_START}]*$`,
  'u',
);
/** RDF/XML 7.2.4: names that are syntax, never properties; `li` would be read as `_1`. */
const RESERVED = new Set(
  [
    ...['RDF', 'ID', 'about', 'parseType', 'resource', 'nodeID', 'datatype', 'Description', 'li'],
    ...['bagID', 'aboutEach', 'aboutEachPrefix', 'version', 'annotation', 'annotationNodeID'],
  ].map((name) => rdf.$.base + name),
);
/** Bound to `xmlns` for good. The one of `xml` has no separator at its end, so no name is split there. */
const RESERVED_NAMESPACE = 'http://www.w3.org/2000/xmlns/';

/** One graph; graph names are left out. Throws CatalogError NAME_NOT_XML or IRI_INVALID. */
export function writeRdfXml(quads: Iterable<Quad>): string {
  const graph = grouped(quads);
  return written(graph, rdfXmlWriter(namespacesOf(graph)));
}

/** Namespace → prefix. */
export type Namespaces = ReadonlyMap<string, string>;

export const KNOWN_NAMESPACES: Namespaces = new Map(
  Object.entries(PREFIXES).map(([prefix, namespace]) => [namespace, prefix]),
);

/** A property of another namespace than these declares its own. */
export function rdfXmlWriter(namespaces: Namespaces): NodeWriter {
  const declared = [...namespaces].map(
    ([namespace, prefix]) => `\n    xmlns:${prefix}="${xmlAttribute(namespace)}"`,
  );
  return {
    head: `<?xml version="1.0" encoding="UTF-8"?>\n<rdf:RDF${declared.join('')}>\n`,
    foot: '</rdf:RDF>\n',
    separator: '',
    node: (group) => description(group, namespaces),
  };
}

function description({ subject, properties }: SubjectGroup, namespaces: Namespaces): string {
  const lines = properties.flatMap(({ predicate, objects }) => {
    const { namespace, local } = splitName(predicate, subject);
    const prefix = namespaces.get(namespace);
    const name = `${prefix ?? 'ns'}:${local}`;
    const start = prefix === undefined ? `${name} xmlns:ns="${xmlAttribute(namespace)}"` : name;
    return objects.map((object) => {
      if (isLiteral(object) && !isXmlText(object.value)) throw notXml(subject, predicate);
      return `    ${property({ start, name }, object)}\n`;
    });
  });
  const about = reference(subject, 'rdf:about');
  return `  <rdf:Description ${about}>\n${lines.join('')}  </rdf:Description>\n`;
}

interface Element {
  readonly start: string;
  readonly name: string;
}

function property({ start, name }: Element, object: QuadObject): string {
  if (!isLiteral(object)) return `<${start} ${reference(nameOf(object), 'rdf:resource')}/>`;
  const datatype = object.datatype.value;
  let kind = '';
  if (object.language) kind = ` xml:lang="${xmlAttribute(object.language)}"`;
  else if (datatype !== xsd.string.value) {
    iriRef(datatype);
    kind = ` rdf:datatype="${xmlAttribute(datatype)}"`;
  }
  return `<${start}${kind}>${xmlText(object.value)}</${name}>`;
}

function reference(name: string, attribute: 'rdf:about' | 'rdf:resource'): string {
  if (isBlankName(name)) return `rdf:nodeID="${name.slice(2)}"`;
  iriRef(name);
  if (!isXmlText(name)) throw notXml(name, attribute);
  return `${attribute}="${xmlAttribute(name)}"`;
}

/** Namespace → prefix: the known ones by their own prefix, the others numbered by name. */
function namespacesOf(graph: Grouped): Namespaces {
  const used = new Set([rdf.$.base]);
  for (const { subject, properties } of graph) {
    for (const { predicate } of properties) used.add(splitName(predicate, subject).namespace);
  }
  const prefixed = Object.entries(PREFIXES).filter(([, namespace]) => used.delete(namespace));
  const others = [...used].sort().map((namespace, index) => [namespace, `ns${index + 1}`] as const);
  return new Map([
    ...prefixed.map(([prefix, namespace]) => [namespace, prefix] as const),
    ...others,
  ]);
}

/** True of a triple that RDF/XML can hold. */
export function isXmlStatement({ subject, predicate, object }: Quad): boolean {
  return isXmlText(subject.value) && isXmlText(object.value) && isXmlProperty(predicate.value);
}

/** True of a predicate that can be the name of an element. */
export function isXmlProperty(predicate: string): boolean {
  return partsOf(predicate) !== undefined;
}

interface NameParts {
  readonly namespace: string;
  readonly local: string;
}

/** Throws CatalogError NAME_NOT_XML naming subject and predicate. */
function splitName(predicate: string, subject: string): NameParts {
  iriRef(predicate);
  const parts = partsOf(predicate);
  if (!parts) throw notXml(subject, predicate);
  return parts;
}

/** A graph has few predicates, and says each of them often. */
const MAX_KNOWN = 2_000;
const known = new Map<string, NameParts | undefined>();

function partsOf(predicate: string): NameParts | undefined {
  if (known.has(predicate)) return known.get(predicate);
  if (known.size >= MAX_KNOWN) known.clear();
  const parts = split(predicate);
  known.set(predicate, parts);
  return parts;
}

/** The longest local name that is an NCName; undefined where there is none. */
function split(predicate: string): NameParts | undefined {
  const local = LOCAL_NAME.exec(predicate)?.[0];
  const namespace = predicate.slice(0, predicate.length - (local?.length ?? 0));
  const isUnusable =
    local === undefined ||
    namespace === '' ||
    !isXmlText(namespace) ||
    RESERVED.has(predicate) ||
    namespace === RESERVED_NAMESPACE;
  return isUnusable ? undefined : { namespace, local };
}

function notXml(subject: string, predicate: string): CatalogError {
  return new CatalogError('NAME_NOT_XML', { subject, predicate });
}

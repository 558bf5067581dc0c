/**
 * RDF/XML that strict parsers read back to the same graph (RDF 1.1 XML Syntax; style.md 10.1): absolute `rdf:about`, blank
 * nodes by `rdf:nodeID`, literals verbatim, no `parseType`, no `xml:base`. What XML cannot hold is NAME_NOT_XML, so nothing
 * invalid is ever written.
 */
import { CatalogError } from '../model/errors.js';
import { grouped, isBlankName, type Grouped, type SubjectGroup } from './grouped.js';
import { iriRef } from './nquads.js';
import { isLiteral, type Quad, type QuadObject } from './terms.js';
import { PREFIXES, rdf, xsd } from './vocabularies.js';

const NAME_START =
  'A-Z_a-z\\xC0-\\xD6\\xD8-\\xF6\\u00F8-\\u02FF\\u0370-\\u037D\\u037F-\\u1FFF\\u200C\\u200D\\u2070-\\u218F' +
  '\\u2C00-\\u2FEF\\u3001-\\uD7FF\\uF900-\\uFDCF\\uFDF0-\\uFFFD\\u{10000}-\\u{EFFFF}';
const LOCAL_NAME = new RegExp(
  `[${NAME_START}][-.0-9\\xB7\\u0300-\\u036F\\u203F\\u2040${NAME_START}]*$`,
  'u',
);
/** Characters that XML 1.0 cannot hold, not even as references. Unpaired surrogates are among them. */
const NOT_XML = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u;
/** U+0085 and U+2028 are line ends in XML 1.1, and some readers make them so in 1.0 too. */
const ATTRIBUTE_UNSAFE = /[&<>"\t\n\r\u0085\u2028]/g;
const TEXT_UNSAFE = /[&<>\r\u0085\u2028]/g;
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
  const namespaces = namespacesOf(graph);
  const declared = [...namespaces]
    .map(([namespace, prefix]) => `\n    xmlns:${prefix}="${escapeXml(namespace)}"`)
    .join('');
  const descriptions = graph.subjects.map((group) => description(group, graph, namespaces));
  return `<?xml version="1.0" encoding="UTF-8"?>\n<rdf:RDF${declared}>\n${descriptions.join('')}</rdf:RDF>\n`;
}

type Namespaces = ReadonlyMap<string, string>;

function description(group: SubjectGroup, graph: Grouped, namespaces: Namespaces): string {
  const properties = group.properties.flatMap(({ predicate, objects }) => {
    const { namespace, local } = splitName(predicate, group.subject);
    const element = `${namespaces.get(namespace)}:${local}`;
    return objects.map((object) => {
      if (isLiteral(object) && NOT_XML.test(object.value)) throw notXml(group.subject, predicate);
      return `    ${property(element, object, graph)}\n`;
    });
  });
  const subject = reference(group.subject, 'rdf:about');
  return `  <rdf:Description ${subject}>\n${properties.join('')}  </rdf:Description>\n`;
}

function property(element: string, object: QuadObject, graph: Grouped): string {
  if (!isLiteral(object)) return `<${element} ${reference(graph.name(object), 'rdf:resource')}/>`;
  const datatype = object.datatype.value;
  let kind = '';
  if (object.language) kind = ` xml:lang="${escapeXml(object.language)}"`;
  else if (datatype !== xsd.string.value) {
    iriRef(datatype);
    kind = ` rdf:datatype="${escapeXml(datatype)}"`;
  }
  return `<${element}${kind}>${object.value.replace(TEXT_UNSAFE, escapeChar)}</${element}>`;
}

function reference(name: string, attribute: 'rdf:about' | 'rdf:resource'): string {
  if (isBlankName(name)) return `rdf:nodeID="${name.slice(2)}"`;
  iriRef(name);
  if (NOT_XML.test(name)) throw notXml(name, attribute);
  return `${attribute}="${escapeXml(name)}"`;
}

/** Namespace → prefix: the known ones by their own prefix, the others numbered by name. */
function namespacesOf(graph: Grouped): Namespaces {
  const used = new Set([rdf.$.base]);
  for (const { subject, properties } of graph.subjects) {
    for (const { predicate } of properties) used.add(splitName(predicate, subject).namespace);
  }
  const known = Object.entries(PREFIXES).filter(([, namespace]) => used.delete(namespace));
  const others = [...used].sort().map((namespace, index) => [namespace, `ns${index + 1}`] as const);
  return new Map([...known.map(([prefix, namespace]) => [namespace, prefix] as const), ...others]);
}

/** The longest local name that is an NCName. Throws CatalogError NAME_NOT_XML naming subject and predicate. */
function splitName(predicate: string, subject: string): { namespace: string; local: string } {
  iriRef(predicate);
  const local = LOCAL_NAME.exec(predicate)?.[0];
  const namespace = predicate.slice(0, predicate.length - (local?.length ?? 0));
  const isUnusable =
    local === undefined ||
    namespace === '' ||
    NOT_XML.test(namespace) ||
    RESERVED.has(predicate) ||
    namespace === RESERVED_NAMESPACE;
  if (isUnusable) throw notXml(subject, predicate);
  return { namespace, local };
}

function notXml(subject: string, predicate: string): CatalogError {
  return new CatalogError('NAME_NOT_XML', { subject, predicate });
}

function escapeXml(text: string): string {
  return text.replace(ATTRIBUTE_UNSAFE, escapeChar);
}

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\t': '&#x9;',
  '\n': '&#xA;',
  '\r': '&#xD;',
  '\u0085': '&#x85;',
  '\u2028': '&#x2028;',
};

function escapeChar(char: string): string {
  return ESCAPES[char] ?? char;
}

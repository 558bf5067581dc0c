/**
 * Deterministic compacted JSON-LD 1.1 with its context inlined, so that a consumer needs no second fetch: prefixes only,
 * `@graph` of node objects sorted by `@id`, every literal a value object with its exact lexical form. A property a line.
 */
import { CatalogError } from '../model/errors.js';
import { compactNames, type CompactNames } from './compact-names.js';
import {
  grouped,
  irisOf,
  isBlankName,
  nameOf,
  type PropertyGroup,
  type SubjectGroup,
} from './grouped.js';
import { written, type NodeWriter } from './node-writer.js';
import { iriRef } from './nquads.js';
import { isLiteral, type Quad, type QuadObject } from './terms.js';
import { rdf, xsd } from './vocabularies.js';

/** One graph; graph names are left out. Throws CatalogError IRI_INVALID. */
export function writeJsonLd(quads: Iterable<Quad>): string {
  const graph = grouped(quads);
  return written(graph, jsonLdWriter(compactNames(irisOf(graph))));
}

export function jsonLdWriter(names: CompactNames): NodeWriter {
  const context = names.prefixes.map(
    ([prefix, namespace]) => `\n    ${JSON.stringify(prefix)}: ${JSON.stringify(namespace)}`,
  );
  return {
    head: `{\n  "@context": {${context.join(',')}\n  },\n  "@graph": [\n`,
    foot: '\n  ]\n}\n',
    separator: ',\n',
    node: (group) => node(group, names),
  };
}

/** What stands around the nodes of a named graph, which itself stands among nodes. */
export function jsonLdGraph(name: string, names: CompactNames): Omit<NodeWriter, 'node'> {
  return {
    head: `    {\n      "@id": ${quoted(name, names)},\n      "@graph": [\n`,
    separator: ',\n',
    foot: '\n      ]\n    }',
  };
}

function node({ subject, properties }: SubjectGroup, names: CompactNames): string {
  const lines = properties.flatMap((property) => entries(property, names));
  return `    {\n      "@id": ${quoted(subject, names)}${lines.map((line) => `,\n      ${line}`).join('')}\n    }`;
}

function entries({ predicate, objects }: PropertyGroup, names: CompactNames): string[] {
  const key = quoted(predicate, names);
  if (predicate !== rdf.type.value)
    return [`${key}: ${single(objects.map((one) => value(one, names)))}`];
  // A type may be a literal by mistake; `@type` cannot say so.
  const classes = objects.filter((one) => !isLiteral(one)).map((one) => quoted(nameOf(one), names));
  const literals = objects.filter(isLiteral).map((one) => value(one, names));
  return [
    ...(classes.length > 0 ? [`"@type": ${single(classes)}`] : []),
    ...(literals.length > 0 ? [`${key}: ${single(literals)}`] : []),
  ];
}

function value(object: QuadObject, names: CompactNames): string {
  if (!isLiteral(object)) return `{ "@id": ${quoted(nameOf(object), names)} }`;
  const text = JSON.stringify(object.value);
  if (object.language) return `{ "@language": "${object.language}", "@value": ${text} }`;
  const datatype = object.datatype.value;
  if (datatype === xsd.string.value) return `{ "@value": ${text} }`;
  return `{ "@type": ${quoted(datatype, names)}, "@value": ${text} }`;
}

/** The name of a node as a JSON string. Throws CatalogError IRI_INVALID, for `dct:title` as an IRI too where that is a short name. */
function quoted(name: string, names: CompactNames): string {
  if (isBlankName(name)) return `"${name}"`;
  const short = names.compact(name);
  if (short !== undefined) return `"${short}"`;
  iriRef(name);
  if (names.isShortName(name)) throw new CatalogError('IRI_INVALID', { found: name, field: 'IRI' });
  // What an IRI may hold needs no escape in JSON.
  return `"${name}"`;
}

function single(values: readonly string[]): string {
  return values.length === 1 ? (values[0] as string) : `[${values.join(', ')}]`;
}

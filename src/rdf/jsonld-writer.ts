/**
 * Deterministic compacted JSON-LD 1.1 with its context inlined, so that a consumer needs no second fetch: prefixes only,
 * `@graph` of node objects sorted by `@id`, every literal a value object with its exact lexical form.
 */
import { compactNames, type CompactNames } from './compact-names.js';
import { grouped, irisOf, isBlankName, type Grouped, type PropertyGroup } from './grouped.js';
import { iriRef } from './nquads.js';
import { isLiteral, type Quad, type QuadObject } from './terms.js';
import { rdf, xsd } from './vocabularies.js';

type Json = string | readonly Json[] | { readonly [key: string]: Json };

/** One graph; graph names are left out. Throws CatalogError IRI_INVALID. */
export function writeJsonLd(quads: Iterable<Quad>): string {
  const graph = grouped(quads);
  const names = compactNames(irisOf(graph));
  const nodes = graph.subjects.map(({ subject, properties }) => ({
    '@id': name(subject, names),
    ...Object.fromEntries(properties.flatMap((property) => entries(property, graph, names))),
  }));
  const document: Json = { '@context': Object.fromEntries(names.prefixes), '@graph': nodes };
  return `${JSON.stringify(document, null, 2)}\n`;
}

function entries(property: PropertyGroup, graph: Grouped, names: CompactNames): [string, Json][] {
  const { predicate, objects } = property;
  if (predicate !== rdf.type.value) {
    return [[name(predicate, names), single(objects.map((one) => value(one, graph, names)))]];
  }
  // A type may be a literal by mistake; `@type` cannot say so.
  const classes = objects.filter((one) => !isLiteral(one)).map((one) => graph.name(one));
  const literals = objects.filter(isLiteral).map((one) => value(one, graph, names));
  return [
    ...(classes.length > 0 ? [types(classes, names)] : []),
    ...(literals.length > 0 ? [[name(predicate, names), single(literals)] as [string, Json]] : []),
  ];
}

function types(classes: readonly string[], names: CompactNames): [string, Json] {
  return ['@type', single(classes.map((one) => name(one, names)))];
}

function value(object: QuadObject, graph: Grouped, names: CompactNames): Json {
  if (!isLiteral(object)) return { '@id': name(graph.name(object), names) };
  if (object.language) return { '@language': object.language, '@value': object.value };
  const datatype = object.datatype.value;
  if (datatype === xsd.string.value) return { '@value': object.value };
  return { '@type': name(datatype, names), '@value': object.value };
}

function name(nodeName: string, names: CompactNames): string {
  if (isBlankName(nodeName)) return nodeName;
  iriRef(nodeName);
  return names.compact(nodeName) ?? nodeName;
}

function single(values: readonly Json[]): Json {
  return values.length === 1 ? (values[0] as Json) : values;
}

/**
 * The full view (portals.md 3.2): everything public that datasets and services are described by. Nothing in it leads from a
 * dataset to the catalogue, or from what many share (an organisation, a concept, a law) to anything else of its kind: so a
 * change of one thing changes the descriptions of those alone that use it.
 */
import type { Graph } from '../rdf/graph.js';
import { isLiteral, isNamedNode, type Quad } from '../rdf/terms.js';
import {
  dcat,
  dct,
  dpv,
  eli,
  foaf,
  kdm,
  modelldcatno,
  org,
  rdf,
  rdfs,
  skos,
  vcard,
} from '../rdf/vocabularies.js';
import type { FeedGraph } from './feed-graph.js';

const values = (terms: readonly { readonly value: string }[]): ReadonlySet<string> =>
  new Set(terms.map(({ value }) => value));

/** No part of DCAT: documents name them, and their own documents describe them. */
const OUTSIDE = values([kdm.System, kdm.Realisation, dpv.Process, dpv.ROPA]);
const CODES = values([skos.Concept, skos.ConceptScheme]);
/** Used by many, and so they lead no further. */
const SHARED = values([foaf.Agent, org.Organization, vcard.Kind, eli.LegalResource, dct.Standard]);
/** Of a code the documents say just this (specs.md 2.4): its own document has its definition and its place in the list. */
const OF_CODES = values([
  rdf.type,
  skos.prefLabel,
  skos.inScheme,
  skos.notation,
  skos.exactMatch,
  dct.identifier,
  dct.title,
]);
/** Where what is shared may lead: the kind of an agent, the scheme of a code. Neither leads on. */
const ONWARD = values([rdf.type, skos.inScheme, dct.type, foaf.homepage, foaf.page, rdfs.seeAlso]);

export function fullView(graph: Graph, catalog: string): FeedGraph {
  const members = named(graph, dcat.Dataset, dcat.DatasetSeries);
  const services = named(graph, dcat.DataService);
  const isMember = memberTest(members);
  const known = new Map<string, readonly Quad[]>();
  return {
    catalog,
    members,
    services,
    isMember,
    about(node) {
      const found = known.get(node);
      if (found) return found;
      const made = statements(graph, node, catalog);
      // What belongs to one member alone is asked for once; keeping it would hold the whole catalogue in memory.
      if (isShared(graph.types(node))) known.set(node, made);
      return made;
    },
  };
}

export function memberTest(members: readonly string[]): (node: string) => boolean {
  const set = new Set(members);
  return (node) => set.has(node);
}

function named(graph: Graph, ...types: Parameters<Graph['instances']>[0][]): string[] {
  const found = types.flatMap((type) => graph.instances(type).map(({ value }) => value));
  return [...new Set(found)].sort();
}

function isShared(types: readonly string[]): boolean {
  return types.some((type) => SHARED.has(type) || CODES.has(type));
}

function statements(graph: Graph, node: string, catalog: string): readonly Quad[] {
  const types = graph.types(node);
  if (types.some((type) => OUTSIDE.has(type) || type.startsWith(modelldcatno.$.base))) return [];
  const about = graph.about(node);
  if (types.some((type) => CODES.has(type)))
    return about.filter(({ predicate }) => OF_CODES.has(predicate.value));
  if (node === catalog)
    return about.filter(({ predicate }) => predicate.value !== dcat.record.value);
  const own = about.filter(({ object }) => object.value !== catalog);
  if (!isShared(types)) return own;
  return own.filter(
    ({ predicate, object }) =>
      isLiteral(object) ||
      ONWARD.has(predicate.value) ||
      (isNamedNode(object) && !graph.has(object.value)),
  );
}

/**
 * The DCAT-AP-NO document of the whole catalogue (`/katalog`): everything public that the catalogue's datasets and services
 * point to, but not the systems and processes, which are no part of DCAT. Deterministic, without blank nodes.
 */
import { GraphIndex } from '../rdf/graph-index.js';
import { isNamedNode, type NamedNode, type Quad } from '../rdf/terms.js';
import { dcat, dpv, kdm, skos } from '../rdf/vocabularies.js';

const OUTSIDE = new Set([kdm.System, dpv.Process, dpv.ROPA].map((term) => term.value));
/** Concepts are described, but what they point to is not followed: else one concept pulls in all others. */
const NOT_FOLLOWED = new Set([skos.Concept, skos.ConceptScheme].map((term) => term.value));

export function catalogueFeed(publicQuads: readonly Quad[], catalog: NamedNode): Quad[] {
  const graph = new GraphIndex(publicQuads);
  const seen = new Set<string>([catalog.value]);
  const queue: string[] = [catalog.value];
  const feed: Quad[] = [];
  for (let subject = queue.pop(); subject !== undefined; subject = queue.pop()) {
    const about = graph.about(subject);
    feed.push(...about);
    const types = graph.types(subject);
    for (const { predicate, object } of about) {
      if (!isNamedNode(object) || seen.has(object.value) || !graph.has(object)) continue;
      if (graph.types(object).some((type) => OUTSIDE.has(type))) continue;
      const isConcept = types.some((type) => NOT_FOLLOWED.has(type));
      if (isConcept && predicate.value !== skos.inScheme.value) continue;
      seen.add(object.value);
      queue.push(object.value);
    }
  }
  return feed.filter(({ predicate }) => predicate.value !== dcat.record.value);
}

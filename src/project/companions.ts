/**
 * Companion nodes (specs.md 2.4): every code that public statements use is described from the pinned tables, with just what
 * portals and pages need. Never `skos:broader`, which would pull a whole code list into each dataset.
 */
import type { Graph } from '../rdf/graph.js';
import { isNamedNode, type Quad } from '../rdf/terms.js';
import { dct, rdf, skos } from '../rdf/vocabularies.js';

const DESCRIBED_BY = new Set(
  [
    rdf.type,
    skos.prefLabel,
    skos.inScheme,
    skos.notation,
    skos.exactMatch,
    dct.identifier,
    dct.title,
  ].map((term) => term.value),
);

export function companions(projected: readonly Quad[], reference: Graph): Quad[] {
  const described = new Map<string, readonly Quad[]>();
  const describe = (value: string): void => {
    if (described.has(value) || !reference.has(value)) return;
    const about = reference.about(value).filter((one) => DESCRIBED_BY.has(one.predicate.value));
    described.set(value, about);
    for (const { predicate, object } of about)
      if (predicate.value === skos.inScheme.value) describe(object.value);
  };
  for (const { predicate, object } of projected) {
    if (isNamedNode(object) && predicate.value !== rdf.type.value) describe(object.value);
  }
  return [...described.values()].flat();
}

/** What a thing is called. */
import type { Graph } from './graph.js';
import type { NamedNode } from './terms.js';
import { dct, foaf, rdfs, skos, vcard } from './vocabularies.js';

/** In order of preference. */
export const LABEL_PREDICATES: readonly NamedNode[] = [
  dct.title,
  skos.prefLabel,
  foaf.name,
  vcard.fn,
  rdfs.label,
];

/** Title in Norwegian if there is one, else in any language. */
export function labelOf(graph: Graph, subject: string): string | undefined {
  for (const property of [dct.title, foaf.name, skos.prefLabel]) {
    const texts = graph.literals(subject, property);
    const best = texts.find(({ language }) => language === 'nb') ?? texts[0];
    if (best) return best.value;
  }
  return undefined;
}

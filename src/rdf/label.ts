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

/** Language → title; a title without a language counts as Norwegian. Undefined for a thing without one. */
export function titlesOf(
  graph: Graph,
  subject: string,
): Readonly<Record<string, string>> | undefined {
  for (const property of [dct.title, foaf.name, skos.prefLabel]) {
    const titles = new Map<string, string>();
    for (const { language, value } of graph.literals(subject, property)) {
      const known = titles.get(language || 'nb');
      if (known === undefined || value < known) titles.set(language || 'nb', value);
    }
    if (titles.size > 0)
      return Object.fromEntries([...titles].sort(([a], [b]) => (a < b ? -1 : 1)));
  }
  return undefined;
}

/** Title in Norwegian if there is one, else in any language. */
export function labelOf(graph: Graph, subject: string): string | undefined {
  for (const property of [dct.title, foaf.name, skos.prefLabel]) {
    const texts = graph.literals(subject, property);
    const best = texts.find(({ language }) => language === 'nb') ?? texts[0];
    if (best) return best.value;
  }
  return undefined;
}

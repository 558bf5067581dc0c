/** What a thing is called. */
import type { GraphIndex } from './graph-index.js';
import { dct, foaf, skos } from './vocabularies.js';

/** Title in Norwegian if there is one, else in any language. */
export function labelOf(graph: GraphIndex, subject: string): string | undefined {
  for (const property of [dct.title, foaf.name, skos.prefLabel]) {
    const texts = graph.literals(subject, property);
    const best = texts.find(({ language }) => language === 'nb') ?? texts[0];
    if (best) return best.value;
  }
  return undefined;
}

/** Places of things and codes in the order of their names, worked out once for a catalogue and language: collation is slow. */
import type { Lang } from '../src/model/lang-text.js';
import { FACETS } from '../src/model/search-file.js';
import { byLabel, type PublicCatalogue } from './public-catalogue.js';

type Places = ReadonlyMap<string, number>;
const known = new WeakMap<PublicCatalogue, Map<Lang, Places>>();

/** Place of everything that search finds or narrows by. */
export function namePlaces(catalogue: PublicCatalogue, lang: Lang): Places {
  const made = known.get(catalogue) ?? new Map<Lang, Places>();
  known.set(catalogue, made);
  const found = made.get(lang) ?? placesOf(catalogue, lang);
  made.set(lang, found);
  return found;
}

function placesOf(catalogue: PublicCatalogue, lang: Lang): Places {
  const { search } = catalogue;
  const iris = new Set([
    ...(search?.entries.map(({ iri }) => iri) ?? []),
    ...FACETS.flatMap((facet) => search?.values[facet] ?? []),
  ]);
  const order = byLabel(iris, (iri) => catalogue.label(iri, lang).text);
  return new Map(order.map((iri, place) => [iri, place]));
}

/** Sorts by name; what is not in the catalogue comes first. */
export function sortedByName<T>(
  things: readonly T[],
  iriOf: (thing: T) => string,
  places: Places,
): T[] {
  return things
    .map((thing) => ({ thing, place: places.get(iriOf(thing)) ?? -1 }))
    .sort((a, b) => a.place - b.place)
    .map(({ thing }) => thing);
}

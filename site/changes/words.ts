/** Search among changes: all words, whatever their case and accents, in what the thing is called, is about and is tagged with. */
import type { Change } from '../../src/model/change.js';
import type { Graph } from '../../src/rdf/graph.js';
import { LABEL_PREDICATES } from '../../src/rdf/label.js';
import { dcat, dct, skos } from '../../src/rdf/vocabularies.js';
import type { PublicCatalogue } from '../public-catalogue.js';

const SEARCHED = [...LABEL_PREDICATES, dct.description, skos.definition, dcat.keyword];

/** `Ålesund` and `alesund` are the same word; so are `Ærlig` and `aerlig`. */
export function folded(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .replaceAll('æ', 'ae')
    .replaceAll('ø', 'o');
}

const known = new WeakMap<Graph, Map<string, string>>();

/** A thing that is gone is found by the title it had. */
export function saysAll({ graph }: PublicCatalogue, words: string): (change: Change) => boolean {
  const wanted = folded(words)
    .split(/\s+/)
    .filter((word) => word !== '');
  const texts = known.get(graph) ?? new Map<string, string>();
  known.set(graph, texts);
  const textOf = (thing: string): string => {
    const found = texts.get(thing) ?? thingText(graph, thing);
    texts.set(thing, found);
    return found;
  };
  return ({ thing, title = {} }) => {
    const text = `${textOf(thing)}\n${folded(Object.values(title).join('\n'))}`;
    return wanted.every((word) => text.includes(word));
  };
}

function thingText(graph: Graph, thing: string): string {
  const literals = SEARCHED.flatMap((property) => graph.literals(thing, property));
  return folded(literals.map(({ value }) => value).join('\n'));
}

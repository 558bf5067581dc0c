/** Search among changes: all words, whatever their case and accents, in what the thing is called, is about and is tagged with. */
import type { Change } from '../../src/model/change.js';
import type { Graph } from '../../src/rdf/graph.js';
import { LABEL_PREDICATES } from '../../src/rdf/label.js';
import { dcat, dct, skos } from '../../src/rdf/vocabularies.js';
import type { PublicCatalogue } from '../public-catalogue.js';
import { changeLog } from './change-log.js';

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

/** Of a log: thing → what is searched. */
const known = new WeakMap<readonly Change[], Map<string, string>>();

/** A thing is found by what it says now and by each title it has had, also when it is gone. */
export function saysAll(
  { graph, zone: { changes } }: PublicCatalogue,
  words: string,
): (change: Change) => boolean {
  const wanted = folded(words)
    .split(/\s+/)
    .filter((word) => word !== '');
  const texts = known.get(changes) ?? new Map<string, string>();
  known.set(changes, texts);
  return ({ thing }) => {
    const text = texts.get(thing) ?? thingText(graph, thing, changeLog(changes).ofThing(thing));
    texts.set(thing, text);
    return wanted.every((word) => text.includes(word));
  };
}

function thingText(graph: Graph, thing: string, changes: readonly Change[]): string {
  const now = SEARCHED.flatMap((property) => graph.literals(thing, property));
  const titles = changes.flatMap(({ title = {} }) => Object.values(title));
  return folded([...new Set([...now.map(({ value }) => value), ...titles])].join('\n'));
}

/** Which findings are wanted: by source, graph, IRI, file, rule or word, and by owner. A word that fits nothing is an error. */
import type { Finding } from '../model/finding.js';
import type { Lang } from '../model/lang-text.js';
import { nearest } from '../model/nearest.js';
import { parseOrigin } from '../model/origin.js';
import type { Thing } from '../publish/things.js';
import { say } from './texts.js';
import { usage } from './shacl-options.js';

export interface Wanted {
  readonly words: readonly string[];
  readonly owner: string | undefined;
  readonly language: Lang;
}

export interface World {
  readonly base: string;
  readonly things: readonly Thing[];
  readonly sources: readonly string[];
  readonly owners: readonly string[];
  readonly rules: readonly string[];
  readonly findings: readonly Finding[];
}

export interface Selection {
  /** Things that fit, with and without findings. */
  readonly things: readonly Thing[];
  readonly isChosen: (one: Finding) => boolean;
}

/** Throws CatalogError USAGE, naming the word and the nearest there is. */
export function select(world: World, { words, owner, language }: Wanted): Selection {
  const tests = words.map((word) => wordTest(word, world));
  tests.forEach((test, at) => {
    if (world.things.some(test.thing) || world.findings.some(test.finding)) return;
    if (world.rules.includes(words[at] ?? '') || world.sources.includes(words[at] ?? '')) return;
    throw usage(unmatched('wordUnmatched', words[at] ?? '', namesOf(world), language));
  });
  const isOwned = ownerTest(owner, world, language);
  const things = world.things.filter(
    (thing) =>
      (tests.length === 0 || tests.some((test) => test.thing(thing))) && isOwned(thing.owner),
  );
  return {
    things,
    isChosen: (one) =>
      (tests.length === 0 || tests.some((test) => test.finding(one))) && isOwned(one.owner),
  };
}

interface WordTest {
  readonly thing: (thing: Thing) => boolean;
  readonly finding: (one: Finding) => boolean;
}

function wordTest(word: string, { base, things }: World): WordTest {
  const source = word.startsWith(`${base}graph/`) ? word.split('/').at(-1) : word;
  const lower = word.toLowerCase();
  const isNamed = (label: string | undefined): boolean =>
    label?.toLowerCase().includes(lower) === true;
  const isAt = (origin: string | undefined): boolean =>
    origin !== undefined && isFile(parseOrigin(origin).file, word);
  const fits = (thing: Thing): boolean =>
    thing.source === source ||
    thing.iri === word ||
    thing.iri === `${base}id/${word.replace(/^id\//, '')}` ||
    isNamed(thing.label) ||
    isAt(thing.origin);
  const iris = new Set<string>();
  const records = new Set<string>();
  for (const thing of things.filter(fits)) {
    iris.add(thing.iri);
    records.add(`${thing.source} ${thing.record}`);
  }
  return {
    thing: fits,
    finding: (one) =>
      one.source === source ||
      one.rule === word ||
      one.also?.includes(word) === true ||
      one.focus === word ||
      (one.focus !== undefined && iris.has(one.focus)) ||
      // A part belongs to the record it hangs below.
      records.has(`${one.source ?? ''} ${one.record ?? ''}`) ||
      isNamed(one.label) ||
      isAt(one.origin),
  };
}

/** A path may be given from anywhere above the file: `catalog-data/oslo/samples/x.csv`, `x.csv`. */
function isFile(file: string, word: string): boolean {
  return file === word || file.endsWith(`/${word}`) || word.endsWith(`/${file}`);
}

function ownerTest(
  owner: string | undefined,
  { owners }: World,
  language: Lang,
): (name: string | undefined) => boolean {
  if (owner === undefined) return () => true;
  const lower = owner.toLowerCase();
  const fits = (name: string | undefined): boolean => name?.toLowerCase().includes(lower) === true;
  if (!owners.some(fits)) throw usage(unmatched('ownerUnmatched', owner, owners, language));
  return fits;
}

function namesOf({ things, sources }: World): string[] {
  return [...sources, ...things.flatMap(({ label }) => label ?? [])];
}

function unmatched(
  key: 'wordUnmatched' | 'ownerUnmatched' | 'ruleUnknown',
  word: string,
  names: readonly string[],
  language: Lang,
): string {
  const close = nearestName(word, names);
  const suggestion = close === undefined ? '' : say('didYouMean', language, { word: `«${close}»` });
  return say(key, language, { word, suggestion });
}

/** The nearest name, or the one with a word nearest to it: «Vanetaten» means «Vann- og avløpsetaten» to nobody but a reader. */
function nearestName(word: string, names: readonly string[]): string | undefined {
  const whole = nearest(word, names);
  if (whole !== undefined) return whole;
  const byWord = new Map(
    names.flatMap((name) => name.split(/[\s,–-]+/).map((part) => [part, name] as const)),
  );
  const part = nearest(word, byWord.keys());
  return part === undefined ? undefined : byWord.get(part);
}

export function ruleUnknown(word: string, rules: readonly string[], language: Lang): string {
  return unmatched('ruleUnknown', word, rules, language);
}

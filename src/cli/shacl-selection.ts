/** Which findings are wanted: by source, graph, IRI, file, rule or word, and by owner. A word that fits nothing is an error. */
import { RDF_EXTENSIONS } from '../compose-files.js';
import type { Finding } from '../model/finding.js';
import type { Lang } from '../model/lang-text.js';
import { nearest } from '../model/nearest.js';
import { parseOrigin } from '../model/origin.js';
import type { Thing } from '../publish/things.js';
import { isRuleOf } from './report/report.js';
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
  /** Files that could have been meant, and whether one is there. */
  readonly files: readonly string[];
  readonly exists: (file: string) => boolean;
}

const FILE =
  /\.(?:ttl|trig|nt|nq|n3|jsonld|json|rdf|owl|xml|csv|tsv|xlsx?|ods|txt|ya?ml|docx?|pdf)$/i;

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
    if (world.sources.includes(words[at] ?? '')) return;
    throw usage(unmatchedWord(words[at] ?? '', world, language));
  });
  const isOwned = ownerTest(owner, world, language);
  const things = world.things.filter(
    (thing) => tests.every((test) => test.thing(thing)) && isOwned(thing.owner),
  );
  return {
    things,
    isChosen: (one) => tests.every((test) => test.finding(one)) && isOwned(one.owner),
  };
}

interface WordTest {
  readonly thing: (thing: Thing) => boolean;
  readonly finding: (one: Finding) => boolean;
}

/** A rule is asked of every thing; every other word says which things. */
function wordTest(word: string, world: World): WordTest {
  const isRule = (rule: string): boolean => isRuleOf(rule, word);
  if (!world.rules.some(isRule)) return thingTest(word, world);
  return {
    thing: () => true,
    finding: ({ rule, also = [] }) => [rule, ...also].some(isRule),
  };
}

function thingTest(word: string, { base, things }: World): WordTest {
  const source = word.startsWith(`${base}graph/`) ? word.split('/').at(-1) : word;
  const iris = new Set([word, `${base}id/${word.replace(/^id\//, '')}`]);
  const lower = word.toLowerCase();
  const isNamed = (label: string | undefined): boolean =>
    label?.toLowerCase().includes(lower) === true;
  const isThere = placeTest(word, things);
  const fits = (thing: Thing): boolean =>
    thing.source === source ||
    iris.has(thing.iri) ||
    isNamed(thing.label) ||
    thing.record === word ||
    isThere(thing.origin);
  const chosen = things.filter(fits);
  const focuses = new Set([...iris, ...chosen.map(({ iri }) => iri)]);
  const records = new Set(chosen.map((thing) => `${thing.source} ${thing.record}`));
  return {
    thing: fits,
    finding: (one) =>
      one.source === source ||
      (one.focus !== undefined && focuses.has(one.focus)) ||
      // A part belongs to the record it hangs below.
      records.has(`${one.source ?? ''} ${one.record ?? ''}`) ||
      one.record === word ||
      isNamed(one.label) ||
      isThere(one.origin),
  };
}

/** `datasett.csv`, or `datasett.csv:46` for what begins on the line or is the last to begin before it. */
function placeTest(
  word: string,
  things: readonly Thing[],
): (origin: string | undefined) => boolean {
  const [, file = word, line] = /^(.*):(\d+)$/.exec(word) ?? [];
  const isInFile = (origin: string | undefined): origin is string =>
    origin !== undefined && isFile(parseOrigin(origin).file, file);
  if (line === undefined) return isInFile;
  const lines = things.flatMap(({ origin }) =>
    isInFile(origin) ? (parseOrigin(origin).line ?? []) : [],
  );
  const start = Math.max(...lines.filter((one) => one <= Number(line)));
  return (origin) =>
    isInFile(origin) && [start, Number(line)].includes(parseOrigin(origin).line ?? -1);
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

/** A word that looks like a file is told of as one. */
function unmatchedWord(word: string, world: World, language: Lang): string {
  const file = word.replace(/:\d+$/, '');
  if (!FILE.test(file)) return unmatched('wordUnmatched', word, namesOf(world), language);
  if (!world.exists(file) && !world.files.includes(file))
    return unmatched('fileMissing', file, world.files, language);
  return say(file === word ? 'fileUnfit' : 'lineUnfit', language, {
    word,
    kinds: RDF_EXTENSIONS.join(', '),
  });
}

function namesOf({ things, sources }: World): string[] {
  return [...sources, ...things.flatMap(({ label }) => label ?? [])];
}

function unmatched(
  key: 'wordUnmatched' | 'fileMissing' | 'ownerUnmatched' | 'ruleUnknown',
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

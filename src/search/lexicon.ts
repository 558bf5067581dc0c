/**
 * What the catalogue's own words tell of each other (site.md 6): which compounds are made of which words, and which word of
 * nynorsk is which of bokmål. It is written with the index, since both must be used for questions as for texts.
 */
import type { LexiconData } from '../model/search-file.js';
import { distance } from './distance.js';
import { formOf, isStopWord, wordsOf } from './words.js';

/** A label in both forms of Norwegian. */
export interface LabelPair {
  readonly nb: string;
  readonly nn: string;
}

/** Shorter words are parts of too many others by chance. */
const MIN_PART = 3;
const MIN_COMPOUND = 7;
/** A single known part of a word tells something from here on. */
const MIN_LONE_PART = 5;
const MAX_SHORT = 7;
const ENDINGS = ['ene', 'ane', 'en', 'et', 'er', 'ar'];
const JOINTS = ['', 's', 'e'];
/** Two forms of one word share most of their letters; words that only stand in the same place do not. */
const MAX_DIFFERENCE = 0.5;

export function makeLexicon(texts: Iterable<string>, labels: Iterable<LabelPair>): LexiconData {
  const known = new Set<string>();
  for (const text of texts) {
    for (const word of wordsOf(text))
      if (word.length >= MIN_PART && !isStopWord(word)) known.add(formOf(word));
  }
  const pairs = new Map<string, string>();
  for (const { nb, nn } of labels) {
    const [left, right] = [wordsOf(nn), wordsOf(nb)];
    if (left.length !== right.length) continue;
    left.forEach((word, at) => {
      const [from, to] = [formOf(word), formOf(right[at] ?? '')];
      if (from !== to && !isStopWord(word) && isVariant(from, to)) pairs.set(from, to);
    });
  }
  // A word of bokmål that is also one of nynorsk means itself.
  for (const to of pairs.values()) pairs.delete(to);
  return { known: [...known].sort(), pairs: [...pairs].sort(([a], [b]) => (a < b ? -1 : 1)) };
}

function isVariant(a: string, b: string): boolean {
  return distance(a, b) <= MAX_DIFFERENCE * Math.max(a.length, b.length);
}

export interface Taken {
  /** The word itself. */
  readonly whole: string;
  /** Its parts, when it is a compound of words that are known. */
  readonly parts: readonly string[];
}

export class Lexicon {
  readonly #known: ReadonlySet<string>;
  readonly #pairs: ReadonlyMap<string, string>;

  constructor({ known, pairs }: LexiconData) {
    this.#known = new Set(known);
    this.#pairs = new Map(pairs);
  }

  /** Terms of a word in small letters. */
  termsOf(word: string): Taken {
    const form = formOf(word);
    return {
      whole: this.#canonical(form),
      parts: this.#split(form).map((part) => this.#canonical(part)),
    };
  }

  /** Whether the catalogue, or what words mean, has the word in some form: if not, it may be mistyped or only begun. */
  knows(word: string): boolean {
    const form = formOf(word);
    return this.#isKnown(form) || this.#isKnown(this.#withoutEnding(form));
  }

  #canonical(form: string): string {
    const base = this.#withoutEnding(form);
    return this.#pairs.get(base) ?? base;
  }

  /** The stemmer leaves short words alone: «veien» is «vei», where that is a word. */
  #withoutEnding(form: string): string {
    if (form.length > MAX_SHORT) return form;
    const ending = ENDINGS.find(
      (one) =>
        form.endsWith(one) &&
        form.length - one.length >= MIN_PART &&
        this.#isKnown(form.slice(0, -one.length)),
    );
    return ending === undefined ? form : form.slice(0, -ending.length);
  }

  /** Two or more known words, the longest last one first; else the one known word it begins or ends with. */
  #split(form: string): readonly string[] {
    if (form.length < MIN_COMPOUND) return [];
    return this.#whole(form) ?? this.#lone(form);
  }

  #whole(form: string): readonly string[] | undefined {
    for (let at = MIN_PART; at <= form.length - MIN_PART; at++) {
      const tail = form.slice(at);
      if (!this.#isKnown(tail)) continue;
      const head = this.#head(form.slice(0, at));
      if (head) return [...head, tail];
    }
    return undefined;
  }

  #head(text: string): readonly string[] | undefined {
    for (const joint of JOINTS) {
      if (!text.endsWith(joint)) continue;
      const bare = joint === '' ? text : text.slice(0, -joint.length);
      if (bare.length < MIN_PART) continue;
      const form = formOf(bare);
      if (this.#isKnown(form)) return [form];
      const parts = form.length < MIN_COMPOUND ? undefined : this.#whole(form);
      if (parts) return parts;
    }
    return undefined;
  }

  #lone(form: string): readonly string[] {
    for (let at = 1; at <= form.length - MIN_LONE_PART; at++) {
      const tail = form.slice(at);
      if (this.#isKnown(tail)) return [tail];
    }
    for (let end = form.length - 1; end >= MIN_LONE_PART; end--) {
      const head = formOf(form.slice(0, end));
      if (head.length >= MIN_LONE_PART && this.#isKnown(head)) return [head];
    }
    return [];
  }

  #isKnown(form: string): boolean {
    return this.#known.has(form) || this.#pairs.has(form);
  }
}

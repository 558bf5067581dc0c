/**
 * Everyday words that mean about the same (`ontology/search/hverdagsord.ttl`): «søppel», «avfall» and "waste". They are looked
 * for besides the word that was written, and tell less than it does.
 */
import type { Lexicon } from './lexicon.js';
import { wordsOf } from './words.js';

/** Words that stand side by side, each as its term. */
export type Phrase = readonly string[];

export class Synonyms {
  readonly #others = new Map<string, readonly Phrase[]>();
  /** Words in the longest phrase. */
  readonly longest: number;

  constructor(groups: readonly (readonly string[])[], lexicon: Lexicon) {
    for (const group of groups) {
      const phrases = group.map((text) => wordsOf(text).map((one) => lexicon.termsOf(one).whole));
      for (const phrase of phrases) {
        const key = keyOf(phrase);
        const known = this.#others.get(key) ?? [];
        const seen = new Set([key, ...known.map(keyOf)]);
        this.#others.set(key, [...known, ...phrases.filter((one) => !seen.has(keyOf(one)))]);
      }
    }
    this.longest = Math.max(1, ...[...this.#others.keys()].map((key) => key.split(' ').length));
  }

  of(phrase: Phrase): readonly Phrase[] {
    return this.#others.get(keyOf(phrase)) ?? [];
  }
}

function keyOf(phrase: Phrase): string {
  return phrase.join(' ');
}

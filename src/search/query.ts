/** What is asked of the index for the words that somebody wrote: their forms, their parts, their synonyms (site.md 6). */
import type { QueryCombination } from 'minisearch';
import type { Lexicon } from './lexicon.js';
import type { Synonyms } from './synonyms.js';
import { folded } from './words.js';

/** A word that is begun counts less than one that is there, and one with a typing error less again. */
const WEIGHTS = { prefix: 0.4, fuzzy: 0.25 };
const SYNONYM_WEIGHT = 0.3;
/** Of what has all the words but the name of the place that the whole catalogue is about. */
const PLACE_WEIGHT = 0.5;
const MIN_FUZZY = 5;
const MIN_PREFIX = 3;
const FUZZINESS = 0.2;

export class QueryMaker {
  readonly #lexicon: Lexicon;
  readonly #synonyms: Synonyms;
  readonly #places: ReadonlySet<string>;

  /** `places` are the words of whose catalogue it is: «oslo», «kommune». */
  constructor(lexicon: Lexicon, synonyms: Synonyms, places: readonly string[]) {
    this.#lexicon = lexicon;
    this.#synonyms = synonyms;
    this.#places = new Set(places);
  }

  /** All words. Those that are known must be there as they are, unless `isPatient`: then all may be mistyped or only begun. */
  all(words: readonly string[], isPatient: boolean): QueryCombination {
    const joined = words.slice(1).flatMap((word, at) => {
      // «luft kvalitet» is how many write «luftkvalitet».
      const whole = `${words[at] ?? ''}${word}`;
      return this.#lexicon.knows(whole)
        ? [[...words.slice(0, at), whole, ...words.slice(at + 2)]]
        : [];
    });
    const telling = words.filter((word) => !this.#places.has(word));
    const anywhere =
      telling.length > 0 && telling.length < words.length
        ? [{ ...and(this.#pieces(telling, isPatient)), boostTerm: () => PLACE_WEIGHT }]
        : [];
    return or([...[words, ...joined].map((one) => and(this.#pieces(one, isPatient))), ...anywhere]);
  }

  /** Any of the words. */
  some(words: readonly string[]): QueryCombination {
    return or(this.#pieces(words, true));
  }

  /** The words one by one, but for phrases that have synonyms: those are one piece. */
  #pieces(words: readonly string[], isPatient: boolean): QueryCombination[] {
    const terms = words.map((word) => this.#lexicon.termsOf(word).whole);
    const pieces: QueryCombination[] = [];
    for (let at = 0; at < words.length;) {
      const length = this.#phraseLength(terms.slice(at));
      const alternatives = this.#alternatives(terms.slice(at, at + length));
      const own = words.slice(at, at + length).map((word, index) =>
        this.#word(word, {
          isLast: at + index === words.length - 1,
          isPatient,
          isWhole: alternatives.length > 0,
        }),
      );
      pieces.push(or([and(own), ...alternatives]));
      at += length;
    }
    return pieces;
  }

  /** Of the longest phrase with synonyms that the terms begin with; one when there is none. */
  #phraseLength(terms: readonly string[]): number {
    for (let length = Math.min(this.#synonyms.longest, terms.length); length > 1; length--)
      if (this.#synonyms.of(terms.slice(0, length)).length > 0) return length;
    return 1;
  }

  #alternatives(phrase: readonly string[]): QueryCombination[] {
    return this.#synonyms
      .of(phrase)
      .map((other) => ({ ...and(other), boostTerm: () => SYNONYM_WEIGHT / other.length }));
  }

  #word(word: string, { isLast, isPatient, isWhole }: WordPlace): QueryCombination {
    const { whole, parts } = this.#lexicon.termsOf(word);
    const plain = folded(word);
    const isKnown = this.#lexicon.knows(word);
    const isOpen = isPatient || !isKnown;
    const one = (term: string): QueryCombination => ({
      queries: [term],
      fuzzy: isOpen && term.length >= MIN_FUZZY ? FUZZINESS : false,
      prefix: isOpen && isLast && term.length >= MIN_PREFIX,
      weights: { ...WEIGHTS },
    });
    const compound = and(parts.map((part) => or([part, ...this.#alternatives([part])])));
    return or([
      one(whole),
      // A known word is found by its form alone, else the texts that have the same ending would come first.
      ...(isKnown || plain === whole ? [] : [one(plain)]),
      ...(parts.length > 1 && !isWhole ? [compound] : []),
    ]);
  }
}

interface WordPlace {
  readonly isLast: boolean;
  readonly isPatient: boolean;
  /** It has synonyms: what it is made of would say less. */
  readonly isWhole: boolean;
}
type Query = QueryCombination | string;

function and(queries: readonly Query[]): QueryCombination {
  return { combineWith: 'AND', queries: [...queries] };
}

function or(queries: readonly Query[]): QueryCombination {
  return { combineWith: 'OR', queries: [...queries] };
}

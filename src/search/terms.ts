/** The terms that texts are searched by: of each word its form, itself without marks, and its parts when it is a compound. */
import type { Lexicon } from './lexicon.js';
import { folded, isStopWord, wordsOf } from './words.js';

/** Words come again and again in a catalogue; visitors may write what they like. */
const MAX_KEPT = 50_000;

export interface WordTerms {
  /** Its form, and itself without marks. */
  readonly own: readonly string[];
  /** Forms of the words that it is made of. */
  readonly parts: readonly string[];
}
const NOTHING: WordTerms = { own: [], parts: [] };

export class Terms {
  readonly #lexicon: Lexicon;
  readonly #made = new Map<string, WordTerms>();

  constructor(lexicon: Lexicon) {
    this.#lexicon = lexicon;
  }

  /** Of a word in small letters; none of one that tells nothing. */
  ofWord(word: string): WordTerms {
    const known = this.#made.get(word);
    if (known) return known;
    const terms = isStopWord(word) ? NOTHING : this.#make(word);
    if (this.#made.size >= MAX_KEPT) this.#made.clear();
    this.#made.set(word, terms);
    return terms;
  }

  /** Of all words of some texts. */
  ofTexts(texts: readonly string[]): WordTerms {
    const words = texts.flatMap(wordsOf).map((word) => this.ofWord(word));
    return {
      own: words.flatMap(({ own }) => own),
      parts: words.flatMap(({ parts }) => parts),
    };
  }

  #make(word: string): WordTerms {
    const { whole, parts } = this.#lexicon.termsOf(word);
    const plain = folded(word);
    return { own: plain === whole ? [whole] : [whole, plain], parts };
  }
}

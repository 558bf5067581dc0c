/** What a mistyped word may have been meant as: the nearest word of the catalogue, the most used of those that are equally near. */
import { distance } from './distance.js';
import { folded, isStopWord, wordsOf } from './words.js';

export type CountedWord = readonly [word: string, count: number];

const MIN_WORD = 4;
const MAX_CHANGES = { short: 1, usual: 2, long: 3 };
const LONG = 10;

/** Words as they are written, with how many texts have them; sorted, so that the same catalogue gives the same file. */
export function countedWords(texts: Iterable<string>): CountedWord[] {
  const counts = new Map<string, number>();
  for (const text of texts)
    for (const word of new Set(wordsOf(text)))
      if (isCorrectable(word)) counts.set(word, (counts.get(word) ?? 0) + 1);
  return [...counts].sort(([a], [b]) => (a < b ? -1 : 1));
}

function isCorrectable(word: string): boolean {
  return word.length >= MIN_WORD && !isStopWord(word) && !/\p{N}/u.test(word);
}

interface Candidate {
  readonly word: string;
  readonly plain: string;
  readonly count: number;
}

export class Speller {
  /** By length: a word is never far from one of another length. */
  readonly #byLength = new Map<number, Candidate[]>();

  constructor(words: readonly CountedWord[]) {
    for (const [word, count] of words) {
      const plain = folded(word);
      const others = this.#byLength.get(plain.length);
      if (others) others.push({ word, plain, count });
      else this.#byLength.set(plain.length, [{ word, plain, count }]);
    }
  }

  /** Undefined for a word that is right, or near none. */
  correct(word: string): string | undefined {
    if (!isCorrectable(word)) return undefined;
    const plain = folded(word);
    let most = tolerated(plain);
    let best: Candidate | undefined;
    for (let length = plain.length - most; length <= plain.length + most; length++) {
      for (const one of this.#byLength.get(length) ?? []) {
        const changes = distance(plain, one.plain, most);
        if (changes > most) continue;
        if (changes < most || best === undefined || isBetter(one, best, plain)) best = one;
        most = changes;
      }
    }
    return best?.plain === plain ? undefined : best?.word;
  }
}

function tolerated({ length }: string): number {
  if (length <= MIN_WORD) return MAX_CHANGES.short;
  return length < LONG ? MAX_CHANGES.usual : MAX_CHANGES.long;
}

/** People seldom mistype the first letter. */
function isBetter(one: Candidate, other: Candidate, plain: string): boolean {
  const begins = Number(one.plain[0] === plain[0]) - Number(other.plain[0] === plain[0]);
  return begins > 0 || (begins === 0 && one.count > other.count);
}

/** What is searched for: words of the generated texts as people write them, and beginnings of words. */
import { WORDS_EN, WORDS_NB } from './words.js';

/** Words alone and together, inflected, mistyped, compounds of two, in English; and nothing at all, as on the page of everything. */
export const SEARCHES: readonly string[] = [
  '',
  ...WORDS_NB.filter((_, at) => at % 4 === 0),
  ...WORDS_NB.filter((_, at) => at % 6 === 1).map((word) => `${word}en`),
  ...WORDS_NB.filter((_, at) => at % 6 === 2).map(swapped),
  ...WORDS_NB.filter((_, at) => at % 7 === 3).map((word, at) => `${word} ${WORDS_NB[at] ?? ''}`),
  ...WORDS_NB.filter((_, at) => at % 9 === 4).map((word, at) => `${word}${WORDS_NB[at] ?? ''}`),
  ...WORDS_EN.filter((_, at) => at % 6 === 0),
];

/** Each word as it grows under somebody's fingers. */
export const BEGINNINGS: readonly string[] = WORDS_NB.filter((_, at) => at % 8 === 0).flatMap(
  (word) => Array.from({ length: word.length - 1 }, (_, at) => word.slice(0, at + 2)),
);

/** The third and fourth letters in each other's place. */
function swapped(word: string): string {
  return word.replace(/^(..)(.)(.)/, '$1$3$2');
}

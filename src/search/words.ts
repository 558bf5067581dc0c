/**
 * Words as search compares them (site.md 6): small letters, the Norwegian stem, and no marks over letters, so that «søknader»,
 * "soknad" and «søknaden» meet. Sámi letters are kept as the letters they stand beside.
 */
import { stemmer } from '@orama/stemmers/norwegian';

/** What is longer is cut: nobody asks for it whole, and to look for the parts of a word takes the square of its length. */
export const WORD = /[\p{L}\p{N}]{1,60}/gu;
const MARKS = /\p{M}/gu;
/** Letters that no decomposition takes apart. */
const LETTERS: Readonly<Record<string, string>> = {
  æ: 'ae',
  ø: 'o',
  đ: 'd',
  ŧ: 't',
  ŋ: 'n',
  ß: 'ss',
  ł: 'l',
};
const SPECIAL = /[æøđŧŋßł]/g;
/** The stemmer takes one ending at a time: «luftkvaliteten» → «luftkvalitet» → «luftkvalit». */
const MAX_ENDINGS = 3;

/** Too frequent to tell anything, in nb, nn and en. */
const STOP_WORDS: ReadonlySet<string> = new Set(
  (
    'alle at av bare ble blei da de dei deira den denne der deres det dette disse du eg ei eit ein eller en er et etter for fra frå ' +
    'før ha han har hans hennar hennes her hun ho hva hvem hvor hvordan hvorfor i ikke ikkje inn jeg kan kor korleis kva kven man med ' +
    'meg mellom men mer meir min mitt mot noe noko noen nokon nå no og også om opp oss over på sin sine sitt skal slik som så ' +
    'til under ut ved var vi vil være vere vår våre was ' +
    'a about an and any are by can do does for from have how in is it its of on or that the their there this to what where which who with'
  ).split(' '),
);

/** Words in small letters, in the order of the text, stop words among them. */
export function wordsOf(text: string): string[] {
  return text.normalize('NFC').toLowerCase().match(WORD) ?? [];
}

export function isStopWord(word: string): boolean {
  return STOP_WORDS.has(word);
}

/** Without marks: å → a, ø → o, æ → ae, č → c; `aa` is an old å. */
export function folded(word: string): string {
  return word
    .normalize('NFD')
    .replace(MARKS, '')
    .replace(SPECIAL, (letter) => LETTERS[letter] ?? letter)
    .replace(/aa/g, 'a');
}

/** What all forms of a word have in common. */
export function formOf(word: string): string {
  let stem = word;
  for (let round = 0; round < MAX_ENDINGS; round++) {
    const shorter = stemmer(stem);
    if (shorter === stem) break;
    stem = shorter;
  }
  return folded(stem);
}

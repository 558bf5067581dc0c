/**
 * Text in pictures: SVG 1.1 breaks no lines, and the server has no font to measure with. Widths are estimates of Inter's, on the
 * wide side, so that text stays inside its box with other fonts, too.
 */

/** Width of a character in ems, by the class of letters that it is in. */
const WIDTHS: readonly (readonly [RegExp, number])[] = [
  [/^[\p{Mn}\p{Me}\p{Cf}]/u, 0],
  [/^[ijlI.,:;'|!`’·]/u, 0.31],
  [/^[ftr()[\]{}/\\"\s-]/u, 0.42],
  [/^[mwMW@%—…æÆœŒ]/u, 0.95],
  [/^[\p{Lu}\p{Nd}&]/u, 0.72],
  // What lies above Latin, Greek, Cyrillic, Hebrew and Arabic: ideographs and emoji fill the em.
  [/^[\u{1100}-\u{10FFFF}]/u, 1.2],
];
const USUAL = 0.6;

/** One of them is a person's letter, whatever code points it is made of (UAX #29). */
const letters = new Intl.Segmenter('nb', { granularity: 'grapheme' });

export function textWidth(text: string, size: number): number {
  let ems = 0;
  for (const { segment } of letters.segment(text)) ems += letterWidth(segment);
  return ems * size;
}

function letterWidth(letter: string): number {
  return WIDTHS.find(([pattern]) => pattern.test(letter))?.[1] ?? USUAL;
}

export interface LineOptions {
  readonly width: number;
  readonly size: number;
  readonly lines: number;
}

/** The text in at most so many lines; the last ends in … where more would follow. */
export function wrapped(text: string, { width, size, lines }: LineOptions): string[] {
  const made: string[] = [];
  let line = '';
  for (const word of text.split(/\s+/u).flatMap((one) => pieces(one, width, size))) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (textWidth(longer, size) <= width) {
      line = longer;
      continue;
    }
    made.push(line);
    line = word;
    if (made.length === lines) break;
  }
  if (made.length < lines) return line === '' ? made : [...made, line];
  const last = made.at(-1) ?? '';
  return [...made.slice(0, -1), cut(last, width, size)];
}

/** A word that is wider than a line, in pieces that are not, with a hyphen where it is broken. */
function pieces(word: string, width: number, size: number): string[] {
  if (textWidth(word, size) <= width) return word === '' ? [] : [word];
  const made: string[] = [];
  let piece = '';
  for (const { segment } of letters.segment(word)) {
    if (piece !== '' && textWidth(`${piece}${segment}-`, size) > width) {
      made.push(`${piece}-`);
      piece = '';
    }
    piece += segment;
  }
  return [...made, piece];
}

function cut(line: string, width: number, size: number): string {
  const whole = line.replace(/-$/, '');
  const kept = [...letters.segment(whole)].map(({ segment }) => segment);
  while (kept.length > 0 && textWidth(`${kept.join('')}…`, size) > width) kept.pop();
  return `${kept.join('').trimEnd()}…`;
}

/** The part of a text where words were found, with those words apart from the rest. Plain text: whoever shows it escapes it. */
import { WORD } from './words.js';

export interface Segment {
  readonly text: string;
  readonly isMatch: boolean;
}

/** How far before the first match an excerpt may begin for the sake of a whole sentence. */
const MAX_BEFORE = 90;
const CUT = '… ';

/** The whole text in segments. */
export function segmentsOf(text: string, isMatch: (word: string) => boolean): readonly Segment[] {
  const segments: Segment[] = [];
  let from = 0;
  for (const { start, end } of matchesIn(text, isMatch)) {
    if (start > from) segments.push({ text: text.slice(from, start), isMatch: false });
    segments.push({ text: text.slice(start, end), isMatch: true });
    from = end;
  }
  if (from < text.length) segments.push({ text: text.slice(from), isMatch: false });
  return segments;
}

/** About `length` letters around the first word that matches, from the beginning of its sentence; undefined when none does. */
export function excerptOf(
  text: string,
  isMatch: (word: string) => boolean,
  length: number,
): readonly Segment[] | undefined {
  const plain = text.normalize('NFC').replace(/\s+/g, ' ').trim();
  const [first] = matchesIn(plain, isMatch);
  if (!first) return undefined;
  const start = first.end <= length ? 0 : beginning(plain, first.start);
  const end = plain.length - start <= length ? plain.length : wordEnd(plain, start + length);
  const shown = `${start > 0 ? CUT : ''}${plain.slice(start, end)}${end < plain.length ? ' …' : ''}`;
  return segmentsOf(shown, isMatch);
}

/** The last word that is whole before `end`, without the comma after it. */
function wordEnd(text: string, end: number): number {
  const cut = text.slice(0, end).replace(/[\s,;:–-]*\s\S*$/, '');
  return cut.length;
}

function beginning(text: string, match: number): number {
  const before = text.slice(Math.max(0, match - MAX_BEFORE), match);
  const sentence = Math.max(
    before.lastIndexOf('. '),
    before.lastIndexOf('! '),
    before.lastIndexOf('? '),
  );
  const blank = before.indexOf(' ');
  const at = sentence >= 0 ? sentence + 2 : blank + 1;
  return match - before.length + at;
}

function* matchesIn(
  text: string,
  isMatch: (word: string) => boolean,
): Generator<{ readonly start: number; readonly end: number }> {
  for (const found of text.matchAll(WORD)) {
    if (isMatch(found[0].normalize('NFC').toLowerCase()))
      yield { start: found.index, end: found.index + found[0].length };
  }
}

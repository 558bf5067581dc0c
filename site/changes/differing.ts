/** Long texts that differ in a few words: what is shown of them. */

/** Texts up to this are shown whole. */
const SHORT = 120;
/** What is kept of equal text on each side of the difference. */
const AROUND = 30;
const LONG = 240;
/** Longer ones are cut through. */
const LONG_WORD = 40;

/** The two texts; where they are long, from a little before the first difference to a little after the last. */
export function differing(before: string, after: string): readonly [string, string] {
  if (before.length <= SHORT && after.length <= SHORT) return [before, after];
  const start = wordStart(before, equalStart(before, after) - AROUND);
  const rest = Math.min(before.length, after.length) - start;
  const end = Math.min(equalEnd(before, after), rest) - AROUND;
  return [middle(before, start, end), middle(after, start, end)];
}

/** Cut at a word, unless the last one is so long that too little would be left. */
export function shortened(text: string, length = LONG): string {
  if (text.length <= length) return text;
  const cut = text.slice(0, whole(text, length));
  const words = cut.replace(/\s+\S*$/, '');
  return `${words.length > length - LONG_WORD ? words : cut} …`;
}

function middle(text: string, start: number, end: number): string {
  const stop = end <= 0 ? text.length : wordEnd(text, text.length - end);
  const shown = shortened(text.slice(start, stop));
  return `${start > 0 ? '… ' : ''}${shown}${stop < text.length && !shown.endsWith('…') ? ' …' : ''}`;
}

function equalStart(one: string, other: string): number {
  const length = Math.min(one.length, other.length);
  let at = 0;
  while (at < length && one[at] === other[at]) at += 1;
  return at;
}

function equalEnd(one: string, other: string): number {
  const length = Math.min(one.length, other.length);
  let count = 0;
  while (count < length && one.at(-1 - count) === other.at(-1 - count)) count += 1;
  return count;
}

function wordStart(text: string, at: number): number {
  if (at <= 0) return 0;
  const found = text.lastIndexOf(' ', at) + 1;
  return at - found < LONG_WORD ? found : whole(text, at);
}

function wordEnd(text: string, at: number): number {
  const found = text.indexOf(' ', at);
  const end = found < 0 ? text.length : found;
  return end - at < LONG_WORD ? end : whole(text, at);
}

/** The place itself, or the one before it where a character lies across. */
function whole(text: string, at: number): number {
  return /[\uDC00-\uDFFF]/.test(text[at] ?? '') ? at - 1 : at;
}

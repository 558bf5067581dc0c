/** What a cell says: many values, yes or no, withheld. */

/** Many values in a cell stand by line break or `|`. */
export function manyValues(cell: string | undefined): string[] {
  const values = (cell ?? '').split(/[\n|]/).map((value) => value.trim());
  return [...new Set(values.filter((value) => value !== ''))];
}

/** `***`: the export hid the value from the person who made it. */
export function isWithheld(cell: string | undefined): boolean {
  return /^\*{3,}$/.test((cell ?? '').trim());
}

/** "-" and the like: somebody looked, and there is nothing. */
export function isDash(cell: string | undefined): boolean {
  return /^[-–—]+$/.test((cell ?? '').trim());
}

/** "✓ Ja", "⨉ Nei", ja, nei, yes, no, SANN, USANN; anything else is unknown, not false. */
export function yesOrNo(cell: string | undefined): boolean | undefined {
  const word = (cell ?? '').toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
  if (['ja', 'yes', 'sann', 'true', '1', 'x'].includes(word)) return true;
  if (['nei', 'no', 'usann', 'false', '0'].includes(word)) return false;
  return undefined;
}

/** A text that every match of a regular expression begins with: what does not hold it needs no automaton. */

// Letters whose other case is in toLowerCase, `ſ` apart: RE2 takes it for an s.
const START = /^\^?([A-Za-z0-9 æøåÆØÅéÉäÄöÖüÜ]{2,})(.?)/s;
const LONG_S = 'ſ';

/** False only for texts that the pattern does not match. Undefined when nothing is known. */
export function prefilter(
  pattern: string,
  isCaseInsensitive: boolean,
): ((text: string) => boolean) | undefined {
  // Another branch may begin otherwise.
  if (pattern.includes('|')) return undefined;
  const [, run = '', next = ''] = START.exec(pattern) ?? [];
  // A quantifier that allows none makes the last letter optional.
  const start = '*?{'.includes(next) && next !== '' ? run.slice(0, -1) : run;
  if (start === '') return undefined;
  if (!isCaseInsensitive) return (text) => text.includes(start);
  const lower = start.toLowerCase();
  return (text) => text.toLowerCase().includes(lower) || text.includes(LONG_S);
}

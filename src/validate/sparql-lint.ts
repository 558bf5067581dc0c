/** What a `sh:select` may not hold, found in its text: no parser is needed for a profile that has no query. */

/** Comments, strings and IRIs, in which no word counts. */
const OPAQUE =
  /"""[^]*?"""|'''[^]*?'''|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|<[^<>\s]*>|#[^\n]*/g;
/** Refused by SHACL 5.2.1, or without a meaning where the data are one graph. */
const REFUSED = /(?<![\w:$?.-])(?:MINUS|VALUES|SERVICE|GRAPH|FROM)(?![\w:.-])/i;
/** SHACL lets an engine leave these out (5.2.1). */
const NOT_BOUND = /[$?](?:shapesGraph|currentShape)\b/;
const REBOUND = /\bAS\s+[$?]this\b/i;
const SELECTS_THIS = /\bSELECT\b[^{]*(?:[$?]this\b|\*)/i;

/** The construct that cannot be checked; undefined for a text that may be tried. */
export function queryFault(text: string | undefined): string | undefined {
  if (text === undefined) return 'sh:select (∅)';
  const words = text.replace(OPAQUE, (found) => (found.startsWith('#') ? ' ' : '<>'));
  const found = (REFUSED.exec(words) ?? NOT_BOUND.exec(words) ?? REBOUND.exec(words))?.[0];
  if (found !== undefined) return `sh:select: ${found}`;
  return SELECTS_THIS.test(words) ? undefined : 'sh:select: SELECT $this';
}

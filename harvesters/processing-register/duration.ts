/** "5 år", "6 måneder", "30 dager etter innlevering" → ISO 8601 duration. A text with two periods, or one that says more, is none. */
const PERIOD = /(\d{1,3})\s*(år|mnd|måned(?:er)?|månad(?:ar)?|uker?|veker?|dager?|dagar?|døgn)/giu;
const WHOLE =
  /^(?:ca\.?\s*|inntil\s*|slettes etter\s*)?\d{1,3}\s*\p{L}+\.?(?:\s+(?:etter|frå|fra)\s.*)?$/isu;

export function parseDuration(text: string): string | undefined {
  const [first, ...others] = [...text.matchAll(PERIOD)];
  if (!first || others.length > 0 || !WHOLE.test(text.trim())) return undefined;
  const [, number = '', word = ''] = first;
  const unit = word.toLowerCase();
  if (unit === 'år') return `P${number}Y`;
  if (unit.startsWith('m')) return `P${number}M`;
  // xsd:duration has no weeks.
  return unit.startsWith('u') || unit.startsWith('v') ? `P${Number(number) * 7}D` : `P${number}D`;
}

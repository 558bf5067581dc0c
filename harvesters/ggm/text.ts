/** Texts of GGM as people may read them (model.md 8.2, rule 6): no template notes, no tags, no entities. Never raw HTML. */

/** What a tool wrote where nobody had written anything. */
const NOTHING = /^(?:<memo>|nan|none|<niet gespecificeerd>)?$/i;
const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
};

/** Undefined when nothing is left. */
export function cleanText(raw: string | undefined): string | undefined {
  const text = decodeEntities(
    (raw ?? '')
      .replace(/#NOTES#[^]*$/, '')
      .replace(/<(?:memo|niet gespecificeerd)>/gi, ' ')
      // A tag begins with a letter: "< 5 jaar" is text.
      .replace(/<\/?[a-z][^>]*>/gi, (tag) =>
        /^<\/?(?:p|br|li|ul|ol|div)\b/i.test(tag) ? ' ' : '',
      ),
  )
    .replace(/\s+/g, ' ')
    .trim();
  return NOTHING.test(text) ? undefined : text;
}

function decodeEntities(text: string): string {
  return text.replace(/&(?:#(\d{1,6})|#x([0-9a-f]{1,6})|([a-z]{2,6}));/gi, (whole, ...found) => {
    const [decimal, hexadecimal, name] = found as (string | undefined)[];
    if (name !== undefined) return NAMED[name.toLowerCase()] ?? whole;
    const point = Number.parseInt(decimal ?? hexadecimal ?? '', decimal === undefined ? 16 : 10);
    return point > 0 && point <= 0x10ffff ? String.fromCodePoint(point) : whole;
  });
}

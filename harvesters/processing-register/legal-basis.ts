/** "Artikkel 6 nr. 1 bokstav e", "art. 9(2)(h)", "6.1.c" → A6-1-e, A9-2-h, A6-1-c (GDPR articles 6 and 9). */
const LETTER = '\\(?\\s*[a-j](?![\\p{L}\\p{N}])\\)?';
const PROVISION = new RegExp(
  // Only after the word article or at the start: "§ 3-6 nr. 1 bokstav b" is another law's.
  `(?:^|(?<![\\p{L}])(?:artikkel|article|art\\.?))\\s*([69])\\s*(?:[.,(]|,?\\s*(?:nr\\.?|ledd|para\\w*))?` +
    `\\s*([12])\\s*\\)?\\s*[.,]?\\s*(?:bokstav|litra|letter|lit\\.?)?\\s*` +
    `(${LETTER}(?:\\s*(?:,|/|og|eller|and|or)\\s*(?:bokstav\\s*)?${LETTER})*)`,
  'giu',
);

const LETTERS: Readonly<Record<string, string>> = { '6-1': 'abcdef', '9-2': 'abcdefghij' };

/** Local names in the namespace of DPV's GDPR extension; empty when the text names no such provision. */
export function parseLegalBases(text: string): string[] {
  const found = [...text.trim().matchAll(PROVISION)].flatMap(([, article, paragraph, letters]) => {
    const number = `${article ?? ''}-${paragraph ?? ''}`;
    const named = letters?.toLowerCase().match(/(?<!\p{L})[a-j](?!\p{L})/gu) ?? [];
    return named
      .filter((letter) => LETTERS[number]?.includes(letter))
      .map((letter) => `A${number}-${letter}`);
  });
  return [...new Set(found)].sort();
}

/** The General Data Protection Regulation by the names that rows use for it. */
export function isGdpr(law: string): boolean {
  return /personvernforordning|gdpr|2016\/679/i.test(law);
}

const NAMES_LAW = /lov(?:en|a|er)?(?![\p{L}])|forskrift|§/iu;
/** "Helse- og omsorgstjenesteloven" is one law; "… og pasientjournalloven § 8" begins another. */
const NEXT_LAW =
  /\s*[;\n]\s*|(?<!-)\s+og\s+(?=\p{L}[\p{L}-]*(?:loven|lova|forskriften)(?![\p{L}]))/iu;

/** The special laws that a free text names. */
export function parseLaws(text: string): string[] {
  return text
    .split(NEXT_LAW)
    .map((one) => one.replace(/[.\s]+$/, '').trim())
    .filter((one) => NAMES_LAW.test(one) && !isGdpr(one));
}

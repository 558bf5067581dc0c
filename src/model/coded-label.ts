/**
 * Display labels such as "3 👌 Moderne og modent" (sources.md 1.5): the digit is stable, emoji and wording are not.
 */
export interface CodedLabel {
  readonly digit: string;
  readonly text: string;
}

export function stripEmoji(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\p{Extended_Pictographic}\u{FE0F}\u{200D}]/gu, '')
    .replace(/\s+/g, ' ')
    .trim();
}

/** "🟡3 Moderat" and "3 🟡 Moderat" both give digit 3 and text Moderat; no digit gives undefined. */
export function parseCodedLabel(text: string): CodedLabel | undefined {
  const found = /^\D*(\d)\s*(.*)$/s.exec(stripEmoji(text));
  return found ? { digit: found[1] ?? '', text: (found[2] ?? '').trim() } : undefined;
}

export function foldLabel(text: string): string {
  return stripEmoji(text).toLowerCase();
}

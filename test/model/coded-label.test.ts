/** Labels as the register prints them: the digit is stable, emoji and wording are not (sources.md 1.5). */
import { expect, test } from 'vitest';
import { foldLabel, parseCodedLabel, stripEmoji } from '../../src/model/coded-label.js';

const ROWS = [
  '0 Ikke vurdert',
  '1 💡 Under anskaffelse/utvikling',
  '2 🤞 Nytt og moderne, men fortsatt litt umodent',
  '3 👌 Moderne og modent',
  '4 👍 Modent, men ikke lengre moderne',
  '5 ☢️ Bør/skal byttes ut',
  '6 💾 Ute av bruk, men tilgjengelig',
  '7 ❌ Fullstendig avviklet',
  '8 ❓ Ukjent',
  '1 🟢 Åpen',
  '2 🟡 Intern',
  '3 🔴 Beskyttet',
  '4 🔴 Strengt beskyttet',
  '5 🔴 Gradert',
  '0 ?',
  '5 🔴 Svært alvorlig',
  '4 🔴 Alvorlig',
  '3 🟡 Moderat',
  '2 🟢 Lav',
  '1 🟢 Ubetydelig',
  '🔴5 Svært alvorlig',
  '🔴4 Alvorlig',
  '🟡3 Moderat',
  '🟢2 Lav',
  '🟢1 Ubetydelig',
];
const digitOf = (row: string): string => /\d/.exec(row)![0];
const wordsOf = (row: string): string => /[\p{L}?].*$/u.exec(row)![0];

test.each(ROWS)('%j gives its digit and its words', (row) => {
  expect(parseCodedLabel(row)).toEqual({ digit: digitOf(row), text: wordsOf(row) });
});

test.each(ROWS)('%j means the same without emoji', (row) => {
  const bare = `${digitOf(row)} ${wordsOf(row)}`;
  expect(stripEmoji(bare)).toBe(bare);
  expect(parseCodedLabel(bare)).toEqual(parseCodedLabel(row));
});

test.each(ROWS)('%j with changed words keeps its digit', (row) => {
  const changed = row.replace(wordsOf(row), 'Et helt nytt ord');
  expect(parseCodedLabel(changed)).toEqual({ digit: digitOf(row), text: 'Et helt nytt ord' });
});

test.each([
  ['9 🆕 Noe nytt', { digit: '9', text: 'Noe nytt' }],
  ['3 👩‍💻 Moderne', { digit: '3', text: 'Moderne' }],
  ['3   👌\u00A0Moderne\n og  modent ', { digit: '3', text: 'Moderne og modent' }],
  ['5 ☢\uFE0F Bo\u0308r', { digit: '5', text: 'Bör' }],
  ['3', { digit: '3', text: '' }],
])('%j is read as %j', (text, expected) => {
  expect(parseCodedLabel(text)).toEqual(expected);
});

test.each(['', '?', 'Moderne og modent', '🟡', 'VIRKSOMHETSSYSTEM'])(
  '%j has no digit and so no code',
  (text) => {
    expect(parseCodedLabel(text)).toBeUndefined();
  },
);

test('labels are compared without emoji, blanks and case', () => {
  expect(foldLabel(' 🔴  Svært   ALVORLIG ')).toBe('svært alvorlig');
});

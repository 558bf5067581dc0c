/** The message catalogue: whole in three languages, and neither too long nor too short for the program. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { LANGUAGES, fillLangText, type LangText } from '../../src/model/lang-text.js';
import type { Message } from '../../src/model/message.js';
import { MESSAGES } from '../../src/model/messages.js';

const ENTRIES: readonly (readonly [string, Message])[] = Object.entries(MESSAGES);
const ROOT = join(import.meta.dirname, '../..');

function sources(): string {
  return ['src', 'harvesters', 'site']
    .flatMap((folder) =>
      readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
        .filter((name) => name.endsWith('.ts') && !/messages-[a-z]+\.ts$/.test(name))
        .map((name) => readFileSync(join(ROOT, folder, name), 'utf8')),
    )
    .join('\n');
}
const placeholders = (text: string): string[] =>
  [...new Set([...text.matchAll(/\{([^{}]*)\}/g)].map((found) => found[1]!))].sort();

test('every text is there in nb, nn and en', () => {
  const empty = ENTRIES.flatMap(([code, { message, hint }]) =>
    [message, ...(hint ? [hint] : [])].flatMap((text) =>
      LANGUAGES.filter((language) => text[language].trim() === '').map((one) => `${code} ${one}`),
    ),
  );
  expect(empty).toEqual([]);
});

test('the three languages of a text have the same placeholders, named by letters', () => {
  for (const [code, { message, hint }] of ENTRIES) {
    for (const text of [message, hint].filter((one): one is LangText => one !== undefined)) {
      const [nb, nn, en] = LANGUAGES.map((language) => placeholders(text[language]));
      expect({ code, nn, en }).toEqual({ code, nn: nb, en: nb });
      expect({ code, odd: nb!.filter((name) => !/^[a-zA-Z]+$/.test(name)) }).toEqual({
        code,
        odd: [],
      });
    }
  }
});

test('codes are in capitals', () => {
  expect(ENTRIES.map(([code]) => code).filter((code) => !/^[A-Z][A-Z_]+$/.test(code))).toEqual([]);
});

test('no code is unused', () => {
  const text = sources();
  expect(ENTRIES.map(([code]) => code).filter((code) => !text.includes(`'${code}'`))).toEqual([]);
});

test('no code is missing', () => {
  const used = sources().matchAll(
    /(?:issue|new CatalogError|isCatalogError)\(\s*(?:error, )?'([A-Z_]+)'/g,
  );
  const known = new Set(ENTRIES.map(([code]) => code));
  const missing = [...used].map((found) => found[1]!).filter((code) => !known.has(code));
  expect(missing).toEqual([]);
});

test('a parameter fills every language; an unknown placeholder stays, so that a mistake shows', () => {
  const text = { nb: '{a} og {b}', nn: '{a} og {b}', en: '{a} and {b}' };
  expect(fillLangText(text, { a: '{b}$&' })).toEqual({
    nb: '{b}$& og {b}',
    nn: '{b}$& og {b}',
    en: '{b}$& and {b}',
  });
});

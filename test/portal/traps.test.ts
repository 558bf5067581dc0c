/** The table of traps is whole, and the guide lists the same. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { LANGUAGES } from '../../src/model/lang-text.js';
import { TRAPS } from '../../src/portal/traps/table.js';
import { trapTable } from './trap-table.js';

const ROOT = join(import.meta.dirname, '..', '..');

test('the guide lists every trap, in the words of the program', () => {
  const guide = readFileSync(join(ROOT, 'docs/guide/portals.md'), 'utf8');
  const squeezed = (text: string): string =>
    text
      .replace(/ +/g, ' ')
      .replace(/-{3,}/g, '---')
      .replace(/\| --- /g, '|---');
  for (const line of trapTable(TRAPS).split('\n').slice(2)) expect(squeezed(guide)).toContain(line);
});

test('each trap says what happens and what to do in nb, nn and en, and has a name of its own', () => {
  for (const { says, fix } of Object.values(TRAPS))
    for (const language of LANGUAGES)
      expect([says[language], fix[language]].every((text) => text.endsWith('.'))).toBe(true);
  const names = Object.entries(TRAPS).map(([id, { name }]) => `${id.split('-')[0] ?? ''} ${name}`);
  expect(new Set(names).size).toBe(names.length);
});

test('every trap has a fixture that names it', () => {
  const tests = readdirSync(import.meta.dirname).filter((file) => file.endsWith('.test.ts'));
  const text = tests
    .map((file) => readFileSync(join(import.meta.dirname, file), 'utf8'))
    .join('\n');
  expect(Object.keys(TRAPS).filter((id) => !text.includes(`'${id}'`))).toEqual([]);
});

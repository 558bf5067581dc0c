import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readTexts } from '../../site/translator.js';
import { jsonForHtml } from '../../site/render.js';

const SITE = join(import.meta.dirname, '..', '..', 'site');
const sources = readdirSync(SITE, { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.(ts|hbs)$/.test(file))
  .map((file) => readFileSync(join(SITE, file), 'utf8'));

test('N3 nb, nn and en have the same keys, the same parameters, and no empty text', () => {
  const [nb, nn, en] = [readTexts('nb'), readTexts('nn'), readTexts('en')];
  expect(Object.keys(nn)).toEqual(Object.keys(nb));
  expect(Object.keys(en)).toEqual(Object.keys(nb));
  const parameters = (text = ''): string[] =>
    [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? '').sort();
  for (const [key, text] of Object.entries(nb)) {
    expect([key, text.trim(), nn[key]?.trim(), en[key]?.trim()]).not.toContain('');
    expect([key, parameters(nn[key])]).toEqual([key, parameters(text)]);
    expect([key, parameters(en[key])]).toEqual([key, parameters(text)]);
  }
});

test('every text that code and templates name exists', () => {
  const nb = readTexts('nb');
  const named = sources.flatMap((source) => [
    ...[...source.matchAll(/\bt\('([\w.:]+)'/g), ...source.matchAll(/\{\{#?t "([\w.:]+)"/g)].map(
      ([, key]) => key ?? '',
    ),
    ...[...source.matchAll(/\bcount\('([\w.:]+)'/g)].flatMap(([, key]) => [
      `${key}.one`,
      `${key}.other`,
    ]),
  ]);
  expect(named.length).toBeGreaterThan(100);
  expect(named.filter((key) => nb[key] === undefined)).toEqual([]);
});

test('X1 no template writes unescaped text', () => {
  for (const source of sources) expect(source).not.toMatch(/\{\{\{[a-z#>]/);
  expect(jsonForHtml('</script><!--&\u2028')).toBe(
    '"\\u003c/script\\u003e\\u003c!--\\u0026\\u2028"',
  );
});

/** `npm run quality` over a small published catalogue: what it says, to whom, and how it ends. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { QualityReport } from '../../src/model/quality-report.js';
import { parseTurtle } from '../../src/rdf/parse.js';
import { run, type Ran } from '../support/cli.js';
import { tinyCatalogue, TINY_BASE, type TinyCatalogue } from '../support/tiny-catalogue.js';

let catalogue: TinyCatalogue;
const root = mkdtempSync(join(tmpdir(), 'datavev-quality-'));
const quality = (...argv: string[]): Promise<Ran> => run(['quality', ...argv], catalogue);

beforeAll(async () => {
  catalogue = tinyCatalogue({}, root);
  expect((await run(['harvest'], catalogue)).code).toBe(0);
  expect((await run(['publish'], catalogue)).code).toBe(0);
});

afterAll(() => {
  rmSync(root, { recursive: true, force: true });
});

describe('the table', () => {
  test('says what was measured, and how many datasets no portal sees', async () => {
    const { code, out } = await quality('--by', 'dataset');
    expect(code).toBe(0);
    expect(out.split('\n')[0]?.replace(/revisjon \d/, 'revisjon N')).toBe(
      'Målt: 2 offentlige datasett i revisjon N, slik portalene ser dem. 1 datasett er ikke offentlige og gir ingen poeng. 0 serier måles ikke av portalene.',
    );
  });

  test('gives each publisher a line, all of them one, and what lifts most', async () => {
    const { out } = await quality('--lang', 'nn');
    const lines = out.split('\n').filter((line) => / \d+ %/.test(line));
    expect(lines.map((line) => line.split('   ')[0])).toEqual([
      'Eksempel kommune',
      'Heile utvalet',
    ]);
    expect(out).toContain(
      'Legg til dekningsperiode på 2 datasett: +20 kvar, +20 på snittet; eigar: Eksempel kommune (2)',
    );
  });
});

describe('other forms', () => {
  test('JSON is the report, with what is held back', async () => {
    const { out } = await quality('--format', 'json');
    const report = JSON.parse(out) as QualityReport & { heldBack: number };
    expect([report.heldBack, report.datasets.length]).toEqual([1, 2]);
    expect(report.datasets.map(({ title }) => title)).toEqual(['Badeplasser', 'Bygdebok']);
  });

  test('Turtle holds the measurements of the public datasets alone', async () => {
    const { out } = await quality('--format', 'turtle');
    const { quads } = parseTurtle(out, { file: 'ut.ttl' });
    const measured = new Set(
      quads
        .filter(({ predicate }) => predicate.value.endsWith('computedOn'))
        .map(({ object }) => object.value.split('/').at(-2)),
    );
    expect([...measured].sort()).toEqual(['datasett', 'distribusjon']);
    expect(out).not.toContain(`${TINY_BASE}id/datasett/lonn`);
  });

  test('the trend is a line a change', async () => {
    const { code, out } = await quality('--trend');
    expect(code).toBe(0);
    expect(out).toMatch(
      /^2026-11-22 12:00 {3}2 datasett {3}data\.norge\.no \d+\.\d \/ 360\.0 \(\d+ %\)/,
    );
    expect((await run(['publish', '--force'], catalogue)).code).toBe(0);
    expect((await quality('--trend')).out.split('\n')).toHaveLength(2);
  });
});

describe('who', () => {
  test('an owner is found by a part of its name', async () => {
    const { code, out } = await quality('--owner', 'eksempel', '--by', 'catalogue');
    expect(code).toBe(0);
    expect(out.split('\n')[0]).toMatch(
      /^Målt: 2 offentlige datasett i revisjon \d, slik portalene ser dem\.$/,
    );
  });

  test('an owner of nothing is a usage error with the nearest name', async () => {
    const { code, out, err } = await quality('--owner', 'Eksempel kommue');
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain(
      'Ingen utgiver av offentlige datasett heter «Eksempel kommue». Mente du «Eksempel kommune»?',
    );
  });
});

describe('what cannot be done', () => {
  test.each([
    [['--by', 'system'], 'Ukjent gruppering «system»; velg dataset, publisher eller catalogue.'],
    [['--format', 'xml'], 'Ukjent format «xml»; velg text, json eller turtle.'],
  ])('%j is a usage error', async (argv, message) => {
    const { code, err } = await quality(...argv);
    expect(code).toBe(2);
    expect(err).toContain(message);
  });

  test('nothing published is nothing measured', async () => {
    const { code, err } = await run(['quality'], tinyCatalogue());
    expect(code).toBe(2);
    expect(err).toContain('Ingen revisjon er publisert ennå.');
  });
});

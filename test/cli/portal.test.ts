/** `npm run portal` over a small published catalogue: what it says of it, of another address, and how it ends. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { PortalReport } from '../../src/model/portal-report.js';
import { feed, KEYS, PREFIXES } from '../portal/catalogue-turtle.js';
import { portalServer } from '../portal/portal-server.js';
import { run, type Ran } from '../support/cli.js';
import { tinyCatalogue, type TinyCatalogue } from '../support/tiny-catalogue.js';

let catalogue: TinyCatalogue;
const root = mkdtempSync(join(tmpdir(), 'datavev-portal-'));
const portal = (...argv: string[]): Promise<Ran> => run(['portal', ...argv], catalogue);

beforeAll(async () => {
  catalogue = tinyCatalogue({}, root);
  expect((await run(['harvest'], catalogue)).code).toBe(0);
  const { code, err } = await run(['publish'], catalogue);
  expect([code, err.includes('I morgen på data.norge.no: første gang, 2 nye')]).toEqual([0, true]);
});

afterAll(() => {
  rmSync(root, { recursive: true, force: true });
});

describe('another address', () => {
  test('in order: one line, no trap, exit 0', async () => {
    const server = await portalServer({ '/feed.ttl': feed(KEYS) });
    const { code, out } = await portal('fdk', '--against', `${server.origin}/feed.ttl`);
    await server.close();
    expect(code).toBe(0);
    expect(out.split('\n')[0]).toBe(
      'I morgen på data.norge.no: første gang, 5 nye, 0 konflikter, 0 uten katalog. Poeng 170 av 365.',
    );
    expect(out).not.toMatch(/FDK-/);
  });

  test('with a trap that hurts: what happens, what to do, and exit 1', async () => {
    const text = feed(KEYS, 'd:glemt a dcat:Dataset ; dct:title "Glemt"@nb .');
    const server = await portalServer({ '/feed.ttl': text });
    const { code, out } = await portal(
      'fdk',
      '--lang',
      'en',
      '--against',
      `${server.origin}/feed.ttl`,
    );
    await server.close();
    expect(code).toBe(1);
    expect(out).toContain('first time, 6 new');
    expect(out).toContain('1 without a catalogue');
    expect(out).toContain('✖ FDK-22 orphan (hurts): No catalogue names the dataset.');
    expect(out).toContain('→ Name each dataset by dcat:dataset in the catalogue');
  });

  test('that cannot be read: nothing is updated, exit 1', async () => {
    const server = await portalServer({ '/feed.ttl': `${PREFIXES}d:a d:b` });
    const { code, out } = await portal(
      'fdk',
      '--lang',
      'nn',
      '--against',
      `${server.origin}/feed.ttl`,
    );
    await server.close();
    expect([code, out.split('\n')[0]]).toEqual([
      1,
      `I morgon på data.norge.no: kan ikkje lesast (${server.origin}/feed.ttl). Ingenting blir oppdatert.`,
    ]);
  });

  test('that answers 404: every portal says so, the high-value report too, exit 1', async () => {
    const server = await portalServer({ '/feed.ttl': feed(KEYS) });
    const url = `${server.origin}/borte.ttl`;
    const { code, out, err } = await portal('all', '--against', url);
    await server.close();
    expect([code, err]).toEqual([1, '']);
    expect(out.match(/^I morgen på .*: kan ikke leses/gm)).toHaveLength(3);
    expect(out).toContain(`✖ Datasett av høy verdi: katalogen kan ikke leses (${url}: 404).`);
  });

  test('of a catalogue: the high-value report reads all of it, and as CSV its faults stand apart', async () => {
    const server = await portalServer({ '/katalog': feed(KEYS) });
    const base = `${server.origin}/`;
    const read = await portal('hvd', '--against', base);
    await server.close();
    expect([read.code, read.out]).toEqual([
      0,
      'Ingen datasett er merket som datasett av høy verdi.\n',
    ]);
    const { code, out, err } = await portal('hvd', '--csv', '--against', base);
    expect([code, out]).toEqual([1, '']);
    expect(err).toContain(`katalogen kan ikke leses (${base}katalog: `);
  });

  test('blank nodes are shown by what they say, with their own words', async () => {
    const text = feed(KEYS, '[] a dcat:Dataset ; dct:title "Uten adresse"@nb .');
    const server = await portalServer({ '/feed.ttl': text });
    const { out } = await portal('all', '--against', `${server.origin}/feed.ttl`);
    await server.close();
    const shown = out.match(/^ {6}\[ dct:title "Uten adresse" … \]$/gm);
    expect(shown).toHaveLength(4); // FDK-21, FDK-26, EU-15 and REG-04
  });

  test('--dry-run remembers nothing, as JSON it is the report', async () => {
    const server = await portalServer({ '/x.ttl': feed(KEYS) });
    const url = `${server.origin}/x.ttl`;
    const { out } = await portal('register', '--json', '--dry-run', '--against', url);
    await server.close();
    const report = JSON.parse(out) as PortalReport;
    expect(report.portals.map(({ portal: id, members, traps }) => [id, members, traps])).toEqual([
      ['register', 5, []],
    ]);
  });
});

describe('publishing', () => {
  test('writes what is public of the judgement, without a past and without a clock', () => {
    const file = join(catalogue.varFolder, 'eksempel', 'current', 'public', 'portaler.json');
    const { portals } = JSON.parse(readFileSync(file, 'utf8')) as PortalReport;
    expect(portals[0]?.members).toBe(2);
    expect(portals.every((one) => !('changes' in one) && !('score' in one))).toBe(true);
  });
});

describe('usage', () => {
  test.each([
    [['fdkk'], 'Ukjent portal «fdkk» (fdk?)'],
    [['--against', 'ftp://x.example/'], '--against tar nummeret på en revisjon'],
    [['fdk', '--csv'], '--csv gjelder bare hvd'],
    [['fdk', '--against', '999'], 'Revisjon 999 ligger ikke på disken'],
  ])('%j', async (argv, text) => {
    const { code, err } = await portal(...argv);
    expect([code, err.includes(text)]).toEqual([2, true]);
  });
});

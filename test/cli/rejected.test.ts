/** An edit that makes a record unreadable, or is not harvested yet: said where a steward looks. */
import { rmSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { run } from '../support/cli.js';
import { asData, harvested, shacl } from '../support/shacl-world.js';
import { TINY_DATASETS, type TinyCatalogue } from '../support/tiny-catalogue.js';

/** Enough rows for one of them to be wrong: a table with many wrong rows fails as a whole. */
const MANY = `${TINY_DATASETS}${Array.from(
  { length: 120 },
  (_, at) => `fyll-${at};Fyll ${at};;;;310000006;;;;;;;;\n`,
).join('')}`;

function write(catalogue: TinyCatalogue, name: string, text: string): void {
  writeFileSync(join(catalogue.folder, 'datasets', name), text);
}

async function withBrokenRow(): Promise<TinyCatalogue> {
  const catalogue = await harvested({ 'datasets/datasett.csv': MANY });
  write(catalogue, 'datasett.csv', MANY.replace('Village book;', ''));
  return catalogue;
}

test.each([
  ['nb', '«Bygdebok» · ', 'Posten kan ikke brukes: ', '→ Rett posten i kilden.'],
  ['nn', '«Bygdebok» · ', 'Posten kan ikkje brukast: ', '→ Rett posten i kjelda.'],
  ['en', '«Bygdebok» · ', 'The record cannot be used: ', '→ Mend the record at the source.'],
])('harvest names what it rejected, in %s', async (language, title, reason, hint) => {
  const { out } = await run(
    ['harvest', 'datasett', '--accept', '--lang', language],
    await withBrokenRow(),
  );
  const lines = out.split('\n').map((line) => line.trim());
  const at = lines.findIndex((line) => line.startsWith('✖'));
  expect(lines[at]).toMatch(new RegExp(`^✖ ${title}\\S*datasets/datasett\\.csv:3$`));
  expect(lines[at + 1]).toContain(reason);
  expect(lines[at + 2]).toBe(hint);
});

test.each([
  ['nb', 'Forrige vellykkede høsting, som gjelder: 126 lest = 124 oversatt + 2 avvist · '],
  ['nn', 'Førre vellykka hausting, som gjeld: 126 lesne = 124 omsette + 2 avviste · '],
  ['en', 'The last good harvest, which stands: 126 read = 124 mapped + 2 rejected · '],
])(
  'a harvest that fails tells what stands, and no old rejection, in %s',
  async (language, words) => {
    const catalogue = await withBrokenRow();
    await run(['harvest', '--accept'], catalogue);
    rmSync(join(catalogue.folder, 'datasets/datasett.csv'));
    const { code, out } = await run(['harvest', 'datasett', '--lang', language], catalogue);
    expect(code).toBe(1);
    expect(out).toContain(words);
    expect(out.match(/✖/g)).toHaveLength(1);
  },
);

test('harvest names ten, and counts the rest', async () => {
  const rows = Array.from({ length: 12 }, (_, at) => `rad-${at};borte;Uten datasett;;CSV;;;;;`);
  const catalogue = await harvested();
  const head =
    'distribusjon_id;datasett_id;tittel_nb;tittel_en;format;medietype;lisens;fil;status;postklasse';
  write(catalogue, 'distribusjoner.csv', `${head}\n${rows.join('\n')}\n`);
  const { out } = await run(['harvest', 'datasett', '--accept'], catalogue);
  expect(out.match(/ {2}✖ distribusjon rad-/g)).toHaveLength(10);
  expect(out).toContain('  … og 2 til: npm run -s shacl -- datasett --severity warning\n');
});

test('a rejected record is still found by its title, with its owner, harvest after harvest', async () => {
  const catalogue = await withBrokenRow();
  for (let times = 0; times < 2; times++) {
    await run(['harvest', '--accept'], catalogue);
    const { findings } = await asData(catalogue, 'Bygdebok', 'RECORD_MALFORMED');
    expect(findings).toMatchObject([
      { label: 'Bygdebok', owner: 'Eksempel kommune', origin: 'datasets/datasett.csv#L3' },
    ]);
  }
  write(catalogue, 'datasett.csv', MANY);
  await run(['harvest'], catalogue);
  expect((await asData(catalogue, 'RECORD_MALFORMED')).findings).toEqual([]);
});

test('nothing is kept of the title of what turned out to be graded', async () => {
  const catalogue = await harvested();
  write(catalogue, 'datasett.csv', TINY_DATASETS.replace('Intern;Intern', 'HEMMELIG;Intern'));
  const { out } = await run(['harvest'], catalogue);
  expect(out).not.toContain('Lønnskjøring');
  expect(out).toContain('✖ datasett lonn · ');
});

test.each([
  ['nb', 'datasets/datasett.csv er endret etter siste høsting (2026-11-22 13:00:00)'],
  ['nn', 'datasets/datasett.csv er endra etter siste hausting (2026-11-22 13:00:00)'],
  ['en', 'datasets/datasett.csv was changed after the last harvest (2026-11-22 13:00:00)'],
])('a file that was edited since the harvest is said first, in %s', async (language, words) => {
  const catalogue = await harvested();
  const later = new Date('2026-11-22T12:00:01Z');
  utimesSync(join(catalogue.folder, 'datasets/datasett.csv'), later, later);
  const { err } = await shacl(catalogue, '--lang', language);
  expect(err.startsWith(`! ${words}`)).toBe(true);
  expect(err).toContain('npm run -s harvest -- datasett\n');
});

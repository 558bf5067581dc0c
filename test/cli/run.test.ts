/** harvest, publish, shacl and doctor over a tiny catalogue: what they say and the codes they end with. */
import { existsSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { HarvestReport } from '../../src/harvest/harvest-report.js';
import { run } from '../support/cli.js';
import { snapshot } from '../support/harvest-world.js';
import { TINY_BASE, TINY_DATASETS, tinyCatalogue } from '../support/tiny-catalogue.js';

test.each([
  [
    'nb',
    '✓ datasett: endret\n  6 lest = 6 oversatt + 0 avvist · +6 nye, ~0 endret, −0 fjernet, 0 uendret\n',
    'Henter Datasettlisten\n',
  ],
  [
    'nn',
    '✓ datasett: endra\n  6 lesne = 6 omsette + 0 avviste · +6 nye, ~0 endra, −0 fjerna, 0 uendra\n',
    'Hentar Datasettlista\n',
  ],
  [
    'en',
    '✓ datasett: changed\n  6 read = 6 mapped + 0 rejected · +6 new, ~0 changed, −0 removed, 0 unchanged\n',
    'Fetching Dataset list\n',
  ],
])('harvest tells in %s what it read', async (language, out, progress) => {
  const ran = await run(['harvest', 'datasett', '--lang', language], tinyCatalogue());
  expect(ran).toMatchObject({ code: 0, out });
  expect(ran.err).toContain(progress);
});

test('the language may come from the environment', async () => {
  const ran = await run(['harvest'], tinyCatalogue(), { environment: { DATAVEV_LANG: 'en' } });
  expect(ran.out).toContain('✓ kuratert: changed\n');
});

test('harvest --json gives the reports as data, and nothing else on standard output', async () => {
  const catalogue = tinyCatalogue();
  const { code, out } = await run(['harvest', '--json'], catalogue);
  const reports = JSON.parse(out) as HarvestReport[];
  expect(code).toBe(0);
  expect(reports.map(({ source, outcome, read }) => [source, outcome, read])).toEqual([
    ['datasett', 'changed', 6],
    ['kuratert', 'changed', 3],
  ]);
  expect(reports[0]!.added).toContain(`${TINY_BASE}id/datasett/badeplasser`);
});

test('a dry run says that nothing was saved, and saves nothing but the folder of the lock', async () => {
  const catalogue = tinyCatalogue();
  const ran = await run(['harvest', '--dry-run'], catalogue);
  expect(ran.err).toContain('Prøvekjøring: ingenting er lagret.\n');
  expect(readdirSync(join(catalogue.varFolder, 'eksempel'))).toEqual([]);
  await run(['harvest'], catalogue);
  const sources = join(catalogue.varFolder, 'eksempel');
  const before = snapshot(join(sources, 'sources'));
  writeFileSync(
    join(catalogue.folder, 'datasets/datasett.csv'),
    TINY_DATASETS.replace('Bygdebok;', 'Bok;'),
  );
  expect((await run(['harvest', '--dry-run'], catalogue)).out).toContain('~1 endret');
  expect(snapshot(join(sources, 'sources'))).toEqual(before);
});

test('H4 a source that fails is exit 1, with cause and way out, and the rest goes on', async () => {
  const catalogue = tinyCatalogue();
  await run(['harvest'], catalogue);
  rmSync(join(catalogue.folder, 'datasets/datasett.csv'));
  const { code, out } = await run(['harvest'], catalogue);
  expect(code).toBe(1);
  expect(out).toMatch(
    /^✖ datasett: feilet\n {2}.*datasett.* Forrige vellykkede høsting er beholdt\.\n {2}→ /,
  );
  expect(out).toContain('6 lest = 6 oversatt');
  expect(out).toContain('✓ kuratert: uendret\n');
});

test('H5 a source that shrinks is held: exit 1, until a person accepts it', async () => {
  const catalogue = tinyCatalogue();
  await run(['harvest'], catalogue);
  const one = TINY_DATASETS.split('\n').slice(0, 2).join('\n');
  writeFileSync(join(catalogue.folder, 'datasets/datasett.csv'), `${one}\n`);
  const held = await run(['harvest', 'datasett'], catalogue);
  expect(held.code).toBe(1);
  expect(held.out).toContain('✖ datasett: holdt igjen\n');
  expect(held.out).toContain('npm run harvest -- datasett --accept');
  const accepted = await run(['harvest', 'datasett', '--accept'], catalogue);
  expect(accepted.code).toBe(0);
  expect(accepted.out).toContain('−3 fjernet');
});

test('publish tells what became of every record, then that nothing has changed', async () => {
  const catalogue = tinyCatalogue();
  await run(['harvest'], catalogue);
  const first = await run(['publish'], catalogue);
  expect(first).toMatchObject({ code: 0, out: '' });
  expect(first.err).toContain(
    '  datasett: 6 lest = 5 publisert + 1 holdt tilbake (1 klasse) + 0 avvist\n' +
      '  kuratert: 3 lest = 3 publisert + 0 holdt tilbake + 0 avvist\n' +
      'Revisjon 1 er publisert: 8 av 9 poster er offentlige.\n',
  );
  const published = join(catalogue.varFolder, 'eksempel/current/public');
  expect(readFileSync(join(published, 'katalog.ttl'), 'utf8')).toContain('Badeplasser');
  expect(readFileSync(join(published, 'quads.nq'), 'utf8')).not.toMatch(/\/lonn>|Lønn/);
  expect(existsSync(join(published, 'fil/badeplasser.csv'))).toBe(true);
  expect((await run(['publish', '--lang', 'en'], catalogue)).err).toBe(
    'Nothing has changed: revision 1 stands.\n',
  );
  expect((await run(['publish', '--force', '--lang', 'nn'], catalogue)).err).toContain(
    'Revisjon 2 er publisert: 8 av 9 postar er offentlege.',
  );
});

test('a source under manual review waits until it is accepted', async () => {
  const manual = `kind: turtle
title: { nb: A, nn: A, en: A }
options: { folder: curated }
recordClass: { default: intern }
review: manual
`;
  const catalogue = tinyCatalogue({ 'sources/kuratert.yaml': manual });
  await run(['harvest'], catalogue);
  const waiting = await run(['publish'], catalogue);
  expect(waiting.err).toContain(
    'kuratert: en ny høsting venter på godkjenning. Kjør «npm run publish -- --accept kuratert».\n',
  );
  expect(waiting.err).not.toContain('kuratert: 3 lest');
  const accepted = await run(['publish', '--accept', 'kuratert'], catalogue);
  expect(accepted.err).toContain('kuratert: 3 lest = 3 publisert');
  expect(accepted.err).not.toContain('venter på godkjenning');
});

test('progress is drawn on a terminal only', async () => {
  const ran = await run(['harvest'], tinyCatalogue(), { isTerminal: true });
  expect(ran.err).toContain('\r\u001b[K[');
  expect(ran.out).not.toContain('\u001b');
});

test('doctor finds everything in place', async () => {
  const catalogue = tinyCatalogue();
  await run(['harvest'], catalogue);
  const { code, out } = await run(['doctor'], catalogue);
  expect(code).toBe(0);
  expect(out).not.toContain('✖');
  expect(out).toContain(`✓ catalog-data/eksempel: ${TINY_BASE} · datasett, kuratert\n`);
  expect(out).toContain('✓ kuratert: changed 2026-11-22T12:00:00.000Z\n');
  expect(out).toContain('✓ revisjon: –\n');
});

test('W5 doctor names a secret that is missing and never shows one that is there', async () => {
  const source = `kind: kartoteket
title: { nb: A, nn: A, en: A }
options: { baseUrl: "https://kartotek.eksempel.example/", key: "env:NOKKEL" }
recordClass: { default: intern }
`;
  const catalogue = tinyCatalogue({ 'sources/kartotek.yaml': source });
  const missing = await run(['doctor'], catalogue);
  expect(missing.code).toBe(1);
  expect(missing.out).toContain('miljøvariabelen NOKKEL er ikke satt');
  const secret = 'superhemmelig-1234567890';
  const there = await run(['doctor'], catalogue, { environment: { NOKKEL: secret } });
  expect(there.out).toContain('sources/kartotek.yaml: ');
  expect(there.out + there.err).not.toContain(secret);
});

test('doctor finds what is wrong in every catalogue, and goes on', async () => {
  const catalogue = tinyCatalogue({ '../annen/catalog.yaml': 'x: 1\n' });
  const { code, out } = await run(['doctor'], catalogue);
  expect(code).toBe(1);
  expect(out).toMatch(/✖ catalog-data\/annen: Konfigurasjonen er feil\. /);
  expect(out).toContain('✓ sources/kuratert.yaml: ok\n');
});

test('start refuses when there is nothing to serve', async () => {
  const { code, err } = await run(['start', '--serve-only'], tinyCatalogue());
  expect(code).toBe(2);
  expect(err).toContain(
    '✖ Ingen revisjon er publisert ennå.\n  → Kjør «npm run harvest» og så «npm run publish».\n',
  );
});

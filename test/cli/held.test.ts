/** F2: what the commands say when the portal guard holds a revision, and how a person lets it out. */
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { run } from '../support/cli.js';
import { TINY_BASE, TINY_DATASETS, tinyCatalogue } from '../support/tiny-catalogue.js';

test('publish ends with 1 and says what would go; doctor shows it; --accept alone lets it out', async () => {
  const catalogue = tinyCatalogue();
  const held = join(catalogue.varFolder, 'eksempel', 'held.json');
  await run(['harvest'], catalogue);
  expect((await run(['publish'], catalogue)).code).toBe(0);
  writeFileSync(
    join(catalogue.folder, 'datasets/datasett.csv'),
    TINY_DATASETS.replace(/^bygdebok.*\n/m, ''),
  );
  await run(['harvest', 'datasett', '--accept'], catalogue, { now: '2026-11-22T13:00:00Z' });

  const now = '2026-11-22T16:00:00Z';
  const line = `  Bygdebok (trukket av kilden): ${TINY_BASE}id/datasett/bygdebok\n`;
  const nb = await run(['publish'], catalogue, { now });
  expect(nb.code).toBe(1);
  expect(nb.err).toContain(
    `✖ Holdt tilbake: 1 av 2 datasett ville forsvunnet fra data.norge.no og de andre portalene. Den forrige revisjonen vises fortsatt.\n${line}`,
  );
  expect(nb.err).toContain('→ Skal de bort, kjør «npm run publish -- --accept».');
  for (const [language, text] of [
    ['nn', '✖ Halde tilbake: 1 av 2 datasett'],
    ['en', '✖ Held back: 1 of 2 datasets'],
  ] as const) {
    const told = await run(['doctor', '--lang', language], catalogue, { now });
    expect(told.code).toBe(1);
    expect(told.out).toContain(`✖ portaler: ${text.slice(2)}`);
  }
  expect(existsSync(held)).toBe(true);
  // A source's own acceptance is another word, and does not let this out.
  expect((await run(['publish', '--accept', 'datasett'], catalogue, { now })).code).toBe(1);

  const accepted = await run(['publish', '--accept', '--lang', 'nb'], catalogue, { now });
  expect(accepted).toMatchObject({ code: 0 });
  expect(existsSync(held)).toBe(false);
  expect((await run(['doctor'], catalogue, { now })).out).not.toContain('portaler:');
});

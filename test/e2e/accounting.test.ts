/** H16: read = published + held back + rejected holds for every source of both sample catalogues. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { SourceAccount } from '../../src/publish/accounting.js';
import { tempCatalogue } from '../support/temp-catalogue.js';

const sum = (counts: Readonly<Record<string, number | undefined>>) =>
  Object.values(counts).reduce<number>((total, one) => total + (one ?? 0), 0);

test.each(['oslo', 'trondheim'] as const)(
  'every record that was read in %s is accounted for',
  async (id) => {
    await using temp = await tempCatalogue(id);
    const reports = await temp.harvest();
    await temp.publish();
    const path = join(temp.varFolder, 'current', 'manifest.json');
    const { sources } = JSON.parse(await readFile(path, 'utf8')) as { sources: SourceAccount[] };
    expect(sources.map(({ source }) => source)).toEqual(reports.map(({ source }) => source));
    for (const report of reports) {
      expect(report.outcome, report.source).toBe('changed');
      expect(report.read).toBe(report.mapped + report.rejected);
      const account = sources.find(({ source }) => source === report.source)!;
      expect(account.read).toBe(report.read);
      expect(account.published + sum(account.heldBack) + sum(account.rejected)).toBe(account.read);
      expect(sum(account.rejected)).toBe(report.rejected);
    }
  },
);

test('the Oslo sample is rich enough to be worth browsing', async () => {
  await using temp = await tempCatalogue('oslo');
  await temp.harvest();
  const { records } = await temp.catalogue.assemble();
  const count = (type: string) => records.filter((record) => record.type === type).length;
  expect(count('system')).toBeGreaterThanOrEqual(60);
  expect(count('virksomhet')).toBeGreaterThanOrEqual(40);
  expect(count('behandling')).toBeGreaterThanOrEqual(60);
  expect(count('datasett')).toBeGreaterThanOrEqual(40);
  expect(count('datatjeneste')).toBeGreaterThanOrEqual(1);
  expect(count('serie')).toBeGreaterThanOrEqual(1);
});

/** Quality over time on `/kvalitet`: drawn, told and downloaded, from the days that are public (C6). */
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { QualityDay } from '../../../src/model/quality-trend.js';
import { loadTranslators } from '../../../site/translator.js';
import { trendSection } from '../../../site/view-models/quality-trend.js';
import type { Section } from '../../../site/view-models/page-model.js';
import { startSite, type TestSite } from '../site-server.js';

let site: TestSite;
beforeAll(async () => {
  site = await startSite();
});
afterAll(() => site.close());

/** The section, had the days been others. */
function sectionOf(trend: readonly QualityDay[] | undefined): Section | undefined {
  const catalogue = site.zones.current();
  const zone = { ...catalogue.zone, ...(trend ? { trend } : {}) };
  if (!trend) delete zone.trend;
  const context = { catalogue: { ...catalogue, zone }, text: loadTranslators().nb };
  return trendSection(context, zone.quality!)[0];
}

test('C6 the days are told without the hour, the newest first in the table', async () => {
  const html = await (await site.get('/nb/kvalitet')).text();
  const section = /<section aria-labelledby="utvikling-h".*?<\/section>/s.exec(html)?.[0] ?? '';
  const cells = [...section.matchAll(/<t[hd][^>]*>(.*?)<\/t[hd]>/gs)].map(([, cell = '']) =>
    cell.replace(/<[^>]+>/g, '').trim(),
  );
  expect(cells).toEqual([
    ...['Dato', 'data.norge.no', 'data.europa.eu', 'Antall datasett'],
    ...['22. november 2026', '219 av 365', '202,5 av 405', '3'],
    ...['20. november 2026', '146 av 365', '121,5 av 405', '2'],
  ]);
  expect(section).toContain('role="img"');
  expect(section).not.toContain('06:00');
});

test('the portals are told apart by dashes and marks, and named where their lines end', () => {
  const shapes = sectionOf(site.zones.current().zone.trend)?.picture?.shapes ?? [];
  const named = shapes.filter(({ className }) =>
    /^app-series( app-series--second)?$/.test(className),
  );
  expect(named.map(({ texts }) => texts?.[0]?.text)).toEqual([
    'data.norge.no 60 %',
    'data.europa.eu 50 %',
  ]);
});

test('the files say the same', async () => {
  const csv = await (await site.get('/kvalitet-utvikling.csv')).text();
  expect(csv).toBe(
    'dato,datasett,poeng_no,mulige_no,poeng_eu,mulige_eu\r\n' +
      '2026-11-20,2,146,365,121.5,405\r\n2026-11-22,3,219,365,202.5,405\r\n',
  );
  const json = (await (await site.get('/kvalitet-utvikling.json')).json()) as QualityDay[];
  expect(json.map(({ date, datasets }) => [date, datasets])).toEqual([
    ['2026-11-20', 2],
    ['2026-11-22', 3],
  ]);
});

test('with one measurement there is a table and a word, and no line', () => {
  const [first] = site.zones.current().zone.trend ?? [];
  const section = sectionOf([first!]);
  expect(section?.picture).toBeUndefined();
  expect(section?.empty).toMatch(/^Det er bare én måling så langt/);
  expect(section?.table?.rows).toHaveLength(1);
});

test('a revision that an older version wrote has no such section', () => {
  expect(sectionOf(undefined)).toBeUndefined();
  expect(sectionOf([])).toBeUndefined();
});

/** `npm run quality -- --coverage` over everything that is harvested, public or not. */
import { expect, test } from 'vitest';
import { run } from '../support/cli.js';
import { TINY_BASE, tinyCatalogue } from '../support/tiny-catalogue.js';

const MODEL = `
@prefix dct: <http://purl.org/dc/terms/> .
@prefix kdm: <https://w3id.org/datavev/def/kdm#> .
@prefix konf: <${TINY_BASE}kode/konfidensialitet/> .
@prefix m: <https://data.norge.no/vocabulary/modelldcatno#> .
<${TINY_BASE}id/objekttype/sak> a m:ObjectType ; dct:title "Sak"@nb , "Case"@en ; kdm:recordClass konf:apen .
`;

test('prints what there are data on and what not, before anything is published; JSON gives the same', async () => {
  const catalogue = tinyCatalogue({ 'curated/modell.ttl': MODEL });
  await run(['harvest'], catalogue);
  const text = await run(['quality', '--coverage', '--lang', 'en'], catalogue);
  expect(text.out).toContain('Coverage\n  Object types with a dataset: 0/1 (0%)\n');
  expect(text.out).toContain('  – Case\n');
  expect(text.code).toBe(0);
  const json = await run(['quality', '--coverage', '--format', 'json'], catalogue);
  expect(JSON.parse(json.out)).toMatchObject({
    tallies: { objectTypes: { met: 0, total: 1 } },
    unclassified: [],
  });
});

test('says so, and ends with 2, when nothing is harvested', async () => {
  const { code, out } = await run(['quality', '--coverage'], tinyCatalogue());
  expect([code, out]).toEqual([2, 'Katalogen har ingen modell og ingen data å måle dekning på.\n']);
});

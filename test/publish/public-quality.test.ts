/** Conformity on each dataset's own subgraph, by the portals' own profiles, and files of ours that answer. */
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { readBridgeRules } from '../../src/config/bridge-rules.js';
import { fullView } from '../../src/feed/full-view.js';
import type { BridgeRule } from '../../src/model/bridge-rule.js';
import { instant } from '../../src/model/instant.js';
import type { DatasetQuality } from '../../src/model/quality-report.js';
import { fdkBridge } from '../../src/publish/fdk-bridge.js';
import {
  ownFiles,
  portalViews,
  publicQuality,
  type PublicQuality,
} from '../../src/publish/public-quality.js';
import { GraphIndex } from '../../src/rdf/graph-index.js';
import {
  formatTrend,
  nextTrend,
  publicTrend,
  trendCsv,
  type TrendPoint,
} from '../../src/publish/quality-trend.js';
import { createValidator } from '../../src/validate/create-validator.js';
import { METRICS } from '../quality/quality-world.js';
import type { Revision } from '../../src/store/revisions.js';
import { BASE } from '../support/harvest-world.js';
import { tempFolder, writeFiles } from '../support/temp-folder.js';
import { id, turtle } from '../support/turtle.js';

const ROOT = join(import.meta.dirname, '..', '..');
const RULES = readBridgeRules(join(ROOT, 'shapes'));
const validator = createValidator({
  shapesFolder: join(ROOT, 'shapes'),
  ontologyFolder: join(ROOT, 'ontology'),
  base: BASE,
});
afterAll(() => validator.close());

/** A dataset with one file, and what both name. */
const dataset = (name: string, more: string): string => `
  <datasett/${name}> a dcat:Dataset ; dct:title "Barnehager"@nb ; dct:description "Alle barnehager."@nb ;
    dct:identifier "${name}" ; dct:publisher <virksomhet/v> ; dcat:contactPoint <kontakt/k> ; dcat:theme <${EDUC}> ;
    dct:accessRights right:PUBLIC ; dcat:distribution <distribusjon/${name}> .
  <distribusjon/${name}> a dcat:Distribution ; dct:title "Fil"@nb ; dct:description "Alle barnehager som CSV."@nb ;
    dct:license <${LICENCE}> ; dcat:accessURL <${BASE}fil/${name}.csv> ; dcat:downloadURL <${BASE}fil/${name}.csv> . ${more}`;
const LICENCE = 'http://publications.europa.eu/resource/authority/licence/CC_BY_4_0';
const EDUC = 'http://publications.europa.eu/resource/authority/data-theme/EDUC';
const SHARED = `
  <virksomhet/v> a org:FormalOrganization , foaf:Agent ; dct:identifier "310000006" ; foaf:name "Kommunen"@nb .
  <kontakt/k> a vcard:Organization , vcard:Kind ; vcard:fn "Kommunen" ; vcard:hasURL <https://kommunen.example/> .
  <https://kommunen.example/> a foaf:Document .
  <${EDUC}> a skos:Concept ; skos:prefLabel "Utdanning"@nb ;
    skos:inScheme <http://publications.europa.eu/resource/authority/data-theme> .
  <http://publications.europa.eu/resource/authority/data-theme> a skos:ConceptScheme ; dct:title "Tema"@nb .
  <${LICENCE}> a dct:LicenseDocument , skos:Concept ; skos:prefLabel "CC BY 4.0"@nb ;
    skos:inScheme <http://publications.europa.eu/resource/authority/licence> .
  <http://publications.europa.eu/resource/authority/licence> a skos:ConceptScheme ; dct:title "Lisens"@nb .
  right:PUBLIC a dct:RightsStatement , skos:Concept ; skos:prefLabel "Allmenn tilgang"@nb ;
    skos:inScheme <http://publications.europa.eu/resource/authority/access-right> .
  <http://publications.europa.eu/resource/authority/access-right> a skos:ConceptScheme ; dct:title "Tilgang"@nb .`;

function measure(text: string, rules: readonly BridgeRule[] = []): Promise<PublicQuality> {
  const graph = new GraphIndex(turtle(SHARED + text));
  const views = portalViews(fullView(graph, id('katalog/k')), fdkBridge(rules, {}, graph));
  return publicQuality(graph, views, {
    metrics: METRICS,
    validator,
    base: BASE,
    files: new Map([['a.csv', '']]),
    signal: new AbortController().signal,
  });
}
const of = ({ report }: PublicQuality, name: string): DatasetQuality =>
  report.datasets.find(({ iri }) => iri === id(`datasett/${name}`))!;

describe('conformity', () => {
  test('is judged for each dataset by itself, and for each portal by its own rules', async () => {
    const found = await measure(
      dataset('a', '') +
        dataset('b', '<distribusjon/b> dcat:byteSize "20"^^xsd:nonNegativeInteger .'),
    );
    const verdicts = Object.entries(found.conformity).map(([key, { conforms }]) => [
      key.replace(`${BASE}id/`, ''),
      conforms,
    ]);
    // data.norge.no's older shapes want a decimal number, which DCAT-AP 3 forbids.
    expect(Object.fromEntries(verdicts)).toEqual({
      'dcat-ap-no-2-fdk datasett/a': true,
      'dcat-ap-3 datasett/a': true,
      'dcat-ap-no-2-fdk datasett/b': false,
      'dcat-ap-3 datasett/b': true,
    });
    const lost = of(found, 'b').lost.find(({ metric }) => metric === 'dcatApCompliance');
    expect(lost).toMatchObject({ state: 'missing', points: { no: 30, eu: 0 } });
    expect(lost?.causes).toHaveLength(1);
    expect(of(found, 'a').lost.map(({ metric }) => metric)).not.toContain('dcatApCompliance');
  });

  test('at data.norge.no is judged by what it gets: with the bridge nothing is lost but the size itself', async () => {
    const text = dataset('a', '<distribusjon/a> dcat:byteSize "20"^^xsd:nonNegativeInteger .');
    const [on, off] = [await measure(text, RULES), await measure(text)];
    const of30 = (found: PublicQuality): number => of(found, 'a').scores.no.points;
    expect(of30(on) - of30(off)).toBe(25);
    expect(of(on, 'a').scores.eu.points).toBe(of(off, 'a').scores.eu.points);
    const lost = (found: PublicQuality): string[] =>
      of(found, 'a').lost.map(({ metric, points: { no } }) => `${metric} ${no}`);
    expect(lost(off)).toContain('dcatApCompliance 30');
    expect(lost(on)).not.toContain('dcatApCompliance 30');
    expect(lost(on)).toContain('byteSizeAvailability 5');
  });

  test('of a dataset without a title is lost at both portals, with the words of the rules', async () => {
    const found = await measure(dataset('a', '').replace('dct:title "Barnehager"@nb ;', ''));
    const lost = of(found, 'a').lost.find(({ metric }) => metric === 'dcatApCompliance');
    expect(lost).toMatchObject({ state: 'missing', points: { no: 30, eu: 30 } });
    expect(lost?.causes?.[0]?.nb).toMatch(/^Tittel mangler/);
  });
});

describe('addresses', () => {
  test('a file that lies in the revision answers; a file that does not, and others’ addresses, are not checked', async () => {
    const found = await measure(dataset('a', '') + dataset('b', ''));
    const states = (name: string): string[] =>
      of(found, name)
        .lost.filter(({ metric }) => metric.endsWith('StatusCode'))
        .map(({ state }) => state);
    expect(states('a')).toEqual([]);
    expect(states('b')).toEqual(['unchecked', 'unchecked']);
  });

  test.each([
    ['fil/a.csv', 200],
    ['fil/%C3%A5pent/tall.csv', 200],
    ['fil/åpent/tall.csv', 200],
    ['fil/borte.csv', undefined],
    ['datasett/a.csv', undefined],
  ])('%s', (path, status) => {
    expect(ownFiles(BASE, new Set(['a.csv', 'åpent/tall.csv']))(BASE + path)).toBe(status);
  });
});

test('the trend gets a line when a number has changed, and none when only the time has', async () => {
  const { report } = await measure(dataset('a', ''));
  const at = instant('2026-11-22T12:00:00Z');
  const { no, eu } = report.catalogue.scores;
  const first = await nextTrend(undefined, report, at);
  expect(first).toEqual([
    {
      at,
      datasets: 1,
      scores: {
        no: { points: no.points, attainable: 365 },
        eu: { points: eu.points, attainable: 405 },
      },
    },
  ]);
  const revision = revisionWith(formatTrend(first));
  const later = instant('2026-11-23T12:00:00Z');
  expect(await nextTrend(revision, report, later)).toEqual(first);
  const next = await nextTrend(revision, (await measure('')).report, later);
  expect(next.slice(0, 1)).toEqual(first);
  expect(next).toHaveLength(2);
});

test('C6 what everybody may see of it is the last point of each day, without the hour', () => {
  const point = (at: string, points: number): TrendPoint => ({
    at: instant(at),
    datasets: 1,
    scores: { no: { points, attainable: 365 }, eu: { points, attainable: 405 } },
  });
  const days = publicTrend([
    point('2026-11-20T06:00:00Z', 1),
    point('2026-11-20T12:00:00Z', 2),
    point('2026-11-22T12:00:00Z', 3.5),
  ]);
  expect(days.map(({ date, scores }) => [date, scores.no.points])).toEqual([
    ['2026-11-20', 2],
    ['2026-11-22', 3.5],
  ]);
  expect(trendCsv(days)).toBe(
    'dato,datasett,poeng_no,mulige_no,poeng_eu,mulige_eu\r\n' +
      '2026-11-20,1,2,365,2,405\r\n2026-11-22,1,3.5,365,3.5,405\r\n',
  );
  expect(publicTrend([])).toEqual([]);
});

function revisionWith(trend: string): Revision {
  const folder = tempFolder();
  writeFiles(folder, { 'internal/quality-trend.ndjson': trend });
  const internal = { hash: '', files: { 'quality-trend.ndjson': '' } };
  const manifest = { format: 1 as const, input: '', internal, public: internal, sources: [] };
  return { number: 1, folder, manifest };
}

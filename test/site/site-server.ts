/** A small public zone on disk, written by the code that publishes, and the real app on a free port. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createSite, type AppPorts } from '../../site/app.js';
import { publicCatalogue, type PublicCatalogue } from '../../site/public-catalogue.js';
import { listen } from '../../site/server.js';
import { readReference } from '../../src/assemble/reference.js';
import { openSite, type SiteZones } from '../../src/compose-site.js';
import { instant, type Instant } from '../../src/model/instant.js';
import { iri } from '../../src/model/iri.js';
import type { SiteSettings } from '../../src/model/site-settings.js';
import { companions } from '../../src/project/companions.js';
import { searchFile } from '../../src/search/search-file.js';
import { searched } from '../../src/search/searched.js';
import { judgeHvd } from '../../src/portal/hvd/judge-hvd.js';
import { apiDescriptions } from '../../src/publish/api-descriptions.js';
import { nextChanges } from '../../src/publish/changes.js';
import { separateModels } from '../../src/publish/model-graphs.js';
import { LOG_FILE, readPast, REGISTRY_FILE } from '../../src/publish/past.js';
import { publicGraphs } from '../../src/publish/public-graphs.js';
import type { PublicVocabulary } from '../../src/publish/public-vocabulary.js';
import type { TrendPoint } from '../../src/publish/quality-trend.js';
import { publicCoverage } from '../../src/publish/public-coverage.js';
import { publicFiles } from '../../src/publish/zone-files.js';
import type { PublicFinding } from '../../src/model/finding.js';
import type { QualityReport } from '../../src/model/quality-report.js';
import { readMetrics } from '../../src/quality/metrics.js';
import { assessQuality } from '../../src/quality/report.js';
import { GraphIndex } from '../../src/rdf/graph-index.js';
import { feedFiles } from '../../src/feed/feed-files.js';
import { parseTurtle } from '../../src/rdf/parse.js';
import type { Quad } from '../../src/rdf/terms.js';
import { formatChanges } from '../../src/store/public-zone.js';
import { Revisions } from '../../src/store/revisions.js';
import { API } from './fixture-api.js';
import { BASE, CATALOGUE, CODES, TERMS, TOMBSTONES } from './fixture.ttl.js';

export { BASE };
export const CSV = 'skole;elever\nA;100\n';
const ROOT = join(import.meta.dirname, '..', '..');

export const SETTINGS: SiteSettings = {
  base: iri(BASE),
  catalog: iri(`${BASE}id/katalog/prove`),
  name: { nb: 'Prøve kommune', nn: 'Prøve kommune', en: 'Test Municipality' },
  notice: {
    nb: 'Dette er eksempeldata.',
    nn: 'Dette er eksempeldata.',
    en: 'This is sample data.',
  },
  publisher: { nb: 'Prøve kommune', nn: 'Prøve kommune', en: 'Test Municipality' },
  theme: 'standard',
  contact: 'post@prove.example',
  sparql: { timeoutSeconds: 10, children: 1, maxRows: 1000 },
};

let reference: Promise<GraphIndex> | undefined;
function referenceIndex(): Promise<GraphIndex> {
  return (reference ??= readReference(join(ROOT, 'ontology'), ['codes', 'policy', 'vocab']).then(
    (quads) => new GraphIndex(quads),
  ));
}

/** Two points of one day, of which the later is told, and one of the next. */
export const TREND: readonly TrendPoint[] = [
  point('2026-11-20T06:00:00Z', 2, { no: 100, eu: 100 }),
  point('2026-11-20T12:00:00Z', 2, { no: 146, eu: 121.5 }),
  point('2026-11-22T12:00:00Z', 3, { no: 219, eu: 202.5 }),
];

function point(at: string, datasets: number, { no, eu }: { no: number; eu: number }): TrendPoint {
  const scores = { no: { points: no, attainable: 365 }, eu: { points: eu, attainable: 405 } };
  return { at: instant(at), datasets, scores };
}

export function quadsOf(turtle: string): readonly Quad[] {
  return parseTurtle(turtle, { baseIri: BASE, file: 'prove.ttl' }).quads;
}

/** What the check of the document found: one thing of a dataset, one of its data file. */
export const FINDINGS: readonly PublicFinding[] = [
  {
    rule: 'DATASET-temporal',
    severity: 'warning',
    message: { nb: 'Tidsrom mangler.', nn: 'Tidsrom manglar.', en: 'The period is missing.' },
    hint: { nb: 'Skriv fra- og til-dato.', nn: 'Skriv frå- og til-dato.', en: 'Write both dates.' },
    property: { nb: 'Tidsrom', nn: 'Tidsrom', en: 'Period' },
    focus: `${BASE}id/datasett/apent`,
    label: 'Åpent datasett',
  },
  {
    rule: 'DISTRIBUTION-title',
    severity: 'info',
    message: { nb: 'Tittel mangler.', nn: 'Tittel manglar.', en: 'The title is missing.' },
    focus: `${BASE}id/distribusjon/apent-csv`,
    label: 'Filen med tall',
  },
];

/** As it is published, but for conformity, which takes a validator. */
function qualityOf(catalogue: readonly Quad[]): QualityReport {
  const nothing = { status: () => undefined, compliance: () => undefined };
  const metrics = readMetrics(join(ROOT, 'ontology'));
  return assessQuality({ graph: new GraphIndex(catalogue), metrics, evidence: nothing }).report;
}

/** Publishes the fixture, with more Turtle beside it, as the next revision below the folder: what differs is a change of this moment. */
export async function publishZone(
  folder: string,
  more = '',
  vocabulary: PublicVocabulary = { terms: quadsOf(TERMS), codes: [], context: '{}' },
  now: Instant = instant('2026-11-22T12:00:00Z'),
): Promise<void> {
  const all = [...quadsOf(CATALOGUE), ...quadsOf(more)];
  const { catalogue, models } = separateModels(all, SETTINGS.base);
  const reference = await referenceIndex();
  const codes = [...companions(all, reference), ...quadsOf(CODES)];
  const content = { catalogue, models, codes };
  const graphs = publicGraphs({
    settings: SETTINGS,
    content,
    vocabulary,
    tombstones: quadsOf(TOMBSTONES),
  });
  const revisions = new Revisions(folder);
  const past = await readPast(await revisions.current(), SETTINGS);
  const log = nextChanges({
    base: SETTINGS.base,
    log: past.log,
    before: past.state,
    after: graphs.state,
    registry: [],
    now,
  });
  const files = new Map([
    ['åpent/tall.csv', Buffer.from(CSV)],
    ['skole-api.yaml', Buffer.from(API)],
  ]);
  const zone = publicFiles({
    site: SETTINGS,
    content,
    graphs,
    vocabulary,
    feeds: () =>
      feedFiles({
        base: SETTINGS.base,
        ...graphs.state,
        bridge: { rules: [], places: new Map(), described: new GraphIndex([]) },
        changes: log,
      }),
    changes: log,
    findings: FINDINGS,
    coverage: publicCoverage(all, all, reference),
    search: () => searchFile(searched(graphs.state.graph), SETTINGS.base, reference),
    hvd: judgeHvd({
      snapshot: graphs.snapshot,
      categories: reference,
    }),
    quality: {
      report: qualityOf([...catalogue, ...codes]),
      measurements: () => [],
      conformity: {},
    },
    trend: TREND,
    files,
    apis: apiDescriptions(all, files, SETTINGS.base).descriptions,
  });
  const internal = new Map([
    ['hemmelig.txt', 'x'],
    [LOG_FILE, formatChanges(log)],
    [REGISTRY_FILE, ''],
  ]);
  await revisions.publish('prove', { internal, public: zone, snapshot: graphs.file }, []);
}

export interface TestSite {
  readonly root: string;
  readonly folder: string;
  readonly zones: SiteZones<PublicCatalogue>;
  get(path: string, headers?: Readonly<Record<string, string>>): Promise<Response>;
  close(): Promise<void>;
}

/** Three seconds go by at each look: to such a clock no visitor asks too much (D5). */
export function slowVisitors(): () => number {
  let looks = 0;
  return () => (looks += 1) * 3_000;
}

export async function startSite(
  more = '',
  vocabulary?: PublicVocabulary,
  ports: Partial<AppPorts> = {},
): Promise<TestSite> {
  const folder = await mkdtemp(join(tmpdir(), 'datavev-site-'));
  await publishZone(folder, more, vocabulary);
  const zones = await openSite(join(folder, 'current', 'public'), publicCatalogue);
  const faults: unknown[] = [];
  const app = createSite({
    zones,
    engine: zones.engine,
    now: slowVisitors(),
    onFault: (fault) => faults.push(fault),
    ...ports,
  });
  const server = await listen(app, 0, '127.0.0.1');
  const root = `http://127.0.0.1:${server.port}`;
  return {
    root,
    folder,
    zones,
    // fetch adds Accept and Accept-Language of its own, as `*/*` and `*`.
    get: (path, headers = {}) => fetch(root + path, { headers, redirect: 'manual' }),
    async close() {
      await server.close(1_000);
      await zones.close();
      await rm(folder, { recursive: true, force: true });
      if (faults.length > 0) throw faults[0];
    },
  };
}

/** Local paths of everything public that has an address here. */
export function publicPaths(catalogue: PublicCatalogue): string[] {
  return [...catalogue.graph.subjects()].flatMap((one) => catalogue.pathOf(one) ?? []);
}

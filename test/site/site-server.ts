/** A small public zone on disk, written by the code that publishes, and the real app on a free port. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createApp } from '../../site/app.js';
import { publicCatalogue, type PublicCatalogue } from '../../site/public-catalogue.js';
import { listen } from '../../site/server.js';
import { readReference } from '../../src/assemble/reference.js';
import { openSite, type SiteZones } from '../../src/compose-site.js';
import { iri } from '../../src/model/iri.js';
import type { SiteSettings } from '../../src/model/site-settings.js';
import { companions } from '../../src/project/companions.js';
import { publicFiles } from '../../src/publish/zone-files.js';
import { GraphIndex } from '../../src/rdf/graph-index.js';
import { parseTurtle } from '../../src/rdf/parse.js';
import { namedNode, type Quad } from '../../src/rdf/terms.js';
import { Revisions } from '../../src/store/revisions.js';
import { BASE, CATALOGUE, CODES, TOMBSTONES } from './fixture.ttl.js';

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
  return (reference ??= readReference(join(ROOT, 'ontology'), ['codes', 'vocab']).then(
    (quads) => new GraphIndex(quads),
  ));
}

export function quadsOf(turtle: string): readonly Quad[] {
  return parseTurtle(turtle, { baseIri: BASE, file: 'prove.ttl' }).quads;
}

/** Publishes the fixture, with more Turtle beside it, as the next revision below the folder. */
export async function publishZone(folder: string, more = ''): Promise<void> {
  const catalogue = [...quadsOf(CATALOGUE), ...quadsOf(more)];
  const zone = publicFiles({
    base: SETTINGS.base,
    catalog: namedNode(SETTINGS.catalog),
    catalogue,
    codes: [...companions(catalogue, await referenceIndex()), ...quadsOf(CODES)],
    tombstones: quadsOf(TOMBSTONES),
    files: new Map([['åpent/tall.csv', Buffer.from(CSV)]]),
    site: SETTINGS,
  });
  await new Revisions(folder).publish(
    'prove',
    { internal: new Map([['hemmelig.txt', 'x']]), public: zone },
    [],
  );
}

export interface TestSite {
  readonly root: string;
  readonly folder: string;
  readonly zones: SiteZones<PublicCatalogue>;
  get(path: string, headers?: Readonly<Record<string, string>>): Promise<Response>;
  close(): Promise<void>;
}

export async function startSite(more = ''): Promise<TestSite> {
  const folder = await mkdtemp(join(tmpdir(), 'datavev-site-'));
  await publishZone(folder, more);
  const zones = await openSite(join(folder, 'current', 'public'), publicCatalogue);
  const faults: unknown[] = [];
  const app = createApp({ zones, engine: zones.engine, onFault: (fault) => faults.push(fault) });
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

/** A small catalogue that lives: its datasets come and go, it is harvested and published by the real composition, and served. */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createApp } from '../../site/app.js';
import { publicCatalogue } from '../../site/public-catalogue.js';
import { listen } from '../../site/server.js';
import { openCatalogue, type Catalogue, type PublishRequest } from '../../src/compose.js';
import { openSite } from '../../src/compose-site.js';
import type { Change } from '../../src/model/change.js';
import { instant, later, type Instant } from '../../src/model/instant.js';
import type { PublishReport } from '../../src/publish/publish.js';
import type { RegistryEntry } from '../../src/publish/registry.js';
import { TINY_BASE, TINY_ORGANISATION, tinyCatalogue } from './tiny-catalogue.js';

const HEADER =
  'datasett_id;tittel_nb;beskrivelse_nb;utgiver;kontakt;tema;tilgang;konfidensialitet;postklasse;frekvens;personvernniva;dataeier';

export interface Row {
  readonly id: string;
  readonly title?: string;
  /** Default: the open one. The last one is a security grading. */
  readonly recordClass?: 'Åpen' | 'Intern' | 'Hemmelig';
}

export interface PublishWorld extends AsyncDisposable {
  readonly catalogue: Catalogue;
  /** The catalogue's own folder. */
  readonly folder: string;
  readonly varFolder: string;
  now: Instant;
  /** Writes the register. */
  write(rows: readonly Row[]): Promise<void>;
  /** Writes the register, and harvests it with a person's word that what is missing is gone (H5, H6). */
  set(rows: readonly Row[]): Promise<void>;
  /** Moves the clock. */
  pass(minutes: number): void;
  harvest(): Promise<void>;
  publish(request?: Partial<PublishRequest>): Promise<PublishReport>;
  /** Opens the catalogue anew: its configuration has changed. */
  reopen(): Promise<void>;
  log(): Promise<Change[]>;
  publicLog(): Promise<Change[]>;
  registry(): Promise<RegistryEntry[]>;
  /** Serves what is published while `work` goes on. */
  serving<T>(work: (get: Get) => Promise<T>): Promise<T>;
}
/** Of a path or of an IRI under the base; redirects are not followed. */
export type Get = (place: string, headers?: Record<string, string>) => Promise<Response>;

export const datasetIri = (key: string): string => `${TINY_BASE}id/datasett/${key}`;

/** `more` adds or replaces files of the catalogue's folder. */
export async function publishWorld(
  more: Readonly<Record<string, string>> = {},
): Promise<PublishWorld> {
  const root = await mkdtemp(join(tmpdir(), 'datavev-world-'));
  const files = {
    'datasets/distribusjoner.csv':
      'distribusjon_id;datasett_id;tittel_nb;format;medietype;lisens;fil;postklasse\n',
    ...more,
  };
  const { dataFolder, folder, varFolder } = tinyCatalogue(files, root);
  const { signal } = new AbortController();
  const open = (): Promise<Catalogue> =>
    openCatalogue({
      id: 'eksempel',
      dataFolder,
      varFolder,
      environment: {},
      clock: () => world.now,
    });
  const lines = async <T>(path: string): Promise<T[]> =>
    (await readFile(join(world.varFolder, 'current', path), 'utf8'))
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line) as T);
  let catalogue = await open();
  const world: PublishWorld = {
    get catalogue() {
      return catalogue;
    },
    folder,
    varFolder: catalogue.varFolder,
    now: instant('2026-11-22T12:00:00Z'),
    write: (rows) => writeFile(join(folder, 'datasets/datasett.csv'), registerOf(rows)),
    async set(rows) {
      world.pass(60);
      await world.write(rows);
      await catalogue.harvest({ only: [], dryRun: false, accept: true, signal });
    },
    pass(minutes) {
      world.now = later(world.now, minutes * 60_000);
    },
    async harvest() {
      await catalogue.harvest({ only: [], dryRun: false, accept: false, signal });
    },
    async publish(request = {}) {
      const report = await catalogue.publish({ force: false, accept: [], signal, ...request });
      return report as PublishReport;
    },
    async reopen() {
      await catalogue.close();
      catalogue = await open();
    },
    log: () => lines('internal/changes.ndjson'),
    publicLog: () => lines('public/endringer.ndjson'),
    registry: () => lines('internal/registry.ndjson'),
    async serving(work) {
      const zones = await openSite(join(world.varFolder, 'current', 'public'), publicCatalogue);
      const server = await listen(createApp({ zones, engine: zones.engine }), 0, '127.0.0.1');
      try {
        return await work((place, headers = {}) => {
          const path = place.startsWith(TINY_BASE) ? `/${place.slice(TINY_BASE.length)}` : place;
          return fetch(`http://127.0.0.1:${server.port}${path}`, { headers, redirect: 'manual' });
        });
      } finally {
        await server.close(1_000);
        await zones.close();
      }
    },
    async [Symbol.asyncDispose]() {
      await catalogue.close();
      await rm(root, { recursive: true, force: true });
    },
  };
  return world;
}

function registerOf(rows: readonly Row[]): string {
  const lines = rows.map(({ id, title = `Datasett ${id}`, recordClass = 'Åpen' }) =>
    [
      ...[id, title, `Beskrivelse av ${id}.`, TINY_ORGANISATION, 'stab', 'ENVI', 'PUBLIC'],
      ...['Åpen', recordClass, 'ANNUAL', '0', TINY_ORGANISATION],
    ].join(';'),
  );
  return `${[HEADER, ...lines].join('\n')}\n`;
}

/** `count` open datasets, d-000 and on. */
export function rowsOf(count: number): Row[] {
  return Array.from({ length: count }, (_, at) => ({ id: `d-${String(at).padStart(3, '0')}` }));
}

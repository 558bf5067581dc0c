/** The harvest engine over fake sources, in a folder of its own, with a clock that the test turns. */
import { mkdirSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { catalogueFiles } from '../../src/harvest/catalogue-files.js';
import type { HarvestReport } from '../../src/harvest/harvest-report.js';
import type { HarvestRequest, HarvestSource } from '../../src/harvest/harvest-setup.js';
import { runHarvest } from '../../src/harvest/run-harvest.js';
import { SourceStates } from '../../src/harvest/source-state.js';
import { classScheme, type ClassScheme } from '../../src/model/classification.js';
import { instant, type Instant } from '../../src/model/instant.js';
import { iri } from '../../src/model/iri.js';
import { codeLists } from '../../src/rdf/code-lists.js';
import { dataset } from '../../src/rdf/terms.js';
import { tempFolder } from './temp-folder.js';
import type { FakeSource } from './fake-source.js';

export const BASE = iri('https://data.eksempel.example/');
export const SCHEME: ClassScheme = classScheme(
  [
    { code: 'apen', rank: 1, label: { nb: 'Åpen' }, synonyms: [], accessRights: 'PUBLIC' },
    { code: 'intern', rank: 2, label: { nb: 'Intern' }, synonyms: [], accessRights: 'RESTRICTED' },
    { code: 'vernet', rank: 3, label: { nb: 'Vernet' }, synonyms: [], accessRights: 'NON_PUBLIC' },
  ],
  'apen',
);

export interface WorldOptions {
  readonly deletions?: 'confirm' | 'immediate';
  readonly identities?: ReadonlyMap<string, string>;
  readonly limits?: { readonly maxDropShare: number; readonly maxDropCount: number };
  readonly folder?: string;
}
export interface World {
  readonly folder: string;
  readonly states: SourceStates;
  now: Instant;
  /** Moves the clock. */
  pass(minutes: number): void;
  harvest(request?: Partial<HarvestRequest>): Promise<HarvestReport[]>;
  /** The report of the only source. */
  harvestOne(request?: Partial<HarvestRequest>): Promise<HarvestReport>;
  /** Canonical N-Quads of the source's last good state. */
  quads(source?: string): Promise<string>;
}

/** `sources` in the order in which the catalogue has them. */
export function world(
  sources: Readonly<Record<string, FakeSource>>,
  options: WorldOptions = {},
): World {
  const folder = options.folder ?? tempFolder();
  mkdirSync(folder, { recursive: true });
  const states = new SourceStates(folder);
  const configured = Object.entries(sources).map(([id, { harvester }]): HarvestSource => ({
    source: { id, kind: 'prove', options: {} },
    harvester,
    egress: { get: () => Promise.reject(new Error('no network in tests')) },
    deletions: options.deletions ?? 'confirm',
    classOf: () => SCHEME.open,
  }));
  const made: World = {
    folder,
    states,
    now: instant('2026-11-22T12:00:00Z'),
    pass(minutes) {
      made.now = instant(new Date(Date.parse(made.now) + minutes * 60_000).toISOString());
    },
    harvest: (request = {}) =>
      runHarvest(
        {
          base: BASE,
          scheme: SCHEME,
          sources: configured,
          codes: codeLists(dataset()),
          tables: new Map(),
          identities: options.identities ?? new Map(),
          files: catalogueFiles(folder),
          limits: options.limits ?? { maxDropShare: 0.2, maxDropCount: 10 },
          varFolder: folder,
          clock: () => made.now,
        },
        {
          only: [],
          dryRun: false,
          accept: false,
          signal: new AbortController().signal,
          ...request,
        },
      ),
    async harvestOne(request) {
      const [report] = await made.harvest(request);
      return report!;
    },
    async quads(source = 'prove') {
      const state = await states.read(source);
      return state ? states.readQuads(state) : '';
    },
  };
  return made;
}

/** Every file below a folder with its size and time of change: equal when nothing was written. */
export function snapshot(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .sort()
    .map((name) => {
      const { mtimeMs, size, ino } = statSync(join(folder, name));
      return `${name} ${size} ${ino} ${mtimeMs}`;
    });
}

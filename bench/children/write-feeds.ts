/** Everything that portals read, from an opened snapshot to files on disk, synced: whole documents, pages, events and compressed forms. */
import { mkdtempSync, readdirSync, readFileSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { readBridgeRules } from '../../src/config/bridge-rules.js';
import type { Change } from '../../src/model/change.js';
import { instant } from '../../src/model/instant.js';
import { iri } from '../../src/model/iri.js';
import type { SiteSettings } from '../../src/model/site-settings.js';
import type { FeedFiles } from '../../src/feed/feed-files.js';
import { splitFeeds } from '../../src/publish/feed-thread.js';
import { stateOf } from '../../src/publish/past.js';
import { GraphIndex } from '../../src/rdf/graph-index.js';
import { PUBLIC_MODE, type FileContent } from '../../src/store/atomic-file.js';
import { livingGraph } from '../../src/store/public-zone.js';
import { openSnapshot } from '../../src/store/snapshot-open.js';
import { writeZone } from '../../src/store/zone-writer.js';
import { BENCH_BASE, catalogOf } from '../data/names.js';
import { answer } from './answer.js';

export interface FeedTask {
  readonly snapshot: string;
  /** Below it a folder is made, whose files are empty afterwards. */
  readonly folder: string;
  readonly shapes: string;
}
export interface FeedAnswer {
  readonly ms: number;
  /** Most that was resident at any time, from the start of the process. */
  readonly peakBytes: number;
  readonly files: number;
  /** Datasets that `katalog.nt` describes. */
  readonly datasets: number;
}

const NAME = { nb: 'Prøve', nn: 'Prøve', en: 'Trial' };
const SETTINGS: SiteSettings = {
  ...{ base: BENCH_BASE, catalog: iri(catalogOf(0)), name: NAME, publisher: NAME },
  ...{ theme: 'standard', sparql: { timeoutSeconds: 10, children: 1, maxRows: 10_000 } },
};

await answer(async ({ snapshot, folder, shapes }: FeedTask): Promise<FeedAnswer> => {
  const out = mkdtempSync(join(folder, 'feeds-'));
  try {
    const bridge = {
      rules: readBridgeRules(shapes),
      places: new Map(),
      described: new GraphIndex([]),
    };
    const file = shared(readFileSync(snapshot));
    const graph = livingGraph({ snapshot: openSnapshot(file.buffer), settings: SETTINGS });
    const start = performance.now();
    const state = stateOf(graph, SETTINGS);
    const changes = state.view.members.map(firstChange);
    const input = { base: BENCH_BASE, ...state, bridge, changes };
    const { feeds, aside } = splitFeeds(input, { file, settings: SETTINGS });
    const place = { folder: out, mode: PUBLIC_MODE, coded: { before: undefined }, aside };
    const { files: written } = await writeZone(place, lazily(feeds));
    const ms = performance.now() - start;
    return {
      ms,
      peakBytes: process.resourceUsage().maxRSS * 1024,
      files: Object.keys(written).length,
      datasets: datasetsIn(join(out, 'katalog.nt')),
    };
  } finally {
    emptyAll(out);
  }
});

/**
 * The room they take is given back, the files stay: for half a minute after files are deleted, ext4 makes new ones slowly
 * (`recently_deleted`: a tenth of the processor time of the next run), and publishing never deletes before it writes.
 */
function emptyAll(folder: string): void {
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true }))
    if (entry.isFile()) truncateSync(join(entry.parentPath, entry.name));
}

/** As among the files of a revision. */
function* lazily(feeds: () => FeedFiles): Iterable<readonly [string, FileContent]> {
  yield* feeds();
}

/** As it is where it was just built. */
function shared(bytes: Uint8Array): Uint8Array<SharedArrayBuffer> {
  const file = new Uint8Array(new SharedArrayBuffer(bytes.byteLength));
  file.set(bytes);
  return file;
}

/** As after the first publication of all. */
function firstChange(thing: string, at: number): Change {
  return {
    key: String(at),
    kind: 'create',
    thing: iri(thing),
    type: 'datasett',
    at: instant('2026-01-01T00:00:00Z'),
    hash: '',
  };
}

function datasetsIn(file: string): number {
  const types = /#type> <http:\/\/www\.w3\.org\/ns\/dcat#Dataset>/g;
  return readFileSync(file, 'latin1').match(types)?.length ?? 0;
}

/** Everything that portals read, from an opened snapshot to files on disk, synced: whole documents, pages, events and compressed forms. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { readBridgeRules } from '../../src/config/bridge-rules.js';
import { feedFiles } from '../../src/feed/feed-files.js';
import { fullView } from '../../src/feed/full-view.js';
import type { Change } from '../../src/model/change.js';
import { instant } from '../../src/model/instant.js';
import { iri } from '../../src/model/iri.js';
import { GraphIndex } from '../../src/rdf/graph-index.js';
import { PUBLIC_MODE } from '../../src/store/atomic-file.js';
import { readSnapshot } from '../../src/store/snapshot-open.js';
import { SnapshotGraph } from '../../src/store/snapshot-graph.js';
import { writeZone } from '../../src/store/zone-writer.js';
import { BENCH_BASE, catalogOf } from '../data/names.js';
import { answer } from './answer.js';

export interface FeedTask {
  readonly snapshot: string;
  /** Below it a folder is made, and taken away. */
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

await answer(async ({ snapshot, folder, shapes }: FeedTask): Promise<FeedAnswer> => {
  const out = mkdtempSync(join(folder, 'feeds-'));
  try {
    const bridge = {
      rules: readBridgeRules(shapes),
      places: new Map(),
      described: new GraphIndex([]),
    };
    const graph = new SnapshotGraph(readSnapshot(snapshot));
    const start = performance.now();
    const view = fullView(graph, catalogOf(0));
    const changes = view.members.map(firstChange);
    const files = feedFiles({ base: BENCH_BASE, graph, view, bridge, changes });
    const place = { folder: out, mode: PUBLIC_MODE, coded: { before: undefined } };
    const { files: written } = await writeZone(place, files);
    const ms = performance.now() - start;
    return {
      ms,
      peakBytes: process.resourceUsage().maxRSS * 1024,
      files: Object.keys(written).length,
      datasets: datasetsIn(join(out, 'katalog.nt')),
    };
  } finally {
    rmSync(out, { recursive: true, force: true });
  }
});

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

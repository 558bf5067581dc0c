/** Opens snapshots: views of one buffer, checked once. */
import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { dictionary } from './snapshot-dictionary.js';
import { SnapshotError, readParts } from './snapshot-format.js';
import { DEFAULT_GRAPH_ID, type Snapshot } from './snapshot.js';

/** What one call of the system reads at most. */
const MAX_READ = 2 ** 30;

/** Throws SnapshotError for bytes that are cut, damaged or of another version. The buffer is not copied, and not to be written. */
export function openSnapshot(buffer: SharedArrayBuffer): Snapshot {
  const parts = readParts(buffer);
  const { counts, sections, sourceHash } = parts;
  const { graphSetOffsets, graphSetMembers } = sections;
  const graphSets = Array.from({ length: counts.graphSetCount }, (_, i) =>
    graphSetMembers.subarray(graphSetOffsets[i], graphSetOffsets[i + 1]),
  );
  return {
    buffer,
    sourceHash,
    tripleCount: counts.tripleCount,
    quadCount: counts.quadCount,
    terms: dictionary(parts),
    spo: sections.spo,
    pos: sections.pos,
    osp: sections.osp,
    graphs: [...sections.graphs],
    hasDefaultGraph: graphSets.some((set) => set.at(-1) === DEFAULT_GRAPH_ID),
    graphSets,
  };
}

/** The file, read once into shared memory. Throws SnapshotError, `missing` too. */
export function readSnapshot(file: string): Snapshot {
  return openSnapshot(readShared(file));
}

function readShared(file: string): SharedArrayBuffer {
  let descriptor: number;
  try {
    descriptor = openSync(file, 'r');
  } catch (error) {
    throw new SnapshotError('missing', error);
  }
  try {
    const buffer = new SharedArrayBuffer(fstatSync(descriptor).size);
    const bytes = new Uint8Array(buffer);
    for (let at = 0; at < bytes.length;) {
      const read = readSync(descriptor, bytes, at, Math.min(bytes.length - at, MAX_READ), at);
      if (read === 0) throw new SnapshotError('cut');
      at += read;
    }
    return buffer;
  } finally {
    closeSync(descriptor);
  }
}

/** All feeds of a catalogue, compressed forms included, against n3 that reads the same data and writes them once. */
import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { PROJECT_FOLDER } from '../../site/site-folder.js';
import type { BenchCase } from '../case.js';
import { askChild } from '../child.js';
import type { PublishAnswer } from '../children/build-snapshot.js';
import type { FeedAnswer } from '../children/write-feeds.js';
import { interleaved } from '../interleave.js';
import { versionsOf } from '../machine.js';
import { snapshotFile } from '../peers/snapshot-file.js';
import { medianOf, type Measurement } from '../report.js';

const WHAT = 'written';
const MEMORY = 'peak memory';
const OURS = 'datavev, all feeds';
const N3 = 'n3, read and written once';

export const feedsCase: BenchCase = {
  name: 'feeds',
  sizes: ['1m'],
  async run({ catalogue, runs, folder }) {
    const snapshot = snapshotFile(catalogue, folder);
    const shapes = join(PROJECT_FOLDER, 'shapes');
    const work = mkdtempSync(join(folder, 'feeds-'));
    const file = join(work, 'rewritten.trig');
    const made: FeedAnswer[] = [];
    const results = await interleaved(
      new Map<string, () => Promise<PublishAnswer>>([
        [
          OURS,
          async () => {
            const one = await askChild<FeedAnswer>('write-feeds', {
              ...{ snapshot, shapes },
              folder: work,
            });
            made.push(one);
            return one;
          },
        ],
        [N3, () => askChild('rewrite-n3', { data: catalogue.path, file })],
      ]),
      runs,
    );
    rmSync(work, { recursive: true, force: true });
    const measurements: Measurement[] = [
      ...[...results].map(([peer, answers]) => ({
        ...{ what: WHAT, peer, unit: 'ms' as const },
        values: answers.map(({ ms }) => ms),
      })),
      {
        ...{ what: MEMORY, peer: OURS, unit: 'MB' },
        values: made.map(({ peakBytes }) => peakBytes / 1_000_000),
      },
    ];
    const { datasets } = catalogue;
    const lost = made.filter((one) => one.datasets !== datasets);
    return {
      measurements,
      goals: [
        {
          text: 'all feeds, times what n3 needs to read and write the data once',
          asked: 4,
          sign: 'at most',
          unit: '×',
          measured: medianOf(measurements, WHAT, OURS) / medianOf(measurements, WHAT, N3),
        },
        {
          text: 'peak memory',
          asked: 1_500,
          sign: 'at most',
          unit: 'MB',
          measured: medianOf(measurements, MEMORY, OURS),
        },
      ],
      differences: lost.map((one) => `${one.datasets} datasets of ${datasets} in katalog.nt`),
      notes: [
        `${datasets} datasets; ${made[0]?.files ?? 0} files: the whole catalogue and its pages in four syntaxes, the feed of data.norge.no, the event stream in two, the sitemap, and brotli and gzip of each. Written, hashed and synced.`,
        'Each in a fresh process. Ours begins with the snapshot in memory, as publishing has it; n3 reads N-Quads as a stream and writes TriG to one file that is not synced.',
        'Peak memory is the most that was resident from the start of the process, the program and the snapshot included.',
      ],
      versions: versionsOf(['n3']),
    };
  },
};

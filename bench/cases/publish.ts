/** From N-Quads to a snapshot file on disk, against n3 that only parses them. */
import { join } from 'node:path';
import { rmSync } from 'node:fs';
import type { BenchCase } from '../case.js';
import { askChild } from '../child.js';
import type { PublishAnswer } from '../children/build-snapshot.js';
import { interleaved } from '../interleave.js';
import { versionsOf } from '../machine.js';
import { medianOf } from '../report.js';

const WHAT = 'throughput';
const OURS = 'datavev, to a file';
const PARSER = 'n3, parsing alone';

export const publishCase: BenchCase = {
  name: 'publish',
  sizes: ['100k', '1m'],
  async run({ catalogue, runs, folder }) {
    const file = join(folder, `published-${catalogue.size}.bin`);
    const task = { data: catalogue.path, file };
    const ask = (program: string) => () => askChild<PublishAnswer>(program, task);
    const results = await interleaved(
      new Map([
        [OURS, ask('build-snapshot')],
        [PARSER, ask('parse-n3')],
      ]),
      runs,
    );
    rmSync(file, { force: true });
    const measurements = [...results].map(([peer, answers]) => ({
      what: WHAT,
      peer,
      unit: 'triples/s' as const,
      values: answers.map(({ ms }) => (catalogue.triples / ms) * 1000),
    }));
    const [ours, parser] = [OURS, PARSER].map((peer) => medianOf(measurements, WHAT, peer));
    return {
      measurements,
      goals: [
        {
          text: 'published, share of what n3 merely parses',
          asked: 50,
          sign: 'at least',
          unit: '%',
          measured: ((ours ?? 0) / (parser ?? 1)) * 100,
        },
      ],
      differences: [],
      notes: [
        'Each in a fresh process. Ours reads, builds, writes and syncs the file; n3 reads the file as a stream and its quads are thrown away.',
      ],
      versions: versionsOf(['n3']),
    };
  },
};

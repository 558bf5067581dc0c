/** What a night's run takes of a large catalogue: sources read, everything validated, a whole revision written. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { PROJECT_FOLDER } from '../../site/site-folder.js';
import { SNAPSHOT_FILE } from '../../src/store/revisions.js';
import { loadSnapshot } from '../../src/store/snapshot-load.js';
import type { BenchCase } from '../case.js';
import { askChild } from '../child.js';
import type { PublishAnswer } from '../children/build-snapshot.js';
import { largeRegister } from '../data/large-register.js';
import { versionsOf } from '../machine.js';
import { command, type CommandAnswer } from '../peers/command.js';
import { medianOf, type Measurement } from '../report.js';

/** One takes four minutes. */
const MAX_RUNS = 3;

const TIME = 'time';
const MEMORY = 'peak memory';
const HARVEST = 'npm run harvest';
const PUBLISH = 'npm run publish';
const UNCHANGED = 'npm run publish, nothing changed';
const N3 = 'n3, public graphs read and written once';

export const nightlyCase: BenchCase = {
  name: 'nightly',
  sizes: ['1m'],
  async run({ catalogue, runs, folder, tell }) {
    const work = mkdtempSync(join(folder, 'nightly-'));
    const samples = join(PROJECT_FOLDER, 'catalog-data');
    const register = largeRegister(samples, join(work, 'catalog-data'), catalogue.datasets);
    const answers = new Map<string, (CommandAnswer | PublishAnswer)[]>();
    const differences: string[] = [];
    let triples = 0;
    const keep = (peer: string, one: CommandAnswer | PublishAnswer): void => {
      answers.set(peer, [...(answers.get(peer) ?? []), one]);
    };
    for (let run = 0; run < Math.min(runs, MAX_RUNS); run += 1) {
      tell(`run ${run + 1}`);
      const varFolder = join(work, `var-${run}`);
      const environment = { DATAVEV_DATA: register.folder, DATAVEV_VAR: varFolder };
      keep(HARVEST, await command('harvest', work, environment));
      keep(PUBLISH, await command('publish', work, environment));
      keep(UNCHANGED, await command('publish', work, environment));
      const revision = join(varFolder, 'oslo', 'current');
      const data = join(revision, 'public', 'quads.nq');
      keep(N3, await askChild('rewrite-n3', { data, file: join(work, 'rewritten.trig') }));
      triples = (await loadSnapshot(join(revision, 'public', SNAPSHOT_FILE))).tripleCount;
      const read = recordsRead(revision);
      if (read !== register.records) differences.push(`${read} records of ${register.records}`);
      rmSync(varFolder, { recursive: true });
    }
    rmSync(work, { recursive: true });
    const measurements = [...answers].flatMap(([peer, all]) => measured(peer, all));
    return {
      ...{ triples, measurements },
      goals: [
        {
          text: 'publishing, peak memory',
          asked: 3_000,
          sign: 'at most',
          unit: 'MB',
          measured: medianOf(measurements, MEMORY, PUBLISH),
        },
      ],
      differences,
      notes: [
        `Triples are those that are public. Oslo’s sample, its register of datasets made as large as the catalogue of the other cases (${catalogue.datasets} datasets, ${register.records} records), by the commands of README, with the memory that Node.js gives itself.`,
        'Publishing validates all sources and the projection, judges each dataset as the portals do, and writes pages’ data, search, feeds and their compressed forms; `n3` reads and writes the public graphs, for comparison of machines.',
      ],
      versions: versionsOf(['n3']),
    };
  },
};

function measured(peer: string, all: readonly (CommandAnswer | PublishAnswer)[]): Measurement[] {
  const time = { what: TIME, peer, unit: 'ms' as const, values: all.map(({ ms }) => ms) };
  const peaks = all.flatMap((one) => ('peakBytes' in one ? [one.peakBytes / 1_000_000] : []));
  const memory = { what: MEMORY, peer, unit: 'MB' as const, values: peaks };
  return peaks.length > 0 ? [time, memory] : [time];
}

/** Of the register, as the revision's accounts have it. */
function recordsRead(revision: string): number {
  const text = readFileSync(join(revision, 'internal', 'accounts.json'), 'utf8');
  const accounts = JSON.parse(text) as { readonly source: string; readonly read: number }[];
  return accounts.find(({ source }) => source === 'datasett')?.read ?? 0;
}

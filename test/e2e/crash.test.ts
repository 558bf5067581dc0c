/** Done-when 4 (H1): `kill -9` at 50 random moments of harvest and publish; every restart serves one whole revision. */
import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { PROJECT_ROOT } from '../../src/compose.js';
import { openPublicZone, type PublicZone } from '../../src/store/public-zone.js';
import { QUADS_FILE } from '../../src/store/revisions.js';
import { startSite } from '../support/running-site.js';
import { tempCatalogue } from '../support/temp-catalogue.js';

const KILLS = 50;
const WORDINGS = ['"Sykefravær per område"@nb', '"Sykefravær per område, ny tittel"@nb'] as const;

test(
  'H1 every restart after kill -9 serves revision N or N+1, whole',
  { timeout: 1_200_000 },
  async () => {
    await using temp = await tempCatalogue('trondheim');
    const file = join(temp.folder, 'curated/sykefravaer.ttl');
    const wordings = new Map<string, string>();
    for (const wording of WORDINGS) {
      const text = await readFile(file, 'utf8');
      await writeFile(file, text.replace(WORDINGS[0], wording));
      await temp.harvest();
      await temp.publish();
      const zone = await openPublicZone(join(temp.varFolder, 'current', 'public'));
      wordings.set(quadsOf(zone), zone.snapshot.sourceHash);
    }
    expect(wordings.size).toBe(2);

    const start = () =>
      fork(
        join(PROJECT_ROOT, 'test/support/endless-runs.mjs'),
        [temp.dataFolder, dirname(temp.varFolder), file, ...WORDINGS],
        { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] },
      );
    const runMs = await lengthOfARun(start());

    const seen = new Map<string, number>();
    let stopped = 0;
    for (let kill = 0; kill < KILLS; kill++) {
      const child = start();
      const gone = new Promise((resolve) => child.once('exit', (_code, signal) => resolve(signal)));
      await once(child, 'message');
      // Anywhere in one and a half runs: fetch, map, write, swap, prune, and the same again.
      await setTimeout(Math.random() * 1.5 * runMs);
      child.kill('SIGKILL');
      if ((await gone) === 'SIGKILL') stopped += 1;

      const zone = await openPublicZone(join(temp.varFolder, 'current', 'public'));
      expect(wordings.get(quadsOf(zone)), `after kill ${kill}`).toBe(zone.snapshot.sourceHash);
      seen.set(quadsOf(zone), (seen.get(quadsOf(zone)) ?? 0) + 1);
      if (kill % 10 === 0) {
        const site = await startSite(temp.varFolder);
        const answer = await fetch(`${site.origin}/katalog.ttl`);
        expect(answer.status).toBe(200);
        expect(await answer.text()).toBe(await readFile(join(zone.folder, 'katalog.ttl'), 'utf8'));
        await site.close();
      }
    }
    expect(stopped, 'the child was killed, it did not fail by itself').toBe(KILLS);
    expect(seen.size, 'kills before and after a swap').toBe(2);
    const reports = await temp.harvest();
    expect(reports.every(({ outcome }) => outcome === 'changed' || outcome === 'unchanged')).toBe(
      true,
    );
    await temp.publish();
  },
);

/** The log of changes grows with every swap; what it is about is one of two states. */
function quadsOf({ files }: PublicZone): string {
  return files[QUADS_FILE] ?? '';
}

async function lengthOfARun(child: ChildProcess): Promise<number> {
  await once(child, 'message');
  const started = performance.now();
  await once(child, 'message');
  child.kill('SIGKILL');
  await once(child, 'exit');
  return performance.now() - started;
}

/** A cached page and a cached feed: the site against a bare `node:http` server and a bare Express that send the same bytes. */
import type { BenchCase, BenchContext } from '../case.js';
import { serveInChild } from '../child.js';
import type { Recorded } from '../children/serve-bytes.js';
import { BENCH_BASE, datasetOf } from '../data/names.js';
import { interleaved } from '../interleave.js';
import { versionsOf } from '../machine.js';
import { rateOf, type Rate } from '../peers/load-client.js';
import { record } from '../peers/record.js';
import { startSite } from '../peers/site.js';
import { medianOf, type Goal, type Measurement } from '../report.js';

const OURS = 'datavev';
const BARE = 'node:http';
const ACCEPT = { 'accept-encoding': 'br' };
const PAGES = {
  page: `/nb/${datasetOf(0, 7).slice(`${BENCH_BASE}id/`.length)}`,
  feed: '/katalog.ttl',
};
const SECONDS = 3;
const BY_PROCESSOR = ', of processor time';

interface Server {
  readonly name: string;
  readonly origin: string;
  readonly pid: number;
  close(): Promise<void>;
}

export const httpCase: BenchCase = {
  name: 'http',
  sizes: ['10k'],
  async run(context) {
    const { catalogue, folder } = context;
    const site = await startSite(catalogue, folder, { withFeed: true });
    const servers: Server[] = [{ ...site, name: OURS }];
    try {
      const answers = await recordAll(site.origin);
      for (const server of [BARE, 'express']) {
        const child = await serveInChild('serve-bytes', { server, answers: [...answers.values()] });
        const { port, pid } = child;
        const name = server === BARE ? BARE : 'Express';
        const origin = `http://127.0.0.1:${port}`;
        servers.push({ name, origin, pid, close: () => child.close() });
      }
      const measurements = await measure(context, servers, answers);
      return {
        measurements,
        goals: goals(measurements),
        differences: [],
        notes: [
          `autocannon with 32 connections, each for 900 requests, for ${SECONDS} s on the same machine, brotli accepted. The bare servers send what the site sent: same headers, same bytes, same 304.`,
          'The second row of each is requests for each second of processor time that the server used: it holds where the client is the slower of the two. The lower of both shares counts.',
        ],
        versions: versionsOf(['express', 'autocannon']),
      };
    } finally {
      await Promise.all(servers.map((one) => one.close()));
    }
  },
};

/** Asked twice before: what is recorded is what is sent to the second visitor and all after. */
async function recordAll(origin: string): Promise<Map<string, Recorded>> {
  const answers = new Map<string, Recorded>();
  for (const [name, path] of Object.entries(PAGES)) {
    await record(origin, path, ACCEPT);
    answers.set(name, await record(origin, path, ACCEPT));
  }
  return answers;
}

async function measure(
  { runs, tell }: BenchContext,
  servers: readonly Server[],
  answers: ReadonlyMap<string, Recorded>,
): Promise<Measurement[]> {
  const measurements: Measurement[] = [];
  for (const [name, { path, etag }] of answers) {
    for (const status of [200, 304]) {
      const what = `${name}, ${status}`;
      tell(what);
      const tag: Record<string, string> = status === 304 ? { 'if-none-match': etag } : {};
      const headers = { ...ACCEPT, ...tag };
      const peers = servers.map(({ name: peer, origin, pid }): [string, () => Promise<Rate>] => [
        peer,
        () => rateOf({ url: origin + path, headers, status, seconds: SECONDS, pid }),
      ]);
      const rates = await interleaved(new Map(peers), runs + 1);
      for (const [peer, [, ...counted]] of rates) measurements.push(...rows(what, peer, counted));
    }
  }
  return measurements;
}

function rows(what: string, peer: string, rates: readonly Rate[]): Measurement[] {
  const unit = 'requests/s';
  return [
    { what, peer, unit, values: rates.map((one) => one.perSecond) },
    { what: what + BY_PROCESSOR, peer, unit, values: rates.map((one) => one.perProcessorSecond) },
  ];
}

function goals(measurements: readonly Measurement[]): Goal[] {
  const share = (what: string): number =>
    medianOf(measurements, what, OURS) / medianOf(measurements, what, BARE);
  return Object.keys(PAGES).flatMap((name) =>
    [200, 304].map((status) => {
      const what = `${name}, ${status}`;
      return {
        text: `${what}: share of bare node:http`,
        asked: 80,
        sign: 'at least' as const,
        unit: '%' as const,
        measured: 100 * Math.min(share(what), share(what + BY_PROCESSOR)),
      };
    }),
  );
}

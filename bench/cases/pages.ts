/** Pages that visitors see, against a bare Express that sends a constant string of the same size with `response.send`. */
import { get, type IncomingMessage } from 'node:http';
import { buffer } from 'node:stream/consumers';
import type { BenchCase, BenchContext } from '../case.js';
import { serveInChild } from '../child.js';
import { BENCH_BASE, datasetOf } from '../data/names.js';
import { interleaved } from '../interleave.js';
import { versionsOf } from '../machine.js';
import { rateOf, type Rate } from '../peers/load-client.js';
import { startSite } from '../peers/site.js';
import { medianOf, type Measurement } from '../report.js';

const OURS = 'datavev';
const EXPRESS = 'Express';
const BY_PROCESSOR = ', of processor time';
const FIRST_VISIT = ', first visit';
const SECONDS = 3;

const dataset = (at: number): string => `/nb/${datasetOf(0, at).slice(`${BENCH_BASE}id/`.length)}`;
/** What is measured, and an address of the same kind that nobody has asked for yet. */
const PAGES: readonly (readonly [name: string, path: string, fresh: (at: number) => string])[] = [
  ['dataset', dataset(7), (at) => dataset(20 + at)],
  ['home', '/nb/', (at) => `/nb/?besok=${at}`],
  ['list', '/nb/datasett', (at) => `/nb/datasett?side=1&besok=${at}`],
  ['search', '/nb/sok?q=vann', (at) => `/nb/sok?q=vann&besok=${at}`],
];

interface Peer {
  readonly name: string;
  readonly origin: string;
  readonly pid: number;
}

export const pagesCase: BenchCase = {
  name: 'pages',
  sizes: ['10k'],
  async run(context) {
    const site = await startSite(context.catalogue, context.folder, { withSearch: true });
    const sizes = new Map<string, number>();
    for (const [, path] of PAGES) sizes.set(path, (await visit(site.origin + path)).bytes);
    const constants = [...sizes].map(([path, bytes]) => ({ path, bytes }));
    const express = await serveInChild('serve-constants', { constants });
    try {
      const peers: Peer[] = [
        { name: OURS, ...site },
        { ...express, name: EXPRESS, origin: `http://127.0.0.1:${express.port}` },
      ];
      const measurements: Measurement[] = [];
      for (const [name, path, fresh] of PAGES) {
        context.tell(name);
        measurements.push(...(await firstVisits(context, name, site.origin, fresh)));
        measurements.push(...(await rates(context, name, path, peers)));
      }
      return {
        measurements,
        goals: PAGES.map(([name]) => ({
          text: `${name}: share of a bare Express with a constant string`,
          asked: 50,
          sign: 'at least' as const,
          unit: '%' as const,
          measured:
            100 * Math.min(share(measurements, name), share(measurements, name + BY_PROCESSOR)),
        })),
        differences: [],
        notes: [
          `autocannon with 32 connections for ${SECONDS} s on the same machine, each page in turn with its peer; no compression asked for. Express sends one string of as many bytes by \`response.send\`, with the ETag it makes itself.`,
          'The first visit is a page of the kind that nobody has asked for since the site began, over HTTP, median of 10.',
          'The second row of each is requests for each second of processor time that the server used. The lower of both shares counts.',
        ],
        versions: versionsOf(['express', 'autocannon']),
      };
    } finally {
      await Promise.all([site.close(), express.close()]);
    }
  },
};

const share = (measurements: readonly Measurement[], what: string): number =>
  medianOf(measurements, what, OURS) / medianOf(measurements, what, EXPRESS);

/** The first round is nobody's: programs are cold. */
async function rates(
  { runs }: BenchContext,
  name: string,
  path: string,
  peers: readonly Peer[],
): Promise<Measurement[]> {
  const load = peers.map(({ name: peer, origin, pid }): [string, () => Promise<Rate>] => [
    peer,
    () => rateOf({ url: origin + path, headers: {}, status: 200, seconds: SECONDS, pid }),
  ]);
  const measured = await interleaved(new Map(load), runs + 1);
  const unit = 'requests/s';
  return [...measured].flatMap(([peer, [, ...counted]]): Measurement[] => [
    { what: name, peer, unit, values: counted.map((one) => one.perSecond) },
    {
      ...{ what: name + BY_PROCESSOR, peer, unit },
      values: counted.map((one) => one.perProcessorSecond),
    },
  ]);
}

async function firstVisits(
  { runs }: BenchContext,
  name: string,
  origin: string,
  fresh: (at: number) => string,
): Promise<Measurement[]> {
  const values: number[] = [];
  for (let at = 0; at < 2 * runs; at += 1) values.push((await visit(origin + fresh(at))).ms);
  return [{ what: name + FIRST_VISIT, peer: OURS, unit: 'ms', values }];
}

async function visit(url: string): Promise<{ ms: number; bytes: number }> {
  const start = performance.now();
  const response = await new Promise<IncomingMessage>((resolve, reject) => {
    get(url, resolve).on('error', reject);
  });
  const { byteLength } = await buffer(response);
  const ms = performance.now() - start;
  if (response.statusCode !== 200) throw new Error(`${url}: ${String(response.statusCode)}`);
  return { ms, bytes: byteLength };
}

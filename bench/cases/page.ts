/** What a dataset's page is made of, asked for the first time: our document and page, against Virtuoso asked for the same by SPARQL. */
import { readFileSync } from 'node:fs';
import { get, type IncomingMessage } from 'node:http';
import { dirname, join } from 'node:path';
import { text } from 'node:stream/consumers';
import { PROJECT_FOLDER } from '../../site/site-folder.js';
import type { BenchCase } from '../case.js';
import { BENCH_BASE, datasetOf } from '../data/names.js';
import { interleaved } from '../interleave.js';
import { startSite } from '../peers/site.js';
import { askSparql } from '../peers/sparql-http.js';
import { startVirtuoso, virtuosoVersion, type Virtuoso } from '../peers/virtuoso.js';
import { medianOf, type Goal, type Measurement } from '../report.js';
import { median } from '../statistics.js';

const WHAT = 'a dataset, first visit';
const DATA = 'datavev, N-Triples';
const HTML = 'datavev, HTML';
const VIRTUOSO = 'Virtuoso, q06';
/** Datasets a round; each is asked for once. */
const DATASETS = 10;

const QUERY = readFileSync(join(PROJECT_FOLDER, 'bench', 'queries', 'q06-dataset-page.rq'), 'utf8');

export const pageCase: BenchCase = {
  name: 'page',
  sizes: ['1m'],
  async run({ catalogue, runs, folder, tell }) {
    tell('publishing');
    const site = await startSite(catalogue, folder);
    const version = virtuosoVersion();
    let virtuoso: Virtuoso | undefined;
    try {
      if (version !== undefined) {
        virtuoso = await startVirtuoso(dirname(catalogue.path));
        virtuoso.load(catalogue.path);
      }
      const { endpoint } = virtuoso ?? {};
      const page = (path: string): Promise<number> => visit(site.origin + path);
      const peers = new Map([
        [DATA, inRounds((dataset) => page(`/${pathOf(dataset)}.nt`))],
        [HTML, inRounds((dataset) => page(`/nb/${pathOf(dataset)}`))],
        ...(endpoint === undefined
          ? []
          : [[VIRTUOSO, inRounds((one) => ask(endpoint, one))] as const]),
      ]);
      // The first round is nobody's: programs are cold.
      const results = await interleaved(peers, runs + 1);
      const measurements = [...results].map(([peer, [, ...values]]): Measurement => {
        return { what: WHAT, peer, unit: 'ms', values };
      });
      return {
        measurements,
        goals: virtuoso ? [goal(measurements)] : [],
        differences: [],
        notes: [
          `Over HTTP, ${DATASETS} datasets a round, the median of them; nobody has asked for them before. Ours is the whole description as a document, and the page as visitors see it; Virtuoso answers q06 about the dataset.`,
        ],
        versions: version === undefined ? {} : { Virtuoso: version },
      };
    } finally {
      await Promise.all([site.close(), virtuoso?.close()]);
    }
  },
};

/** The median over the datasets of a round; no dataset comes twice. */
function inRounds(one: (dataset: string) => Promise<number>): () => Promise<number> {
  let next = 0;
  return async () => {
    const values: number[] = [];
    for (let count = 0; count < DATASETS; count += 1) {
      values.push(await one(datasetOf(0, next)));
      next += 1;
    }
    return median(values);
  };
}

const pathOf = (dataset: string): string => dataset.slice(`${BENCH_BASE}id/`.length);

async function ask(endpoint: string, dataset: string): Promise<number> {
  return (await askSparql(endpoint, QUERY.replaceAll(datasetOf(0, 7), dataset))).ms;
}

async function visit(url: string): Promise<number> {
  const start = performance.now();
  const response = await new Promise<IncomingMessage>((resolve, reject) => {
    get(url, resolve).on('error', reject);
  });
  await text(response);
  const ms = performance.now() - start;
  if (response.statusCode !== 200) throw new Error(`${url}: ${String(response.statusCode)}`);
  return ms;
}

function goal(measurements: readonly Measurement[]): Goal {
  return {
    text: 'data of a dataset’s page, times faster than Virtuoso',
    asked: 10,
    sign: 'at least',
    unit: '×',
    measured: medianOf(measurements, WHAT, VIRTUOSO) / medianOf(measurements, WHAT, DATA),
  };
}

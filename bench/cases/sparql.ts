/**
 * Catalogue queries over HTTP: our endpoint as visitors meet it, Comunica and Oxigraph behind a bare `node:http` server, and Virtuoso.
 * The first answers warm everybody up, and are compared.
 */
import { fewerRuns, type BenchCase, type BenchContext, type CaseFindings } from '../case.js';
import { interleaved } from '../interleave.js';
import { versionsOf } from '../machine.js';
import { benchQueries, type BenchQuery } from '../peers/queries.js';
import { askSparql, type TimedAnswer } from '../peers/sparql-http.js';
import { virtuosoVersion } from '../peers/virtuoso.js';
import { medianOf, type Goal, type Measurement } from '../report.js';
import { geometricMean } from '../statistics.js';
import { compareAnswers, type Bodies } from './sparql-answers.js';
import { engineStarters, OURS, REFERENCE, VIRTUOSO, type Engine } from './sparql-engines.js';

const MEAN = 'geometric mean';
/** Servers run for weeks: what is measured is what they do when they are warm. */
const WARM_UPS = 30;
/** An engine that has worked this long on a query is as warm as it gets. */
const WARM_MS = 2_000;
const LIMIT_MS = 180_000;

export const sparqlCase: BenchCase = {
  name: 'sparql',
  sizes: ['100k', '1m'],
  async run(context) {
    const engines: Engine[] = [];
    try {
      for (const start of engineStarters(context)) engines.push(await start());
      return await measure(context, engines);
    } finally {
      await Promise.all(engines.map((one) => one.close()));
    }
  },
};

async function measure(context: BenchContext, engines: readonly Engine[]): Promise<CaseFindings> {
  const queries = benchQueries(context.catalogue.triples);
  const measurements: Measurement[] = [];
  const bodies: Bodies = new Map(engines.map(({ name }) => [name, new Map<string, string>()]));
  const late: string[] = [];
  for (const query of queries) {
    context.tell(query.name);
    const { slowest, inTime } = await warmUp(query, engines, bodies);
    const runs = fewerRuns(context.runs, slowest);
    const timed = await interleaved(timers(query, inTime), runs);
    for (const [peer, values] of timed)
      measurements.push({ what: query.name, peer, unit: 'ms', values });
    for (const { name } of engines.filter((one) => !inTime.includes(one)))
      late.push(`${name} has no answer to ${query.name} within ${LIMIT_MS / 1000} s.`);
  }
  const peers = engines.map(({ name }) => name);
  const shared = queries.filter(({ name }) => isMeasuredByAll(measurements, name, peers));
  const means = peers.map((peer) => roundMeans(measurements, peer, shared, context.runs));
  return {
    measurements: [...measurements, ...means],
    goals: goals(means, peers, context),
    differences: [
      ...late.filter((text) => text.startsWith(OURS)),
      ...(await compareAnswers(queries, engines, bodies)),
    ],
    notes: [...NOTES, ...late.map((text) => `${text} It counts in nobody’s mean.`)],
    versions: versions(),
  };
}

interface WarmedUp {
  /** Milliseconds of the slowest at its last. */
  readonly slowest: number;
  readonly inTime: readonly Engine[];
}

/** Each engine in turn, as often as it is quick. One that has no answer in time is started anew: it would go on working. */
async function warmUp(
  { name, text }: BenchQuery,
  engines: readonly Engine[],
  bodies: Bodies,
): Promise<WarmedUp> {
  let slowest = 0;
  const inTime: Engine[] = [];
  for (const engine of engines) {
    const first = await askInTime(engine, another(text));
    if (!first) {
      await engine.again();
      continue;
    }
    inTime.push(engine);
    bodies.get(engine.name)?.set(name, first.body);
    let [last, spent] = [first.ms, first.ms];
    for (let turn = 1; turn < WARM_UPS && spent < WARM_MS; turn += 1) {
      last = (await askSparql(engine.endpoint(), another(text))).ms;
      spent += last;
    }
    slowest = Math.max(slowest, last);
  }
  return { slowest, inTime };
}

async function askInTime({ endpoint }: Engine, text: string): Promise<TimedAnswer | undefined> {
  const signal = AbortSignal.timeout(LIMIT_MS);
  try {
    return await askSparql(endpoint(), text, signal);
  } catch (error) {
    if (signal.aborted) return undefined;
    throw error;
  }
}

let asked = 0;

/** Another text each time: nobody answers from a cache, and everybody has to read and plan it. */
function another(text: string): string {
  asked += 1;
  return `${text}\n# ${asked}\n`;
}

function timers(query: BenchQuery, engines: readonly Engine[]): Map<string, () => Promise<number>> {
  return new Map(
    engines.map((engine) => [
      engine.name,
      async () => (await askSparql(engine.endpoint(), another(query.text))).ms,
    ]),
  );
}

function isMeasuredByAll(
  measurements: readonly Measurement[],
  what: string,
  peers: readonly string[],
): boolean {
  return measurements.filter((one) => one.what === what).length === peers.length;
}

/** The geometric mean over the queries, round by round. */
function roundMeans(
  measurements: readonly Measurement[],
  peer: string,
  queries: readonly BenchQuery[],
  runs: number,
): Measurement {
  const names = new Set(queries.map(({ name }) => name));
  const own = measurements.filter((one) => one.peer === peer && names.has(one.what));
  const values = Array.from({ length: runs }, (_, round) =>
    geometricMean(own.map(({ values: all }) => all[Math.min(round, all.length - 1)] ?? NaN)),
  );
  return { what: MEAN, peer, unit: 'ms', values };
}

function goals(
  means: readonly Measurement[],
  peers: readonly string[],
  { catalogue }: BenchContext,
): Goal[] {
  const of = (peer: string): number => medianOf(means, MEAN, peer);
  const comunica: Goal = {
    text: 'geometric mean, times faster than Comunica over rdf-stores',
    asked: 8,
    sign: 'at least',
    unit: '×',
    measured: of(REFERENCE) / of(OURS),
  };
  if (!peers.includes(VIRTUOSO)) return [comunica];
  const virtuoso: Goal = {
    text: 'geometric mean, share of Virtuoso’s time',
    asked: catalogue.triples > 500_000 ? 1.5 : 1,
    sign: 'at most',
    unit: '×',
    measured: of(OURS) / of(VIRTUOSO),
  };
  return [comunica, virtuoso];
}

function versions(): Record<string, string> {
  const virtuoso = virtuosoVersion();
  return {
    ...versionsOf(['@comunica/query-sparql-rdfjs', 'rdf-stores', 'oxigraph']),
    ...(virtuoso === undefined ? {} : { Virtuoso: virtuoso }),
  };
}

const NOTES = [
  'From the request to the last byte of the answer, one request at a time, by POST over a kept connection; SELECT and ASK as JSON, graphs as N-Triples.',
  'Everybody is asked each query 30 times before (for two seconds, where it takes longer), and each time with another comment at its end: nobody answers from a cache, of results, ETags or plans.',
  'Answers are compared row by row with Comunica’s, as multisets of full terms. Oxigraph and Virtuoso do not keep derived integer types, Virtuoso counts graphs of its own in q10, and each engine describes (q01) in its own way: there the dataset’s own statements must be in the answer.',
  'Where rows tie at a LIMIT, they must be among those of the query without it.',
];

/** SHACL over the whole catalogue, cold, with the full report: compiled shapes against the libraries of today. */
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fewerRuns, type BenchCase, type BenchContext, type CaseFindings } from '../case.js';
import { askChild } from '../child.js';
import type { ValidateAnswer } from '../children/validate-peer.js';
import { totalOf } from '../data/defects.js';
import { interleaved } from '../interleave.js';
import { versionsOf } from '../machine.js';
import { difference } from '../peers/answers.js';
import { snapshotFile } from '../peers/snapshot-file.js';
import { medianOf, type Goal, type Measurement } from '../report.js';

const WHAT = 'validate';
const OURS = 'datavev, 2 threads';
const ONE_THREAD = 'datavev, 1 thread';
const ENGINE = 'shacl-engine';
const RDF_VALIDATE = 'rdf-validate-shacl';

type Run = () => Promise<ValidateAnswer>;

export const shaclCase: BenchCase = {
  name: 'shacl',
  sizes: ['100k', '1m'],
  async run(context) {
    const { catalogue, folder } = context;
    const snapshot = snapshotFile(catalogue, folder);
    const results = (peer: string): string => join(folder, `results-${process.pid}-${peer}.tsv`);
    const ours = (peer: string, threads: number): Run => {
      const task = { file: snapshot, threads, results: results(peer) };
      return () => askChild('validate-compiled', task);
    };
    const library = (validator: string): Run => {
      const task = { validator, data: catalogue.path, results: results(validator) };
      return () => askChild('validate-peer', task);
    };
    const fast = new Map([
      [OURS, ours(OURS, 2)],
      [ONE_THREAD, ours(ONE_THREAD, 1)],
      [ENGINE, library(ENGINE)],
    ]);
    const measurements = await measure(context, fast, library(RDF_VALIDATE));
    const peers = [...fast.keys(), RDF_VALIDATE];
    const reports = peers.map((peer): [string, string[]] => {
      const lines = readFileSync(results(peer), 'utf8').split('\n').filter(Boolean);
      rmSync(results(peer));
      return [peer, lines];
    });
    return findings(measurements, reports, context);
  },
};

/** All take turns; the slowest no longer once it has had its share of runs. */
async function measure(
  { runs, tell }: BenchContext,
  fast: ReadonlyMap<string, Run>,
  slowest: Run,
): Promise<Measurement[]> {
  const values = new Map<string, number[]>();
  let slowRuns = runs;
  for (let round = 0; round < runs; round += 1) {
    tell(`round ${round + 1} of ${runs}`);
    const peers = new Map([
      ...fast,
      ...(round < slowRuns ? [[RDF_VALIDATE, slowest] as const] : []),
    ]);
    for (const [peer, answers] of await interleaved(peers, 1)) {
      const ms = answers[0]?.ms ?? NaN;
      values.set(peer, [...(values.get(peer) ?? []), ms]);
      if (peer === RDF_VALIDATE) slowRuns = fewerRuns(runs, ms);
    }
  }
  return [...values].map(([peer, all]) => ({ what: WHAT, peer, unit: 'ms', values: all }));
}

function findings(
  measurements: readonly Measurement[],
  reports: readonly [string, string[]][],
  { catalogue }: BenchContext,
): CaseFindings {
  const wanted = reports.find(([peer]) => peer === ENGINE)?.[1] ?? [];
  const expected = totalOf(catalogue.defects);
  const differences = reports.flatMap(([peer, lines]) => {
    const fault = difference(lines, wanted);
    return fault === undefined ? [] : [`${peer} against ${ENGINE}: ${fault}`];
  });
  if (wanted.length !== expected)
    differences.push(`${ENGINE}: ${wanted.length} results, ${expected} defects were made`);
  return {
    measurements,
    goals: [...libraryGoals(measurements)],
    differences,
    notes: [
      `46 property shapes (bench/shapes/catalogue.ttl); ${wanted.length} results, compared one by one: focus node, path, component, value, severity and shape.`,
      'Each in a fresh process. Before the clock starts the program is loaded, the threads run, and the data are in memory: ours in a snapshot, the libraries’ in rdf-stores. Measured: to compile the shapes and to have the whole report; nothing has been validated before.',
    ],
    versions: versionsOf([ENGINE, RDF_VALIDATE, 'rdf-stores', '@zazuko/env']),
  };
}

function libraryGoals(measurements: readonly Measurement[]): Goal[] {
  const ms = medianOf(measurements, WHAT, OURS);
  return [[ENGINE, 10] as const, [RDF_VALIDATE, 20] as const].map(([peer, asked]) => ({
    text: `times faster than ${peer}`,
    asked,
    sign: 'at least',
    unit: '×',
    measured: medianOf(measurements, WHAT, peer) / ms,
  }));
}

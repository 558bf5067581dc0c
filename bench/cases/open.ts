/** Opening a catalogue: our snapshot file read and checked, against loading the same quads into the stores of peers; and memory. */
import { dirname } from 'node:path';
import type { BenchCase, BenchContext } from '../case.js';
import { askChild } from '../child.js';
import type { LoadAnswer } from '../children/load-peer.js';
import { interleaved } from '../interleave.js';
import { versionsOf } from '../machine.js';
import { snapshotFile } from '../peers/snapshot-file.js';
import { startVirtuoso, virtuosoVersion } from '../peers/virtuoso.js';
import { medianOf, type Goal, type Measurement } from '../report.js';

const OPEN = 'open';
const MEMORY = 'memory';
const OURS = 'datavev';
const OXIGRAPH = 'Oxigraph';
/** Worker threads that share the snapshot. */
const THREADS = [0, 2, 4];

type Run = () => Promise<LoadAnswer>;

export const openCase: BenchCase = {
  name: 'open',
  sizes: ['1m'],
  async run(context) {
    const { catalogue, runs, folder } = context;
    const file = snapshotFile(catalogue, folder);
    const { peers, close } = await startPeers(context);
    const ours = THREADS.map((threads): [string, Run] => [
      threads === 0 ? OURS : `${OURS}, ${threads} threads`,
      () => askChild('open-snapshot', { file, threads }),
    ]);
    const results = await interleaved(new Map([...ours, ...peers]), runs).finally(close);
    const measurements = [...results].flatMap(([peer, answers]): Measurement[] => {
      const bytes = answers.map((one) => one.bytes / catalogue.triples);
      const isPlain = !ours.slice(1).some(([name]) => name === peer);
      return [
        ...(isPlain ? [timing(peer, answers)] : []),
        ...(peer === 'Virtuoso' ? [] : [memory(peer, bytes)]),
      ];
    });
    return {
      measurements,
      goals: goals(measurements, context),
      differences: [],
      notes: NOTES,
      versions: {
        ...versionsOf(['oxigraph', 'rdf-stores', 'n3']),
        ...(peers.length > 2 ? { Virtuoso: virtuosoVersion() ?? '' } : {}),
      },
    };
  },
};

/** Each load in a process of its own, Virtuoso's in its one server. */
async function startPeers({ catalogue }: BenchContext): Promise<{
  readonly peers: [string, Run][];
  readonly close: () => Promise<void>;
}> {
  const data = catalogue.path;
  const peers: [string, Run][] = [
    [OXIGRAPH, () => askChild('load-peer', { store: 'oxigraph', data })],
    ['rdf-stores', () => askChild('load-peer', { store: 'rdf-stores', data })],
  ];
  if (virtuosoVersion() === undefined) return { peers, close: () => Promise.resolve() };
  const server = await startVirtuoso(dirname(data));
  peers.push(['Virtuoso', () => Promise.resolve({ ms: server.load(data), bytes: 0 })]);
  return { peers, close: () => server.close() };
}

const timing = (peer: string, answers: readonly LoadAnswer[]): Measurement => {
  return { what: OPEN, peer, unit: 'ms', values: answers.map(({ ms }) => ms) };
};
const memory = (peer: string, values: readonly number[]): Measurement => {
  return { what: MEMORY, peer, unit: 'bytes a triple', values };
};

function goals(measurements: readonly Measurement[], { catalogue }: BenchContext): Goal[] {
  const ms = medianOf(measurements, OPEN, OURS);
  const most = Math.max(
    ...measurements
      .filter(({ what, peer }) => what === MEMORY && peer.startsWith(OURS))
      .map(({ peer }) => medianOf(measurements, MEMORY, peer)),
  );
  return [
    // The figure is of a million triples, and grows with them.
    {
      text: 'open',
      asked: Math.ceil((200 * catalogue.triples) / 1_000_000),
      sign: 'at most',
      unit: 'ms',
      measured: ms,
    },
    {
      text: 'open, times faster than Oxigraph loads',
      asked: 20,
      sign: 'at least',
      unit: '×',
      measured: medianOf(measurements, OPEN, OXIGRAPH) / ms,
    },
    {
      text: 'memory a triple, whatever the number of threads',
      asked: 100,
      sign: 'at most',
      unit: 'bytes',
      measured: most,
    },
  ];
}

const NOTES = [
  'Ours reads the snapshot file into shared memory and checks it; the peers load the N-Quads it was made from: Oxigraph in pieces of 1 MiB, rdf-stores by n3, Virtuoso by its bulk loader with a checkpoint. Each in a fresh process (Virtuoso in one server, emptied before each load), files in the system’s cache.',
  'Memory is the growth of the process’s resident memory after collection. Threads are started before and share the snapshot: they have their own tables of it, not their own copy.',
];

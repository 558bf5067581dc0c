/** One cold load of a catalogue into the store of a peer, and what it leaves in memory. */
import { rdfStore } from '../peers/load-quads.js';
import { oxigraphStore } from '../peers/load-oxigraph.js';
import { residentBytes } from '../peers/resident.js';
import { answer } from './answer.js';

export interface LoadTask {
  readonly store: 'oxigraph' | 'rdf-stores';
  readonly data: string;
}
export interface LoadAnswer {
  readonly ms: number;
  /** By which resident memory has grown. */
  readonly bytes: number;
}

await answer(async ({ store, data }: LoadTask): Promise<LoadAnswer> => {
  const before = residentBytes();
  const start = performance.now();
  const kept = store === 'oxigraph' ? oxigraphStore(data) : await rdfStore(data);
  const ms = performance.now() - start;
  const bytes = residentBytes() - before;
  if (kept.size === 0) throw new Error('nothing was loaded');
  return { ms, bytes };
});

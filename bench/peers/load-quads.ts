/** N-Quads read by n3 as a stream, for the stores of peers. */
import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { DataFactory, StreamParser } from 'n3';
import type { Quad } from '@rdfjs/types';
import { RdfStore } from 'rdf-stores';

export async function readQuads(path: string, add: (quad: Quad) => void): Promise<void> {
  const parser = new StreamParser({ format: 'N-Quads' });
  parser.on('data', add);
  await pipeline(createReadStream(path, { highWaterMark: 1 << 20 }), parser);
}

/** `withGraphs` false puts every triple into the default graph, once. */
export async function rdfStore(path: string, withGraphs = true): Promise<RdfStore> {
  const store = RdfStore.createDefault(true);
  await readQuads(path, (one) => {
    if (withGraphs) store.addQuad(one);
    else store.addQuad(DataFactory.quad(one.subject, one.predicate, one.object));
  });
  return store;
}

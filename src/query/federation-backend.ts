/**
 * Comunica over several sources at once, for a steward's own questions: zones, local files, documents and endpoints on the
 * web. SERVICE is allowed. The one backend that opens connections: never for what strangers send (safety D7).
 */
import { readFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { QueryEngine } from '@comunica/query-sparql';
import { parseRdf } from '../rdf/parse.js';
import { RDF_SYNTAXES } from '../rdf/serialize.js';
import { snapshotOf } from '../store/snapshot-build.js';
import { loadSnapshot } from '../store/snapshot-load.js';
import type { Snapshot } from '../store/snapshot.js';
import { answerByComunica } from './comunica-answer.js';
import { DatasetSource } from './dataset-source.js';
import { datasetOf } from './evaluate/dataset.js';
import type { Backend, FederationSpec, Prefixes } from './query-backend.js';
import { guardQuery } from './query-guard.js';

/** Rejects when a file cannot be read. Whether the addresses answer shows when they are asked. */
export async function openFederation(
  { snapshots, files, urls }: FederationSpec,
  prefixes: Prefixes,
): Promise<Backend> {
  const local = await Promise.all([
    ...snapshots.map((file) => loadSnapshot(file)),
    ...files.map(snapshotOfFile),
  ]);
  const [first = snapshotOf([])] = local;
  const engine = new QueryEngine();
  return {
    run(request, sink) {
      const query = guardQuery(request.text, { prefixes, allowsService: true });
      const sources = [
        ...local.map((snapshot) => new DatasetSource(snapshot, datasetOf(snapshot, {}))),
        ...urls.map((value) => ({ value })),
      ];
      return answerByComunica(
        query,
        { engine, sources, snapshot: first, prefixes },
        { request, sink },
      );
    },
  };
}

async function snapshotOfFile(path: string): Promise<Snapshot> {
  const entry = RDF_SYNTAXES.find(({ extension }) => `.${extension}` === extname(path));
  return snapshotOf(await parseRdf(await readFile(path), entry?.mediaType ?? 'text/turtle'));
}

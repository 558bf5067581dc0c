/**
 * One N-Quads file in Oxigraph, and guarded queries on it. Synchronous and without time-out or memory bound
 * (safety fact 1): used by oxigraph-child.ts alone.
 */
import { closeSync, openSync, readSync } from 'node:fs';
import oxigraph from 'oxigraph';
import { CatalogError } from '../model/errors.js';
import type { Iri } from '../model/iri.js';
import type { ChildRequest } from './child-protocol.js';
import { GRAPH_MEDIA_TYPE, RESULT_MEDIA_TYPES, type QueryResult } from './query-engine.js';
import {
  queryError,
  syntaxError,
  syntaxPosition,
  tooLarge,
  type SyntaxPosition,
} from './query-error.js';
import { guardQuery, type GuardedQuery } from './query-guard.js';
import { countRows, countTriples, repairXml } from './result-text.js';

type Limits = ChildRequest['limits'];
type EngineOptions = NonNullable<Parameters<oxigraph.Store['query']>[1]>;

const CHUNK_BYTES = 1_048_576; // one whole buffer is 2.2 × slower (performance.md 3.1)

/** The engine itself failed, no rule of ours: the instance must not be used again (safety fact 4). */
export class EngineTrap extends Error {}

/** Throws what Oxigraph throws on a file that is no N-Quads, or ENOENT. */
export function loadStore(file: string): oxigraph.Store {
  const store = new oxigraph.Store();
  // Lenient: the file was checked when it was published; one odd IRI must not take the endpoint down.
  store.load(chunks(file), { format: 'application/n-quads', lenient: true, no_transaction: true });
  return store;
}

function* chunks(file: string): Generator<Uint8Array> {
  const descriptor = openSync(file, 'r');
  try {
    for (;;) {
      const chunk = new Uint8Array(CHUNK_BYTES);
      const length = readSync(descriptor, chunk);
      if (length === 0) return;
      yield chunk.subarray(0, length);
    }
  } finally {
    closeSync(descriptor);
  }
}

/** Throws CatalogError for what is refused or too large, EngineTrap for anything after which the store is done. */
export function runQuery(store: oxigraph.Store, text: string, limits: Limits): QueryResult {
  const guarded = guardQuery(text, locateByOxigraph);
  return guarded.kind === 'graph'
    ? runGraph(store, text, guarded, limits)
    : runSolutions(store, text, guarded, limits);
}

function runGraph(
  store: oxigraph.Store,
  text: string,
  guarded: GuardedQuery,
  limits: Limits,
): QueryResult {
  const triples = evaluate(store, text, engineOptions(guarded, limits, GRAPH_MEDIA_TYPE));
  const rows = countTriples(triples);
  return { kind: 'graph', mediaType: GRAPH_MEDIA_TYPE, rows, body: bounded(triples, rows, limits) };
}

function runSolutions(
  store: oxigraph.Store,
  text: string,
  guarded: GuardedQuery,
  limits: Limits,
): QueryResult {
  const mediaType = RESULT_MEDIA_TYPES[limits.format];
  // One row more than allowed is enough to know that there are too many, and the engine stops there.
  const bound = guarded.canTakeLimit ? `${text}\nLIMIT ${limits.maxRows + 1}` : text;
  const [engineType = mediaType] = mediaType.split(';');
  const raw = evaluate(store, bound, engineOptions(guarded, limits, engineType));
  const written = limits.format === 'xml' ? repairXml(raw) : raw;
  const { kind } = guarded;
  const rows = kind === 'boolean' ? 1 : countRows(written, limits.format);
  return { kind, mediaType, rows, body: bounded(written, rows, limits) };
}

function bounded(text: string, rows: number, { maxRows, maxBytes }: Limits): Uint8Array {
  if (rows > maxRows) throw tooLarge('maxRows', maxRows);
  const body = Buffer.from(text);
  if (body.byteLength > maxBytes) throw tooLarge('maxBytes', maxBytes);
  return body;
}

/** Confined by options, never by rewriting the text (safety 16.3). The union flag would override the text's FROM. */
function engineOptions(guarded: GuardedQuery, limits: Limits, format: string): EngineOptions {
  const { defaultGraphs, namedGraphs } = limits;
  if (defaultGraphs !== undefined || namedGraphs !== undefined) {
    return {
      results_format: format,
      default_graph: named(defaultGraphs),
      named_graphs: named(namedGraphs),
    };
  }
  if (guarded.hasDataset) return { results_format: format };
  return { results_format: format, use_default_graph_as_union: true };
}

function named(graphs: readonly Iri[] = []): oxigraph.NamedNode[] {
  return graphs.map((graph) => oxigraph.namedNode(graph));
}

const ENGINE_POSITION = /^error at (\d+):(\d+): ?(.*)/s;
const UNKNOWN_FUNCTION = /^The custom function (<.*>) is not supported/s;

function evaluate(store: oxigraph.Store, text: string, options: EngineOptions): string {
  try {
    // With results_format the engine gives text, whatever the form of the query.
    return store.query(text, options) as string;
  } catch (error) {
    throw engineError(error);
  }
}

function engineError(error: unknown): Error {
  // A trap is a RuntimeError, an overflow inside WASM a RangeError: only a bare Error is the engine's own verdict.
  if (!(error instanceof Error) || error.constructor !== Error) {
    return new EngineTrap(String(error), { cause: error });
  }
  const placed = ENGINE_POSITION.exec(error.message);
  if (placed) {
    const position = { line: Number(placed[1]), column: Number(placed[2]) };
    return syntaxError(position, (placed[3] ?? '').slice(0, 200));
  }
  const unknown = UNKNOWN_FUNCTION.exec(error.message)?.[1];
  if (unknown !== undefined) return queryError('QUERY_REFUSED', { form: unknown });
  return new EngineTrap(error.message, { cause: error });
}

function locateByOxigraph(text: string): SyntaxPosition | undefined {
  try {
    new oxigraph.Store().query(text);
    return undefined;
  } catch (error) {
    const failure = engineError(error);
    if (failure instanceof EngineTrap) throw failure;
    return failure instanceof CatalogError ? syntaxPosition(failure) : undefined;
  }
}

/**
 * What answers the queries inside a child process. A backend is opened once, by its description, and asked one query after
 * the other. A new kind is one file with an `open…` function, a description here and a line in open-backend.ts.
 */
import type { Iri } from '../model/iri.js';
import type { QueryOptions, QueryResult } from './query-engine.js';

/** The zone's index file; where it is missing or damaged, `quads.nq` beside it is read instead. */
export interface SnapshotSpec {
  readonly kind: 'snapshot';
  readonly file: string;
  /** `own` (the default) falls back to Comunica for what our evaluator does not compile; `comunica` takes it for all. */
  readonly engine?: 'own' | 'comunica';
}

/** A steward's own question to several sources. The only backend that opens connections. */
export interface FederationSpec {
  readonly kind: 'federation';
  /** Index files of zones. */
  readonly snapshots: readonly string[];
  /** Local files in an RDF syntax. */
  readonly files: readonly string[];
  /** SPARQL endpoints and documents on the web. */
  readonly urls: readonly string[];
}

/** An engine of the operator's own that holds the zone's revision; the snapshot answers what the engine does not. */
export interface RemoteSpec {
  readonly kind: 'remote';
  /** SPARQL 1.1 Protocol, read without credentials. */
  readonly query: string;
  /** The control graph, which tells what the engine holds (src/store/remote-control.ts). */
  readonly control: Iri;
  /** SHA-256 of the zone's `quads.nq`. */
  readonly revision: string;
  /** The zone's index file. */
  readonly file: string;
}

export type BackendSpec = SnapshotSpec | FederationSpec | RemoteSpec;

export interface BackendRequest extends Pick<
  QueryOptions,
  'format' | 'syntax' | 'maxRows' | 'maxBytes' | 'timeoutMs' | 'defaultGraphs' | 'namedGraphs'
> {
  readonly text: string;
}

export type AnswerHead = Pick<QueryResult, 'kind' | 'mediaType'>;

export interface AnswerSink {
  /** Once, before the first chunk. Nothing leaves the process before the first chunk is full or the answer is whole. */
  start(head: AnswerHead): void;
  /** Throws QUERY_TOO_LARGE when the answer grows beyond `maxBytes`. */
  write(chunk: Uint8Array): void;
  /** Resolves when the parent takes more: for those that wait for others anyway, so that nothing piles up here. */
  drained(): Promise<void>;
}

export interface Backend {
  /** Resolves when the answer is written whole. Rejects with a CatalogError (QUERY_…), or anything else for a fault. */
  run(request: BackendRequest, sink: AnswerSink): Promise<void>;
}

/** Known in every query without PREFIX; a declaration of the query's own goes before. */
export type Prefixes = Readonly<Record<string, string>>;

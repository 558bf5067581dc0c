/**
 * The port of SPARQL 1.1 queries. An adapter answers or fails with a CatalogError; it never gives a shortened
 * answer (safety D3). No engine runs in the process that holds the port (safety D1, facts 1 to 5).
 */
import type { Iri } from '../model/iri.js';

/** A query text that passed the scan. Made by `parseQuery` and the `sparql` tag of sparql-text.ts alone. */
export type SparqlQuery = string & { readonly __brand: 'SparqlQuery' };

/** Formats of solutions and of ASK. A graph always comes as N-Triples, whatever is asked for. */
export type ResultFormat = 'json' | 'xml' | 'csv' | 'tsv';

export const RESULT_MEDIA_TYPES: Readonly<Record<ResultFormat, string>> = {
  json: 'application/sparql-results+json',
  xml: 'application/sparql-results+xml',
  csv: 'text/csv; charset=utf-8; header=present',
  tsv: 'text/tab-separated-values; charset=utf-8',
};
export const GRAPH_MEDIA_TYPE = 'application/n-triples';

export interface QueryOptions {
  readonly format: ResultFormat;
  readonly timeoutMs: number;
  readonly maxRows: number;
  readonly maxBytes: number;
  /** Aborting kills the query; the promise is rejected with `signal.reason`. */
  readonly signal?: AbortSignal;
  /** The protocol's graph parameters. Given, they replace FROM and FROM NAMED of the text. Never fetched. */
  readonly defaultGraphs?: readonly Iri[];
  readonly namedGraphs?: readonly Iri[];
}

/** D1, D3: the limits of a public endpoint. */
export const PUBLIC_LIMITS = { timeoutMs: 10_000, maxRows: 100_000, maxBytes: 50_000_000 } as const;

export interface QueryResult {
  readonly kind: 'bindings' | 'boolean' | 'graph';
  readonly mediaType: string;
  /** UTF-8. Bytes, not text: the web process passes them on without decoding 50 MB. */
  readonly body: Uint8Array;
  /** Solutions, or triples of a graph; 1 for ASK. */
  readonly rows: number;
}

export interface QueryEngine {
  /**
   * Rejects with QUERY_SYNTAX, QUERY_REFUSED, QUERY_TIMEOUT, QUERY_MEMORY, QUERY_TOO_LARGE, QUERY_NOT_XML,
   * QUERY_BUSY or QUERY_FAILED, or with the reason of an aborted signal.
   */
  query(query: SparqlQuery, options: QueryOptions): Promise<QueryResult>;
  close(): Promise<void>;
}

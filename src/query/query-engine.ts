/**
 * The port of SPARQL 1.1 queries. An adapter answers or fails with a CatalogError; it never gives a shortened
 * answer (safety D3). No engine runs in the process that holds the port (safety D1, facts 1 to 5).
 */
import type { Iri } from '../model/iri.js';
import type { RdfSyntax } from '../rdf/serialize.js';

/** A query text that passed the scan. Made by `parseQuery` and the `sparql` tag of sparql-text.ts alone. */
export type SparqlQuery = string & { readonly __brand: 'SparqlQuery' };

/** Formats of solutions and of ASK. */
export type ResultFormat = 'json' | 'xml' | 'csv' | 'tsv';

export const RESULT_MEDIA_TYPES: Readonly<Record<ResultFormat, string>> = {
  json: 'application/sparql-results+json',
  xml: 'application/sparql-results+xml',
  csv: 'text/csv; charset=utf-8; header=present',
  tsv: 'text/tab-separated-values; charset=utf-8',
};

export interface QueryOptions {
  /** How solutions and truth values are written. */
  readonly format: ResultFormat;
  /** How a graph is written (CONSTRUCT, DESCRIBE). Default N-Triples, which alone is written while it is made. */
  readonly syntax?: RdfSyntax;
  readonly timeoutMs: number;
  readonly maxRows: number;
  readonly maxBytes: number;
  /** Who asks: queries of one client wait behind each other, not in front of everybody else's. */
  readonly client?: string;
  /** Aborting kills the query; the promise, or the reading of the body, is rejected with `signal.reason`. */
  readonly signal?: AbortSignal;
  /** The protocol's graph parameters. Given, they replace FROM and FROM NAMED of the text. Never fetched. */
  readonly defaultGraphs?: readonly Iri[];
  readonly namedGraphs?: readonly Iri[];
}

/** D1, D3: the limits of a public endpoint. */
export const PUBLIC_LIMITS = { timeoutMs: 10_000, maxRows: 100_000, maxBytes: 50_000_000 } as const;

export interface QueryResult {
  readonly kind: 'bindings' | 'boolean' | 'graph';
  /** Of solutions and graphs alike, with its parameters. */
  readonly mediaType: string;
  /**
   * UTF-8 in chunks, while the engine still works. Reading is rejected with the errors of `query` when a limit is met on
   * the way: what was read until then is no document, and must not be passed on as one (D3).
   */
  readonly body: AsyncIterable<Uint8Array>;
}

export interface QueryEngine {
  /**
   * Rejects with QUERY_SYNTAX, QUERY_REFUSED, QUERY_TIMEOUT, QUERY_MEMORY, QUERY_TOO_LARGE, QUERY_NOT_XML,
   * QUERY_BUSY or QUERY_FAILED, or with the reason of an aborted signal.
   */
  query(query: SparqlQuery, options: QueryOptions): Promise<QueryResult>;
  close(): Promise<void>;
}

/** The whole body in one piece, for those who need it whole. Rejects as reading does. */
export async function wholeBody({ body }: Pick<QueryResult, 'body'>): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of body) chunks.push(chunk);
  return Buffer.concat(chunks);
}

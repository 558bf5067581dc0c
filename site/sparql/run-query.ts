/** Runs a query under the site's limits, and writes a graph in the syntax that was asked for. */
import { parseRdf } from '../../src/rdf/parse.js';
import { serialize, type RdfSyntax } from '../../src/rdf/serialize.js';
import type { SiteSettings } from '../../src/model/site-settings.js';
import { parseQuery } from '../../src/query/sparql-text.js';
import {
  PUBLIC_LIMITS,
  type QueryEngine,
  type QueryResult,
  type ResultFormat,
} from '../../src/query/query-engine.js';
import { syntaxOfExtension } from '../document-syntaxes.js';
import { isResultFormat, type SparqlFormat } from './formats.js';
import type { ProtocolRequest } from './protocol.js';

/** A graph is written anew in this process: more triples than this would hold up the pages. N-Triples pass as they are. */
const MAX_REWRITTEN_TRIPLES = 20_000;

export interface QueryRun {
  readonly engine: QueryEngine;
  readonly settings: SiteSettings['sparql'];
  readonly signal: AbortSignal;
}
export interface Answer {
  readonly body: Uint8Array | string;
  readonly type: string;
}

/** Rejects with the errors of the QueryEngine port. */
export async function answerQuery(
  run: QueryRun,
  request: ProtocolRequest,
  format: Exclude<SparqlFormat, 'html'>,
): Promise<Answer> {
  const isRewritten = !isResultFormat(format) && format !== 'nt';
  const maxRows = isRewritten ? MAX_REWRITTEN_TRIPLES : run.settings.maxRows;
  const result = await runQuery(run, request, isResultFormat(format) ? format : 'json', {
    maxRows: Math.min(maxRows, run.settings.maxRows),
    maxBytes: PUBLIC_LIMITS.maxBytes,
  });
  if (result.kind !== 'graph') return { body: result.body, type: result.mediaType };
  const syntax: RdfSyntax = isResultFormat(format) ? 'nt' : format;
  const type = syntaxOfExtension(syntax)?.contentType ?? result.mediaType;
  if (syntax === 'nt') return { body: result.body, type };
  return { body: await rewritten(result, syntax), type };
}

export async function runQuery(
  { engine, settings, signal }: QueryRun,
  { query = '', defaultGraphs, namedGraphs }: ProtocolRequest,
  format: ResultFormat,
  limits: { readonly maxRows: number; readonly maxBytes: number },
): Promise<QueryResult> {
  return engine.query(parseQuery(query), {
    format,
    signal,
    ...limits,
    timeoutMs: settings.timeoutSeconds * 1000,
    ...(defaultGraphs.length > 0 || namedGraphs.length > 0 ? { defaultGraphs, namedGraphs } : {}),
  });
}

export async function rewritten(result: QueryResult, syntax: RdfSyntax): Promise<string> {
  const text = Buffer.from(result.body).toString('utf8');
  return serialize(await parseRdf(text, 'application/n-triples'), syntax);
}

/**
 * Queries forwarded to an engine that holds the same revision (ADR 0019), under our limits. The zone's own snapshot answers
 * what the engine is not asked (remote-rewrite.ts), what it cannot do, and everything while it holds another revision or none:
 * an answer never comes from other data than the pages beside it.
 */
import { isCatalogError } from '../model/errors.js';
import type { Iri } from '../model/iri.js';
import { readControl } from '../store/remote-control.js';
import { RemoteHttp, type EngineResponse } from '../store/remote-http.js';
import type { AnswerSink, Backend, BackendRequest, Prefixes, RemoteSpec } from './query-backend.js';
import { writeTruth } from './answer-writer.js';
import { queryError, tooLarge } from './query-error.js';
import { RESULT_MEDIA_TYPES } from './query-engine.js';
import { guardQuery, type QueryTree } from './query-guard.js';
import { AnswerTerms, parseAnswer, type RemoteAnswer } from './remote-answer.js';
import type { RevisionGraphs } from './remote-dataset.js';
import { HIDDEN_VARIABLE, rewrite, type RemoteQuery } from './remote-rewrite.js';
import { SolutionWriter } from './results/solution-writer.js';
import { openSnapshotBackend } from './snapshot-backend.js';

/** How old an answer to "which graphs are current?" may be: far less than the grace time of replaced graphs. */
const CONTROL_AGE_MS = 2_000;
const CONTROL_TIMEOUT_MS = 2_000;
/** An engine that cannot be asked is left alone for so long: every query would wait for it. */
const FAILURE_AGE_MS = 10_000;
/** The engine's JSON is up to some four times as long as the same rows in CSV. */
const JSON_FACTOR = 4;
const JSON_EXTRA_BYTES = 65_536;
/** Parsed, it takes some six times as much memory. */
const MAX_JSON_BYTES = 100_000_000;

export async function openRemoteBackend(spec: RemoteSpec, prefixes: Prefixes): Promise<Backend> {
  const local = await openSnapshotBackend({ kind: 'snapshot', file: spec.file }, prefixes);
  return new RemoteBackend(spec, prefixes, local);
}

class RemoteBackend implements Backend {
  readonly #spec: RemoteSpec;
  readonly #prefixes: Prefixes;
  readonly #local: Backend;
  readonly #http = new RemoteHttp();
  #revision: { readonly graphs: RevisionGraphs | undefined; readonly until: number } | undefined;

  constructor(spec: RemoteSpec, prefixes: Prefixes, local: Backend) {
    this.#spec = spec;
    this.#prefixes = prefixes;
    this.#local = local;
  }

  async run(request: BackendRequest, sink: AnswerSink): Promise<void> {
    const { tree, kind } = guardQuery(request.text, { prefixes: this.#prefixes });
    const graphs = kind === 'graph' ? undefined : await this.#current();
    const query = graphs && this.#rewrite(tree, graphs, request);
    const answer = query && (await this.#ask(query, request));
    if (query === undefined || answer === undefined) return this.#local.run(request, sink);
    if (answer.kind === 'boolean') writeTruth(answer.value, request, sink);
    // A Virtuoso with CaseMode 1 answers ASK with a row, or none.
    else if (kind === 'boolean') writeTruth(answer.bindings.length > 0, request, sink);
    else writeSolutions(answer, query, request, sink);
  }

  #rewrite(
    tree: QueryTree,
    graphs: RevisionGraphs,
    request: BackendRequest,
  ): RemoteQuery | undefined {
    const { maxRows } = request;
    try {
      return rewrite(tree, graphs, { prefixes: this.#prefixes, dataset: request, maxRows });
    } catch (error) {
      if (error instanceof RangeError) return undefined; // deeper than the stack: walking the tree is recursive
      throw error;
    }
  }

  /** Undefined while the engine holds another revision, or cannot be asked. */
  async #current(): Promise<RevisionGraphs | undefined> {
    const now = performance.now();
    if (this.#revision && now < this.#revision.until) return this.#revision.graphs;
    const { query, control, revision } = this.#spec;
    let graphs: RevisionGraphs | undefined;
    let age = CONTROL_AGE_MS;
    try {
      const state = await readControl(this.#http, query, control, CONTROL_TIMEOUT_MS);
      if (state.revision === revision)
        graphs = { graphs: state.graphs, union: state.union, nowhere: `${control}/none` as Iri };
    } catch (error) {
      if (!isCatalogError(error)) throw error;
      age = FAILURE_AGE_MS;
    }
    this.#revision = { graphs, until: performance.now() + age };
    return graphs;
  }

  /**
   * Undefined when the engine does not know how, or will not: Virtuoso refuses by an estimate that is often wrong (ten OPTIONALs
   * about one dataset: "0 seconds exceeds the limit of 4000"). Rejects with QUERY_TIMEOUT or QUERY_TOO_LARGE.
   */
  async #ask(query: RemoteQuery, request: BackendRequest): Promise<RemoteAnswer | undefined> {
    let response: EngineResponse;
    try {
      response = await this.#http.send(formOf(query, request, this.#spec.query));
    } catch (error) {
      if (isCatalogError(error, 'STORE_TIMEOUT')) throw timeout(request);
      if (isCatalogError(error, 'STORE_REFUSED')) throw tooLarge('maxBytes', request.maxBytes);
      if (!isCatalogError(error)) throw error;
      this.#revision = undefined;
      return undefined;
    }
    const { status, headers, body } = response;
    // Virtuoso calls a part of the rows, or a count of a part, 200 OK.
    if (headers['x-sql-state'] === 'S1TAT') throw timeout(request);
    if (status !== 200) return undefined;
    const answer = parseAnswer(body);
    if (answer?.kind === 'bindings' && isCut(answer.bindings.length, headers, query))
      throw tooLarge('maxRows', answer.bindings.length);
    return answer;
  }
}

function formOf(
  query: RemoteQuery,
  { timeoutMs, maxBytes }: BackendRequest,
  url: string,
): Parameters<RemoteHttp['send']>[0] {
  const form = new URLSearchParams({ query: query.text });
  for (const graph of query.defaultGraphs) form.append('default-graph-uri', graph);
  for (const graph of query.namedGraphs) form.append('named-graph-uri', graph);
  // Virtuoso stops at twice of what it is told; to others it is an unknown parameter.
  form.append('timeout', String(Math.ceil(timeoutMs / 2)));
  return {
    method: 'POST',
    url,
    headers: {
      accept: 'application/sparql-results+json',
      'content-type': 'application/x-www-form-urlencoded',
    },
    body: form.toString(),
    timeoutMs,
    maxBytes: Math.min(maxBytes * JSON_FACTOR + JSON_EXTRA_BYTES, MAX_JSON_BYTES),
    isRepeatable: true,
  };
}

function timeout({ timeoutMs }: BackendRequest): Error {
  return queryError('QUERY_TIMEOUT', { seconds: timeoutMs / 1000 });
}

/** Virtuoso gives no more than ResultSetMaxRows rows, and names the number. */
function isCut(
  rows: number,
  headers: EngineResponse['headers'],
  { limit = Infinity }: RemoteQuery,
): boolean {
  const most = Number(headers['x-sparql-maxrows'] ?? Infinity);
  return rows >= most && limit > most;
}

function writeSolutions(
  answer: Extract<RemoteAnswer, { kind: 'bindings' }>,
  query: RemoteQuery,
  request: BackendRequest,
  sink: AnswerSink,
): void {
  const { format } = request;
  const { variables = visible(answer.variables) } = query;
  const terms = new AnswerTerms();
  sink.start({ kind: 'bindings', mediaType: RESULT_MEDIA_TYPES[format] });
  const columns = variables.map((name, register) => ({ name, register }));
  const writer = new SolutionWriter({
    format,
    columns,
    terms,
    limits: request,
    sink: (chunk) => sink.write(chunk),
  });
  const row = new Int32Array(variables.length);
  for (const binding of answer.bindings) {
    variables.forEach((name, register) => {
      row[register] = terms.idOf(binding[name]);
    });
    writer.row(row);
  }
  writer.end();
}

/** Of `*`, in the order that the snapshot's answers have. */
function visible(variables: readonly string[]): readonly string[] {
  return variables
    .filter((name) => !name.startsWith(HIDDEN_VARIABLE))
    .sort((a, b) => a.localeCompare(b));
}

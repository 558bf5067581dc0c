/** `/sparql`: SPARQL 1.1 Protocol, read only (site.md 10.2; safety D3, D4, D7). `/{lang}/sparql`: the page that uses it. */
import express, { Router, type Request, type Response } from 'express';
import { isLang } from '../../src/model/lang-text.js';
import { parseQuery, queryForm } from '../../src/query/sparql-text.js';
import { MAX_QUERY_BYTES } from '../../src/query/text-scan.js';
import type { QueryEngine } from '../../src/query/query-engine.js';
import { serialize } from '../../src/rdf/serialize.js';
import { DOCUMENT_SYNTAXES, syntaxOfType } from '../document-syntaxes.js';
import { allowOtherOrigins, seeOther, send, VARY } from '../headers.js';
import { negotiateType } from '../negotiation.js';
import { asProblem, Problem } from '../problem.js';
import { problemText } from '../send-problem.js';
import { loadExampleQueries, type ExampleQuery } from '../sparql/example-queries.js';
import { chooseFormat, offersFor } from '../sparql/formats.js';
import { readProtocol, type ProtocolRequest } from '../sparql/protocol.js';
import { answerQuery, rewritten, runQuery, type QueryRun } from '../sparql/run-query.js';
import { serviceDescription } from '../sparql/service-description.js';
import { sparqlPage, sparqlResult, type SparqlPage } from '../view-models/sparql.js';
import { contextOf, drawPage, visitOf, type Visit } from '../visit.js';

const RESULT_CACHE = 'public, max-age=60';
/** What the page's table is made from in this process. */
const PAGE_LIMITS = { maxRows: 10_000, maxBytes: 4_000_000 };

export function sparqlRoutes(engine: QueryEngine): Router {
  const router = Router({ strict: true, caseSensitive: true });
  const examples = loadExampleQueries();
  const readBody = express.raw({ type: () => true, limit: MAX_QUERY_BYTES, inflate: false });
  router.get('/sparql', (request, response) => endpoint(request, response, engine));
  router.post('/sparql', readBody, (request, response) => endpoint(request, response, engine));
  router.get('/:lang/sparql', async (request, response, next) => {
    if (isLang(request.params.lang)) await page(request, response, { engine, examples });
    else next();
  });
  return router;
}

async function endpoint(request: Request, response: Response, engine: QueryEngine): Promise<void> {
  allowOtherOrigins(response);
  response.set('Vary', VARY);
  const protocol = protocolOf(request);
  const { query } = protocol;
  if (query === undefined) {
    describeService(request, response);
    return;
  }
  const kind = queryForm(parseQuery(query));
  const format = chooseFormat(kind, request.headers.accept, protocol.format);
  if (format === undefined) throw notAcceptable(offersFor(kind).map(({ type }) => type));
  if (format === 'html' && request.method !== 'POST') {
    seeOther(response, `/${visitOf(response).lang}/sparql?query=${encodeURIComponent(query)}`);
    return;
  }
  const run = queryRun(response, engine);
  const answer = await answerQuery(run, protocol, format === 'html' ? 'json' : format);
  response.set('Cache-Control', RESULT_CACHE);
  send(request, response, answer);
}

function protocolOf(request: Request): ProtocolRequest {
  const { method, originalUrl, headers } = request;
  const at = originalUrl.indexOf('?');
  return readProtocol({
    method,
    search: at === -1 ? '' : originalUrl.slice(at),
    contentType: headers['content-type'],
    body: Buffer.isBuffer(request.body) ? request.body : undefined,
  });
}

function describeService(request: Request, response: Response): void {
  const { catalogue, lang } = visitOf(response);
  const offers = [...DOCUMENT_SYNTAXES.map(({ mediaType }) => mediaType), 'text/html'];
  const wanted = negotiateType(request.headers.accept, offers);
  if (wanted === undefined) throw notAcceptable(offers);
  const syntax = syntaxOfType(wanted);
  if (!syntax) {
    seeOther(response, `/${lang}/sparql`);
    return;
  }
  const body = serialize(serviceDescription(catalogue.settings), syntax.syntax);
  send(request, response, { body, type: syntax.contentType });
}

function notAcceptable(types: readonly string[]): Problem {
  return new Problem('notAcceptable', { params: { value: types.join(', ') } });
}

/** D4: the query of a client that has gone is killed. */
function queryRun(response: Response, engine: QueryEngine): QueryRun {
  const controller = new AbortController();
  response.on('close', () => {
    if (!response.writableEnded) controller.abort(new Problem('badRequest'));
  });
  const { settings } = visitOf(response).catalogue;
  return { engine, settings: settings.sparql, signal: controller.signal };
}

async function page(
  request: Request,
  response: Response,
  { engine, examples }: { engine: QueryEngine; examples: readonly ExampleQuery[] },
): Promise<void> {
  const visit = visitOf(response);
  const protocol = protocolOf(request);
  const { query = '' } = protocol;
  const parts =
    query.trim() === '' ? {} : await resultParts(visit, protocol, queryRun(response, engine));
  const context = contextOf(visit);
  const model = sparqlPage(context, examples, { query, ...parts });
  const body = drawPage(visit, 'sparql', model, {
    title: context.text.t('sparql.title'),
    description: context.text.t('sparql.lead'),
    path: query === '' ? '/sparql' : `/sparql?query=${encodeURIComponent(query)}`,
    breadcrumbs: [{ text: 'SPARQL' }],
    section: 'sparql',
  });
  if ('status' in parts) response.set('Cache-Control', 'no-store');
  const status = 'status' in parts ? parts.status : 200;
  send(request, response, { body, type: 'text/html; charset=utf-8', language: visit.lang, status });
}

type Parts = Pick<SparqlPage, 'result'> | (Pick<SparqlPage, 'error'> & { readonly status: number });

async function resultParts(visit: Visit, protocol: ProtocolRequest, run: QueryRun): Promise<Parts> {
  try {
    const result = await runQuery(run, protocol, 'json', PAGE_LIMITS);
    const graph = result.kind === 'graph' ? { graph: await rewritten(result, 'ttl') } : {};
    return { result: sparqlResult(contextOf(visit), protocol.query ?? '', { result, ...graph }) };
  } catch (error) {
    const problem = asProblem(error);
    if (problem.key === 'internal') throw error;
    return { error: problemText(visit, problem), status: problem.status };
  }
}

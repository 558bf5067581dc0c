/** `/sparql`: SPARQL 1.1 Protocol, read only (site.md 10.2; safety D3 to D8). `/{lang}/sparql`: the page that uses it. */
import express, { Router, type Request, type Response } from 'express';
import { isLang } from '../../src/model/lang-text.js';
import { parseQuery, queryForm } from '../../src/query/sparql-text.js';
import { MAX_QUERY_BYTES } from '../../src/query/text-scan.js';
import { RDF_SYNTAXES, serialize } from '../../src/rdf/serialize.js';
import { serviceLinks } from '../api/service-links.js';
import { allowOtherOrigins, seeOther, send, VARY } from '../headers.js';
import { negotiateType } from '../negotiation.js';
import { Problem } from '../problem.js';
import { Endpoint, type Caller, type EndpointPorts, type Question } from '../sparql/endpoint.js';
import { loadExampleQueries } from '../sparql/example-queries.js';
import {
  answerOffers,
  chooseFormat,
  GRAPH_OFFERS,
  isResultFormat,
  PAGE_OFFER,
} from '../sparql/formats.js';
import { protocolSearch, readProtocol, type ProtocolRequest } from '../sparql/protocol.js';
import { sendAnswer } from '../sparql/send-answer.js';
import { serviceDescription } from '../sparql/service-description.js';
import { sparqlTerms } from '../view-models/sparql-terms.js';
import { contextOf, visitOf } from '../visit.js';
import { QueryPage } from './sparql-page.js';

const RESULT_CACHE = 'public, max-age=60';

export function sparqlRoutes(ports: EndpointPorts): Router {
  const router = Router({ strict: true, caseSensitive: true });
  const endpoint = new Endpoint(ports);
  const page = new QueryPage(endpoint, loadExampleQueries());
  const readBody = express.raw({ type: () => true, limit: MAX_QUERY_BYTES, inflate: false });
  const serve = (request: Request, response: Response): Promise<void> =>
    endpoint.admit(request, response, async (caller) => {
      const protocol = protocolOf(request);
      if (!hasQuery(protocol)) describeService(request, response, protocol.format);
      else await answerQuery(request, response, { endpoint, page, protocol, caller });
    });
  router.use((_request, response, next) => {
    endpoint.follow(visitOf(response).catalogue);
    next();
  });
  router.use('/sparql', (_request, response, next) => {
    allowOtherOrigins(response);
    response.set({ Vary: VARY, 'Cache-Control': 'no-store' });
    next();
  });
  router.get('/sparql', serve);
  router.post('/sparql', readBody, serve);
  router.get('/:lang/sparql', async (request, response, next) => {
    if (isLang(request.params.lang)) await page.show(request, response, protocolOf(request));
    else next();
  });
  router.get('/:lang/sparql/termer.json', (request, response, next) => {
    const visit = visitOf(response);
    if (!isLang(request.params.lang)) {
      next();
      return;
    }
    const body = JSON.stringify(sparqlTerms(contextOf(visit)));
    send(request, response, { body, type: 'application/json', language: visit.lang });
  });
  return router;
}

interface Asked {
  readonly endpoint: Endpoint;
  readonly page: QueryPage;
  readonly protocol: Question['protocol'];
  readonly caller: Caller;
}

async function answerQuery(
  request: Request,
  response: Response,
  { endpoint, page, protocol, caller }: Asked,
): Promise<void> {
  const { catalogue, lang } = visitOf(response);
  const form = queryForm(parseQuery(protocol.query));
  const format = chooseFormat(form, request.headers.accept, protocol.format);
  if (format === undefined) throw notAcceptable(answerOffers(form).map(({ type }) => type));
  if (format === 'html') {
    // The address of a page cannot hold what is sent in a body.
    if (request.method === 'POST') await page.answer(request, response, { protocol, caller });
    else seeOther(response, `/${lang}/sparql?${protocolSearch(protocol)}`);
    return;
  }
  const written = isResultFormat(format)
    ? ({ format, syntax: 'ttl' } as const)
    : ({ format: 'json', syntax: format } as const);
  const question = { catalogue, protocol, ...written };
  const tag = request.method === 'POST' ? undefined : endpoint.tagOf(question);
  const validated = { ETag: tag, 'Cache-Control': RESULT_CACHE };
  if (tag !== undefined && hasAlready(request, tag)) {
    response.status(304).set(validated).end();
    return;
  }
  const answer = await endpoint.ask(question, caller);
  if (tag !== undefined && endpoint.isCurrent(question)) response.set(validated);
  await sendAnswer(request, response, answer, () => caller.work.end());
}

/** RFC 9110 §13.1.2. `*` asks whether there is any answer, and that is not known before the query is run. */
function hasAlready(request: Request, tag: string): boolean {
  const known = request.headers['if-none-match']?.split(',') ?? [];
  return known.some((one) => one.trim().replace(/^W\//, '') === tag);
}

function hasQuery(protocol: ProtocolRequest): protocol is Question['protocol'] {
  return protocol.query !== undefined;
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

/** Without a query the endpoint describes itself (SPARQL 1.1 Service Description §2); to a browser with the page. */
function describeService(request: Request, response: Response, format: string | undefined): void {
  const { catalogue, lang } = visitOf(response);
  const offers = [...GRAPH_OFFERS, PAGE_OFFER];
  const types = offers.map(({ type }) => type);
  const wanted = negotiateType(request.headers.accept, types);
  const chosen = offers.find((one) =>
    format === undefined ? one.type === wanted : one.format === format,
  )?.format;
  if (chosen === undefined) throw notAcceptable(types);
  const syntax = RDF_SYNTAXES.find((one) => one.syntax === chosen);
  if (!syntax) {
    seeOther(response, `/${lang}/sparql`);
    return;
  }
  response.set('Cache-Control', RESULT_CACHE);
  const body = serialize(serviceDescription(catalogue), syntax.syntax);
  const links = serviceLinks(catalogue, lang);
  send(request, response, { body, type: syntax.contentType, links });
}

function notAcceptable(types: readonly string[]): Problem {
  return new Problem('notAcceptable', { params: { value: types.join(', ') } });
}

/** The query page: the form, and what came of the query beside it. Works without script. */
import type { Request, Response } from 'express';
import { send } from '../headers.js';
import { queryForm, parseQuery } from '../../src/query/sparql-text.js';
import { asProblem, type Problem } from '../problem.js';
import { problemText } from '../send-problem.js';
import { wholeAnswer } from '../sparql/answer.js';
import { isFaultOfQuery, type Caller, type Endpoint, type Question } from '../sparql/endpoint.js';
import type { ExampleQuery } from '../sparql/example-queries.js';
import { protocolSearch, type ProtocolRequest } from '../sparql/protocol.js';
import { answerOffers } from '../sparql/formats.js';
import { PAGE_LIMITS, sparqlPage, type SparqlPage } from '../view-models/sparql.js';
import { sparqlFault, type SparqlFault } from '../view-models/sparql-fault.js';
import { downloadLinks, sparqlResult } from '../view-models/sparql-result.js';
import { contextOf, drawPage, visitOf, type Visit } from '../visit.js';

interface Asked {
  readonly protocol: Question['protocol'];
  readonly caller: Caller;
}
type Outcome = Pick<SparqlPage, 'result' | 'error'> & { readonly status: number };

export class QueryPage {
  readonly #endpoint: Endpoint;
  readonly #examples: readonly ExampleQuery[];

  constructor(endpoint: Endpoint, examples: readonly ExampleQuery[]) {
    this.#endpoint = endpoint;
    this.#examples = examples;
  }

  /** The page for an address; an empty query is none. */
  async show(request: Request, response: Response, protocol: ProtocolRequest): Promise<void> {
    const { query } = protocol;
    if (query === undefined || query.trim() === '') {
      this.#draw(request, response, protocol, { status: 200 });
      return;
    }
    const asked = { ...protocol, query };
    try {
      await this.#endpoint.admit(request, response, (caller) =>
        this.answer(request, response, { protocol: asked, caller }),
      );
    } catch (error) {
      this.#explain(request, response, { protocol, error });
    }
  }

  /** Draws what came of the query, a failure too. Rejects with faults of the program. */
  async answer(request: Request, response: Response, { protocol, caller }: Asked): Promise<void> {
    const visit = visitOf(response);
    const { catalogue } = visit;
    const question = {
      catalogue,
      protocol,
      format: 'json',
      syntax: 'ttl',
      limits: PAGE_LIMITS,
    } as const;
    try {
      const answer = await this.#endpoint.ask(question, caller);
      const body = Buffer.from(await wholeAnswer(answer)).toString('utf8');
      if (this.#endpoint.tagOf(question) === undefined) response.set('Cache-Control', 'no-store');
      const result = sparqlResult(contextOf(visit), protocol, { kind: answer.kind, body });
      this.#draw(request, response, protocol, { result, status: 200 });
    } catch (error) {
      if (caller.signal.aborted) return;
      caller.work.end(isFaultOfQuery(error) ? 'failed' : 'answered');
      this.#explain(request, response, { protocol, error });
    }
  }

  #explain(
    request: Request,
    response: Response,
    { protocol, error }: { readonly protocol: ProtocolRequest; readonly error: unknown },
  ): void {
    const problem = asProblem(error);
    if (problem.key === 'internal') throw error;
    response.set({ 'Cache-Control': 'no-store', ...problem.options.headers });
    const fault = explainFault(visitOf(response), protocol, problem);
    this.#draw(request, response, protocol, { error: fault, status: problem.status });
  }

  #draw(
    request: Request,
    response: Response,
    protocol: ProtocolRequest,
    { status, ...outcome }: Outcome,
  ): void {
    const visit = visitOf(response);
    const context = contextOf(visit);
    const { query = '' } = protocol;
    const search = query === '' ? '' : `?${protocolSearch(protocol)}`;
    const model = sparqlPage(context, this.#examples, { protocol, ...outcome });
    const body = drawPage(visit, 'sparql', model, {
      title: context.text.t('sparql.title'),
      description: context.text.t('sparql.lead'),
      path: `/sparql${search}`,
      breadcrumbs: [{ text: 'SPARQL' }],
      section: 'sparql',
      scripts: ['sparql-editor.js'],
    });
    const type = 'text/html; charset=utf-8';
    send(request, response, { body, type, language: visit.lang, status });
  }
}

function explainFault(visit: Visit, protocol: ProtocolRequest, problem: Problem): SparqlFault {
  const { query = '' } = protocol;
  const { failure, params = {} } = problem.options;
  const said = { ...problemText(visit, problem), code: failure?.code, params };
  // Too large for the page's table may be small enough for a file.
  const isAnswerTooLarge = params['limit'] === 'maxRows' || params['limit'] === 'maxBytes';
  const offers = isAnswerTooLarge ? answerOffers(queryForm(parseQuery(query))) : [];
  return sparqlFault(contextOf(visit).text, query, said, downloadLinks(protocol, offers));
}

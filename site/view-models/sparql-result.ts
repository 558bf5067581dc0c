/** What came of a query: a table, a sentence or a graph, and how to take it along: files, link, program. Pure. */
import type { QueryResult } from '../../src/query/query-engine.js';
import {
  GRAPH_OFFERS,
  RESULT_OFFERS,
  type AnswerFormat,
  type FormatOffer,
} from '../sparql/formats.js';
import { protocolSearch, type ProtocolRequest } from '../sparql/protocol.js';
import type { Link } from './page-model.js';
import type { Snippet } from './snippets.js';
import { querySnippets } from './sparql-snippets.js';
import { sparqlTable, type SparqlTable } from './sparql-table.js';
import type { ViewContext } from './values.js';

/** Lines of a graph on the page; the whole of it is there to download. */
const LINES_ON_PAGE = 400;

export interface SparqlResult extends Partial<SparqlTable> {
  readonly summary: string;
  /** Address of this very page, for others to open. */
  readonly permalink: string;
  readonly downloads: readonly Link[];
  readonly snippets: readonly Snippet[];
  readonly answer?: string;
  readonly graph?: string;
  /** The query is right, and nothing fits it. */
  readonly isEmpty: boolean;
}

interface ReadAnswer {
  readonly kind: QueryResult['kind'];
  /** Results JSON of solutions and truth values, Turtle of a graph. */
  readonly body: string;
}

export function sparqlResult(
  context: ViewContext,
  protocol: ProtocolRequest,
  { kind, body }: ReadAnswer,
): SparqlResult {
  const { text, catalogue } = context;
  const { base } = catalogue.settings;
  const offers = kind === 'graph' ? GRAPH_OFFERS : RESULT_OFFERS;
  const shown = kind === 'graph' ? graphOf(context, body) : sparqlTable(context, body);
  return {
    permalink: `${base}${text.lang}/sparql?${protocolSearch(protocol)}`,
    downloads: downloadLinks(protocol, offers),
    snippets: querySnippets(`${base}sparql`, protocol, offers[0]?.type ?? ''),
    ...shown,
    isEmpty: 'rows' in shown ? shown.rows.length === 0 : 'graph' in shown && shown.graph === '',
  };
}

export function downloadLinks(
  protocol: ProtocolRequest,
  offers: readonly FormatOffer<AnswerFormat>[],
): Link[] {
  return offers.map(({ format, label }) => ({
    href: `/sparql?${protocolSearch(protocol, format)}`,
    text: label,
  }));
}

function graphOf({ text }: ViewContext, body: string): { graph: string; summary: string } {
  const lines = body.split('\n');
  const isCut = lines.length > LINES_ON_PAGE;
  const cut = isCut ? ` ${text.t('sparql.cut', { shown: LINES_ON_PAGE })}` : '';
  const hasTriples = lines.some((line) => line !== '' && !line.startsWith('@prefix'));
  const shown = isCut ? lines.slice(0, LINES_ON_PAGE).join('\n') : body;
  return { graph: hasTriples ? shown : '', summary: `${text.t('sparql.graph')}${cut}` };
}

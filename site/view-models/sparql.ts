/** The query page: a form that works without JavaScript, what came of a query, examples, and what the endpoint offers. */
import type { QueryResult } from '../../src/query/query-engine.js';
import { PREFIXES } from '../../src/rdf/vocabularies.js';
import type { ExampleQuery } from '../sparql/example-queries.js';
import { EXAMPLE_GROUPS } from '../sparql/example-queries.js';
import { GRAPH_OFFERS, RESULT_OFFERS, type FormatOffer } from '../sparql/formats.js';
import { protocolSearch, type ProtocolRequest } from '../sparql/protocol.js';
import type { Link } from './page-model.js';
import { sparqlTable, type SparqlTable } from './sparql-table.js';
import type { ViewContext } from './values.js';

/** Lines of a graph on the page; the whole of it is there to download. */
const LINES_ON_PAGE = 400;

export interface SparqlPage {
  readonly action: string;
  readonly query: string;
  /** Of the protocol, so that a query sent again asks the same graphs. */
  readonly graphs: readonly { readonly name: string; readonly value: string }[];
  readonly groups: readonly {
    readonly title: string;
    readonly examples: readonly (Link & { readonly description: string })[];
  }[];
  readonly limits: string;
  readonly address: string;
  readonly prefixes: readonly { readonly prefix: string; readonly namespace: string }[];
  readonly formats: readonly { readonly of: string; readonly types: readonly FormatOffer[] }[];
  readonly error?: SparqlFailure | undefined;
  readonly result?: SparqlResult | undefined;
}
interface SparqlFailure {
  readonly title: string;
  readonly detail: string;
  readonly hint?: string | undefined;
}
export interface SparqlResult extends Partial<SparqlTable> {
  readonly summary: string;
  /** Address of this very page. */
  readonly permalink: string;
  readonly downloads: readonly Link[];
  readonly answer?: string;
  readonly graph?: string;
}

export function sparqlPage(
  { catalogue, text }: ViewContext,
  examples: readonly ExampleQuery[],
  { protocol, ...outcome }: Pick<SparqlPage, 'error' | 'result'> & { protocol: ProtocolRequest },
): SparqlPage {
  const { base, sparql } = catalogue.settings;
  const action = `/${text.lang}/sparql`;
  const graphs = (name: string, values: readonly string[]) =>
    values.map((value) => ({ name, value }));
  return {
    ...outcome,
    action,
    query: protocol.query ?? '',
    graphs: [
      ...graphs('default-graph-uri', protocol.defaultGraphs),
      ...graphs('named-graph-uri', protocol.namedGraphs),
    ],
    groups: EXAMPLE_GROUPS.map((group) => {
      const members = examples.filter((one) => one.group === group);
      return {
        title: members[0]?.groupTitle[text.lang] ?? group,
        examples: members.map(({ title, description, query }) => ({
          href: `${action}?query=${encodeURIComponent(query)}`,
          text: title[text.lang],
          description: description[text.lang],
        })),
      };
    }),
    limits: text.t('sparql.limits', {
      seconds: sparql.timeoutSeconds,
      rows: text.number(sparql.maxRows),
    }),
    address: `${base}sparql`,
    prefixes: Object.entries(PREFIXES).map(([prefix, namespace]) => ({ prefix, namespace })),
    formats: [
      { of: 'SELECT, ASK', types: RESULT_OFFERS },
      { of: 'CONSTRUCT, DESCRIBE', types: GRAPH_OFFERS },
    ],
  };
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
  const { text } = context;
  const offers = kind === 'graph' ? GRAPH_OFFERS : RESULT_OFFERS;
  const links = {
    permalink: `/${text.lang}/sparql?${protocolSearch(protocol)}`,
    downloads: offers.map(({ format, label }) => ({
      href: `/sparql?${protocolSearch(protocol, format)}`,
      text: label,
    })),
  };
  if (kind === 'graph') {
    const lines = body.split('\n');
    const isCut = lines.length > LINES_ON_PAGE;
    const cut = isCut ? ` ${text.t('sparql.cut', { shown: LINES_ON_PAGE })}` : '';
    const graph = isCut ? lines.slice(0, LINES_ON_PAGE).join('\n') : body;
    return { ...links, graph, summary: `${text.t('sparql.graph')}${cut}` };
  }
  return { ...links, ...sparqlTable(context, body) };
}

/** The query page: a form that works without JavaScript, what came of a query, examples, and what the endpoint offers. Pure. */
import { PUBLIC_LIMITS } from '../../src/query/query-engine.js';
import { MAX_QUERY_BYTES } from '../../src/query/text-scan.js';
import { PREFIXES } from '../../src/rdf/vocabularies.js';
import { CLIENT_LIMITS } from '../sparql/client-budgets.js';
import { EXAMPLE_GROUPS, type ExampleQuery } from '../sparql/example-queries.js';
import { GRAPH_OFFERS, RESULT_OFFERS, type FormatOffer } from '../sparql/formats.js';
import { shortEncode, type ProtocolRequest } from '../sparql/protocol.js';
import type { Explanation, Link } from './page-model.js';
import type { SparqlFault } from './sparql-fault.js';
import type { SparqlResult } from './sparql-result.js';
import type { ViewContext } from './values.js';

/** What the page's table is made from in the process that serves. */
export const PAGE_LIMITS = { maxRows: 10_000, maxBytes: 4_000_000 };

export interface SparqlPage {
  readonly action: string;
  readonly query: string;
  /** Names for the editor to propose. */
  readonly terms: string;
  /** Of the protocol, so that a query sent again asks the same graphs. */
  readonly graphs: readonly { readonly name: string; readonly value: string }[];
  readonly groups: readonly {
    readonly title: string;
    readonly examples: readonly Example[];
  }[];
  /** The chosen example. */
  readonly example?: Example | undefined;
  readonly exampleCount: number;
  readonly limits: readonly Explanation[];
  readonly short: string;
  readonly address: string;
  /** To put before a query that shall run elsewhere. */
  readonly declarations: string;
  readonly prefixes: readonly { readonly prefix: string; readonly namespace: string }[];
  readonly formats: readonly { readonly of: string; readonly types: readonly FormatOffer[] }[];
  readonly error?: SparqlFault | undefined;
  readonly result?: SparqlResult | undefined;
}
interface Example extends Link {
  readonly description: string;
  readonly isCurrent: boolean;
}

export function sparqlPage(
  context: ViewContext,
  examples: readonly ExampleQuery[],
  { protocol, ...outcome }: Pick<SparqlPage, 'error' | 'result'> & { protocol: ProtocolRequest },
): SparqlPage {
  const { catalogue, text } = context;
  const { base } = catalogue.settings;
  const query = protocol.query ?? '';
  const groups = EXAMPLE_GROUPS.map((group) => {
    const members = examples.filter((one) => one.group === group);
    return {
      title: members[0]?.groupTitle[text.lang] ?? group,
      examples: members.map((one) => exampleLink(context, one, query)),
    };
  });
  return {
    ...outcome,
    action: `/${text.lang}/sparql`,
    query,
    terms: `/${text.lang}/sparql/termer.json`,
    graphs: [
      ...protocol.defaultGraphs.map((value) => ({ name: 'default-graph-uri', value })),
      ...protocol.namedGraphs.map((value) => ({ name: 'named-graph-uri', value })),
    ],
    groups,
    exampleCount: examples.length,
    example: groups.flatMap((one) => one.examples).find(({ isCurrent }) => isCurrent),
    short: text.t('sparql.limits', figures(context)),
    limits: limitsOf(context),
    address: `${base}sparql`,
    declarations: Object.entries(PREFIXES)
      .map(([prefix, namespace]) => `PREFIX ${prefix}: <${namespace}>\n`)
      .join(''),
    prefixes: Object.entries(PREFIXES).map(([prefix, namespace]) => ({ prefix, namespace })),
    formats: [
      { of: 'SELECT, ASK', types: RESULT_OFFERS },
      { of: 'CONSTRUCT, DESCRIBE', types: GRAPH_OFFERS },
    ],
  };
}

/** Line breaks are sent as the form's standard writes them. */
const sameText = (one: string, other: string): boolean =>
  one.replace(/\r\n?/g, '\n').trim() === other.replace(/\r\n?/g, '\n').trim();

function exampleLink({ text }: ViewContext, example: ExampleQuery, query: string): Example {
  const { title, description } = example;
  return {
    href: `/${text.lang}/sparql?query=${shortEncode(example.query)}`,
    text: title[text.lang],
    description: description[text.lang],
    isCurrent: sameText(example.query, query),
  };
}

const LIMITS = ['time', 'rows', 'page', 'size', 'client', 'reading'] as const;

export function limitsOf(context: ViewContext): readonly Explanation[] {
  const { text } = context;
  return LIMITS.map((name) => ({
    term: text.t(`sparql.limits.${name}`),
    text: text.t(`sparql.limits.${name}.text`, figures(context)),
  }));
}

/** From the very constants that set the limits. */
function figures({ catalogue, text }: ViewContext): Readonly<Record<string, string>> {
  const { timeoutSeconds, maxRows } = catalogue.settings.sparql;
  const seconds = (ms: number): string => text.number(ms / 1000);
  return {
    seconds: text.number(timeoutSeconds),
    rows: text.number(maxRows),
    bytes: text.bytes(PUBLIC_LIMITS.maxBytes),
    page: text.number(Math.min(maxRows, PAGE_LIMITS.maxRows)),
    query: text.bytes(MAX_QUERY_BYTES),
    processing: seconds(CLIENT_LIMITS.processingMs),
    errors: text.number(CLIENT_LIMITS.errors),
    window: seconds(CLIENT_LIMITS.windowMs),
  };
}

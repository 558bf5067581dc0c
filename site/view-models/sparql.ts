/** The query page: a form that works without JavaScript, examples, and results as a table. */
import type { QueryResult } from '../../src/query/query-engine.js';
import { offersFor, type SparqlFormat } from '../sparql/formats.js';
import type { ExampleQuery } from '../sparql/example-queries.js';
import { isSafeHref } from '../local-paths.js';
import type { Link, Value } from './page-model.js';
import { nodeValue, type ViewContext } from './values.js';

/** Rows on the page; the whole result is there to download. */
export const ROWS_ON_PAGE = 200;

export interface SparqlPage {
  readonly action: string;
  readonly query: string;
  readonly examples: readonly {
    readonly href: string;
    readonly title: string;
    readonly description: string;
  }[];
  readonly limits: string;
  readonly error?:
    | { readonly title: string; readonly detail: string; readonly hint?: string | undefined }
    | undefined;
  readonly result?: SparqlResult | undefined;
}
export interface SparqlResult {
  readonly countText: string;
  readonly downloads: readonly Link[];
  readonly columns?: readonly string[];
  readonly rows?: readonly (readonly Value[])[];
  readonly answer?: string;
  readonly graph?: string;
}

export function sparqlPage(
  { catalogue, text }: ViewContext,
  examples: readonly ExampleQuery[],
  parts: Pick<SparqlPage, 'query' | 'error' | 'result'>,
): SparqlPage {
  const { timeoutSeconds, maxRows } = catalogue.settings.sparql;
  const action = `/${text.lang}/sparql`;
  return {
    ...parts,
    action,
    examples: examples.map(({ title, description, query }) => ({
      href: `${action}?query=${encodeURIComponent(query)}`,
      title: title[text.lang],
      description: description[text.lang],
    })),
    limits: text.t('sparql.limits', { seconds: timeoutSeconds, rows: text.number(maxRows) }),
  };
}

/** `graph` is Turtle where the result is a graph. */
export function sparqlResult(
  context: ViewContext,
  query: string,
  { result, graph }: { readonly result: QueryResult; readonly graph?: string },
): SparqlResult {
  const { text } = context;
  const kind = { bindings: 'select', boolean: 'ask', graph: 'construct' } as const;
  const downloads = offersFor(kind[result.kind])
    .filter(
      (offer): offer is typeof offer & { format: Exclude<SparqlFormat, 'html'> } =>
        offer.format !== 'html',
    )
    .map(({ format }) => ({
      href: `/sparql?format=${format}&query=${encodeURIComponent(query)}`,
      text: format === 'nt' ? 'N-Triples' : format.toUpperCase(),
    }));
  if (graph !== undefined)
    return { downloads, graph, countText: text.count('sparql.triples', result.rows) };
  const json = JSON.parse(Buffer.from(result.body).toString('utf8')) as ResultsJson;
  if (json.boolean !== undefined) {
    const answer = text.t(json.boolean ? 'value.yes' : 'value.no');
    return { downloads, answer, countText: text.t('sparql.answer') };
  }
  const columns = json.head?.vars ?? [];
  const rows = json.results?.bindings ?? [];
  const shown = rows.slice(0, ROWS_ON_PAGE);
  const counted = text.count('sparql.rows', rows.length);
  return {
    downloads,
    columns,
    countText:
      shown.length < rows.length
        ? `${counted} ${text.t('sparql.cut', { shown: shown.length })}`
        : counted,
    rows: shown.map((row) => columns.map((name) => bindingValue(context, row[name]))),
  };
}

/** SPARQL 1.1 Query Results JSON, as far as the table needs it. */
interface ResultsJson {
  readonly head?: { readonly vars?: readonly string[] };
  readonly boolean?: boolean;
  readonly results?: { readonly bindings: readonly Readonly<Record<string, Binding>>[] };
}
interface Binding {
  readonly type: string;
  readonly value: string;
  readonly 'xml:lang'?: string;
}

/** Values as they are: an IRI of ours leads to its page, but is written in full. */
function bindingValue(context: ViewContext, binding: Binding | undefined): Value {
  if (!binding) return { text: '' };
  if (binding.type !== 'uri') return { text: binding.value, lang: binding['xml:lang'] };
  const path = context.catalogue.pathOf(binding.value);
  const href = path === undefined ? undefined : nodeValue(context, binding.value).href;
  const page = path === undefined ? undefined : (href ?? `/${context.text.lang}${path}`);
  return {
    text: binding.value,
    href: page ?? (isSafeHref(binding.value) ? binding.value : undefined),
  };
}

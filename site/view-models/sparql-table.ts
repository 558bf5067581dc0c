/** Solutions as a table of values, a truth value as a word. Read from SPARQL 1.1 Query Results JSON. */
import { isSafeHref } from '../local-paths.js';
import type { Value } from './page-model.js';
import { nodeValue, type ViewContext } from './values.js';

/** Rows on the page; the whole result is there to download. */
export const ROWS_ON_PAGE = 200;

export interface SparqlTable {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly Value[])[];
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

export function sparqlTable(
  context: ViewContext,
  body: string,
): { readonly summary: string } & (SparqlTable | { readonly answer: string }) {
  const { text } = context;
  const json = JSON.parse(body) as ResultsJson;
  if (json.boolean !== undefined) {
    const answer = text.t(json.boolean ? 'value.yes' : 'value.no');
    return { answer, summary: text.t('sparql.answer') };
  }
  const columns = json.head?.vars ?? [];
  const found = json.results?.bindings ?? [];
  const shown = found.slice(0, ROWS_ON_PAGE);
  const isCut = shown.length < found.length;
  const cut = isCut ? ` ${text.t('sparql.cut', { shown: shown.length })}` : '';
  const rows = shown.map((row) => columns.map((name) => bindingValue(context, row[name])));
  return { columns, rows, summary: `${text.count('sparql.rows', found.length)}${cut}` };
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

/** Solutions as a table of values, a truth value as a sentence. Read from SPARQL 1.1 Query Results JSON. */
import { isSafeHref } from '../local-paths.js';
import type { Value } from './page-model.js';
import { compactIri } from './sparql-terms.js';
import { pageHref, type ViewContext } from './values.js';

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

export type TableAnswer = { readonly summary: string } & (
  SparqlTable | { readonly answer: string }
);

export function sparqlTable(context: ViewContext, body: string): TableAnswer {
  const { text } = context;
  const json = JSON.parse(body) as ResultsJson;
  if (json.boolean !== undefined) {
    const answer = text.t(json.boolean ? 'sparql.ask.yes' : 'sparql.ask.no');
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

/** A thing of the catalogue by its name, which leads to its page; the IRI is what the query found, so it is always there. */
function bindingValue(context: ViewContext, binding: Binding | undefined): Value {
  if (!binding) return { text: '' };
  const { catalogue, text } = context;
  const { type, value: iri, 'xml:lang': lang } = binding;
  if (type !== 'uri') return { text: iri, lang: lang === text.lang ? undefined : lang };
  const short = compactIri(iri) ?? iri;
  const href = pageHref(context, iri) ?? (isSafeHref(iri) ? iri : undefined);
  if (!catalogue.graph.has(iri)) return { text: short, href };
  const label = catalogue.label(iri, text.lang);
  return label.text === iri ? { text: short, href } : { ...label, href, note: short };
}

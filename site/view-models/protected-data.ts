/**
 * `/vernede-data`: the list of data that are closed but may be applied for, as the single information point of the Data Governance
 * Act tells of them (Regulation (EU) 2022/868 article 8(2)): format, size, conditions, fee and where to apply. Pure.
 */
import { dcat } from '../../src/rdf/vocabularies.js';
import { formatValues, sizeValues } from './distribution.js';
import type { Link, Table, TableCell, TableRow, Value } from './page-model.js';
import { accessTag } from './tags.js';
import { nodeValue, type ViewContext } from './values.js';
import { conditionValues, feeValues, formValues, isProtectedData } from './way-in.js';

export interface ProtectedDataPage {
  readonly heading: string;
  readonly lead: string;
  /** What was looked for. */
  readonly words: string;
  readonly action: string;
  readonly count?: string;
  readonly table?: Table;
  /** Said when there is nothing to show. */
  readonly empty?: string;
  readonly clear?: Link;
}

/** More rows would help nobody: whoever has so many looks for words. */
const MAX_ROWS = 500;
const COLUMNS = ['dataset', 'access', 'conditions', 'fee', 'format', 'form'];

export function protectedDataPage(context: ViewContext, words: string): ProtectedDataPage {
  const { catalogue, text } = context;
  const action = `/${text.lang}/vernede-data`;
  const heading = text.t('protected.title');
  const all = catalogue.list('datasett', text.lang).filter((one) => isProtectedData(context, one));
  const rows = all.map((one) => row(context, one)).filter((one) => holds(one, words));
  const page = { heading, lead: text.t('protected.lead'), words, action };
  if (rows.length === 0)
    return {
      ...page,
      empty: text.t(all.length === 0 ? 'protected.empty' : 'protected.notFound'),
      ...(all.length > 0 ? { clear: { href: action, text: text.t('protected.all') } } : {}),
    };
  return {
    ...page,
    count: text.count('protected.count', rows.length),
    table: {
      caption: heading,
      columns: COLUMNS.map((one) => text.t(`protected.column.${one}`)),
      rows: rows.slice(0, MAX_ROWS),
    },
  };
}

function row(context: ViewContext, iri: string): TableRow {
  const { catalogue, text } = context;
  const files = catalogue.graph.nodes(iri, dcat.distribution).map(({ value }) => value);
  const cell = (values: readonly Value[]): TableCell => ({
    values,
    missing: text.t('value.notStated'),
  });
  const forms = formValues(context, iri).map((one) => ({
    ...one,
    text: text.t('protected.apply'),
    hidden: `: ${catalogue.label(iri, text.lang).text}`,
  }));
  return {
    head: [nodeValue(context, iri)],
    cells: [
      cell([{ text: accessTag(context, iri).text }]),
      cell(conditionValues(context, iri)),
      cell(feeValues(context, iri)),
      cell(files.flatMap((one) => [...formatValues(context, one), ...sizeValues(context, one)])),
      cell(forms),
    ],
  };
}

/** Every word stands somewhere in the row. */
function holds({ head, cells }: TableRow, words: string): boolean {
  const values = [...head, ...cells.flatMap((one) => one.values)];
  const shown = values
    .map(({ text, note = '' }) => `${text} ${note}`)
    .join(' ')
    .toLowerCase();
  return words
    .toLowerCase()
    .split(/\s+/)
    .every((word) => shown.includes(word));
}

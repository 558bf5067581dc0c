/**
 * What a mapping sheet holds and what of it may be kept. The seven columns of Delft's template (GGM-Mappings), by their Dutch
 * names or ours, and four of ours for what the template has no place for.
 *   application I · table, column, note I (a schema is attack information) · objectType, attribute P · authoritative P ·
 *   confidentiality, privacyLevel, category, justification I · who made the row N
 */
import type { Cells, ColumnRule } from '../../src/harvest/columns.js';
import { yesOrNo } from '../../src/harvest/cell-values.js';

export type Field =
  | 'application'
  | 'table'
  | 'column'
  | 'note'
  | 'objectType'
  | 'attribute'
  | 'authoritative'
  | 'confidentiality'
  | 'privacyLevel'
  | 'category'
  | 'justification';

/** Both layouts: a row that names object type and attribute, or an object type as a row of its own above its attributes. */
export const COLUMNS: ColumnRule<Field> = {
  columns: {
    application: ['bron applicatie', 'kildesystem', 'applikasjon'],
    table: ['bron tabel/object', 'tabel bron', 'kildetabell'],
    column: ['bron kolom/attribuut', 'kolom bron', 'kildekolonne'],
    note: ['toelichting', 'forklaring', 'merknad'],
    objectType: ['ggm tabel/object', 'entiteit ggm', 'objekttype'],
    attribute: ['ggm kolom/attribuut', 'attribuut ggm', 'attributt'],
    authoritative: ['autoritativ kilde', 'autoritativ'],
    confidentiality: ['konfidensialitet'],
    privacyLevel: ['personvernnivå', 'personvernniva'],
    category: ['kategori personopplysning'],
    justification: ['begrunnelse'],
  },
  required: ['table', 'column', 'objectType', 'attribute'],
  ignored: ['gemaakt door', 'laget av', 'datatype', 'pk'],
};

/** One column of a source and the attribute it is said to be. */
export interface Column {
  readonly table?: string;
  readonly column: string;
  readonly attribute: string;
  readonly note?: string;
  readonly confidentiality?: string;
  readonly privacyLevel?: string;
  readonly category?: string;
  readonly justification?: string;
}

/** What a whole object type is mapped from. */
export interface Share {
  /** The mapping sheet. */
  readonly file: string;
  readonly authoritative?: boolean;
}

export interface MappingPayload {
  readonly dataset: string;
  readonly application?: string;
  readonly objectType: string;
  readonly column?: Column;
  readonly share?: Share;
}

/** Undefined for a row that names no column of the source, or no attribute. */
export function reduceColumn(cells: Cells<Field>, table: string | undefined): Column | undefined {
  const { column, attribute, confidentiality, privacyLevel, category, justification } = cells;
  if (!column || !attribute) return undefined;
  const kept = { confidentiality, privacyLevel, category, justification };
  return { column, attribute, ...filled({ table, note: withoutMentions(cells.note), ...kept }) };
}

export function isAuthoritative(cells: Cells<Field>): boolean {
  return yesOrNo(cells.authoritative) === true;
}

/** "@Koen, kan deze afwijken?": notes are addressed to colleagues, and colleagues are persons. */
function withoutMentions(note: string | undefined): string | undefined {
  return note
    ?.replace(/@[\p{L}\p{N}._-]+,?/gu, '')
    .replace(/\s+/g, ' ')
    .trim();
}

function filled<T extends object>(fields: T): { [K in keyof T]?: NonNullable<T[K]> } {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => Boolean(value))) as {
    [K in keyof T]?: NonNullable<T[K]>;
  };
}

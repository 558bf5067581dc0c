/**
 * What may be kept of a row, by its field table; pure, and before anything is stored (sources.md 0.3). Graded rows are
 * refused first. Unknown fields give their name only: their value may be personal data (H18).
 */
import type { ClassScheme } from '../../src/model/classification.js';
import { issue, type Issue } from '../../src/model/issue.js';
import { endpointOf, type Endpoint } from './endpoints.js';
import { isOf } from './envelope.js';
import { isObject, READERS, type Field, type FieldTable, type Kind } from './field-kinds.js';
import { FIELDS, type KartoteketPayload } from './fields.js';
import { isGraded, readClass } from './labels.js';

export type Reduced =
  | { readonly rejected: Issue }
  | {
      readonly payload: KartoteketPayload;
      /** Names of fields that no table knows. */
      readonly unknown: readonly string[];
      /** Known fields whose key is not there. */
      readonly absent: readonly string[];
      /** Fields that must have a value and have none. */
      readonly empty: readonly string[];
    };

type Row = Readonly<Record<string, unknown>>;

export function reduce(row: unknown, endpoint: Endpoint, scheme: ClassScheme): Reduced {
  if (!isObject(row) || !isOf(row, endpoint)) return malformed('posten er av en annen klasse');
  const fields: FieldTable = FIELDS[endpoint.type];
  if (graded(row, fields, scheme)) return { rejected: issue('GRADED', 'violation') };
  const payload: Record<string, unknown> = {};
  for (const [name, field] of Object.entries(fields)) {
    if (field.kind === 'dropped') continue;
    const to = field.to === undefined ? [] : endpointOf(field.to).classes;
    const kept = READERS[field.kind](valueOf(row, name), to);
    if (!kept) return { rejected: wrongForm(name, field) };
    payload[name] = kept.value;
  }
  const wanted = Object.entries(fields).filter(([, field]) => field.mark !== 'N');
  return {
    // Built from the table that also gives the type: the compiler cannot follow that.
    payload: payload as unknown as KartoteketPayload,
    unknown: Object.keys(row).filter((name) => !Object.hasOwn(fields, name)),
    absent: wanted.map(([name]) => name).filter((name) => !Object.hasOwn(row, name)),
    empty: wanted.filter(([name, field]) => lacks(payload[name], field)).map(([name]) => name),
  };
}

const FORMS: Readonly<Record<Kind, string>> = {
  id: '1',
  text: '"tekst"',
  texts: '["tekst"]',
  number: '1',
  flag: 'true / false / null',
  ref: '{"class":"…","id":1}',
  refs: '[{"class":"…","id":1}]',
  coded: '{"id":1,"navn":"tekst"}',
  class: '"3 🔴 Beskyttet"',
  unit: '{"prk_ouid":1,"hr_navn":"tekst","hr_ouid":1}',
  count: '["tekst"]',
};

function wrongForm(name: string, { kind, to }: Field): Issue {
  const form = kind === 'dropped' ? '' : FORMS[kind];
  if (to === undefined) return issue('FIELD_FORM', 'violation', { field: name, form });
  const { list, classes } = endpointOf(to);
  const params = {
    field: name,
    form: form.replace('…', classes.at(-1) ?? ''),
    file: `${list}.json`,
  };
  return issue('REFERENCE_FORM', 'violation', params);
}

function graded(row: Row, fields: FieldTable, scheme: ClassScheme): boolean {
  for (const [name, value] of Object.entries(row)) {
    const field = Object.hasOwn(fields, name) ? fields[name] : undefined;
    if (field?.kind === 'class' && gradedClass(value, scheme)) return true;
    // A field renamed by the source must not carry a graded record past the screen.
    const screened = field === undefined || /vurdering|konfidensialitet/.test(name);
    if (screened && isGraded(scheme, value)) return true;
  }
  return false;
}

function gradedClass(value: unknown, scheme: ClassScheme): boolean {
  const read = READERS.class(value, [])?.value as Parameters<typeof readClass>[1] | undefined;
  return read !== undefined && readClass(scheme, read).found === 'graded';
}

function lacks(value: unknown, field: Field): boolean {
  return field.required === 'value' && (value === null || value === '');
}

function valueOf(row: Row, name: string): unknown {
  return Object.hasOwn(row, name) ? row[name] : undefined;
}

function malformed(cause: string): Reduced {
  return { rejected: issue('RECORD_MALFORMED', 'violation', { cause }) };
}

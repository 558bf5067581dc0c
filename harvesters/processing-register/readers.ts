/**
 * How a field of each form becomes a kept value: `json` reads the carrier's value, `cell` the text of a table cell.
 * A reader takes what it names and nothing else; of a value of another type it throws WrongType.
 */
import { isDash, isWithheld, manyValues, yesOrNo } from '../../src/harvest/cell-values.js';
import { isJsonObject, member, type JsonObject } from '../../src/harvest/json-document.js';
import type { Basis, Category, Ref, Subject } from './payload.js';

export class WrongType extends Error {}

export interface Reader {
  /** `drift` is told the names of members that nobody has decided on. */
  json(value: unknown, drift: (name: string) => void): unknown;
  cell(text: string): unknown;
  /** An example in JSON, for whoever wrote something else. */
  readonly form: string;
}

export const text: Reader = { json: stringOf, cell: cellText, form: '"tekst"' };
export const flag: Reader = { json: booleanOf, cell: yesOrNo, form: 'true / false' };
/** Keeps that something is written, not what. */
export const presence: Reader = {
  json: (value) => (stringOf(value) === undefined ? undefined : true),
  cell: (value) => (cellText(value) === undefined ? undefined : true),
  form: '"tekst"',
};
export const label: Reader = { json: labelOf, cell: cellText, form: '"tekst"' };
export const labels: Reader = {
  json: (value, drift) => listOf(value, (one) => labelOf(one, drift)),
  cell: cellValues,
  form: '["tekst"]',
};
export const countries: Reader = {
  json: (value) => stringOf(value)?.split(/\s*[,;\n|]\s*/),
  cell: (value) => cellText(value)?.split(/\s*[,;\n|]\s*/),
  form: '"Norge, Irland"',
};
export const count: Reader = {
  json: (value) => (value === null ? undefined : arrayOf(value).length),
  cell: (value) => cellValues(value)?.length,
  form: '[{"id": 1}]',
};
export const reference: Reader = {
  json: refOf,
  cell: (value) => cellRefs(value)?.[0],
  form: '{"id": 1, "navn": "…"}',
};
export const references: Reader = {
  json: (value, drift) => listOf(value, (one) => refOf(one, drift)),
  cell: cellRefs,
  form: '[{"id": 1, "navn": "…"}]',
};
export const subjects: Reader = {
  json: (value, drift) => listOf(value, (one) => subjectOf(one, drift)),
  cell: (value) => cellValues(value)?.map((one): Subject => ({ label: one })),
  form: '[{"kategorinavn": "…"}]',
};
export const categories: Reader = {
  json: (value, drift) => listOf(value, (one) => categoryOf(one, drift)),
  cell: (value) => cellValues(value)?.map((one): Category => ({ label: one })),
  form: '[{"navn": "…"}]',
};
export const bases: Reader = {
  json: (value, drift) => listOf(value, (one) => basisOf(one, drift)),
  cell: (value) => cellValues(value)?.map((one): Basis => ({ provision: one })),
  form: '[{"grunnlag": "…"}]',
};

function stringOf(value: unknown): string | undefined {
  if (value === null || value === undefined) return undefined;
  if (typeof value !== 'string' && typeof value !== 'number') throw new WrongType();
  return String(value).normalize('NFC').trim() || undefined;
}
function booleanOf(value: unknown): boolean | undefined {
  if (value === null || value === undefined) return undefined;
  if (typeof value !== 'boolean') throw new WrongType();
  return value;
}
function arrayOf(value: unknown): readonly unknown[] {
  if (!Array.isArray(value)) throw new WrongType();
  return value;
}
function listOf<T>(value: unknown, read: (one: unknown) => T | undefined): T[] | undefined {
  if (value === null || value === undefined) return undefined;
  const values = arrayOf(value).flatMap((one) => read(one) ?? []);
  return values.length > 0 ? values : undefined;
}

/** The object, after its members are compared with those that are known. */
export function known(
  value: unknown,
  names: readonly string[],
  drift: (name: string) => void,
): JsonObject {
  if (!isJsonObject(value)) throw new WrongType();
  Object.keys(value)
    .filter((name) => !names.includes(name))
    .forEach(drift);
  return value;
}

function labelOf(value: unknown, drift: (name: string) => void): string | undefined {
  if (value === null || typeof value === 'string') return stringOf(value);
  return stringOf(member(known(value, ['class', 'id', 'navn'], drift), 'navn'));
}

const REF_MEMBERS = ['class', 'id', 'navn', 'kortnavn', 'fork', 'forkortelse'];

/** `{"class": "System", "id": 1, "navn": "Gebyr"}`, or the id or the name alone. */
function refOf(value: unknown, drift: (name: string) => void): Ref | undefined {
  if (value === null || value === undefined) return undefined;
  if (typeof value === 'number') return { id: String(value) };
  if (typeof value === 'string') return cellRefs(value)?.[0];
  const object = known(value, REF_MEMBERS, drift);
  const id = stringOf(member(object, 'id'));
  const name = stringOf(member(object, 'navn'));
  return id || name ? { ...(id ? { id } : {}), ...(name ? { name } : {}) } : undefined;
}

const SUBJECT_MEMBERS = ['class', 'id', 'kategorinavn', 'definisjon', 'saarbar_gruppe'];

function subjectOf(value: unknown, drift: (name: string) => void): Subject | undefined {
  const object = known(value, SUBJECT_MEMBERS, drift);
  const name = stringOf(member(object, 'kategorinavn'));
  const isVulnerable = booleanOf(member(object, 'saarbar_gruppe'));
  return name ? { label: name, ...(isVulnerable ? { isVulnerable } : {}) } : undefined;
}

const CATEGORY_MEMBERS = ['class', 'id', 'navn', 'artikkel', 'hovedkategori', 'eksempler'];

function categoryOf(value: unknown, drift: (name: string) => void): Category | undefined {
  const object = known(value, CATEGORY_MEMBERS, drift);
  const name = stringOf(member(object, 'navn'));
  const article = Number(stringOf(member(object, 'artikkel')));
  return name ? { label: name, ...([9, 10].includes(article) ? { article } : {}) } : undefined;
}

const BASIS_MEMBERS = ['class', 'id', 'grunnlag', 'lov', 'lovparagraf'];

function basisOf(value: unknown, drift: (name: string) => void): Basis | undefined {
  const object = known(value, BASIS_MEMBERS, drift);
  const law = stringOf(member(object, 'lov'));
  const provision = stringOf(member(object, 'lovparagraf')) ?? stringOf(member(object, 'grunnlag'));
  return provision ? { provision, ...(law ? { law } : {}) } : undefined;
}

function cellText(value: string): string | undefined {
  return isDash(value) ? undefined : value.trim() || undefined;
}
function cellValues(value: string): string[] | undefined {
  const values = manyValues(value).filter((one) => !isDash(one) && !isWithheld(one));
  return values.length > 0 ? values : undefined;
}
/** A number alone is an id, anything else a name. */
function cellRefs(value: string): Ref[] | undefined {
  return cellValues(value)?.map((one) => (/^\d+$/.test(one) ? { id: one } : { name: one }));
}

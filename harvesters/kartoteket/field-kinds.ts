/** Kinds of fields: what a value must look like, and what is kept of it. Text is NFC; a reference is the id alone. */
import type { RecordType } from './endpoints.js';

/** P may be projected · A after approval or text scan · I internal · N never kept (sources.md 0.3). */
export type Mark = 'P' | 'A' | 'I' | 'N';

export interface Coded {
  readonly id: number | string;
  readonly navn: string | null;
}
export interface Unit {
  readonly prk_ouid: number | null;
  readonly hr_navn: string | null;
  readonly hr_ouid: number | null;
}

/** The type of the kept value by kind. */
export interface Kinds {
  readonly id: number;
  readonly text: string | null;
  readonly texts: readonly string[];
  readonly number: number | null;
  readonly flag: boolean | null;
  readonly ref: string | null;
  readonly refs: readonly string[];
  readonly coded: Coded | null;
  /** A confidentiality label: text, or number and text apart. */
  readonly class: string | Coded | null;
  readonly unit: Unit | null;
  /** How many persons there were: all that is kept of them. */
  readonly count: number;
}
export type Kind = keyof Kinds;

export interface Field<K extends Kind | 'dropped' = Kind | 'dropped'> {
  readonly kind: K;
  readonly mark: Mark;
  /** Where `map` puts it. */
  readonly target: string;
  /** `value`: must be there and not null · `key`: must be there. Gone from every record, the list is not usable. */
  readonly required?: 'value' | 'key';
  /** What a reference points to. */
  readonly to?: RecordType;
}
export type FieldTable = Readonly<Record<string, Field>>;

export type Payload<T extends FieldTable> = {
  readonly [F in keyof T as T[F]['kind'] extends 'dropped' ? never : F]: T[F]['kind'] extends Kind
    ? Kinds[T[F]['kind']]
    : never;
};

/** The kept value in a box, or undefined when the value is of another type. */
export type Boxed = { readonly value: unknown } | undefined;

const box = (value: unknown): Boxed => ({ value });

export const READERS: Readonly<Record<Kind, (raw: unknown, to: readonly string[]) => Boxed>> = {
  id: (raw) => (Number.isSafeInteger(raw) ? box(raw) : undefined),
  text: (raw) => nullable(raw, text),
  texts: (raw) => list(raw, text),
  number: (raw) => nullable(raw, (one) => (Number.isFinite(one) ? box(one) : undefined)),
  flag: (raw) => nullable(raw, (one) => (typeof one === 'boolean' ? box(one) : undefined)),
  ref: (raw, to) => nullable(raw, (one) => reference(one, to)),
  refs: (raw, to) => list(raw, (one) => reference(one, to)),
  coded: (raw) => nullable(raw, coded),
  class: (raw) => nullable(raw, (one) => (typeof one === 'string' ? text(one) : coded(one))),
  unit: (raw) => nullable(raw, unit),
  count: (raw) => box([raw].flat().filter((one) => typeof one === 'string' && one.trim()).length),
};

function nullable(raw: unknown, read: (one: unknown) => Boxed): Boxed {
  return raw === null || raw === undefined ? box(null) : read(raw);
}

function list(raw: unknown, read: (one: unknown) => Boxed): Boxed {
  if (raw === null || raw === undefined) return box([]);
  if (!Array.isArray(raw)) return undefined;
  const boxes = raw.map(read);
  if (boxes.some((one) => one === undefined)) return undefined;
  return box(boxes.map((one) => one?.value).filter((value) => value !== null && value !== ''));
}

/** NUL and half surrogate pairs cannot be written in any RDF syntax: no text of ours. */
function text(raw: unknown): Boxed {
  if (typeof raw !== 'string' || /\0|\p{Surrogate}/u.test(raw)) return undefined;
  return box(raw.normalize('NFC'));
}

/** `{"class":"Driftsplattform","id":null}` is how the source says "none". The id alone will do: the field says of what. */
function reference(raw: unknown, to: readonly string[]): Boxed {
  if (Number.isSafeInteger(raw)) return box(String(raw));
  if (!isObject(raw) || typeof raw['class'] !== 'string' || !to.includes(raw['class']))
    return undefined;
  const id = raw['id'];
  if (id === null || id === undefined) return box(null);
  return typeof id === 'number' && Number.isSafeInteger(id) ? box(String(id)) : undefined;
}

function coded(raw: unknown): Boxed {
  if (!isObject(raw)) return undefined;
  const { id } = raw;
  const navn = nullable(raw['navn'], text);
  if (navn === undefined || (typeof id !== 'string' && !Number.isSafeInteger(id))) return undefined;
  return box({ id, navn: navn.value });
}

function unit(raw: unknown): Boxed {
  if (!isObject(raw)) return undefined;
  const parts = {
    prk_ouid: READERS.number(raw['prk_ouid'], []),
    hr_navn: READERS.text(raw['hr_navn'], []),
    hr_ouid: READERS.number(raw['hr_ouid'], []),
  };
  if (!parts.prk_ouid || !parts.hr_navn || !parts.hr_ouid) return undefined;
  return box(Object.fromEntries(Object.entries(parts).map(([name, one]) => [name, one?.value])));
}

export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

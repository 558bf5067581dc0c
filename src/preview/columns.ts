/** What the columns of a table hold: a type that all their values fit, and a few figures. Pure. */
import type { ColumnType, PreviewColumn } from '../model/preview.js';
import { dateTime, DECIMAL, INTEGER, isEmptyCell, orderOf, periodTime } from './cells.js';

/** Longer texts are cut where they are shown. */
export const MAX_SHOWN = 200;

const BOOLEANS: readonly ReadonlySet<string>[] = [
  new Set(['true', 'false']),
  new Set(['ja', 'nei']),
  new Set(['yes', 'no']),
];
/** Says that four digits are a year. */
const YEAR_NAME = /(^|[^\p{L}])(år|aar|ar|year)($|[^\p{L}])|(år|aar|year)$|dater|period/iu;
/** Says that digits are a name. */
const CODE_NAME = /(^|[^\p{L}])(id|no)$|(nr|nummer|number|kode|code)$/iu;
const YEAR = /^(1[5-9]|20|21)\d{2}$/;

export function profileColumns(
  header: readonly string[],
  rows: readonly (readonly string[])[],
): PreviewColumn[] {
  return header.map((name, index) =>
    profileColumn(
      name,
      rows.map((row) => row[index] ?? ''),
    ),
  );
}

function profileColumn(name: string, cells: readonly string[]): PreviewColumn {
  const values = cells.filter((one) => !isEmptyCell(one)).map((one) => one.trim());
  const distinct = new Set(values);
  const type = columnType(name, distinct);
  const ends = extremes(type, distinct);
  const example = values[0];
  return {
    name,
    type,
    empty: cells.length - values.length,
    distinct: distinct.size,
    ...ends,
    ...(example === undefined ? {} : { example: shown(example) }),
    ...(type === 'number' && [...distinct].some((one) => one.includes(','))
      ? { hasDecimalComma: true as const }
      : {}),
  };
}

export function shown(text: string): string {
  const letters = [...text.slice(0, 2 * MAX_SHOWN)];
  return letters.length > MAX_SHOWN ? `${letters.slice(0, MAX_SHOWN).join('')}…` : text;
}

type Test = (values: readonly string[], name: string) => boolean;

/** In order: the first that all values pass. */
const TYPES: readonly (readonly [ColumnType, Test])[] = [
  ['text', (values) => values.length === 0],
  [
    'boolean',
    (values) => BOOLEANS.some((words) => values.every((one) => words.has(one.toLowerCase()))),
  ],
  ['year', (values, name) => YEAR_NAME.test(name) && values.every((one) => YEAR.test(one))],
  ['period', (values) => values.every((one) => periodTime(one) !== undefined)],
  ['date', (values) => values.every((one) => dateTime(one) !== undefined)],
  ['code', (values, name) => values.every(isInteger) && isNaming(values, name)],
  ['integer', (values) => values.every(isInteger)],
  ['number', (values) => values.every(isNumber) && !isMixed(values)],
  ['code', (values, name) => CODE_NAME.test(name) && values.every((one) => !/\s/.test(one))],
];

function columnType(name: string, distinct: ReadonlySet<string>): ColumnType {
  const values = [...distinct];
  return TYPES.find(([, test]) => test(values, name))?.[0] ?? 'text';
}

function isInteger(text: string): boolean {
  return INTEGER.test(text);
}

/** Nobody counts from 007. */
function isNaming(values: readonly string[], name: string): boolean {
  return CODE_NAME.test(name) || values.some((one) => /^-?0\d/.test(one));
}

function isNumber(text: string): boolean {
  return INTEGER.test(text) || DECIMAL.test(text);
}

/** With both marks in one column nobody knows what `1.234` means. */
function isMixed(values: readonly string[]): boolean {
  return values.some((one) => one.includes(',')) && values.some((one) => one.includes('.'));
}

function extremes(
  type: ColumnType,
  distinct: ReadonlySet<string>,
): Pick<PreviewColumn, 'min' | 'max'> {
  let least: { text: string; order: number } | undefined;
  let most: { text: string; order: number } | undefined;
  for (const text of distinct) {
    const order = orderOf(type, text);
    if (order === undefined) return {};
    if (!least || order < least.order) least = { text, order };
    if (!most || order > most.order) most = { text, order };
  }
  return least && most ? { min: least.text, max: most.text } : {};
}

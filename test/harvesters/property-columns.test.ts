/** The columns that findings name exist in the registers: a steward must find them there. */
import { expect, test } from 'vitest';
import { HARVESTERS } from '../../harvesters/registry.js';
import { TABLES } from '../../harvesters/dataset-register/columns.js';
import { FIELDS } from '../../harvesters/processing-register/fields.js';
import { kdm } from '../../src/rdf/vocabularies.js';

const columnsOf = (kind: string, type: string): string[] =>
  (HARVESTERS.find((one) => one.kind === kind)?.columns?.[type] ?? []).flatMap(([, column]) =>
    column.split(', '),
  );

test.each(Object.values(TABLES))('dataset-register: $type', ({ type, columns }) => {
  const known = Object.keys(columns.columns);
  const named = columnsOf('dataset-register', type);
  expect(named.length).toBeGreaterThan(2);
  expect(named.filter((name) => !known.includes(name))).toEqual([]);
});

test('processing-register', () => {
  const named = columnsOf('processing-register', 'behandling');
  expect(named.length).toBeGreaterThan(10);
  expect(named.filter((name) => !Object.hasOwn(FIELDS, name))).toEqual([]);
});

test.each([
  ['system', kdm.systemManager, 'systemforvalter_virksomhet'],
  ['system', kdm.confidentialityClass, 'konfidensialitet'],
  ['systemintegrasjon', kdm.from, 'system_kilde'],
])('kartoteket: %s', (type, property, column) => {
  const { columns } = HARVESTERS.find(({ kind }) => kind === 'kartoteket')!;
  expect(columns?.[type]?.find(([one]) => one.equals(property))?.[1]).toBe(column);
});

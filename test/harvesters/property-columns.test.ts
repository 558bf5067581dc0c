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

test.each([
  ['behandling', 24],
  ['dpiabehov', 19],
  ['overforing', 2],
  ['avtale', 2],
])('processing-register: %s', (type, count) => {
  const named = columnsOf('processing-register', type);
  expect(named).toHaveLength(count);
  expect(named.filter((name) => !Object.hasOwn(FIELDS, name.split('.')[0] ?? ''))).toEqual([]);
});

test.each([
  ['system', kdm.systemManager, 'systemforvalter_virksomhet'],
  ['system', kdm.confidentialityClass, 'konfidensialitet'],
  ['system', kdm.operatedOn, 'driftsplattform'],
  ['system', kdm.ownerContactCount, 'systemeier_kontaktpersoner'],
  ['system', kdm.managerContactCount, 'systemforvalter_kontaktpersoner'],
  ['systemintegrasjon', kdm.from, 'system_kilde'],
])('kartoteket: %s', (type, property, column) => {
  const { columns } = HARVESTERS.find(({ kind }) => kind === 'kartoteket')!;
  expect(columns?.[type]?.find(([one]) => one.equals(property))?.[1]).toBe(column);
});

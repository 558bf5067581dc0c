/** How a mapping finds the elements of a model that another source describes: by name, through aliases of records and of their parts. */
import { describe, expect, test } from 'vitest';
import { AliasTable } from '../../src/harvest/alias-table.js';
import type { Harvester, Mint } from '../../src/harvest/harvester.js';
import { identifyAll } from '../../src/harvest/identify.js';
import {
  attributeAlias,
  attributesOf,
  OBJECT_TYPES,
  objectTypeAlias,
} from '../../src/harvest/model-names.js';
import { instant } from '../../src/model/instant.js';
import { iri } from '../../src/model/iri.js';

const BASE = 'https://data.kommunen.example/';
const mint: Mint = (type, key) => iri(`${BASE}id/${type}/${key}`);
const PERSON = iri(`${BASE}id/objekttype/ggm-EAID_1`);

describe('a name of the model', () => {
  test.each([
    ['Natuurlijk Persoon', 'natuurlijkpersoon'],
    ['NATUURLIJK_PERSOON', 'natuurlijkpersoon'],
    ['natuurlijk\u00a0persoon ', 'natuurlijkpersoon'],
    ['Categorie\u0308n', 'categorie\u0308n'.normalize('NFC')],
    ['CPV-code', 'cpv-code'],
  ])('%j is known as %s', (name, folded) => {
    expect(objectTypeAlias(name)).toBe(`objekttype:${folded}`);
  });

  test('of an attribute belongs to its object type', () => {
    const other = iri(`${BASE}id/objekttype/ggm-EAID_2`);
    expect(attributeAlias(PERSON, 'Datum_Start')).toBe(attributeAlias(PERSON, 'datum start'));
    expect(attributeAlias(PERSON, 'naam')).not.toBe(attributeAlias(other, 'naam'));
  });
});

test('the parts of a record are found by their own names', () => {
  const harvester: Harvester = {
    kind: 'prove',
    options: { parse: (input) => input },
    async *fetch() {
      return;
    },
    identify: () => ({
      iri: PERSON,
      own: true,
      aliases: [objectTypeAlias('Persoon')],
      parts: [{ iri: mint('del', 'naam'), aliases: [attributeAlias(PERSON, 'naam')] }],
    }),
    map: () => [],
  };
  const source = { id: 'modell', kind: 'prove', options: {} };
  const retrievedAt = instant('2026-11-22T12:00:00Z');
  const kept = [{ type: 'objekttype', key: '1', payload: {}, origin: 'a.csv#L2', retrievedAt }];
  const { aliases } = identifyAll([{ source, harvester, kept }], mint, new Map());
  expect(aliases.resolve(objectTypeAlias('persoon'))).toEqual([PERSON]);
  expect(aliases.resolve(attributeAlias(PERSON, 'NAAM'))).toEqual([mint('del', 'naam')]);
});

test('names that begin alike are listed, sorted and without what they share', () => {
  const table = new AliasTable();
  for (const name of ['Zaak', 'Besluit']) table.add(objectTypeAlias(name), PERSON);
  table.add(attributeAlias(PERSON, 'naam'), PERSON);
  expect(table.names(OBJECT_TYPES)).toEqual(['besluit', 'zaak']);
  expect(table.names(attributesOf(PERSON))).toEqual(['naam']);
  expect(table.names('system:')).toEqual([]);
});

/** Identifiers by which the portals know a record (portals.md PR10). */
import { expect, test } from 'vitest';
import {
  differingIdentifiers,
  sharedIdentifiers,
} from '../../src/assemble/inference/identifiers.js';
import { facts, found } from '../support/inference.js';

test('PR10 an identifier that is not the key of the address is named', () => {
  const graph = `:datasett\\/a a dcat:Dataset ; dct:identifier "a" . :datasett\\/b a dcat:Dataset ; dct:identifier "B" .
    :serie\\/c a dcat:DatasetSeries ; dct:identifier "c" , "gammel-c" . :virksomhet\\/d a foaf:Agent ; dct:identifier "958935420" .`;
  expect(found(differingIdentifiers, graph)).toEqual(
    facts(
      ':datasett\\/b kdm:differingIdentifier "B" . :serie\\/c kdm:differingIdentifier "gammel-c" .',
    ),
  );
});

test('PR10 two records of a kind with one identifier, whatever its case, name each other', () => {
  const graph = `:a a dcat:Dataset ; dct:identifier "Skoler" . :b a dcat:Dataset ; dct:identifier "skoler" .
    :c a dcat:DataService ; dct:identifier "skoler" . :d a dcat:Dataset ; dct:identifier "elever" .`;
  expect(found(sharedIdentifiers, graph)).toEqual(
    facts(':a kdm:sharesIdentifierWith :b . :b kdm:sharesIdentifierWith :a .'),
  );
});

test('PR10 a dataset and a series with one identifier name each other, and so do two that differ before the last slash', () => {
  const graph = `:a a dcat:Dataset ; dct:identifier "https://en.example/id/skoler" . :b a dcat:DatasetSeries ; dct:identifier "Skoler" .
    :c a dcat:Dataset ; dct:identifier "elever/" . :d a dcat:Dataset ; dct:identifier "skoler/elever" .`;
  expect(found(sharedIdentifiers, graph)).toEqual(
    facts(':a kdm:sharesIdentifierWith :b . :b kdm:sharesIdentifierWith :a .'),
  );
});

test('PR10 an identifier stated twice by one record is not shared with itself', () => {
  const graph = ':a a dcat:Dataset ; dct:identifier "skoler" , "Skoler" .';
  expect(found(sharedIdentifiers, graph)).toEqual([]);
});

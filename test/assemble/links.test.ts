/** Inverses, shortcuts and the coarse life cycle (model.md 4.10, 4.11 I1). */
import { expect, test } from 'vitest';
import { coarseStatus } from '../../src/assemble/inference/coarse-status.js';
import { inverses, usedBy } from '../../src/assemble/inference/links.js';
import { GraphIndex } from '../../src/rdf/graph-index.js';
import { facts, found } from '../support/inference.js';
import { turtle } from '../support/turtle.js';

test('I1 a use of a system makes its user known at the system', () => {
  const use = '<systembruk/1> a kdm:SystemUse ; kdm:user <virksomhet/v>';
  expect(found(usedBy, `${use} ; kdm:system <system/s> .`)).toEqual(
    facts('<system/s> kdm:usedBy <virksomhet/v> .'),
  );
  expect(found(usedBy, `${use} .`)).toEqual([]);
});

test.each([
  ['storedIn', 'holds'],
  ['processedBy', 'processesDataset'],
  ['processesDataset', 'processedBy'],
])('I1 what kdm:%s states on one side, kdm:%s shows on the other', (stated, shown) => {
  expect(found(inverses, `:a kdm:${stated} :b .`)).toEqual(facts(`:b kdm:${shown} :a .`));
  expect(found(inverses, `:a kdm:${stated} "tekst" .`)).toEqual([]);
});

test('I1 a dataset has the data elements that are part of it; other parts are none', () => {
  const part = '<dataelement/e> dct:isPartOf <datasett/d>';
  expect(found(inverses, `${part} ; a kdm:DataElement .`)).toEqual(
    facts('<datasett/d> kdm:hasDataElement <dataelement/e> .'),
  );
  expect(found(inverses, `${part} .`)).toEqual([]);
});

test('the public life cycle is the coarse status of the fine one', () => {
  const reference = new GraphIndex(turtle('livslop:3 adms:status status:COMPLETED .'));
  expect(found(coarseStatus, ':s kdm:lifecycleStatus livslop:3 .', { reference })).toEqual(
    facts(':s adms:status status:COMPLETED .'),
  );
  expect(found(coarseStatus, ':s kdm:lifecycleStatus livslop:8 .', { reference })).toEqual([]);
});

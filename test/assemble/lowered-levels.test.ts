/** Levels below what is usual (rule DE-02). */
import { expect, test } from 'vitest';
import { loweredLevels } from '../../src/assemble/inference/lowered-levels.js';
import { facts, found } from '../support/inference.js';

const PV = '@prefix pv: <https://w3id.org/datavev/kode/personvern/> .\n';
test.each([
  ['pv:1', 'pv:2', ['pv:2']],
  ['pv:2', 'pv:2', []],
  ['pv:3', 'pv:2', []],
  ['pv:0 , pv:1', 'pv:2', []],
  ['pv:0', 'pv:1 , pv:2', []],
])('DE-02 level %s where the attribute’s is %s is lowered from %j', (own, usual, lowered) => {
  const graph = `${PV} :e a kdm:DataElement ; kdm:privacyLevel ${own} ; kdm:instanceOfAttribute :a . :a kdm:defaultPrivacyLevel ${usual} .`;
  expect(found(loweredLevels, graph)).toEqual(
    facts(PV + lowered.map((level) => `:e kdm:loweredFromLevel ${level} .`).join(' ')),
  );
});

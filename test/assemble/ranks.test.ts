/** Ranks of classes as numbers (model.md 4.11 I4). */
import { expect, test } from 'vitest';
import { ranks } from '../../src/assemble/inference/ranks.js';
import { facts, found } from '../support/inference.js';

const SYSTEM = (name: string, value: string): string =>
  `:${name} a kdm:System ; kdm:confidentialityClass ${value} .`;

test.each(['dcat:Dataset', 'dcat:DataService', 'kdm:System'])(
  'I4 a %s has the rank of its class',
  (type) => {
    expect(found(ranks, `:t a ${type} ; kdm:confidentialityClass konf:vernet .`)).toEqual(
      facts(':t kdm:classRank 3 .'),
    );
  },
);

test.each(['konf:apen , konf:intern', 'konf:ukjent', '"apen"'])(
  'I4 the class %s has no rank',
  (value) => {
    expect(found(ranks, SYSTEM('s', value))).toEqual([]);
  },
);

test('I4 a system knows the highest rank of the data it holds; data of no class do not count', () => {
  const graph = `:s a kdm:System ; kdm:holds :a , :b , :c .
    :a a dcat:Dataset ; kdm:confidentialityClass konf:intern .
    :b a dcat:Dataset ; kdm:confidentialityClass konf:vernet . :c a dcat:Dataset .`;
  expect(found(ranks, graph)).toEqual(
    facts(':s kdm:highestDataRank 3 . :a kdm:classRank 2 . :b kdm:classRank 3 .'),
  );
});

test('I4 an integration knows the ranks at both its ends', () => {
  const ends = `${SYSTEM('fra', 'konf:vernet')} ${SYSTEM('til', 'konf:apen')}`;
  const classes = ':fra kdm:classRank 3 . :til kdm:classRank 1 .';
  expect(found(ranks, `:i a kdm:Integration ; kdm:from :fra ; kdm:to :til . ${ends}`)).toEqual(
    facts(`:i kdm:fromRank 3 ; kdm:toRank 1 . ${classes}`),
  );
  expect(found(ranks, `:i a kdm:Integration ; kdm:from :fra ; kdm:to :utenfor . ${ends}`)).toEqual(
    facts(`:i kdm:fromRank 3 . ${classes}`),
  );
});

import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { dpiaConclusion, DPIA_CRITERIA, type DpiaAnswer } from '../../src/model/dpia.js';
import { codeLists } from '../../src/rdf/code-lists.js';
import { parseTurtle } from '../../src/rdf/parse.js';
import { dataset } from '../../src/rdf/terms.js';
import { VOCAB_BASE } from '../../src/rdf/vocabularies.js';

const answers = (yes: number): DpiaAnswer[] =>
  DPIA_CRITERIA.map((_, index) => (index < yes ? 'ja' : 'nei'));

/** Codes of a list of ours, sorted. */
function codes(name: string): readonly string[] {
  const { quads } = parseTurtle(readFileSync(`ontology/codes/${name}.ttl`, 'utf8'));
  return codeLists(dataset(quads)).known(`${VOCAB_BASE}kode/${name}`);
}

test('there are nine criteria, those of the code list', () => {
  expect(codes('dpia-kriterium')).toEqual([...DPIA_CRITERIA].sort());
  expect(DPIA_CRITERIA).toHaveLength(9);
});

test('answers and conclusions are those of the code lists', () => {
  expect(codes('dpia-svar')).toEqual(['ikke-vurdert', 'ja', 'nei']);
  expect(codes('dpia-konklusjon')).toEqual(['ja', 'kanskje', 'nei', 'trolig', 'ufullstendig']);
});

test.each([
  [0, 'nei'],
  [1, 'kanskje'],
  [2, 'trolig'],
  [3, 'ja'],
  [9, 'ja'],
])('%i yes gives %s', (yes, conclusion) => {
  expect(dpiaConclusion(answers(yes))).toBe(conclusion);
});

test.each([0, 1, 2, 8])(
  'one criterion that is not assessed leaves the need open, also beside %i yes',
  (yes) => {
    expect(dpiaConclusion([...answers(yes).slice(0, 8), 'ikke-vurdert'])).toBe('ufullstendig');
  },
);

test('a criterion that is not there is not assessed', () => {
  expect(dpiaConclusion(answers(3).slice(0, 8))).toBe('ufullstendig');
  expect(dpiaConclusion([])).toBe('ufullstendig');
});

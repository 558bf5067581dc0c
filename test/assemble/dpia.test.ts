/** The need for a DPIA and its seven steps (model.md 4.8). */
import { expect, test } from 'vitest';
import { dpiaNeeds, dpiaSteps } from '../../src/assemble/inference/dpia.js';
import { DPIA_CRITERIA } from '../../src/model/dpia.js';
import { facts, found } from '../support/inference.js';

const PREFIXES = `
@prefix gdpr: <https://w3id.org/dpv/legal/eu/gdpr#> .
@prefix kriterium: <https://w3id.org/datavev/kode/dpia-kriterium/> .
@prefix konklusjon: <https://w3id.org/datavev/kode/dpia-konklusjon/> .
@prefix svar: <https://w3id.org/datavev/kode/dpia-svar/> .
@prefix trinn: <https://w3id.org/datavev/kode/trinnstatus/> .
`;
type Word = 'ja' | 'nei' | 'ikke-vurdert';

const needs = (graph: string): string[] => found(dpiaNeeds, PREFIXES + graph);
const expected = (graph: string): string[] => facts(PREFIXES + graph);

/** A need with these answers in the order of the criteria, and this said about it besides. */
function need(answers: readonly (Word | undefined)[], said = ''): string {
  const given = DPIA_CRITERIA.flatMap((code, index) => {
    const answer = answers[index];
    return answer
      ? [`<svar/${code}> kdm:criterion kriterium:${code} ; kdm:answer svar:${answer} .`]
      : [];
  });
  const links = DPIA_CRITERIA.map((code) => `<svar/${code}>`).join(' , ');
  return `<dpiabehov/a> a kdm:DpiaNeed ; kdm:assessesProcess <behandling/a> ; kdm:criterionAnswer ${links} .
    ${said}
    ${given.join('\n')}`;
}
const yes = (count: number): Word[] =>
  DPIA_CRITERIA.map((_, index) => (index < count ? 'ja' : 'nei'));

test.each([
  [1, 'kanskje'],
  [2, 'trolig'],
])('%i yes gives the conclusion %s, which is none in the sense of DPV', (count, conclusion) => {
  expect(needs(need(yes(count)))).toEqual(
    expected(`<dpiabehov/a> kdm:computedDpiaConclusion konklusjon:${conclusion} ;
        kdm:dpiaConclusion konklusjon:${conclusion} .
      <behandling/a> kdm:dpiaConclusion konklusjon:${conclusion} .`),
  );
});

test.each([
  [0, 'nei', 'DPIANotRequired'],
  [3, 'ja', 'DPIARequired'],
  [9, 'ja', 'DPIARequired'],
])('%i yes gives the conclusion %s and the status %s', (count, conclusion, status) => {
  expect(needs(need(yes(count)))).toEqual(
    expected(`<dpiabehov/a> kdm:computedDpiaConclusion konklusjon:${conclusion} ;
        kdm:dpiaConclusion konklusjon:${conclusion} ; dpv:hasStatus gdpr:${status} .
      <behandling/a> kdm:dpiaConclusion konklusjon:${conclusion} .`),
  );
});

test('criteria without an answer, and those not assessed, leave the need incomplete and are named', () => {
  const answers = [...yes(3).slice(0, 7), undefined, 'ikke-vurdert' as const];
  expect(needs(need(answers))).toEqual(
    expected(`<dpiabehov/a> kdm:unansweredCriterion kriterium:innovativ , kriterium:hindrer-rettighet ;
        kdm:computedDpiaConclusion konklusjon:ufullstendig ; kdm:dpiaConclusion konklusjon:ufullstendig .
      <behandling/a> kdm:dpiaConclusion konklusjon:ufullstendig .`),
  );
});

test.each([
  ['two answers', '<svar/evaluering> kdm:answer svar:nei .'],
  [
    'two answers in two places',
    '<dpiabehov/a> kdm:criterionAnswer <svar/to> . <svar/to> kdm:criterion kriterium:evaluering ; kdm:answer svar:ja .',
  ],
  ['an answer that is no code', '<svar/evaluering> kdm:answer svar:kanskje .'],
])('a criterion with %s has none', (_, said) => {
  const answers = said.includes('kanskje') ? [undefined, ...yes(9).slice(1)] : yes(9);
  expect(needs(need(answers, said))).toContain(
    expected('<dpiabehov/a> kdm:unansweredCriterion kriterium:evaluering .')[0],
  );
});

test('what people conclude is kept; where the answers give another conclusion, that is said beside it', () => {
  const stated = need(yes(2), '<dpiabehov/a> kdm:dpiaConclusion konklusjon:nei .');
  expect(needs(stated)).toEqual(
    expected(`<dpiabehov/a> kdm:computedDpiaConclusion konklusjon:trolig ;
      kdm:expectedDpiaConclusion konklusjon:trolig .`),
  );
});

test('the conclusion of the processing itself is not overridden', () => {
  const stated = need(yes(1), '<behandling/a> kdm:dpiaConclusion konklusjon:ja .');
  expect(needs(stated)).toEqual(
    expected(`<dpiabehov/a> kdm:computedDpiaConclusion konklusjon:kanskje ;
      kdm:dpiaConclusion konklusjon:kanskje .`),
  );
});

const steps = (graph: string): string[] => found(dpiaSteps, PREFIXES + graph);
/** A DPIA whose steps have these statuses, from the first on. */
function dpia(...statuses: (string | undefined)[]): string {
  const there = statuses.flatMap((status, index) =>
    status
      ? [`<trinn/${index + 1}> kdm:stepNumber ${index + 1} ; kdm:stepStatus trinn:${status} .`]
      : [],
  );
  const links = statuses.map((_, index) => `<trinn/${index + 1}>`).join(' , ');
  return `<dpia/a> a dpv:DPIA ; kdm:dpiaStep ${links} . ${there.join('\n')}`;
}
const six = Array<string>(6).fill('ferdig');

test('a DPIA with seven steps, the last approved last, gives nothing', () => {
  expect(steps(dpia(...six, 'godkjent'))).toEqual([]);
  expect(steps(dpia(...six.slice(1), 'under-arbeid', 'ikke-startet'))).toEqual([]);
});

test('steps that are not there are named', () => {
  expect(steps(dpia('ferdig', undefined, ...six.slice(2), undefined))).toEqual(
    expected('<dpia/a> kdm:missingDpiaStep 2 , 7 .'),
  );
});

test.each(['godkjent', 'ferdig'])(
  'steps that were not done when the last one was %s are named',
  (status) => {
    const graph = dpia(
      'ferdig',
      'ferdig',
      'under-arbeid',
      'ferdig',
      'ikke-startet',
      'ferdig',
      status,
    );
    expect(steps(graph)).toEqual(expected('<dpia/a> kdm:unfinishedBeforeApproval 3 , 5 .'));
  },
);

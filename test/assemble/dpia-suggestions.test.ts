/** Answers that the catalogue points to, with the statements behind them (model.md 4.8). */
import { expect, test } from 'vitest';
import { dpiaSuggestions } from '../../src/assemble/inference/dpia-suggestions.js';
import { GraphIndex } from '../../src/rdf/graph-index.js';
import { facts, found } from '../support/inference.js';
import { turtle } from '../support/turtle.js';

const PREFIXES = `
@prefix kriterium: <https://w3id.org/datavev/kode/dpia-kriterium/> .
@prefix pd: <https://w3id.org/dpv/pd#> .
@prefix personvern: <https://w3id.org/datavev/kode/personvern/> .
@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
@prefix svar: <https://w3id.org/datavev/kode/dpia-svar/> .
`;
const NEED =
  '<dpiabehov/a> a kdm:DpiaNeed ; kdm:assessesProcess <behandling/a> ; kdm:recordClass konf:vernet .';
const reference = new GraphIndex(
  turtle(`${PREFIXES} pd:Health a dpv:SpecialCategoryPersonalData . pd:Name a dpv:PersonalData .`),
);
const suggestions = (said: string): string[] =>
  found(dpiaSuggestions, PREFIXES + NEED + said, { reference });

/** What a suggestion looks like that rests on these links of the processing. */
function suggestion(code: string, ...links: string[]): string[] {
  const evidence = links.map((link, index) => {
    const [predicate, object] = link.split(' ');
    return `<dpiabehov/a-forslag-${code}> kdm:evidence <dpiabehov/a-forslag-${code}-${index + 1}> .
      <dpiabehov/a-forslag-${code}-${index + 1}> a rdf:Statement ; rdf:subject <behandling/a> ;
        rdf:predicate ${predicate} ; rdf:object ${object} ; kdm:recordClass konf:vernet .`;
  });
  return facts(`${PREFIXES}
    <dpiabehov/a> kdm:suggestedAnswer <dpiabehov/a-forslag-${code}> .
    <dpiabehov/a-forslag-${code}> a kdm:SuggestedAnswer ; kdm:criterion kriterium:${code} ; kdm:answer svar:ja ;
      kdm:recordClass konf:vernet .
    ${evidence.join('\n')}`);
}

test.each([
  [
    'special categories, by the pinned vocabulary',
    '<behandling/a> dpv:hasPersonalData pd:Health , pd:Name .',
    suggestion('saerlige-kategorier', 'dpv:hasPersonalData pd:Health'),
  ],
  [
    'special categories of our own',
    '<behandling/a> dpv:hasPersonalData <opplysning/tro> . <opplysning/tro> a dpv:SpecialCategoryPersonalData .',
    suggestion('saerlige-kategorier', 'dpv:hasPersonalData <opplysning/tro>'),
  ],
  [
    'level 3 all in all',
    '<behandling/a> kdm:effectivePrivacyLevel personvern:3 .',
    suggestion('saerlige-kategorier', 'kdm:effectivePrivacyLevel personvern:3'),
  ],
  [
    'a large scale',
    '<behandling/a> dpv:hasDataSubjectScale dpv:LargeScaleOfDataSubjects .',
    suggestion('stor-skala', 'dpv:hasDataSubjectScale dpv:LargeScaleOfDataSubjects'),
  ],
  [
    'two sources',
    '<behandling/a> dpv:hasDataSource <kilde/en> , <kilde/to> .',
    suggestion('sammenstilling', 'dpv:hasDataSource <kilde/en>', 'dpv:hasDataSource <kilde/to>'),
  ],
  [
    'vulnerable data subjects',
    '<behandling/a> dpv:hasDataSubject <registrert/barn> . <registrert/barn> a dpv:VulnerableDataSubject .',
    suggestion('sarbare', 'dpv:hasDataSubject <registrert/barn>'),
  ],
])('%s suggests a yes, and says why', (_, said, expected) => {
  expect(suggestions(said)).toEqual(expected);
});

test.each([
  ['other categories', '<behandling/a> dpv:hasPersonalData pd:Name .'],
  ['a lower level', '<behandling/a> kdm:effectivePrivacyLevel personvern:2 .'],
  ['a small scale', '<behandling/a> dpv:hasDataSubjectScale dpv:SmallScaleOfDataSubjects .'],
  ['one source', '<behandling/a> dpv:hasDataSource <kilde/en> .'],
  ['another processing', '<behandling/b> dpv:hasPersonalData pd:Health .'],
])('%s suggests nothing', (_, said) => {
  expect(suggestions(said)).toEqual([]);
});

test.each([
  ['ja', 0],
  ['nei', 1],
  ['ikke-vurdert', 1],
])('beside the answer %s there are %i suggestions, and the answer stays', (answer, count) => {
  const made = suggestions(`<behandling/a> dpv:hasPersonalData pd:Health .
    <dpiabehov/a> kdm:criterionAnswer <svar/a> . <svar/a> kdm:criterion kriterium:saerlige-kategorier ; kdm:answer svar:${answer} .`);
  expect(made.filter((line) => line.includes('suggestedAnswer'))).toHaveLength(count);
  expect(made.filter((line) => line.includes('criterionAnswer'))).toEqual([]);
});

/** Risk, DPIA, agreements and requests: no class is public, whatever the record class of the description says (model.md 7). */
import { expect, test } from 'vitest';
import { ALLOW, OPEN, openDataset, shown } from './projection-world.js';

const CANARY = 'KANARI';
const PREFIXES = `
@prefix gdpr: <https://w3id.org/dpv/legal/eu/gdpr#> .
@prefix odrl: <http://www.w3.org/ns/odrl/2/> .
`;

const NEVER = [
  'kdm:RiskAssessment',
  'kdm:RiskScenario',
  'dpv:RiskAssessment',
  'dpv:Risk',
  'dpv:ResidualRisk',
  'dpv:RiskMitigationMeasure',
  'kdm:DpiaNeed',
  'kdm:CriterionAnswer',
  'kdm:SuggestedAnswer',
  'gdpr:DPIANecessityAssessment',
  'dpv:DPIA',
  'kdm:DpiaStep',
  'kdm:Agreement',
  'dpv:DataProcessingAgreement',
  'dpv:SubProcessorAgreement',
  'kdm:DataRequest',
  'kdm:RequestAssessment',
  'kdm:RequestDecision',
  'odrl:Agreement',
  'odrl:Permission',
  'odrl:Constraint',
] as const;

test.each(NEVER)('%s that somebody has marked open stays inside, and is not hinted at', (type) => {
  const graph = `${PREFIXES}${openDataset('dct:title "D"@nb ; dct:relation :ting\\/t')}
    :ting\\/t a ${type} ; ${OPEN} ; dct:title "${CANARY}"@nb ; dct:description "${CANARY}"@nb .`;
  const { subjects, lines } = shown(graph);
  expect(subjects).toEqual(['datasett/d']);
  expect(lines.join('\n')).not.toMatch(/KANARI|ting\/t/);
});

test('not even beside a class that is public', () => {
  const graph = `${PREFIXES}:system\\/s a kdm:System , kdm:RiskAssessment ; ${OPEN} ; dct:title "${CANARY}"@nb .`;
  expect(shown(graph)).toMatchObject({ subjects: [], lines: [] });
});

/** What the catalogue says about public things that belongs to an assessment, an agreement or a request. */
const SAID = `kdm:dpiaConclusion <https://w3id.org/datavev/kode/dpia-konklusjon/ja> ;
  kdm:riskReference "${CANARY}" ; kdm:riskNeed 2 ; kdm:lastRiskAssessment "2026-05-04"^^xsd:date ;
  kdm:processorWithoutAgreement :leverandor\\/l ; kdm:effectivePrivacyLevel <https://w3id.org/datavev/kode/personvern/3> ;
  dpv:hasRisk :ting\\/t ; dpv:hasRiskAssessment :ting\\/t ; odrl:hasPolicy :ting\\/t ; kdm:daysLeft 3`;

test.each([
  ['a dataset', 'dcat:Dataset'],
  ['a system', 'kdm:System'],
  ['a processing', 'dpv:Process'],
])('%s that is public says nothing of it', (_, type) => {
  const graph = `${PREFIXES}:ting2\\/p a ${type} ; ${OPEN} ; dct:title "P"@nb ; ${SAID} .`;
  const { subjects, lines } = shown(graph);
  expect(subjects).toEqual(['ting2/p']);
  expect(lines).toHaveLength(2);
});

test('the allow-list has no shape for any of them', () => {
  const names = [...ALLOW.classes, ...ALLOW.types].join('\n');
  expect(names).not.toMatch(/Risk|D[Pp][Ii][Aa]|Agreement|Request|Criterion|Answer|odrl/);
});

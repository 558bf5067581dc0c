import { expect, test } from 'vitest';
import { recordType } from '../../harvesters/turtle/record-types.js';

const KDM = 'https://w3id.org/datavev/def/kdm#';
const DPV = 'https://w3id.org/dpv#';

test.each([
  [`${KDM}RiskAssessment`, 'ros'],
  [`${KDM}RiskScenario`, 'risiko'],
  [`${KDM}DpiaNeed`, 'dpiabehov'],
  [`${DPV}DPIA`, 'dpia'],
  [`${DPV}Transfer`, 'overforing'],
  [`${KDM}DataRequest`, 'foresporsel'],
  [`${KDM}RequestAssessment`, 'vurdering'],
  [`${KDM}RequestDecision`, 'vedtak'],
  ['http://www.w3.org/ns/odrl/2/Agreement', 'vilkar'],
])('%s is a record of the type %s, which a rule on classes can name', (type, name) => {
  expect(recordType([type])).toBe(name);
});

test('a data processing agreement is an agreement, and a sub-processor a supplier', () => {
  expect(recordType([`${DPV}DataProcessingAgreement`, `${KDM}Agreement`])).toBe('avtale');
  expect(recordType([`${DPV}DataSubProcessor`, `${KDM}Supplier`])).toBe('leverandor');
});

test('a class that is not in the table gives its own name', () => {
  expect(recordType([`${DPV}RiskMitigationMeasure`])).toBe('RiskMitigationMeasure');
  expect(recordType([])).toBeUndefined();
});

/** Names that no vocabulary defines, and what is meant (rule ALL-04; model.md 4.6). */
import { expect, test } from 'vitest';
import { unknownTerms } from '../../src/assemble/inference/unknown-terms.js';
import { readKnownTerms } from '../../src/assemble/known-terms.js';
import { facts, found } from '../support/inference.js';

const checkTerm = await readKnownTerms('ontology');
const DPV = 'https://w3id.org/dpv';

test.each([
  [`${DPV}#hasRetention`, 'dpv:hasRetention', 'dpv:hasStorageCondition'],
  [`${DPV}#ProcessingActivity`, 'dpv:ProcessingActivity', 'dpv:Process'],
  [`${DPV}/legal/eu/gdpr#A10`, 'gdpr:A10', 'pd:CriminalConviction'],
  [`${DPV}/pd#Address`, 'pd:Address', 'pd:PhysicalAddress'],
  [`${DPV}#hasDataSubProcessor`, 'dpv:hasDataSubProcessor', 'kdm:subProcessor'],
  ['https://w3id.org/datavev/def/kdm#systemOwnr', 'kdm:systemOwnr', 'kdm:systemOwner'],
  ['http://www.w3.org/ns/dcat#Datasett', 'dcat:Datasett', 'dcat:Dataset'],
  [
    'https://data.norge.no/vocabulary/modelldcatno#ObjektType',
    'modelldcatno:ObjektType',
    'modelldcatno:ObjectType',
  ],
  [`${DPV}/dpv-pd#Name`, `${DPV}/dpv-pd#Name`, 'pd:Name'],
  [`${DPV}/dpv-gdpr#A6-1-a`, `${DPV}/dpv-gdpr#A6-1-a`, 'gdpr:A6-1-a'],
])('ALL-04 <%s> is unknown: %s, probably %s', (iri, term, suggestion) => {
  expect(checkTerm(iri)).toEqual({ term, suggestion });
});

test('ALL-04 a name that resembles nothing gets no suggestion', () => {
  expect(checkTerm(`${DPV}#xyzzyPlughFrobnicate`)).toEqual({ term: 'dpv:xyzzyPlughFrobnicate' });
});

test.each([
  ['of DPV', `${DPV}#hasStorageCondition`],
  ['of its GDPR extension', `${DPV}/legal/eu/gdpr#A6-1-e-official-authority`],
  ['of ours', 'https://w3id.org/datavev/def/kdm#effectivePrivacyLevel'],
  ['of a part of DPV without a list', `${DPV}/loc#NO`],
  ['of somebody else', 'https://andre.example/ord#Finnes'],
  ['that is the namespace itself', `${DPV}#`],
])('ALL-04 a name %s is not complained of', (_, iri) => {
  expect(checkTerm(iri)).toBeUndefined();
});

test('ALL-04 every replacement that is offered exists', async () => {
  const { readFileSync } = await import('node:fs');
  const namespaces: Record<string, string> = {
    dpv: `${DPV}#`,
    pd: `${DPV}/pd#`,
    gdpr: `${DPV}/legal/eu/gdpr#`,
    kdm: 'https://w3id.org/datavev/def/kdm#',
  };
  const pairs = readFileSync('ontology/terms/replaced.txt', 'utf8')
    .split('\n')
    .filter((line) => /^[a-z]+:/.test(line))
    .map((line) => line.split(' '));
  expect(pairs.length).toBeGreaterThan(25);
  const iri = (name = ''): string =>
    name.replace(/^([a-z]+):/, (_, prefix: string) => namespaces[prefix] ?? prefix);
  for (const [wrong, right] of pairs) {
    expect(checkTerm(iri(wrong))).toMatchObject({ term: wrong, suggestion: right });
    expect([right, checkTerm(iri(right))]).toEqual([right, undefined]);
  }
});

test('ALL-04 unknown properties, classes and values are told at the thing, each once', () => {
  const graph = `:p a dpv:ProcessingActivity ; dpv:hasRetention "5 år" , "6 år" ; dpv:hasPersonalData <${DPV}/pd#Address> .
    :q a dpv:Process ; dct:title "I orden"@nb .`;
  const terms = [...new Set(found(unknownTerms, graph, { checkTerm }))];
  expect(terms).toEqual(
    facts(
      `:p kdm:unknownTerm "dpv:ProcessingActivity → dpv:Process" , "dpv:hasRetention → dpv:hasStorageCondition" , "pd:Address → pd:PhysicalAddress" .`,
    ),
  );
});

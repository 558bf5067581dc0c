/** Agreements: renewal, and sub-processors outside the EEA (model.md 4.8; GDPR chapter V). */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { agreementDays, transferGaps } from '../../src/assemble/inference/agreements.js';
import { GraphIndex } from '../../src/rdf/graph-index.js';
import { parseTurtle } from '../../src/rdf/parse.js';
import { skos } from '../../src/rdf/vocabularies.js';
import { facts, found } from '../support/inference.js';

const PREFIXES = `
@prefix gdpr: <https://w3id.org/dpv/legal/eu/gdpr#> .
@prefix loc: <https://w3id.org/dpv/loc#> .
`;
const AGREEMENT = (renewal: string, status = ''): string =>
  `<avtale/a> a kdm:Agreement ; kdm:renewalDate "${renewal}"^^xsd:date ${status} .`;
const days = (graph: string): string[] => found(agreementDays, graph, { today: '2026-11-22' });

test('the days to the renewal are counted from the day of the run', () => {
  expect(days(AGREEMENT('2027-02-20'))).toEqual(facts('<avtale/a> kdm:daysLeft 90 .'));
  expect(days(AGREEMENT('2026-11-01'))).toEqual(facts('<avtale/a> kdm:daysOverdue 21 .'));
  expect(days(AGREEMENT('2027-02-20', '; dpv:hasContractStatus dpv:ContractActive'))).toEqual(
    facts('<avtale/a> kdm:daysLeft 90 .'),
  );
});

test.each(['ContractExpired', 'ContractTerminated'])(
  'an agreement that is %s waits for nothing',
  (status) => {
    expect(days(AGREEMENT('2026-11-01', `; dpv:hasContractStatus dpv:${status}`))).toEqual([]);
  },
);

test('an agreement without a date of renewal has no days', () => {
  expect(days('<avtale/a> a kdm:Agreement .')).toEqual([]);
});

const EEA = new GraphIndex(parseTurtle(readFileSync('ontology/codes/eos-land.ttl', 'utf8')).quads);
test('the EEA has thirty countries', () => {
  expect(EEA.instances(skos.Concept)).toHaveLength(30);
});

const gaps = (graph: string): string[] => found(transferGaps, PREFIXES + graph, { reference: EEA });
const gap = (...names: string[]): string[] =>
  facts(
    names
      .map((name) => `<avtale/a> kdm:subProcessorWithoutTransferBasis <leverandor/${name}> .`)
      .join('\n'),
  );
/** A supplier that delivers from here. */
const SUB = (name: string, country: string, more = ''): string =>
  `<leverandor/${name}> a dpv:DataSubProcessor ; kdm:deliveryCountry "${country}" ${more} .\n`;
const TRANSFER = (to: string, country: string, basis: string): string =>
  `<overforing/${to}> a dpv:Transfer ; dpv:hasDataImporter <leverandor/${to}> ;
     dpv:hasThirdCountry loc:${country} ; dpv:hasLegalBasis gdpr:${basis} .\n`;
const PERMITS = '<avtale/a> a kdm:Agreement ; kdm:subProcessor <leverandor/en> .\n';

test.each(['NO', 'IE', 'IS', 'LI', 'BG'])('delivery from %s is no transfer', (country) => {
  expect(gaps(PERMITS + SUB('en', country))).toEqual([]);
});

test.each(['US', 'GB', 'CH', 'IN', 'ie', 'Irland'])(
  'delivery from %s is one, or unknown, and needs a ground',
  (country) => {
    expect(gaps(PERMITS + SUB('en', country))).toEqual(gap('en'));
  },
);

test.each(['A45-3', 'A46-2-c', 'A46-3-a', 'A49-1-a'])('%s is a ground', (basis) => {
  expect(gaps(PERMITS + SUB('en', 'US') + TRANSFER('en', 'US', basis))).toEqual([]);
});

test.each([
  ['of another article', TRANSFER('en', 'US', 'A6-1-e')],
  ['for another country', TRANSFER('en', 'IN', 'A46-2-c')],
  ['for another supplier', TRANSFER('to', 'US', 'A46-2-c')],
])('a ground %s does not do', (_, transfer) => {
  expect(gaps(PERMITS + SUB('en', 'US') + transfer)).toEqual(gap('en'));
});

test('a ground for one of two countries is not enough', () => {
  const graph = PERMITS + SUB('en', 'US') + SUB('en', 'IN') + TRANSFER('en', 'US', 'A46-2-c');
  expect(gaps(graph)).toEqual(gap('en'));
});

test('the chain is followed however deep it is, through suppliers and through their own contracts', () => {
  const chain =
    PERMITS +
    SUB('en', 'NO', '; kdm:subProcessor <leverandor/to>') +
    SUB('to', 'IE') +
    `<avtale/to> a kdm:Agreement , dpv:SubProcessorAgreement ; kdm:processorParty <leverandor/to> ;
       kdm:subProcessor <leverandor/tre> .` +
    SUB('tre', 'IN', '; kdm:subProcessor <leverandor/fire>') +
    SUB('fire', 'US');
  // Told once, at the municipality's own agreement, not again at the one further down.
  expect(gaps(chain)).toEqual(gap('fire', 'tre'));
  expect(gaps(chain + TRANSFER('tre', 'IN', 'A46-2-c'))).toEqual(gap('fire'));
});

test('another agreement with the same supplier does not lend its sub-processors', () => {
  const graph =
    PERMITS +
    SUB('en', 'NO') +
    SUB('to', 'US') +
    '<avtale/b> a kdm:Agreement ; kdm:processorParty <leverandor/en> ; kdm:subProcessor <leverandor/to> .';
  expect(gaps(graph)).toEqual(
    facts('<avtale/b> kdm:subProcessorWithoutTransferBasis <leverandor/to> .'),
  );
});

test('a chain that bites its own tail ends', () => {
  const graph =
    PERMITS +
    SUB('en', 'US', '; kdm:subProcessor <leverandor/to>') +
    SUB('to', 'NO', '; kdm:subProcessor <leverandor/en>');
  expect(gaps(graph)).toEqual(gap('en'));
});

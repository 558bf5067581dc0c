/** Processors and their agreements (rule PR-11; GDPR article 28). */
import { expect, test } from 'vitest';
import { processorsWithoutAgreement } from '../../src/assemble/inference/processors.js';
import { facts, found } from '../support/inference.js';

const PROCESS = `:p a dpv:Process ; dpv:hasDataProcessor :drift ; kdm:usesSystem :s .
  :s kdm:operatedOn :vm . :vm dct:isPartOf :sky .`;
const MISSING = facts(':p kdm:processorWithoutAgreement :drift .');
const AGREEMENT = (covers: string, more = ''): string =>
  `:a a kdm:Agreement , dpv:DataProcessingAgreement ; kdm:processorParty :drift ; ${covers} ${more} .`;
const missing = (graph: string): string[] => found(processorsWithoutAgreement, PROCESS + graph);

test('PR-11 a processor without an agreement is named', () => {
  expect(missing('')).toEqual(MISSING);
});

test.each([
  ['the processing', 'kdm:coversProcess :p'],
  ['a system it uses', 'kdm:coversSystem :s'],
  ['the platform of that system', 'kdm:coversPlatform :vm'],
  ['the platform around it', 'kdm:coversPlatform :sky'],
])('PR-11 an agreement for %s is enough', (_, covers) => {
  expect(missing(AGREEMENT(covers))).toEqual([]);
});

test('PR-11 an agreement of type 1 is a processing agreement by its code', () => {
  const agreement = ':a a kdm:Agreement ; kdm:processorParty :drift ; kdm:coversProcess :p';
  const type = (code: number): string =>
    `${agreement} ; kdm:agreementType <https://w3id.org/datavev/kode/avtaletype/${code}> .`;
  expect(missing(type(1))).toEqual([]);
  expect(missing(type(4))).toEqual(MISSING);
});

test.each([
  ['covers another processing', AGREEMENT('kdm:coversProcess :annen')],
  ['is with somebody else', AGREEMENT('kdm:coversProcess :p').replace(':drift', ':andre')],
  ['has expired', AGREEMENT('kdm:coversProcess :p', '; dpv:hasContractStatus dpv:ContractExpired')],
  [
    'was terminated',
    AGREEMENT('kdm:coversProcess :p', '; dpv:hasContractStatus dpv:ContractTerminated'),
  ],
])('PR-11 an agreement that %s is none', (_, agreement) => {
  expect(missing(agreement)).toEqual(MISSING);
});

test('PR-11 each processor needs one of its own', () => {
  expect(missing(`:p dpv:hasDataProcessor :andre . ${AGREEMENT('kdm:coversProcess :p')}`)).toEqual(
    facts(':p kdm:processorWithoutAgreement :andre .'),
  );
});

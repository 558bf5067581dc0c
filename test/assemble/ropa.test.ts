/** The records of processing: whose they are, and in which role they are kept (model.md 5.3; GDPR article 30). */
import { expect, test } from 'vitest';
import { recordRoles } from '../../src/assemble/inference/record-roles.js';
import { ropas } from '../../src/assemble/inference/ropa.js';
import { facts, found } from '../support/inference.js';

const PROCESS = (name: string, owner: string, more = ''): string =>
  `:behandling\\/${name} a dpv:Process ; dct:publisher :virksomhet\\/${owner} ; kdm:recordClass konf:intern ${more} .\n`;
const USE = (name: string, user: string, subscribes: boolean): string =>
  `:systembruk\\/${name} a kdm:SystemUse ; kdm:user :virksomhet\\/${user} ; kdm:system :system\\/s ; kdm:subscribesShared ${String(subscribes)} .\n`;
const SHARED = '; kdm:sharedProcessing true ; kdm:usesSystem :system\\/s';

/** Organisation → the processes of its record. */
function protocols(graph: string): Record<string, string[]> {
  const records: Record<string, string[]> = {};
  for (const line of found(ropas, graph)) {
    const [, owner, process] =
      /id\/protokoll\/([^>]*)> <https:\/\/w3id.org\/dpv#hasProcess> <[^>]*\/([^>/]*)>/.exec(line) ??
      [];
    if (owner && process) (records[owner] ??= []).push(process);
  }
  return records;
}

test('I7 the record of processing = own ∪ shared of systems whose use subscribes', () => {
  const graph =
    PROCESS('412', 'vav') +
    PROCESS('77', 'fin', SHARED) +
    PROCESS('78', 'fin', '; kdm:usesSystem :system\\/s') +
    PROCESS('79', 'fin', '; kdm:sharedProcessing true ; kdm:usesSystem :system\\/annet') +
    USE('1', 'vav', true) +
    USE('2', 'dig', true) +
    USE('3', 'pbe', false);
  expect(protocols(graph)).toEqual({ vav: ['412', '77'], dig: ['77'], fin: ['77', '78', '79'] });
});

test('I7 a copy is a row of its own, and a shared row stands once', () => {
  const graph =
    PROCESS('77', 'vav', SHARED) +
    PROCESS('90', 'vav', '; kdm:copiedFrom :behandling\\/77') +
    USE('1', 'vav', true);
  expect(protocols(graph)).toEqual({ vav: ['77', '90'] });
});

test('I7 the record is open as soon as one of its processes is, else of the strictest class', () => {
  const classOf = (graph: string): string | undefined =>
    found(ropas, graph)
      .find((line) => line.includes('recordClass'))
      ?.replace(/^.*\/([a-z]+)> \.$/, '$1');
  expect(classOf(PROCESS('1', 'vav'))).toBe('vernet');
  expect(
    classOf(PROCESS('1', 'vav') + PROCESS('2', 'vav').replace('konf:intern', 'konf:apen')),
  ).toBe('apen');
});

test.each([
  ['its owner is not processor', '', 'keptAsController'],
  [
    'its owner is processor for another',
    '; dpv:hasDataProcessor <virksomhet/v> ; dpv:hasDataController <virksomhet/a>',
    'keptAsProcessor',
  ],
  [
    'its owner is processor, and no controller is named',
    '; dpv:hasDataProcessor <virksomhet/v>',
    'keptAsProcessor',
  ],
  [
    'its owner is both',
    '; dpv:hasDataProcessor <virksomhet/v> ; dpv:hasDataController <virksomhet/v>',
    'keptAsController',
  ],
  ['somebody else is processor', '; dpv:hasDataProcessor <leverandor/l>', 'keptAsController'],
])('a processing is on record as it should be when %s', (_, more, role) => {
  expect(found(recordRoles, `:p a dpv:Process ; dct:publisher <virksomhet/v> ${more} .`)).toEqual(
    facts(`:p kdm:${role} true .`),
  );
});

test('a processing without an owner is the controller’s, so that what it lacks is found', () => {
  expect(found(recordRoles, ':p a dpv:Process .')).toEqual(facts(':p kdm:keptAsController true .'));
});

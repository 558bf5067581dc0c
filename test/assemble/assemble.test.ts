/** Assembly: whose a thing is, and what follows from what is stated (W3; model.md 4.10, 4.11, 5.3). */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { instant } from '../../src/model/instant.js';
import { parseTurtle } from '../../src/rdf/parse.js';
import type { Quad } from '../../src/rdf/terms.js';
import { kdm } from '../../src/rdf/vocabularies.js';
import { assembled, assembledSource, sourceState } from '../support/assembled.js';
import { BASE } from '../support/harvest-world.js';
import { id, lines, turtle } from '../support/turtle.js';

const inferredFrom = (graph: string, reference = ''): string[] =>
  lines(assembled([assembledSource('en', { records: [], graph })], turtle(reference)).inferred);

test('W3 a thing belongs to the first source that has it as a record', () => {
  const { stated, issues } = assembled([
    assembledSource('en', { records: ['system/a'], graph: ':system\\/a dct:title "A"@nb .' }),
    assembledSource('to', {
      records: ['system/a', 'system/b'],
      graph:
        ':system\\/a dct:title "Feil"@nb ; dct:description "Feil"@nb . :system\\/b dct:title "B"@nb .',
    }),
  ]);
  expect(lines(stated)).toEqual(
    lines(turtle(':system\\/a dct:title "A"@nb . :system\\/b dct:title "B"@nb .')),
  );
  expect(issues).toMatchObject([
    {
      code: 'FOREIGN_SUBJECT',
      source: 'to',
      message: { nb: expect.stringContaining('Kilden sier noe om «A»') as unknown },
    },
  ]);
});

test('W3 what the owner says itself is kept out of others without a word', () => {
  const { stated, issues } = assembled([
    assembledSource('en', { records: ['lov/a'], graph: ':lov\\/a dct:title "Loven"@nb .' }),
    assembledSource('to', {
      records: ['system/b'],
      graph: ':lov\\/a dct:title "Lova"@nn . :system\\/b dct:title "B"@nb .',
    }),
  ]);
  expect(lines(stated)).toEqual(
    lines(turtle(':lov\\/a dct:title "Loven"@nb . :system\\/b dct:title "B"@nb .')),
  );
  expect(issues).toEqual([]);
});

test('W3 a part that several sources describe belongs to all of them', () => {
  const graph = ':system\\/x dct:relation :lov\\/a . :lov\\/a dct:title "Loven"@nb .';
  const assembly = assembled([
    assembledSource('en', { records: ['system/x'], graph }),
    assembledSource('to', {
      records: ['system/y'],
      graph: graph.replaceAll('system\\/x', 'system\\/y'),
    }),
  ]);
  expect(assembly.issues).toEqual([]);
  expect(assembly.recordsOf(id('lov/a')).map(({ iri, source }) => [iri, source])).toEqual([
    [id('system/x'), 'en'],
    [id('system/y'), 'to'],
  ]);
  expect(assembly.recordsOf(id('system/finnes-ikke'))).toEqual([]);
});

test('findings and rejections of every source come along, with their source', () => {
  const rejection = { type: 'ting', key: 'x', origin: 'o', code: 'GRADED' } as const;
  const { rejections } = assembled([
    assembledSource('en', { records: [], graph: '', state: { rejections: [rejection] } }),
  ]);
  expect(rejections).toEqual([{ ...rejection, source: 'en' }]);
});

test('I5 the access rights that a stricter class sets aside are no longer stated', () => {
  const graph = (value: string): string =>
    `:d a dcat:Dataset ; dct:accessRights right:PUBLIC ; kdm:confidentialityClass ${value} ; kdm:recordClass konf:apen .`;
  const rightsOf = (value: string) => {
    const { stated, inferred, openInferred } = assembled([
      assembledSource('en', { records: ['datasett/d'], graph: graph(value) }),
    ]);
    const rights = (quads: Iterable<Quad>): string[] =>
      lines(quads).filter((line) => line.includes('accessRights'));
    return [rights(stated), rights(inferred), rights(openInferred)];
  };
  const right = (name: string): string[] => lines(turtle(`:d dct:accessRights right:${name} .`));
  expect(rightsOf('konf:intern')).toEqual([[], right('RESTRICTED'), right('RESTRICTED')]);
  expect(rightsOf('konf:apen')).toEqual([right('PUBLIC'), [], []]);
});

test('a rule sees what the rules before it have found, and finds nothing twice', () => {
  const graph = `
    :d a dcat:Dataset ; kdm:processedBy :b .
    :e a kdm:DataElement ; dct:isPartOf :d ; kdm:privacyLevel <https://w3id.org/datavev/kode/personvern/1> .
    :b a dpv:Process ; kdm:processesDataset :d .`;
  const inferred = inferredFrom(graph);
  expect(inferred.filter((line) => line.includes('effectivePrivacyLevel'))).toEqual(
    lines(
      turtle(
        `:d kdm:effectivePrivacyLevel <https://w3id.org/datavev/kode/personvern/1> .
         :b kdm:effectivePrivacyLevel <https://w3id.org/datavev/kode/personvern/1> .`,
      ),
    ),
  );
  expect(inferred.filter((line) => line.includes('processedBy'))).toEqual([]);
});

test('what the catalogue works out of levels, ranks and ages is never public', () => {
  const { quads } = parseTurtle(readFileSync('shapes/public-view.ttl', 'utf8'));
  const used = new Set(quads.map(({ object }) => object.value));
  const hidden = [
    ...[kdm.effectivePrivacyLevel, kdm.privacyLevel, kdm.classRank, kdm.highestDataRank],
    ...[kdm.fromRank, kdm.toRank, kdm.ageInDays, kdm.riskAssessmentAge, kdm.loweredFromLevel],
    ...[kdm.differingAccessRights, kdm.unprotectedFile, kdm.processorWithoutAgreement],
    ...[kdm.ownerContactCount, kdm.managerContactCount],
    ...[kdm.invalidOrganisationNumber, kdm.unknownTerm, kdm.keptAsController, kdm.keptAsProcessor],
  ];
  expect(hidden.filter(({ value }) => used.has(value))).toEqual([]);
});

test('C3 what the public side may use is inferred from open descriptions alone', () => {
  const use = (value: string): string =>
    `:systembruk\\/1 a kdm:SystemUse ; kdm:user :virksomhet\\/v ; kdm:system :system\\/s ; kdm:recordClass ${value} .`;
  const openInferred = (graph: string): string[] =>
    lines(assembled([assembledSource('en', { records: [], graph })]).openInferred);
  expect(openInferred(use('konf:apen'))).toHaveLength(1);
  expect(openInferred(use('konf:intern'))).toEqual([]);
  expect(openInferred(use('konf:apen , konf:intern'))).toEqual([]);
  expect(openInferred(use(`"${BASE}kode/konfidensialitet/apen"`))).toEqual([]);
});

test('H9 the times of provenance are those of the last change, not of the last harvest', () => {
  const at = (harvestedAt: string, changedAt: string) =>
    lines(
      assembled([
        assembledSource('en', {
          records: ['system/a'],
          graph: ':system\\/a dct:title "A"@nb .',
          state: {
            ...sourceState('en'),
            records: assembledSource('en', { records: ['system/a'], graph: '' }).state.records,
            harvestedAt: instant(harvestedAt),
            changedAt: instant(changedAt),
          },
        }),
      ]).provenance,
    );
  const first = at('2026-11-22T12:00:00Z', '2026-11-22T12:00:00Z');
  expect(at('2026-11-23T12:00:00Z', '2026-11-22T12:00:00Z')).toEqual(first);
  expect(at('2026-11-23T12:00:00Z', '2026-11-23T12:00:00Z')).not.toEqual(first);
  expect(first.join('\n')).toContain(
    '"2026-11-22T12:00:00.000Z"^^<http://www.w3.org/2001/XMLSchema#dateTime>',
  );
  expect(first.join('\n')).toContain('"en#system/a"');
});

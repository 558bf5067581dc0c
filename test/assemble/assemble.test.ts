/** Assembly: whose a thing is, and what follows from what is stated (W3; model.md 4.10, 4.11, 5.3). */
import { expect, test } from 'vitest';
import { instant } from '../../src/model/instant.js';
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
      message: { nb: expect.stringContaining(id('system/a')) as unknown },
    },
  ]);
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

test('I1 a use of a system makes its user known at the system', () => {
  const use =
    ':systembruk\\/1 a kdm:SystemUse ; kdm:user :virksomhet\\/v ; kdm:system :system\\/s .';
  expect(inferredFrom(use)).toEqual(lines(turtle(':system\\/s kdm:usedBy :virksomhet\\/v .')));
  expect(inferredFrom(':systembruk\\/1 a kdm:SystemUse ; kdm:user :virksomhet\\/v .')).toEqual([]);
});

test.each([
  ['storedIn', 'holds'],
  ['processedBy', 'processesDataset'],
  ['processesDataset', 'processedBy'],
])('I1 what kdm:%s states on one side, kdm:%s shows on the other', (stated, shown) => {
  expect(inferredFrom(`:datasett\\/d kdm:${stated} :system\\/s .`)).toEqual(
    lines(turtle(`:system\\/s kdm:${shown} :datasett\\/d .`)),
  );
  expect(inferredFrom(`:datasett\\/d kdm:${stated} "tekst" .`)).toEqual([]);
});

test.each([
  ['dcat:Dataset', 'konf:apen', 'right:PUBLIC'],
  ['dcat:Dataset', 'konf:intern', 'right:RESTRICTED'],
  ['dcat:DataService', 'konf:vernet', 'right:NON_PUBLIC'],
])('I5 a %s whose data are %s gets %s', (type, value, right) => {
  expect(inferredFrom(`:d a ${type} ; kdm:confidentialityClass ${value} .`)).toEqual(
    lines(turtle(`:d dct:accessRights ${right} .`)),
  );
});

test.each([
  [
    'it states its own',
    ':d a dcat:Dataset ; dct:accessRights right:PUBLIC ; kdm:confidentialityClass konf:vernet .',
  ],
  ['it has two classes', ':d a dcat:Dataset ; kdm:confidentialityClass konf:apen , konf:intern .'],
  ['its class is unknown', ':d a dcat:Dataset ; kdm:confidentialityClass konf:hemmelig .'],
  ['it has no class', ':d a dcat:Dataset .'],
  ['it is a system', ':d a kdm:System ; kdm:confidentialityClass konf:apen .'],
])('I5 a thing gets no access right when %s', (_, graph) => {
  expect(inferredFrom(graph)).toEqual([]);
});

test('the public life cycle is the coarse status of the fine one', () => {
  const reference = 'livslop:3 adms:status status:COMPLETED .';
  expect(inferredFrom(':s kdm:lifecycleStatus livslop:3 .', reference)).toEqual(
    lines(turtle(':s adms:status status:COMPLETED .')),
  );
  expect(inferredFrom(':s kdm:lifecycleStatus livslop:8 .', reference)).toEqual([]);
});

const PROCESS = (name: string, owner: string, more = ''): string =>
  `:behandling\\/${name} a dpv:Process ; dct:publisher :virksomhet\\/${owner} ; kdm:recordClass konf:intern ${more} .\n`;
const USE = (name: string, user: string, subscribes: boolean): string =>
  `:systembruk\\/${name} a kdm:SystemUse ; kdm:user :virksomhet\\/${user} ; kdm:system :system\\/s ; kdm:subscribesShared ${String(subscribes)} .\n`;
const SHARED = '; kdm:sharedProcessing true ; kdm:usesSystem :system\\/s';

/** Organisation → the processes of its record. */
function protocols(graph: string): Record<string, string[]> {
  const found: Record<string, string[]> = {};
  for (const line of inferredFrom(graph)) {
    const [, owner, process] =
      /id\/protokoll\/([^>]*)> <https:\/\/w3id.org\/dpv#hasProcess> <[^>]*\/([^>/]*)>/.exec(line) ??
      [];
    if (owner && process) (found[owner] ??= []).push(process);
  }
  return found;
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
    inferredFrom(graph)
      .find((line) => line.includes('recordClass'))
      ?.replace(/^.*\/([a-z]+)> \.$/, '$1');
  expect(classOf(PROCESS('1', 'vav'))).toBe('vernet');
  expect(
    classOf(PROCESS('1', 'vav') + PROCESS('2', 'vav').replace('konf:intern', 'konf:apen')),
  ).toBe('apen');
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

/** Promise 3, PR14: every address ever published keeps answering, and is never given to anything else. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parseTurtle } from '../../src/rdf/parse.js';
import { datasetIri, publishWorld, rowsOf, type PublishWorld } from '../support/publish-world.js';
import { TINY_BASE, TINY_CATALOG_YAML } from '../support/tiny-catalogue.js';
import { lines } from '../support/turtle.js';

const NO_GUARD = `${TINY_CATALOG_YAML}feeds: { guard: { maxDatasets: 1000, maxShare: 1 } }\n`;
const WORDS = `iri;etterfolger;maate;grunn
${datasetIri('d-001')};${datasetIri('ny-001')};omdopt;
${datasetIri('d-002')};${datasetIri('ny-002')};erstattet;
${datasetIri('d-004')};;trukket;Slått sammen med folketallet.
`;
const CLAIM = `@prefix dcat: <http://www.w3.org/ns/dcat#> .
@prefix dct: <http://purl.org/dc/terms/> .
@prefix kdm: <https://w3id.org/datavev/def/kdm#> .
<${datasetIri('d-003')}> a dcat:Dataset ; dct:title "Noe helt annet"@nb ; dct:identifier "d-003" ;
  dct:description "Et annet datasett."@nb ; dct:publisher <${TINY_BASE}id/virksomhet/310000006> ;
  kdm:recordClass <${TINY_BASE}kode/konfidensialitet/apen> .
`;

const rows = rowsOf(10);
const without = (...gone: string[]) => rows.filter(({ id }) => !gone.includes(id));

/** Ten datasets; then one is renamed, one replaced, one withdrawn by its source, one by a person, and one closed. */
async function worldOfDepartures(): Promise<PublishWorld> {
  const world = await publishWorld({ 'catalog.yaml': NO_GUARD });
  await world.set(rows);
  await world.publish();
  await writeFile(join(world.folder, 'successors.csv'), WORDS);
  await world.reopen();
  await world.set([
    ...without('d-001', 'd-002', 'd-003', 'd-005'),
    { id: 'd-005', recordClass: 'Intern' },
    { id: 'ny-001', title: 'Datasett d-001' },
    { id: 'ny-002' },
  ]);
  await world.publish();
  return world;
}

describe('what goes away', () => {
  let world: PublishWorld;
  beforeAll(async () => {
    world = await worldOfDepartures();
  });
  afterAll(() => world[Symbol.asyncDispose]());

  test('what is renamed answers 301 at its new address, as IRI, page and document', () =>
    world.serving(async (get) => {
      for (const [place, target] of [
        ['/id/datasett/d-001', '/id/datasett/ny-001'],
        ['/datasett/d-001', '/datasett/ny-001'],
        ['/datasett/d-001?format=ttl', '/datasett/ny-001?format=ttl'],
        ['/nn/datasett/d-001', '/nn/datasett/ny-001'],
        ['/datasett/d-001.rdf', '/datasett/ny-001.rdf'],
      ] as const) {
        const { status, headers } = await get(place);
        expect([place, status, headers.get('location')]).toEqual([place, 301, target]);
      }
      expect((await get('/datasett/ny-001.ttl')).status).toBe(200);
    }));

  test('what went says when, why, and what came instead', () =>
    world.serving(async (get) => {
      const stone = async (name: string): Promise<string[]> => {
        const answer = await get(`/datasett/${name}.ttl`);
        expect(answer.status).toBe(410);
        const { quads } = parseTurtle(await answer.text(), { file: name });
        return lines(quads).map((line) => line.replace(/^<[^>]*> <[^>]*[/#](\w+)> /, '$1 '));
      };
      const always = [
        'modified "2026-11-22"^^<http://www.w3.org/2001/XMLSchema#date> .',
        'status <http://publications.europa.eu/resource/authority/distribution-status/WITHDRAWN> .',
        'type <https://w3id.org/datavev/def/kdm#Tombstone> .',
      ];
      const reason = (code: string): string =>
        `type <https://w3id.org/datavev/kode/bortfall/${code}> .`;
      expect((await stone('d-002')).sort()).toEqual(
        [
          ...always,
          reason('erstattet'),
          'title "Datasett d-002"@nb .',
          `isReplacedBy <${datasetIri('ny-002')}> .`,
        ].sort(),
      );
      expect((await stone('d-003')).sort()).toEqual(
        [...always, reason('trukket'), 'title "Datasett d-003"@nb .'].sort(),
      );
      expect((await stone('d-004')).sort()).toEqual(
        [
          ...always,
          reason('trukket'),
          'title "Datasett d-004"@nb .',
          'description "Slått sammen med folketallet."@nb .',
        ].sort(),
      );
      expect((await stone('d-005')).sort()).toEqual([...always, reason('ikke-publisert')].sort());
    }));

  test('the log tells the same of each', async () => {
    const deletions = (await world.publicLog())
      .filter(({ kind }) => kind === 'delete')
      .map(({ thing, reason, successor, title }) => [thing, reason, successor, title?.['nb']]);
    expect(deletions.sort()).toEqual([
      [datasetIri('d-001'), 'renamed', datasetIri('ny-001'), 'Datasett d-001'],
      [datasetIri('d-002'), 'withdrawn', datasetIri('ny-002'), 'Datasett d-002'],
      [datasetIri('d-003'), 'withdrawn', undefined, 'Datasett d-003'],
      [datasetIri('d-004'), 'withdrawn', undefined, 'Datasett d-004'],
      [datasetIri('d-005'), 'demoted', undefined, undefined],
    ]);
  });
});

test('an address is never given to another thing, unless a person says that it is the same', async () => {
  await using world = await worldOfDepartures();
  const reused = async (): Promise<unknown[]> =>
    (await world.publish({ force: true })).findings.filter(({ rule }) => rule === 'IRI_REUSED');
  await writeFile(join(world.folder, 'curated/annet.ttl'), CLAIM);
  await world.harvest();
  expect(await reused()).toEqual([
    expect.objectContaining({
      severity: 'violation',
      focus: datasetIri('d-003'),
      source: 'kuratert',
    }),
  ]);
  await world.serving(async (get) => {
    expect((await get(datasetIri('d-003'))).status).toBe(410);
    expect(await (await get('/katalog.ttl')).text()).not.toContain('Noe helt annet');
  });
  // One that is not public tells nothing of what had its address before (C6).
  await writeFile(join(world.folder, 'curated/annet.ttl'), CLAIM.replace('/apen>', '/intern>'));
  await world.harvest();
  await world.publish();
  expect((await world.registry()).find(({ iri }) => iri === datasetIri('d-003'))).toMatchObject({
    state: 'withdrawn',
    title: { nb: 'Datasett d-003' },
  });
  await writeFile(join(world.folder, 'curated/annet.ttl'), CLAIM);
  await world.harvest();
  await writeFile(
    join(world.folder, 'successors.csv'),
    `${WORDS}${datasetIri('d-003')};;tilbake;\n`,
  );
  await world.reopen();
  expect(await reused()).toEqual([]);
});

test('what comes back is public again, and PR14 every address of the registry answers 303, 301 or 410', async () => {
  await using world = await worldOfDepartures();
  await writeFile(join(world.folder, 'successors.csv'), WORDS.replace(/.*trukket.*\n/, ''));
  await world.reopen();
  // The same record is open again; nothing tells of what was written while it was not.
  await world.set([...without('d-001', 'd-002', 'd-003'), { id: 'ny-001' }]);
  await world.publish();
  const back = (await world.publicLog()).filter(({ thing }) => thing === datasetIri('d-005'));
  expect(back.map(({ kind, title }) => [kind, title?.['nb']])).toEqual([
    ['delete', undefined],
    ['create', 'Datasett d-005'],
  ]);
  const registry = await world.registry();
  const answers = new Map<string, string>();
  await world.serving(async (get) => {
    for (const { iri, state } of registry) answers.set(iri, `${state} ${(await get(iri)).status}`);
  });
  expect([...new Set(answers.values())].sort()).toEqual([
    'public 303',
    'renamed 301',
    'withdrawn 410',
  ]);
  expect(answers.get(datasetIri('d-004'))).toBe('public 303');
  expect(answers.get(datasetIri('d-005'))).toBe('public 303');
  expect(answers.get(datasetIri('d-003'))).toBe('withdrawn 410');
});

test('H6 one harvest without a record withdraws nothing; another one an hour later does', async () => {
  await using world = await publishWorld({ 'catalog.yaml': NO_GUARD });
  await world.set(rows);
  await world.publish();
  await world.write(rows.slice(1));
  const statuses: number[] = [];
  for (const minutes of [0, 30, 60]) {
    world.pass(minutes);
    await world.harvest();
    await world.publish();
    statuses.push(await world.serving(async (get) => (await get(datasetIri('d-000'))).status));
  }
  expect(statuses).toEqual([303, 303, 410]);
});

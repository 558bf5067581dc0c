/** What data.norge.no makes of a description: reasoning, page and score (portals.md 1.1 and 4.4). */
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { LANGUAGES } from '../../src/model/lang-text.js';
import { readReference } from '../../src/assemble/reference.js';
import { GraphIndex } from '../../src/rdf/graph-index.js';
import { readMetrics } from '../../src/quality/metrics.js';
import { scorer } from '../../src/portal/score.js';
import { FDK_KINDS } from '../../src/portal/fdk/contract.js';
import { judgeFdk } from '../../src/portal/fdk/judge.js';
import { hasOrganisationNumber } from '../../src/portal/fdk/reasoning.js';
import { blankNode, literal, quad } from '../../src/rdf/terms.js';
import { foaf } from '../../src/rdf/vocabularies.js';
import { BASE, feed, KEYS } from './catalogue-turtle.js';
import { harvest, NOW, NO_HISTORY, trapsOf } from './fdk-run.js';
import { portalServer } from './portal-server.js';

const ONTOLOGY = join(import.meta.dirname, '..', '..', 'ontology');
const ORGANISATION = `<${BASE}id/virksomhet/958935420>`;
const without = (text: string): string => feed(KEYS).replaceAll(text, '');

test('FDK-50: digits in the label of a blank node are no organisation number', () => {
  const publisher = blankNode('b958935420x');
  const graph = new GraphIndex([quad(publisher, foaf.name, literal('Bydelen'))]);
  expect(hasOrganisationNumber(graph, publisher.value)).toBe(false);
  expect(hasOrganisationNumber(graph, `${BASE}id/virksomhet/958935420`)).toBe(true);
});

describe('traps', () => {
  test.each([
    [
      'FDK-50',
      'a publisher without an organisation number',
      feed(KEYS).replaceAll('958935420', 'bydelen'),
    ],
    ['FDK-51', 'a publisher that is no foaf:Agent', without(' a foaf:Agent ;')],
    [
      'FDK-52',
      'public files without an open licence',
      feed(KEYS).replaceAll('licence:CC_BY_4_0', '<https://kommune.example/vilkar>'),
    ],
    ['FDK-53', 'a licence on the dataset', feed(KEYS, 'd:tre dct:license licence:CC0 .')],
    [
      'FDK-54',
      'an address written as text',
      feed(KEYS, 'f:tre dcat:downloadURL "https://kommune.example/tre.csv" .'),
    ],
    ['FDK-55', 'no title in Norwegian', feed(KEYS).replace('"Datasett tre"@nb', '"Trees"@en')],
    [
      'FDK-56',
      'a contact point without an address',
      without(' ; vcard:hasEmail <mailto:data@kommune.example>'),
    ],
    [
      'FDK-57',
      'addresses that differ in the query',
      feed(
        KEYS,
        `f:tre dcat:accessURL <${BASE}api?ds=1> . f:skole dcat:accessURL <${BASE}api?ds=2> .`,
      ),
    ],
    [
      'FDK-58',
      'a theme of no known list',
      feed(KEYS).replace('theme:ENVI', `<${BASE}kode/tema/natur>`),
    ],
  ])('%s: %s', async (id, _what, turtle) => {
    expect(await trapsOf(turtle)).toEqual([id]);
  });

  test('the organisation number in the IRI is enough', async () => {
    expect(await trapsOf(without('; dct:identifier "958935420"'))).toEqual([]);
  });

  test('a publisher is inherited from the catalogue', async () => {
    const inherited = feed(KEYS).replaceAll(
      `dct:identifier "tre" ; dct:publisher ${ORGANISATION}`,
      'dct:identifier "tre"',
    );
    expect(await trapsOf(inherited)).toEqual([]);
  });

  test('each says in three languages what happens and what to do', async () => {
    const { verdict } = await harvest(feed(KEYS, 'd:tre dct:license licence:CC0 .'));
    const [trap] = verdict.traps;
    expect(trap?.evidence).toEqual([`${BASE}id/datasett/tre`]);
    for (const language of LANGUAGES)
      expect([trap?.says[language], trap?.fix[language]].every(Boolean)).toBe(true);
  });
});

describe('the portal’s page', () => {
  test('fields that stay empty are counted, emptiest first', async () => {
    const { verdict } = await harvest(
      feed(KEYS, 'd:tre dct:spatial <http://sws.geonames.org/3144096/> .'),
    );
    expect(verdict.empty.map(({ id, count }) => [id, count])).toEqual([
      ['frequency', 5],
      ['issued', 5],
      ['language', 5],
      ['provenance', 5],
      ['temporal', 5],
      ['spatial', 4],
    ]);
  });
});

describe('the score', () => {
  test('is the average of what the feed itself says, before and after (FDK-47)', async () => {
    const metrics = readMetrics(ONTOLOGY);
    const evidence = { status: () => undefined, compliance: () => undefined };
    const codes = new GraphIndex(await readReference(ONTOLOGY, ['vocab']));
    const score = scorer('no', { metrics, evidence, codes });
    const server = await portalServer({ '/feed': feed(KEYS) });
    const run = {
      kind: FDK_KINDS.fdk,
      url: `${server.origin}/feed`,
      accept: 'text/turtle',
      now: NOW,
      score,
    };
    const first = await judgeFdk(server.source, { ...run, history: NO_HISTORY });
    // Keyword and theme 30 each, format 20 and its list 10, licence 20 and 10, access 10 and 5, contact 20, publisher 10, date 5.
    expect(first.verdict.score).toEqual({ now: 170, attainable: 365 });
    server.answers = { '/feed': feed(KEYS).replaceAll('dcat:theme theme:ENVI ;', '') };
    const history = { held: first.found, elsewhere: [] };
    const second = await judgeFdk(server.source, { ...run, history });
    await server.close();
    expect(second.verdict.score).toEqual({ before: 170, now: 140, attainable: 365 });
    expect(second.verdict.traps.map(({ id, evidence }) => [id, evidence])).toEqual([
      ['FDK-47', ['170 → 140']],
    ]);
  });
});

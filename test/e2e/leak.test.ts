/**
 * Done-when 3 (C1, C3, C4, C6): what is not public cannot be told from what does not exist. The public folder is
 * byte-identical with and without hidden records, and with those edited; no canary is in a file, page or answer.
 */
import { execFileSync } from 'node:child_process';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startSite, type RunningSite } from '../support/running-site.js';
import { FORBIDDEN_WORD, plantInPublicSystem } from '../support/canary-fields.js';
import { CANARY, plantHidden } from '../support/hidden-records.js';
import {
  digests,
  filesBelow,
  tempCatalogue,
  type TempCatalogue,
} from '../support/temp-catalogue.js';

const hidden = { word: 'alfa', count: 40 };
const edited = { word: 'beta', count: 40 };

async function publicTreeWith(plant: (folder: string) => Promise<void>) {
  await using temp = await tempCatalogue('oslo', plant);
  const reports = await temp.harvest();
  await temp.publish();
  return { tree: await temp.publicTree(), read: reports.reduce((sum, { read }) => sum + read, 0) };
}

test('C6 the public folder is byte-identical with and without 200 hidden records, and with them edited', async () => {
  const without = await publicTreeWith(async () => {});
  const withHidden = await publicTreeWith((folder) => plantHidden(folder, hidden));
  const withEdited = await publicTreeWith((folder) => plantHidden(folder, edited));
  expect(withHidden.read - without.read).toBeGreaterThanOrEqual(200);
  expect(withEdited.read).toBe(withHidden.read);
  for (const { tree } of [withHidden, withEdited]) {
    expect(digests(tree)).toEqual(digests(without.tree));
  }
});

describe('canaries in every non-public field', () => {
  let temp: TempCatalogue;
  let site: RunningSite;
  beforeAll(async () => {
    temp = await tempCatalogue('oslo', async (folder) => {
      await plantHidden(folder, hidden);
      await plantInPublicSystem(folder);
    });
    const reports = await temp.harvest();
    expect(reports.map(({ outcome }) => outcome)).toEqual(reports.map(() => 'changed'));
    await temp.publish();
    site = await startSite(temp.varFolder);
  });
  afterAll(async () => {
    await site.close();
    await temp[Symbol.asyncDispose]();
  });

  test('the canaries are really there, inside', async () => {
    const internal = [...(await filesBelow(temp.varFolder))].filter(([path]) =>
      path.includes('/internal/'),
    );
    const found = internal.map(([, content]) => content.toString().split(CANARY).length - 1);
    expect(found.reduce((sum, count) => sum + count, 0)).toBeGreaterThan(500);
  });

  test('fields marked never are nowhere on disk: not in raw, sources, revisions or state', async () => {
    for (const [path, content] of await filesBelow(temp.varFolder)) {
      expect(content.includes(FORBIDDEN_WORD), path).toBe(false);
    }
  });

  test('no public file holds one', async () => {
    for (const [path, content] of await temp.publicTree())
      expect(content.includes(CANARY), path).toBe(false);
  });

  test('no page, document or list of the site shows one', async () => {
    const pages = await site.crawl();
    expect(pages.size).toBeGreaterThan(400);
    for (const [path, { body }] of pages) expect(body.includes(CANARY), path).toBe(false);
  });

  const internalGraph = 'https://data.oslo.example/graph/harvested/kartoteket';
  const guess = 'https://data.oslo.example/id/datasett/kanari-alfa-0';
  const never = 'https://data.oslo.example/id/datasett/aldri-funnet-0';
  const probes = (iri: string) => [
    `ASK { <${iri}> ?p ?o }`,
    `DESCRIBE <${iri}>`,
    `SELECT * { <${iri}> ?p ?o }`,
    `SELECT * { ?s ?p <${iri}> }`,
    `SELECT (COUNT(*) AS ?n) { VALUES ?s { <${iri}> } ?s ?p ?o }`,
    `SELECT * { OPTIONAL { <${iri}> ?p ?o } }`,
    `SELECT * { <${iri}> (<http://purl.org/dc/terms/title>|!<http://purl.org/dc/terms/title>)* ?o FILTER(?o != <${iri}>) }`,
    `ASK { FILTER NOT EXISTS { <${iri}> ?p ?o } }`,
    `CONSTRUCT WHERE { <${iri}> ?p ?o }`,
    `SELECT * { GRAPH ?g { <${iri}> ?p ?o } }`,
    `SELECT ?s { ?s ?p ?o . FILTER(STR(?s) = "${iri}") }`,
  ];
  const broad = [
    'SELECT DISTINCT ?g { GRAPH ?g { ?s ?p ?o } }',
    'SELECT DISTINCT ?p { ?s ?p ?o }',
    'SELECT DISTINCT ?c { ?s a ?c }',
    'SELECT DISTINCT (DATATYPE(?o) AS ?d) (LANG(?o) AS ?l) { ?s ?p ?o FILTER(isLiteral(?o)) }',
    'SELECT (GROUP_CONCAT(STR(?o); SEPARATOR="|") AS ?all) { ?s ?p ?o }',
    'SELECT (MIN(STR(?s)) AS ?a) (MAX(STR(?s)) AS ?b) (SAMPLE(?o) AS ?c) { ?s ?p ?o }',
    'SELECT ?s { ?s ?p ?o FILTER(REGEX(STR(?o), "KANARI", "i")) }',
    'SELECT ?s { ?s ?p ?o FILTER(CONTAINS(LCASE(STR(?o)), "kanari") || CONTAINS(LCASE(STR(?s)), "kanari")) }',
    'SELECT * { ?s ?p ?o } ORDER BY DESC(STR(?o)) LIMIT 500',
    'SELECT * { ?s ?p ?o } ORDER BY ?s OFFSET 3000 LIMIT 500',
    `SELECT * FROM <${internalGraph}> { ?s ?p ?o } LIMIT 10`,
    `SELECT * FROM NAMED <${internalGraph}> { GRAPH ?g { ?s ?p ?o } } LIMIT 10`,
    `SELECT * { GRAPH <${internalGraph}> { ?s ?p ?o } } LIMIT 10`,
    `CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o } LIMIT 5000`,
    'SELECT (COUNT(DISTINCT ?s) AS ?n) { ?s a <https://w3id.org/datavev/def/kdm#SystemUse> }',
    'SELECT * { ?s <https://w3id.org/datavev/def/kdm#recordClass> ?o }',
    'SELECT ?x { { SELECT (STRLEN(STR(?o)) AS ?x) { ?s ?p ?o } } FILTER(?x > 5000) }',
    'SELECT ?s { ?s ?p ?o MINUS { ?s a ?type } }',
    'SELECT (xsd:integer("KANAR") AS ?n) {}',
  ];

  test('C4 a hidden thing answers every query exactly as a thing that never existed', async () => {
    const queries = probes(guess);
    for (const [index, query] of queries.entries()) {
      for (const accept of ['application/sparql-results+json', 'text/csv', 'text/turtle']) {
        const [hiddenAnswer, neverAnswer] = [
          await site.query(query, accept),
          await site.query(probes(never)[index]!, accept),
        ];
        const same = (text: string) => text.replaceAll(guess, 'X').replaceAll(never, 'X');
        expect(hiddenAnswer.status, query).toBe(neverAnswer.status);
        expect([200, 406], query).toContain(hiddenAnswer.status);
        expect(same(hiddenAnswer.body), query).toBe(same(neverAnswer.body));
      }
    }
  });

  test('C4 no query template brings a canary or an internal graph out', async () => {
    for (const query of broad) {
      for (const accept of [
        'application/sparql-results+json',
        'application/sparql-results+xml',
        'text/turtle',
      ]) {
        const { body } = await site.query(query, accept);
        expect(body.includes(CANARY), query).toBe(false);
        expect(body.includes('graph/harvested') && !query.includes('graph/harvested'), query).toBe(
          false,
        );
      }
    }
    const form = new URLSearchParams({
      query: 'SELECT * { ?s ?p ?o } LIMIT 1',
      'default-graph-uri': internalGraph,
    });
    const answer = await fetch(`${site.origin}/sparql?${form.toString()}`, {
      headers: { accept: 'text/csv' },
    });
    expect((await answer.text()).trim().split('\r\n')).toHaveLength(1);
  });

  test('C5 a hidden record and one that never existed give the same 404, HEAD included', async () => {
    for (const [method, accept] of [
      ['GET', 'text/html'],
      ['GET', 'text/turtle'],
      ['HEAD', 'text/html'],
    ] as const) {
      for (const path of ['/id/datasett/', '/nb/datasett/', '/datasett/']) {
        const ask = (key: string) =>
          fetch(`${site.origin}${path}${key}`, { method, headers: { accept }, redirect: 'manual' });
        const [a, b] = [await ask('kanari-alfa-0'), await ask('aldri-funnet-0')];
        expect(a.status).toBe(404);
        expect(b.status).toBe(404);
        const headers = (response: Response) =>
          [...response.headers].filter(([name]) => name !== 'date');
        expect(headers(a)).toEqual(headers(b));
        expect((await a.text()).replaceAll('kanari-alfa-0', 'X')).toBe(
          (await b.text()).replaceAll('aldri-funnet-0', 'X'),
        );
      }
    }
  });

  test('C1 the public process holds no open file outside the public folder of the revision', () => {
    const open = execFileSync('ls', ['-l', `/proc/${site.pid}/fd`], { encoding: 'utf8' });
    const inVar = open.split('\n').filter((line) => line.includes(temp.varFolder));
    expect(inVar.filter((line) => !line.includes('/public/'))).toEqual([]);
    expect(site.commandLine).not.toContain('internal');
  });
});

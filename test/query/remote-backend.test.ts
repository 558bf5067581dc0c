/** What the remote backend makes of an engine's answers: those of Virtuoso 7.2.5 as they were recorded, over real HTTP. */
import type { ServerResponse } from 'node:http';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { instant } from '../../src/model/instant.js';
import { iri } from '../../src/model/iri.js';
import { openBackend } from '../../src/query/open-backend.js';
import type { BackendRequest } from '../../src/query/query-backend.js';
import { queryErrorParams } from '../../src/query/query-error.js';
import { isCatalogError } from '../../src/model/errors.js';
import { loadRevision } from '../../src/store/load-revision.js';
import { controlGraph } from '../../src/store/remote-control.js';
import { remoteGraphStore } from '../../src/store/remote-graph-store.js';
import { loadSnapshot } from '../../src/store/snapshot-load.js';
import { startSparqlServer, type SparqlServer } from '../support/sparql-server.js';
import { snapshotSpec } from './snapshots.js';

const BASE = iri('https://data.eksempel.example/');
const GRAPH = `${BASE}graph/katalog`;
const REQUEST = { format: 'csv', timeoutMs: 4_000, maxRows: 100, maxBytes: 10_000 } as const;
const SELECT = 'SELECT ?o { ?s ?p ?o }';

let server: SparqlServer;
let ask: (text: string, more?: Partial<BackendRequest>) => Promise<string>;
let forms: URLSearchParams[] = [];

beforeAll(async () => {
  server = await startSparqlServer();
  const { file } = snapshotSpec(`<urn:a> <urn:p> "fil" <${GRAPH}> .\n`);
  const snapshot = await loadSnapshot(file);
  const control = controlGraph(BASE);
  const clock = () => instant('2026-11-22T12:00:00Z');
  const store = remoteGraphStore({ ...server, control, clock });
  await loadRevision(store, snapshot);
  await store.close();
  const { query } = server;
  const spec = { kind: 'remote', query, control, revision: snapshot.sourceHash, file } as const;
  const backend = await openBackend(spec, { ex: 'urn:' });
  ask = async (text, more = {}) => {
    const chunks: Uint8Array[] = [];
    const sink = {
      start: () => undefined,
      write: (chunk: Uint8Array) => void chunks.push(chunk),
      drained: () => Promise.resolve(),
    };
    await backend.run({ ...REQUEST, ...more, text }, sink);
    return Buffer.concat(chunks).toString();
  };
});
afterEach(() => {
  server.fault = undefined;
  forms = [];
});
afterAll(() => server.stop());

/** Answers all queries but those of the control graph, and keeps what was sent. */
function answers(reply: (response: ServerResponse) => void): void {
  server.fault = ({ body }, response) => {
    const form = new URLSearchParams(body);
    if (form.getAll('named-graph-uri').includes(controlGraph(BASE))) return false;
    forms.push(form);
    reply(response);
    return true;
  };
}
const json = (rows: readonly object[]): string =>
  JSON.stringify({ head: { vars: ['o'] }, results: { bindings: rows } });
const rows = (count: number): object[] =>
  Array.from({ length: count }, (_, n) => ({ o: { type: 'literal', value: String(n) } }));

async function paramsOf(running: Promise<string>) {
  const error: unknown = await running.catch((reason: unknown) => reason);
  if (isCatalogError(error)) return { code: error.code, ...queryErrorParams(error) };
  throw new Error(`no CatalogError but ${String(error)}`);
}

test('is confined to the graphs of the revision, and asks the engine to stop in time', async () => {
  answers((response) => response.end(json([])));
  await ask('SELECT ?o { ?s ex:p ?o GRAPH ?g { ?s ?p ?o } FILTER(?g = <urn:x>) }');
  const [form] = forms;
  const graph = form!.get('default-graph-uri')!;
  expect(graph).toMatch(/^https:\/\/data\.eksempel\.example\/graph\/rev\/1-[0-9a-f]{12}\/katalog$/);
  expect(form!.getAll('named-graph-uri')).toEqual([graph]);
  expect(form!.get('timeout')).toBe('2000');
  expect(form!.get('query')!.replace(/\s+/g, ' ')).toContain(
    `GRAPH ?datavevGraf1 { ?s ?p ?o . } VALUES( ?datavevGraf1 ?g ){ ( <${graph}> <${GRAPH}> ) }`,
  );
});

test('a graph that nobody knows is no graph, not every graph', async () => {
  answers((response) => response.end(json([])));
  await ask(SELECT, { defaultGraphs: [iri('https://andre.example/g')] });
  const none = `${BASE}graph/rev/none`;
  expect(forms[0]!.getAll('default-graph-uri')).toEqual([none]);
  expect(forms[0]!.getAll('named-graph-uri')).toEqual([none]);
});

test('safety D3: part of the rows under status 200 is a time-out', async () => {
  answers((response) => {
    response.writeHead(200, { 'X-SQL-State': 'S1TAT' }).end(json(rows(3)));
  });
  expect(await paramsOf(ask(SELECT))).toEqual({ code: 'QUERY_TIMEOUT', seconds: 4 });
});

test('rows that the engine cut at its own limit are too many, unless no more were wanted', async () => {
  answers((response) => {
    response.writeHead(200, { 'X-SPARQL-MaxRows': '50' }).end(json(rows(50)));
  });
  const cut = { code: 'QUERY_TOO_LARGE', limit: 'maxRows', value: 50 };
  expect(await paramsOf(ask(SELECT))).toEqual(cut);
  expect(await paramsOf(ask(`${SELECT} ORDER BY ?o`))).toEqual(cut);
  expect((await ask(`${SELECT} LIMIT 50`)).split('\r\n')).toHaveLength(52);
});

test('our own limits of rows, bytes and time hold', async () => {
  answers((response) => response.end(json(rows(101))));
  expect(await paramsOf(ask(SELECT))).toEqual({
    code: 'QUERY_TOO_LARGE',
    limit: 'maxRows',
    value: 100,
  });
  answers((response) =>
    response.end(json([{ o: { type: 'literal', value: 'x'.repeat(200_000) } }])),
  );
  expect(await paramsOf(ask(SELECT))).toEqual({
    code: 'QUERY_TOO_LARGE',
    limit: 'maxBytes',
    value: 10_000,
  });
  answers(() => undefined);
  expect(await paramsOf(ask(SELECT, { timeoutMs: 300 }))).toEqual({
    code: 'QUERY_TIMEOUT',
    seconds: 0.3,
  });
});

test.each([
  ['a fault', (response: ServerResponse) => response.writeHead(500).end('SR353 Sorted TOP …')],
  [
    'an estimate',
    (response: ServerResponse) =>
      response
        .writeHead(500)
        .end('The estimated execution time 0 (sec) exceeds the limit of 4000 (sec).'),
  ],
  ['no JSON', (response: ServerResponse) => response.writeHead(200).end('<html>')],
  [
    'half of it',
    (response: ServerResponse) => response.writeHead(200).end('{"head":{"vars":["o"]},"resu'),
  ],
  ['a user that is wanted', (response: ServerResponse) => response.writeHead(401).end()],
])('%s in place of an answer leaves it to the snapshot', async (_, reply) => {
  answers(reply);
  expect(await ask(SELECT)).toBe('o\r\nfil\r\n');
});

test("Virtuoso's JSON is read as what it means", async () => {
  const type = 'http://www.w3.org/2001/XMLSchema#';
  answers((response) =>
    response.end(
      json([
        { o: { type: 'typed-literal', datatype: `${type}boolean`, value: '1' } },
        { o: { type: 'typed-literal', datatype: `${type}boolean`, value: '0' } },
        { o: { type: 'bnode', value: 'nodeID://b10001' } },
        {},
        { o: { type: 'literal', 'xml:lang': 'nb', value: 'å' } },
      ]),
    ),
  );
  expect(await ask(SELECT, { format: 'tsv' })).toBe('?o\ntrue\nfalse\n_:b0\n\n"å"@nb\n');
});

test('a Virtuoso with CaseMode 1 answers ASK with a row or none', async () => {
  for (const [count, value] of [
    [1, 'true'],
    [0, 'false'],
  ] as const) {
    answers((response) => response.end(json(rows(count))));
    expect(await ask('ASK { ?s ?p ?o }')).toBe(value);
  }
});

test.each([
  'CONSTRUCT WHERE { ?s ?p ?o }',
  'DESCRIBE <urn:a>',
  'SELECT * {}',
  'SELECT ?g { GRAPH ?g {} }',
  'SELECT (<bif:lower>(?o) AS ?x) { ?s ?p ?o }',
  'SELECT ?s { ?s <bif:contains> "x" }',
  'BASE <urn:x> SELECT ?s { ?s <p> ?o }',
  'SELECT ?datavevGraf1 { ?datavevGraf1 ?p ?o }',
])('does not send %s', async (text) => {
  answers((response) => response.end(json([])));
  await ask(text, { format: 'json' }).catch(() => undefined);
  expect(forms).toEqual([]);
});

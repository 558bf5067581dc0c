/** The remote store over real HTTP: contract, both kinds of authentication, and what goes wrong on the way. */
import { createServer } from 'node:http';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { isCatalogError } from '../../src/model/errors.js';
import { instant, type Instant } from '../../src/model/instant.js';
import { iri, type Iri } from '../../src/model/iri.js';
import { namedNode, type NamedNode } from '../../src/rdf/terms.js';
import { remoteGraphStore, type RemoteGraphStore } from '../../src/store/remote-graph-store.js';
import { startSparqlServer, type SparqlServer } from '../support/sparql-server.js';
import { lines, turtle } from '../support/turtle.js';
import { graphStoreContract } from './graph-store.contract.js';

const BASE = 'https://data.eksempel.example/graph/';
const CONTROL = iri(`${BASE}rev`);
const graph = (name: string): NamedNode => namedNode(iri(BASE + name));
const about = (title: string) => turtle(`:a dct:title "${title}"@nb .`);

let now: Instant = instant('2026-11-22T12:00:00Z');
const stores: RemoteGraphStore[] = [];
function storeOn(server: SparqlServer, options: { control?: Iri; password?: string } = {}) {
  const auth = options.password ? { ...server.auth, password: options.password } : server.auth;
  const store = remoteGraphStore({
    query: server.query,
    update: server.update,
    graphs: server.graphs,
    auth,
    control: options.control ?? CONTROL,
    clock: () => now,
    graceMs: 60_000,
  });
  stores.push(store);
  return store;
}

async function errorOf(running: Promise<unknown>) {
  const outcome = await running.then(
    () => 'no error',
    (error: unknown) => error,
  );
  if (isCatalogError(outcome)) return outcome;
  throw new Error(`no CatalogError but ${String(outcome)}`);
}

describe.each(['basic', 'MD5', 'SHA-256'] as const)('with %s', (guard) => {
  let server: SparqlServer;
  beforeAll(async () => {
    server = await startSparqlServer(guard);
  });
  afterAll(() => server.stop());
  let count = 0;
  graphStoreContract(`remote store (${guard})`, () => {
    const control = iri(`${BASE}rev-${(count += 1)}`);
    return { open: () => storeOn(server, { control }) };
  });
});

describe('one engine', () => {
  let server: SparqlServer;
  beforeAll(async () => {
    server = await startSparqlServer();
  });
  afterEach(async () => {
    server.fault = undefined;
    server.store.update('DROP ALL');
    for (const store of stores.splice(0)) await store.close();
  });
  afterAll(() => server.stop());

  const graphsOfEngine = (): string[] =>
    [...new Set(server.store.match().map((quad) => quad.graph.value))]
      .map((name) => name.replace(BASE, ''))
      .sort();

  test('a wrong password is told once, without trying on and on', async () => {
    server.seen.length = 0;
    const store = storeOn(server, { password: 'feil' });
    const error = await errorOf(store.commit([{ put: graph('a'), quads: about('A') }]));
    expect(error.code).toBe('STORE_DENIED');
    expect(error.text.nb).toBe(
      `Grafmotoren på ${server.update} godtar ikke brukeren (status 401).`,
    );
    expect(server.seen.filter(({ path }) => path === '/update')).toHaveLength(2);
  });

  test('RFC 7616 3.3: a stale nonce is replaced without a word', async () => {
    const store = storeOn(server);
    await store.commit([{ put: graph('a'), quads: about('A') }]);
    server.renewNonce();
    await store.commit([{ put: graph('a'), quads: about('B') }]);
    expect(lines((await store.get(graph('a')))!)).toEqual(lines(about('B')));
  });

  test('a load that dies leaves the old graphs, and the next one cleans up after it', async () => {
    const store = storeOn(server);
    await store.commit([{ put: graph('a'), quads: about('A') }]);
    let pieces = 0;
    server.fault = ({ request }) => {
      if (request.method !== 'PUT' || (pieces += 1) < 2) return false;
      request.socket.destroy(); // as a power cut between two graphs
      return true;
    };
    const changes = [
      { put: graph('a'), quads: about('B') },
      { put: graph('b'), quads: about('B') },
    ];
    expect((await errorOf(store.commit(changes))).code).toBe('STORE_UNREACHABLE');
    expect(graphsOfEngine()).toEqual(['rev', 'rev/1/a', 'rev/3/a']);
    expect(lines((await store.get(graph('a')))!)).toEqual(lines(about('A')));
    server.fault = undefined;
    await store.commit(changes);
    expect(lines((await store.get(graph('a')))!)).toEqual(lines(about('B')));
    expect(graphsOfEngine()).toEqual(['rev', 'rev/1/a', 'rev/5/a', 'rev/5/b']);
  });

  test('replaced graphs stay for the grace time, and no longer', async () => {
    now = instant('2026-11-22T12:00:00Z');
    const store = storeOn(server);
    await store.commit([{ put: graph('a'), quads: about('A') }]);
    await store.commit([{ put: graph('a'), quads: about('B') }]);
    now = instant('2026-11-22T12:00:59Z');
    await store.tidy();
    expect(graphsOfEngine()).toEqual(['rev', 'rev/1/a', 'rev/3/a']);
    now = instant('2026-11-22T12:01:00Z');
    await store.tidy();
    expect(graphsOfEngine()).toEqual(['rev', 'rev/3/a']);
  });

  test('a load that another writer overtook is told, and does not switch', async () => {
    const store = storeOn(server);
    await store.commit([{ put: graph('a'), quads: about('A') }]);
    server.fault = ({ request }) => {
      const version = `GRAPH <${CONTROL}> { <${CONTROL}> <http://purl.org/dc/terms/hasVersion>`;
      if (request.method === 'PUT')
        server.store.update(
          `DELETE { ${version} ?v } } INSERT { ${version} "99" } } WHERE { ${version} ?v } }`,
        );
      return false;
    };
    const error = await errorOf(store.commit([{ put: graph('a'), quads: about('B') }]));
    expect(error.code).toBe('STORE_CONTESTED');
    expect(lines((await store.get(graph('a')))!)).toEqual(lines(about('A')));
  });

  test('what the engine lost on the way stops the load, and the old graphs stand', async () => {
    const store = storeOn(server);
    await store.commit([{ put: graph('a'), quads: about('A') }]);
    server.fault = ({ request }, response) => {
      if (request.method !== 'PUT') return false;
      response.writeHead(201).end();
      return true;
    };
    const error = await errorOf(store.commit([{ put: graph('a'), quads: about('B') }]));
    expect(error.code).toBe('STORE_INCOMPLETE');
    expect(error.params).toEqual({
      graph: `${CONTROL}/3/a`,
      part: 'tagged',
      expected: 1,
      found: 0,
    });
    expect(lines((await store.get(graph('a')))!)).toEqual(lines(about('A')));
  });

  test('an engine that is not there, answers with a fault or redirects is named', async () => {
    const gone = await startSparqlServer();
    await gone.stop();
    const unreachable = await errorOf(storeOn(gone).state());
    expect(unreachable.text.en).toBe(
      `The graph engine at ${gone.query} cannot be reached (ECONNREFUSED).`,
    );
    server.fault = (_, response) => {
      response.writeHead(500).end('Virtuoso 42000 Error\nSR…');
      return true;
    };
    expect((await errorOf(storeOn(server).state())).params).toMatchObject({
      status: 500,
      cause: 'Virtuoso 42000 Error\nSR…',
    });
    const asked: string[] = [];
    const other = createServer((request, response) => {
      asked.push(request.url ?? '');
      response.end();
    });
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const { port } = other.address() as { port: number };
    server.fault = (_, response) => {
      response.writeHead(302, { location: `http://127.0.0.1:${port}/` }).end();
      return true;
    };
    expect((await errorOf(storeOn(server).state())).code).toBe('STORE_REFUSED');
    expect(asked).toEqual([]);
    other.close();
  });
});

/** A catalogue whose revision is loaded into an engine besides (ADR 0019): publish and doctor, and what the configuration may say. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openSite } from '../../src/compose-site.js';
import { PUBLIC_LIMITS, wholeBody } from '../../src/query/query-engine.js';
import { parseQuery } from '../../src/query/sparql-text.js';
import { run } from '../support/cli.js';
import { startSparqlServer, type SparqlServer } from '../support/sparql-server.js';
import {
  TINY_BASE,
  TINY_CATALOG_YAML,
  TINY_DATASETS,
  tinyCatalogue,
  type TinyCatalogue,
} from '../support/tiny-catalogue.js';

let server: SparqlServer;
let catalogue: TinyCatalogue;
let environment: Record<string, string>;

beforeEach(async () => {
  server = await startSparqlServer('SHA-256');
  catalogue = tinyCatalogue({ 'catalog.yaml': configured() });
  environment = { MOTOR_PASSORD: server.auth.password };
});
afterEach(() => server.stop());

const configured = (auth = 'kind: digest, user: redaktør, password: env:MOTOR_PASSORD'): string =>
  `${TINY_CATALOG_YAML}store:
  kind: remote
  query: ${server.query}
  update: ${server.update}
  graphs: ${server.graphs}
  auth: { ${auth} }
`;
const cli = (...argv: string[]) => run(argv, catalogue, { environment });
const ask = (query: string): string =>
  server.store.query(query, {
    results_format: 'text/csv',
    use_default_graph_as_union: true,
  }) as string;
const titles = (): string =>
  ask(`SELECT ?t { ?g <http://www.w3.org/ns/sparql-service-description#name> <${TINY_BASE}graph/katalog>
    GRAPH ?g { ?d a <http://www.w3.org/ns/dcat#Dataset> ; <http://purl.org/dc/terms/title> ?t FILTER(LANG(?t) = "nb") } } ORDER BY ?t`);

test('publish loads the public graphs, and those alone, and says so', async () => {
  await cli('harvest');
  const { code, err } = await cli('publish');
  expect(code).toBe(0);
  expect(err).toMatch(
    /Laster revisjonen i grafmotoren\nGrafmotoren svarer fra revisjonen: \d+ tripler i 3 grafer\.\n$/,
  );
  expect(titles()).toBe('t\r\nBadeplasser\r\nBygdebok\r\n');
  expect(ask('ASK { ?s ?p ?o FILTER(CONTAINS(STR(?o), "Lønnskjøring")) }')).toBe('false');
});

test('the site asks the engine, by its address alone, for what it answers', async () => {
  await cli('harvest');
  await cli('publish');
  const site = await openSite(
    join(catalogue.varFolder, 'eksempel/current/public'),
    (zone) => zone,
    { engine: server.query },
  );
  try {
    server.seen.length = 0;
    const titles = parseQuery(
      `SELECT ?t { GRAPH <${TINY_BASE}graph/katalog> { ?d a dcat:Dataset ; dct:title ?t FILTER(LANG(?t) = "en") } } ORDER BY ?t`,
    );
    const options = { ...PUBLIC_LIMITS, timeoutMs: 60_000, format: 'csv' } as const;
    const body = await wholeBody(await site.engine.query(titles, options));
    expect(Buffer.from(body).toString()).toBe('t\r\nBathing places\r\nVillage book\r\n');
    expect(server.seen.map(({ path, status }) => `${path} ${status}`)).toEqual([
      '/query 200',
      '/query 200',
    ]);
  } finally {
    await site.close();
  }
});

test('what is unchanged is not loaded again', async () => {
  await cli('harvest');
  await cli('publish');
  server.seen.length = 0;
  const { err } = await cli('publish');
  expect(err).toContain('Grafmotoren har revisjonen fra før.\n');
  expect(server.seen.filter(({ path }) => !path.startsWith('/query'))).toEqual([]);
});

test('an engine that fails leaves the published files, and the next run loads it', async () => {
  await cli('harvest');
  await cli('publish');
  writeFileSync(
    join(catalogue.folder, 'datasets/datasett.csv'),
    TINY_DATASETS.replace('Bygdebok;', 'Bok;'),
  );
  await cli('harvest');
  server.fault = ({ request }) => {
    if (request.method !== 'PUT') return false;
    request.socket.destroy();
    return true;
  };
  const failed = await cli('publish');
  expect(failed.code).toBe(3);
  expect(failed.err).toContain('Revisjon 2 er publisert: ');
  expect(failed.err).toContain(
    `✖ Fikk ikke kontakt med grafmotoren på ${server.graphs} (ECONNRESET).\n`,
  );
  expect(titles()).toContain('Bygdebok');
  server.fault = undefined;
  const doctor = await cli('doctor');
  expect(doctor.code).toBe(1);
  expect(doctor.out).toMatch(/✖ store: revisjon [0-9a-f]{12}, 3 grafer\n {2}→ npm run publish\n/);
  expect((await cli('publish')).code).toBe(0);
  expect(titles()).toBe('t\r\nBadeplasser\r\nBok\r\n');
  expect((await cli('doctor')).out).toMatch(/✓ store: revisjon [0-9a-f]{12}, 3 grafer\n/);
});

describe('the configuration', () => {
  const broken = async (yaml: string) => {
    writeFileSync(join(catalogue.folder, 'catalog.yaml'), yaml);
    return cli('harvest');
  };

  test.each([
    [/kind: digest/, 'kind: ntlm', 'store.auth.kind'],
    [/env:MOTOR_PASSORD/, 'hemmelig', 'skriv env:NAVN eller file:sti, ikke selve passordet'],
    [/query: http:/, 'query: ftp:', 'skriv en http- eller https-adresse'],
    [/query: http:\/\//, 'query: http://a:b@', 'brukeren hører under auth'],
    [/  auth: /, '  auht: ', 'mente du «auth»?'],
    [/kind: remote/, 'kind: files', 'store.kind'],
  ])('refuses %s → %s', async (from, to, told) => {
    const { code, err } = await broken(configured().replace(from, to));
    expect(code).toBe(2);
    expect(err).toMatch(/catalog\.yaml:\d+:\d+/);
    expect(err).toContain(told);
    expect(err).not.toContain('hemmelig');
  });

  test('names a secret that is not there, when it is needed', async () => {
    await cli('harvest');
    environment = {};
    const { code, err } = await cli('publish');
    expect(code).toBe(2);
    expect(err).toContain('miljøvariabelen MOTOR_PASSORD er ikke satt');
  });

  test('tells that the user was not accepted, never the password', async () => {
    await cli('harvest');
    environment = { MOTOR_PASSORD: 'galt-passord' };
    const { code, err } = await cli('publish', '--lang', 'en');
    expect(code).toBe(3);
    expect(err).toContain(
      `✖ The graph engine at ${server.update} does not accept the user (status 401).\n  → Check "store.auth" in catalog.yaml`,
    );
    expect(err).not.toContain('galt-passord');
  });
});

/** Queries forwarded to a real Virtuoso: the contract of every engine, and what is this one's own. */
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { instant } from '../../src/model/instant.js';
import { iri } from '../../src/model/iri.js';
import { createProcessPool, type QueryPool } from '../../src/query/process-pool.js';
import type { BackendSpec } from '../../src/query/query-backend.js';
import { queryErrorParams } from '../../src/query/query-error.js';
import { loadRevision } from '../../src/store/load-revision.js';
import { controlGraph } from '../../src/store/remote-control.js';
import { RemoteHttp } from '../../src/store/remote-http.js';
import { remoteGraphStore } from '../../src/store/remote-graph-store.js';
import { loadSnapshot } from '../../src/store/snapshot-load.js';
import { errorOf, queryEngineContract, runOn } from '../query/query-engine.contract.js';
import { snapshotSpec, twenty, TWENTY_NQUADS } from '../query/snapshots.js';
import { LITERAL_FORMS, nquadsOf, typeIri } from '../support/literal-forms.js';
import { NO_VIRTUOSO, startVirtuoso, type Virtuoso } from '../support/virtuoso.js';

const BASE = 'https://data.oslo.example/';
const GRAPH = `${BASE}graph/katalog`;

describe.skipIf(NO_VIRTUOSO)(`Virtuoso (${NO_VIRTUOSO ?? 'installed'})`, () => {
  let virtuoso: Virtuoso;
  const pools: QueryPool[] = [];
  beforeAll(async () => {
    virtuoso = await startVirtuoso();
  });
  afterEach(async () => {
    for (const pool of pools.splice(0)) await pool.close();
  });
  afterAll(() => virtuoso.stop());

  let count = 0;
  /** Loads the index file into the engine, below a control graph of its own. */
  async function loaded(file: string): Promise<Extract<BackendSpec, { kind: 'remote' }>> {
    const snapshot = await loadSnapshot(file);
    const control = iri(`${controlGraph(iri(BASE))}-${(count += 1)}`);
    const clock = () => instant('2026-11-22T12:00:00Z');
    const store = remoteGraphStore({ ...virtuoso, control, clock });
    await loadRevision(store, snapshot);
    await store.close();
    const { query } = virtuoso;
    return { kind: 'remote', query, control, revision: snapshot.sourceHash, file };
  }
  async function poolOn(backend: BackendSpec, spares: number): Promise<QueryPool> {
    const pool = createProcessPool({ backend, size: 1, spares });
    await pool.warm();
    return pool;
  }
  async function runnerOn(backend: BackendSpec) {
    const pool = await poolOn(backend, 0);
    pools.push(pool);
    return runOn(pool);
  }
  /** Changes the engine's own graphs behind our back: what it answers can then be told from what the snapshot does. */
  async function update(text: string): Promise<void> {
    const http = new RemoteHttp(virtuoso.auth);
    await http.demand({
      method: 'POST',
      url: virtuoso.update,
      headers: { 'content-type': 'application/sparql-update' },
      body: text,
    });
    http.close();
  }

  queryEngineContract('Virtuoso', async () => poolOn(await loaded(twenty().file), 1));

  test("SELECT and ASK are the engine's, CONSTRUCT and DESCRIBE the snapshot's (PF2.3)", async () => {
    const backend = await loaded(snapshotSpec(`<urn:a> <urn:p> "fil" <${GRAPH}> .\n`).file);
    await update(
      `INSERT DATA { GRAPH <${backend.control}/1-${backend.revision.slice(0, 12)}/${GRAPH.slice(BASE.length + 6)}> { <urn:a> <urn:p> "motor" } }`,
    );
    const run = await runnerOn(backend);
    const csv = { format: 'csv' } as const;
    expect((await run('SELECT ?o { ?s ?p ?o } ORDER BY ?o', csv)).text).toBe(
      'o\r\nfil\r\nmotor\r\n',
    );
    expect((await run('ASK { ?s ?p "motor" }', csv)).text).toBe('true');
    for (const form of ['CONSTRUCT WHERE { ?s ?p ?o }', 'DESCRIBE <urn:a>'])
      expect((await run(form)).text).toBe('<urn:a> <urn:p> "fil" .\n');
  });

  test('PF2.5 gives the same rows as the snapshot, with public names of graphs', async () => {
    const remote = await runnerOn(await loaded(twenty().file));
    const local = await runnerOn(twenty());
    const queries = [
      'SELECT ?g (COUNT(*) AS ?n) { GRAPH ?g { ?s ?p ?o } } GROUP BY ?g',
      'SELECT DISTINCT ?g { GRAPH ?g { ?s a ?t } FILTER(STRENDS(STR(?g), "tre")) }',
      'SELECT ?s { GRAPH <https://data.oslo.example/graf/tre> { ?s a ?t } }',
      'SELECT ?s { GRAPH <https://data.oslo.example/graf/ukjent> { ?s a ?t } }',
      'PREFIX graf: <https://data.oslo.example/graf/> SELECT ?s ?g { GRAPH ?g { ?s a ?t } FILTER(?g IN (graf:bad, graf:tre)) }',
      'SELECT * FROM <https://data.oslo.example/graf/tre> { ?s <http://purl.org/dc/terms/title> ?o }',
      'SELECT ?g ?s FROM NAMED <https://data.oslo.example/graf/tre> { GRAPH ?g { ?s a ?t } }',
      'SELECT ?s ?g ?h { GRAPH ?g { ?s a <http://www.w3.org/ns/dcat#Dataset> } OPTIONAL { GRAPH ?h { ?s <http://purl.org/dc/terms/publisher> ?p } } }',
      'SELECT ?s { ?s a ?t FILTER NOT EXISTS { GRAPH ?g { ?s <http://purl.org/dc/terms/publisher> ?p } } }',
      'SELECT ?s { ?s a ?t MINUS { GRAPH <https://data.oslo.example/graf/bad> { ?s ?p ?o } } }',
      'SELECT ?a ?b { ?a <http://purl.org/dc/terms/publisher>/a ?b }',
      'SELECT ?s (COUNT(DISTINCT ?p) AS ?n) { ?s ?p ?o } GROUP BY ?s HAVING(COUNT(*) > 3)',
      'SELECT ?s ?t { ?s a ?t . { SELECT ?s { ?s <http://purl.org/dc/terms/title> ?x FILTER(LANG(?x) = "nb") } } }',
      'SELECT ?x { { ?x a <http://www.w3.org/ns/dcat#Dataset> } UNION { ?x a <http://www.w3.org/ns/org#OrganizationalUnit> } }',
    ];
    const rowsOf = async (run: typeof remote, text: string): Promise<unknown[]> => {
      const { results } = JSON.parse((await run(text)).text) as {
        results: { bindings: unknown[] };
      };
      return results.bindings.map((row) => JSON.stringify(row)).sort();
    };
    for (const text of queries) {
      expect([text, await rowsOf(remote, text)]).toEqual([text, await rowsOf(local, text)]);
    }
  });

  test('a triple of two graphs counts once', async () => {
    const line = '<urn:a> <urn:p> <urn:o>';
    const graphs = ['a', 'b'].map((name) => `<${BASE}graph/${name}>`);
    const backend = await loaded(snapshotSpec(graphs.map((g) => `${line} ${g} .\n`).join('')).file);
    const run = await runnerOn(backend);
    const countIn = async (text: string) =>
      (await run(text, { format: 'csv' })).text.split('\r\n')[1];
    expect(await countIn('SELECT (COUNT(*) AS ?n) { ?s ?p ?o }')).toBe('1');
    expect(await countIn('SELECT (COUNT(*) AS ?n) { GRAPH ?g { ?s ?p ?o } }')).toBe('2');
    expect(
      await countIn(
        `SELECT (COUNT(*) AS ?n) ${graphs.map((g) => `FROM ${g}`).join(' ')} { ?s ?p ?o }`,
      ),
    ).toBe('1');
  });

  test('PF2.4 says what SELECT changes, and CONSTRUCT changes nothing', async () => {
    const nquads = nquadsOf(LITERAL_FORMS, GRAPH);
    const run = await runnerOn(await loaded(snapshotSpec(nquads).file));
    const answer = await run('SELECT ?s ?o { ?s <urn:p> ?o }');
    const { results } = JSON.parse(answer.text) as {
      results: { bindings: { s: { value: string }; o: { value: string; datatype?: string } }[] };
    };
    const found = new Map(results.bindings.map(({ s, o }) => [s.value, o]));
    expect(found.size).toBe(LITERAL_FORMS.length);
    LITERAL_FORMS.forEach((form, index) => {
      const { value, datatype = typeIri({ text: '', type: 'string' }) } = found.get(
        `urn:form:${index}`,
      )!;
      const [text, type] = form.back?.split('^^') ?? [form.text, form.type];
      expect(`${value}^^${datatype}`).toBe(`${text}^^${typeIri({ text: '', type: type! })}`);
    });
    const graph = (await run('CONSTRUCT WHERE { ?s ?p ?o }')).text.trimEnd().split('\n');
    expect(graph.sort()).toEqual(nquads.replaceAll(` <${GRAPH}>`, '').trimEnd().split('\n').sort());
  });

  test('an answer that the engine cut is no answer', async () => {
    const nquads = Array.from(
      { length: 2_500 },
      (_, n) => `<urn:s${n}> <urn:p> "${n}" <${GRAPH}> .\n`,
    );
    const run = await runnerOn(await loaded(snapshotSpec(nquads.join('')).file));
    const many = { maxRows: 100_000 };
    // ResultSetMaxRows is 2 000 here.
    for (const text of [
      'SELECT * { ?s ?p ?o }',
      'SELECT * { ?s ?p ?o } ORDER BY ?s',
      'SELECT * { ?s ?p ?o } LIMIT 2400',
    ])
      expect(queryErrorParams(await errorOf(run(text, many)))).toEqual({
        limit: 'maxRows',
        value: 2_000,
      });
    expect((await run('SELECT * { ?s ?p ?o } LIMIT 1999', many)).rows).toBe(1_999);
    const joined =
      '{ ?a ?b ?c . ?d ?e ?f . ?g ?h ?i FILTER(STRLEN(STR(?c)) + STRLEN(STR(?f)) > STRLEN(STR(?i))) }';
    // 16 billion rows are looked at; the engine stops in the middle and says 200 OK.
    const late = await errorOf(run(`SELECT (COUNT(*) AS ?n) ${joined}`, { timeoutMs: 4_000 }));
    expect(queryErrorParams(late)).toEqual({ seconds: 4 });
  });

  test('the snapshot answers while the engine has another revision, and when it is gone', async () => {
    const count = 'SELECT (COUNT(*) AS ?n) { ?s ?p ?o }';
    const csv = { format: 'csv' } as const;
    const backend = await loaded(
      snapshotSpec('<urn:a> <urn:p> "annen" .\n'.replace(' .', ` <${GRAPH}> .`)).file,
    );
    const other = snapshotSpec(TWENTY_NQUADS);
    const revision = (await loadSnapshot(other.file)).sourceHash;
    const run = await runnerOn({ ...backend, revision, file: other.file });
    expect((await run(count, csv)).text).toBe('n\r\n20\r\n');
    const alone = await runnerOn({ ...backend, query: 'http://127.0.0.1:9/sparql' });
    expect((await alone(count, csv)).text).toBe('n\r\n1\r\n');
  });

  test('what engines give meanings of their own never reaches this one', async () => {
    const run = await runnerOn(await loaded(twenty().file));
    const error = await errorOf(run('SELECT (<bif:lower>("A") AS ?x) { ?s ?p ?o }'));
    expect(queryErrorParams(error)).toEqual({ form: '<bif:lower>' });
    expect((await run('SELECT ?s { ?o <bif:contains> "by" . ?s ?p ?o }')).rows).toBe(0);
  });
});

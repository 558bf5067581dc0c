/** What an engine refuses, and where it stops (safety D1, D3, D4, D7): the second half of the contract. */
import { expect, test } from 'vitest';
import { queryErrorParams, syntaxPosition } from '../../src/query/query-error.js';
import { errorOf, MIXED, type Run } from './query-engine.contract.js';
import { REFUSED, WRONG } from './refused-queries.js';

const ENDLESS = `SELECT (COUNT(*) AS ?n) { ?a1 ?b1 ?c1 . ?a2 ?b2 ?c2 . ?a3 ?b3 ?c3 . ?a4 ?b4 ?c4 . ?a5 ?b5 ?c5 . ?a6 ?b6 ?c6 . ?a7 ?b7 ?c7 }`;

export function limitsContract(run: Run): void {
  test.each(WRONG)('tells line and column of %j', async (text, position) => {
    const error = await errorOf(Promise.resolve().then(() => run(text)));
    expect(error.code).toBe('QUERY_SYNTAX');
    expect(syntaxPosition(error)).toEqual(position);
  });

  test.each(['SELECT * { x:y ?p ?o }', 'SELECT ?x { ?s ?p ?o } GROUP BY ?s'])(
    'refuses %s as a mistake of meaning',
    async (text) => {
      const error = await errorOf(run(text));
      expect(error.code).toBe('QUERY_SYNTAX');
      expect(syntaxPosition(error)).toBeDefined();
    },
  );

  test.each(REFUSED)('D7 refuses %s: %s', async (form, text) => {
    const error = await errorOf(run(text));
    expect(error.code).toBe('QUERY_REFUSED');
    expect(queryErrorParams(error)).toEqual({ form });
  });

  test('D7 takes the refused words where they are only words', async () => {
    const text =
      'PREFIX load: <urn:load#> SELECT ("SERVICE <x> {}" AS ?service) { # DROP ALL\n' +
      '?drop load:insert "LOAD <urn:x>" , <urn:service> }';
    expect((await run(text)).kind).toBe('bindings');
  });

  test.each([
    ['SELECT * { ?s ?p ?o }', 20],
    ['SELECT * { ?s ?p ?o } LIMIT 900', 20],
    ['SELECT * { ?s ?p ?o } # LIMIT 3', 20],
    ['SELECT * { ?s ?p ?o } ORDER BY ?o OFFSET 1 VALUES () { () }', 19],
    ['CONSTRUCT WHERE { ?s ?p ?o }', 20],
  ])('D3 announces the row limit of %s: n passes, n - 1 does not', async (text, rows) => {
    // Not XML: it cannot hold one value of the fixture.
    for (const format of ['json', 'csv', 'tsv'] as const) {
      expect((await run(text, { format, maxRows: rows })).rows).toBe(rows);
      const error = await errorOf(run(text, { format, maxRows: rows - 1 }));
      expect(error.code).toBe('QUERY_TOO_LARGE');
      expect(queryErrorParams(error)).toEqual({ limit: 'maxRows', value: rows - 1 });
    }
  });

  test.each([
    ['parentheses', `SELECT (${'('.repeat(199)}1${')'.repeat(199)} AS ?x) {}`],
    ['groups', `ASK ${'{'.repeat(200)}${'}'.repeat(200)}`],
    ['function calls', `SELECT (${'STR('.repeat(199)}1${')'.repeat(199)} AS ?x) {}`],
    ['OPTIONALs', `ASK { ${'OPTIONAL { '.repeat(199)}${'}'.repeat(199)} }`],
  ])('D3 answers with 200 levels of %s', async (_, text) => {
    expect((await run(text)).rows).toBe(1);
  });

  test('D3 announces the byte limit: n passes, n - 1 does not', async () => {
    const byteLength = Buffer.byteLength((await run(MIXED)).text);
    expect((await run(MIXED, { maxBytes: byteLength })).rows).toBe(11);
    const error = await errorOf(run(MIXED, { maxBytes: byteLength - 1 }));
    expect(queryErrorParams(error)).toEqual({ limit: 'maxBytes', value: byteLength - 1 });
  });

  test('D1 stops a query at its time limit and answers the next', async () => {
    await run('ASK {}'); // an engine is free
    const error = await errorOf(run(ENDLESS, { timeoutMs: 300 }));
    expect(error.code).toBe('QUERY_TIMEOUT');
    expect((await run('ASK {}')).kind).toBe('boolean');
  });

  test('D4 stops a query whose client has gone', async () => {
    const gone = new AbortController();
    const running = run(ENDLESS, { signal: gone.signal });
    setTimeout(() => gone.abort(new Error('client gone')), 100);
    await expect(running).rejects.toThrow('client gone');
    await expect(run('ASK {}', { signal: gone.signal })).rejects.toThrow('client gone');
  });
}

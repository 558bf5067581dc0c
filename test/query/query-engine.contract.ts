/**
 * What every QueryEngine must do, whatever is behind it. `open` gives an engine over `twenty()` of snapshots.ts
 * that sees the union of its graphs as default graph.
 */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { isCatalogError, type CatalogError } from '../../src/model/errors.js';
import { iri } from '../../src/model/iri.js';
import {
  wholeBody,
  type QueryEngine,
  type QueryOptions,
  type QueryResult,
} from '../../src/query/query-engine.js';
import { parseQuery } from '../../src/query/sparql-text.js';
import { limitsContract } from './query-limits.contract.js';

export const LIMITS: QueryOptions = {
  format: 'json',
  timeoutMs: 60_000,
  maxRows: 1_000,
  maxBytes: 1_000_000,
};

/** An answer read to its end. */
export interface Answer extends Pick<QueryResult, 'kind' | 'mediaType'> {
  readonly text: string;
  /** Solutions or triples; 1 for a truth value. */
  readonly rows: number;
}
export type Run = (text: string, options?: Partial<QueryOptions>) => Promise<Answer>;

export function runOn(engine: Pick<QueryEngine, 'query'>): Run {
  return async (text, options = {}) => {
    const result = await engine.query(parseQuery(text), { ...LIMITS, ...options });
    const { kind, mediaType } = result;
    const body = Buffer.from(await wholeBody(result)).toString();
    return { kind, mediaType, text: body, rows: rowsOf(kind, mediaType, body) };
  };
}

/** Counted in the document, by what each format puts around a row. None of the tests' values holds a brace. */
function rowsOf(kind: QueryResult['kind'], mediaType: string, text: string): number {
  if (kind === 'boolean') return 1;
  if (kind === 'graph') return text.split('\n').length - 1;
  if (mediaType.includes('json'))
    return (JSON.parse(text) as { results: { bindings: unknown[] } }).results.bindings.length;
  if (mediaType.includes('xml')) return text.split('<result>').length - 1;
  const records = mediaType.startsWith('text/csv') ? text.replace(/"(?:[^"]|"")*"/g, '') : text;
  return records.split('\n').length - 2;
}

/** The error a query ends with; an answer is a failed expectation. */
export async function errorOf(running: Promise<Answer>): Promise<CatalogError> {
  const outcome = await running.then(
    ({ text }) => text,
    (error: unknown) => error,
  );
  if (isCatalogError(outcome)) return outcome;
  throw new Error(`no CatalogError but ${String(outcome)}`);
}

const PREFIXES = `PREFIX dct: <http://purl.org/dc/terms/>
PREFIX org: <http://www.w3.org/ns/org#>
PREFIX d: <https://data.oslo.example/def#>
PREFIX sett: <https://data.oslo.example/id/datasett/>
`;
const XSD = 'http://www.w3.org/2001/XMLSchema#';
const SETT = 'https://data.oslo.example/id/datasett/';

/** Language tags, typed literals, quotes and line breaks, IRIs, and ?u that is never bound. */
export const MIXED = `${PREFIXES}SELECT ?n ?o ?u {
  VALUES (?n ?s ?p) { (1 sett:bad dct:title) (2 sett:bad dct:description) (3 sett:bad dct:issued) (4 sett:bad d:aktiv)
    (5 sett:bad d:rader) (6 sett:bad d:andel) (7 sett:bad dct:publisher) (8 sett:tre d:merknad) }
  ?s ?p ?o OPTIONAL { ?o d:finnesIkke ?u }
} ORDER BY ?n STR(?o)`;

export function queryEngineContract(name: string, open: () => Promise<QueryEngine>): void {
  describe(`QueryEngine: ${name}`, () => {
    let engine: QueryEngine;
    beforeAll(async () => {
      engine = await open();
    });
    afterAll(() => engine.close());

    const run: Run = (text, options) => runOn(engine)(text, options);

    test('gives solutions as SPARQL JSON', async () => {
      const result = await run(MIXED);
      expect(result).toMatchObject({
        kind: 'bindings',
        mediaType: 'application/sparql-results+json',
        rows: 11,
      });
      const number = (value: number): object => ({
        type: 'literal',
        value: String(value),
        datatype: `${XSD}integer`,
      });
      const typed = (value: string, type: string): object => ({
        type: 'literal',
        value,
        datatype: XSD + type,
      });
      const tagged = (value: string, lang: string): object => ({
        type: 'literal',
        value,
        'xml:lang': lang,
      });
      expect(JSON.parse(result.text)).toEqual({
        head: { vars: ['n', 'o', 'u'] },
        results: {
          bindings: [
            { n: number(1), o: tagged('Badetemperaturar på Sørenga', 'nn') },
            { n: number(1), o: tagged('Badetemperaturer på Sørenga', 'nb') },
            { n: number(1), o: tagged('Bathing temperatures', 'en') },
            { n: number(2), o: tagged('Sier "varmt" ved 20 grader,\nellers «kjølig».', 'nb') },
            { n: number(3), o: typed('2026-05-01', 'date') },
            { n: number(4), o: typed('true', 'boolean') },
            { n: number(5), o: number(1200) },
            { n: number(6), o: typed('0.25', 'decimal') },
            { n: number(7), o: { type: 'uri', value: 'https://data.oslo.example/id/enhet/bym' } },
            { n: number(8), o: { type: 'literal', value: '<b>løv & bar</b>' } },
            { n: number(8), o: { type: 'literal', value: 'tab\tog \\ og\r\nlinje' } },
          ],
        },
      });
    });

    test('gives solutions as SPARQL XML that keeps carriage returns', async () => {
      const result = await run(MIXED, { format: 'xml' });
      expect(result).toMatchObject({ mediaType: 'application/sparql-results+xml', rows: 11 });
      const row = (n: number, o: string): string =>
        `<result><binding name="n"><literal datatype="${XSD}integer">${n}</literal></binding>` +
        `<binding name="o">${o}</binding></result>`;
      expect(result.text).toBe(
        '<?xml version="1.0"?><sparql xmlns="http://www.w3.org/2005/sparql-results#"><head>' +
          '<variable name="n"/><variable name="o"/><variable name="u"/></head><results>' +
          row(1, '<literal xml:lang="nn">Badetemperaturar på Sørenga</literal>') +
          row(1, '<literal xml:lang="nb">Badetemperaturer på Sørenga</literal>') +
          row(1, '<literal xml:lang="en">Bathing temperatures</literal>') +
          row(
            2,
            '<literal xml:lang="nb">Sier &quot;varmt&quot; ved 20 grader,\nellers «kjølig».</literal>',
          ) +
          row(3, `<literal datatype="${XSD}date">2026-05-01</literal>`) +
          row(4, `<literal datatype="${XSD}boolean">true</literal>`) +
          row(5, `<literal datatype="${XSD}integer">1200</literal>`) +
          row(6, `<literal datatype="${XSD}decimal">0.25</literal>`) +
          row(7, '<uri>https://data.oslo.example/id/enhet/bym</uri>') +
          row(8, '<literal>&lt;b&gt;løv &amp; bar&lt;/b&gt;</literal>') +
          row(8, '<literal>tab\tog \\ og&#13;\nlinje</literal>') +
          '</results></sparql>',
      );
    });

    test('gives solutions as CSV with a header, CRLF and quoted fields', async () => {
      const result = await run(MIXED, { format: 'csv' });
      expect(result).toMatchObject({
        mediaType: 'text/csv; charset=utf-8; header=present',
        rows: 11,
      });
      expect(result.text).toBe(
        'n,o,u\r\n' +
          '1,Badetemperaturar på Sørenga,\r\n' +
          '1,Badetemperaturer på Sørenga,\r\n' +
          '1,Bathing temperatures,\r\n' +
          '2,"Sier ""varmt"" ved 20 grader,\nellers «kjølig».",\r\n' +
          '3,2026-05-01,\r\n' +
          '4,true,\r\n' +
          '5,1200,\r\n' +
          '6,0.25,\r\n' +
          '7,https://data.oslo.example/id/enhet/bym,\r\n' +
          '8,<b>løv & bar</b>,\r\n' +
          '8,"tab\tog \\ og\r\nlinje",\r\n',
      );
    });

    test('gives solutions as TSV with terms in Turtle form', async () => {
      const result = await run(MIXED, { format: 'tsv' });
      expect(result).toMatchObject({
        mediaType: 'text/tab-separated-values; charset=utf-8',
        rows: 11,
      });
      expect(result.text).toBe(
        '?n\t?o\t?u\n' +
          '1\t"Badetemperaturar på Sørenga"@nn\t\n' +
          '1\t"Badetemperaturer på Sørenga"@nb\t\n' +
          '1\t"Bathing temperatures"@en\t\n' +
          '2\t"Sier \\"varmt\\" ved 20 grader,\\nellers «kjølig»."@nb\t\n' +
          `3\t"2026-05-01"^^<${XSD}date>\t\n` +
          '4\ttrue\t\n' +
          '5\t1200\t\n' +
          '6\t0.25\t\n' +
          '7\t<https://data.oslo.example/id/enhet/bym>\t\n' +
          '8\t"<b>løv & bar</b>"\t\n' +
          '8\t"tab\\tog \\\\ og\\r\\nlinje"\t\n',
      );
    });

    test('gives an empty solution for a query without variables', async () => {
      const result = await run('SELECT * {}');
      expect(result.rows).toBe(1);
      expect(JSON.parse(result.text)).toEqual({
        head: { vars: [] },
        results: { bindings: [{}] },
      });
    });

    test('says when a value cannot stand in XML instead of writing a broken document', async () => {
      const query = `${PREFIXES}SELECT ?o { ?s a org:OrganizationalUnit ; d:merknad ?o }`;
      const error = await errorOf(run(query, { format: 'xml' }));
      expect(error.code).toBe('QUERY_NOT_XML');
      expect(error.text.nb).toContain('U+0007');
      expect(JSON.parse((await run(query)).text)).toMatchObject({
        results: { bindings: [{ o: { value: 'vakt\u0007signal' } }] },
      });
    });

    test.each([
      ['ASK {}', true],
      ['ASK { <urn:ukjent> ?p ?o }', false],
    ])('answers %s', async (query, answer) => {
      const json = await run(query);
      expect(json).toMatchObject({ kind: 'boolean', rows: 1 });
      expect(JSON.parse(json.text)).toEqual({ head: {}, boolean: answer });
      const xml = await run(query, { format: 'xml' });
      expect(xml.text).toContain(`<head></head><boolean>${answer}</boolean></sparql>`);
      for (const format of ['csv', 'tsv'] as const) {
        expect((await run(query, { format })).text).toBe(String(answer));
      }
    });

    test('gives the graph of a CONSTRUCT as N-Triples', async () => {
      const result = await run(
        `${PREFIXES}CONSTRUCT { ?s d:navn ?t } { ?s dct:title ?t FILTER(LANG(?t) = "nb") }`,
      );
      expect(result).toMatchObject({ kind: 'graph', mediaType: 'application/n-triples', rows: 2 });
      expect(result.text.trimEnd().split('\n').sort()).toEqual([
        `<${SETT}bad> <https://data.oslo.example/def#navn> "Badetemperaturer på Sørenga"@nb .`,
        `<${SETT}tre> <https://data.oslo.example/def#navn> "Trær i byen: ÆØÅ æøå"@nb .`,
      ]);
    });

    test('gives a DESCRIBE with the blank nodes it leads to', async () => {
      const result = await run(`DESCRIBE <${SETT}tre>`);
      expect(result).toMatchObject({ kind: 'graph', rows: 6 });
      expect(result.text).toMatch(/^_:\S+ <https:\/\/data.oslo.example\/def#navn> "Kontaktpunkt"/m);
    });

    test('bar 16.2 keeps to the graphs that FROM and FROM NAMED name', async () => {
      const from = '<https://data.oslo.example/graf/tre>';
      const count = async (text: string, options = {}): Promise<string> =>
        (await run(text, { format: 'csv', ...options })).text.split('\r\n')[1] ?? '';
      expect(await count('SELECT (COUNT(*) AS ?n) { ?s ?p ?o }')).toBe('20');
      expect(await count(`SELECT (COUNT(*) AS ?n) FROM ${from} { ?s ?p ?o }`)).toBe('6');
      expect(await count(`SELECT (COUNT(*) AS ?n) FROM NAMED ${from} { ?s ?p ?o }`)).toBe('0');
      expect(
        await count(`SELECT (COUNT(*) AS ?n) FROM NAMED ${from} { GRAPH ?g { ?s ?p ?o } }`),
      ).toBe('6');
    });

    test('D7 fetches nothing for a FROM that names no graph of the catalogue', async () => {
      const result = await run('SELECT * FROM <http://127.0.0.1:9/a.ttl> { ?s ?p ?o }');
      expect(result.rows).toBe(0);
    });

    test('lets the graph parameters of the protocol replace FROM', async () => {
      const text = 'SELECT * FROM <https://data.oslo.example/graf/bad> { ?s ?p ?o }';
      const tre = iri('https://data.oslo.example/graf/tre');
      expect((await run(text, { defaultGraphs: [tre] })).rows).toBe(6);
      expect((await run(text, { namedGraphs: [tre] })).rows).toBe(0);
      const named = await run('SELECT * { GRAPH ?g { ?s ?p ?o } }', { namedGraphs: [tre] });
      expect(named.rows).toBe(6);
      const both = { defaultGraphs: [tre], namedGraphs: [] };
      expect((await run('SELECT * { GRAPH ?g { ?s ?p ?o } }', both)).rows).toBe(0);
    });

    limitsContract(run);
  });
}

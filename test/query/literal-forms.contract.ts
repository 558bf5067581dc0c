/** PF2.3, PF2.4: every form of a literal comes back exactly as it was published, whatever the query does with it. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { QueryEngine } from '../../src/query/query-engine.js';
import { runOn, type Run } from './query-engine.contract.js';

const XSD = 'http://www.w3.org/2001/XMLSchema#';
const typed = (value: string, type: string): string => `"${value}"^^<${XSD}${type}>`;

/** The forms that other engines change (performance.md 3.1), and those that they keep. In N-Triples. */
export const LITERAL_FORMS: readonly string[] = [
  ...[
    'nonNegativeInteger',
    'int',
    'long',
    'short',
    'byte',
    'positiveInteger',
    'unsignedInt',
    'integer',
  ].map((type) => typed('1', type)),
  typed('007', 'integer'),
  typed('1.50', 'decimal'),
  typed('1', 'boolean'),
  typed('true', 'boolean'),
  typed('1E0', 'double'),
  typed('1.0', 'float'),
  typed('INF', 'double'),
  typed('2026-01-01T00:00:00.000+00:00', 'dateTime'),
  typed('2026-01-01T24:00:00Z', 'dateTime'),
  typed('2026-01-01', 'date'),
  typed('10:00:00', 'time'),
  typed('2026', 'gYear'),
  typed('PT36H', 'duration'),
  typed('P1Y', 'duration'),
  typed('abc', 'integer'),
  typed('2026-13-45', 'date'),
  typed('http://example.org/a b', 'anyURI'),
  typed('0aFF', 'hexBinary'),
  '"tekst"',
  '"tekst"@nb',
  '"tekst"@nb-no',
  '"e\u0301"',
  '"\\tlinje\\n\\"sitat\\" \\\\ \\u0007"',
  '"<b>"^^<http://www.w3.org/1999/02/22-rdf-syntax-ns#HTML>',
  '"1"^^<https://data.oslo.example/def#meter>',
  '""',
];

const SUBJECT = 'https://data.oslo.example/id/datasett/former';
const VALUE = 'https://data.oslo.example/def#verdi';

export const LITERALS_NQUADS = LITERAL_FORMS.map(
  (form) => `<${SUBJECT}> <${VALUE}> ${form} <https://data.oslo.example/graf/former> .\n`,
).join('');

const SORTED = [...LITERAL_FORMS].sort();

/** The objects of N-Triples lines with this predicate. */
function objects(ntriples: string, predicate = VALUE): string[] {
  return ntriples
    .split('\n')
    .filter((line) => line.includes(` <${predicate}> `))
    .map((line) => line.slice(line.indexOf(`<${predicate}> `) + predicate.length + 3, -2))
    .sort();
}

interface JsonTerm {
  readonly value: string;
  readonly datatype?: string;
  readonly 'xml:lang'?: string;
}

/** `open` gives an engine over LITERALS_NQUADS. */
export function literalFormsContract(name: string, open: () => Promise<QueryEngine>): void {
  describe(`literals from ${name}`, () => {
    let engine: QueryEngine;
    beforeAll(async () => {
      engine = await open();
    });
    afterAll(() => engine.close());
    const run: Run = (text, options) => runOn(engine)(text, options);

    test('PF2.4 SELECT gives each form exactly, and keeps all apart', async () => {
      const { text } = await run(`SELECT ?o { ?s <${VALUE}> ?o }`);
      const { results } = JSON.parse(text) as { results: { bindings: { o: JsonTerm }[] } };
      const given = results.bindings.map(({ o }) => {
        const lexical = `"${o.value.replace(/[\\"]/g, '\\$&').replace(/\n/g, '\\n').replace(/\t/g, '\\t').replace('\u0007', '\\u0007')}"`;
        const language = o['xml:lang'];
        if (language !== undefined) return `${lexical}@${language}`;
        return o.datatype === undefined ? lexical : `${lexical}^^<${o.datatype}>`;
      });
      expect(given.sort()).toEqual(SORTED);
    });

    test('PF2.3 CONSTRUCT and DESCRIBE give each form exactly', async () => {
      const copied = await run('CONSTRUCT WHERE { ?s ?p ?o }');
      expect(objects(copied.text)).toEqual(SORTED);
      expect(objects((await run(`DESCRIBE <${SUBJECT}>`)).text)).toEqual(SORTED);
    });

    test('PF2.3 a template that moves a literal to another subject keeps its form', async () => {
      const moved = await run(`CONSTRUCT { ?o2 <urn:p> ?o } { ?s ?p ?o BIND(<urn:s> AS ?o2) }`);
      expect(objects(moved.text, 'urn:p')).toEqual(SORTED);
    });

    test('forms of one value stay apart where terms count, and are one where values do', async () => {
      const count = async (filter: string): Promise<string | undefined> => {
        const text = `SELECT (COUNT(DISTINCT ?o) AS ?n) { ?s <${VALUE}> ?o FILTER(${filter}) }`;
        return (await run(text, { format: 'csv' })).text.split('\r\n')[1];
      };
      expect(await count(`SAMETERM(?o, ${typed('1', 'int')})`)).toBe('1');
      expect(await count(`DATATYPE(?o) = <${XSD}nonNegativeInteger>`)).toBe('1');
      // Eight integers, a double and a float.
      expect(await count('isNumeric(?o) && ?o = 1')).toBe('10');
    });

    test.each(LITERAL_FORMS.filter((form) => !form.includes('\\')))(
      'PF2.4 the literal %s in a pattern finds itself alone',
      async (form) => {
        const { text } = await run(
          `SELECT ?o { ?s <${VALUE}> ${form} , ?o FILTER(SAMETERM(?o, ${form})) }`,
        );
        expect((JSON.parse(text) as { results: { bindings: [] } }).results.bindings).toHaveLength(
          1,
        );
      },
    );
  });
}

import { describe, expect, test } from 'vitest';
import { UNBOUND } from '../../../src/query/evaluate/registers.js';
import { QueryTerms } from '../../../src/query/evaluate/term-space.js';
import { RESULT_MEDIA_TYPES, type ResultFormat } from '../../../src/query/query-engine.js';
import { SolutionWriter, booleanDocument } from '../../../src/query/results/solution-writer.js';
import { blankNode, exactLiteral, exactNamedNode, type Term } from '../../../src/rdf/terms.js';
import { snapshotOf } from '../../../src/store/snapshot-build.js';

const XSD = 'http://www.w3.org/2001/XMLSchema#';
const iri = exactNamedNode;
const text = exactLiteral;
const typed = (value: string, type: string): Term => exactLiteral(value, iri(XSD + type));

interface Limits {
  readonly maxRows?: number;
  readonly maxBytes?: number;
}

/** The chunks of a document; `columns` names the variables, a row has one value for each, undefined for none. */
function chunksOf(
  format: ResultFormat,
  columns: readonly string[],
  rows: readonly (readonly (Term | undefined)[])[],
  { maxRows = 1_000_000, maxBytes = 1_000_000_000 }: Limits = {},
): Uint8Array[] {
  const terms = new QueryTerms(snapshotOf([]));
  const chunks: Uint8Array[] = [];
  const writer = new SolutionWriter({
    format,
    columns: columns.map((name, register) => ({ name, register })),
    terms,
    limits: { maxRows, maxBytes },
    sink: (chunk) => chunks.push(chunk),
  });
  for (const row of rows) {
    writer.row(Int32Array.from(row, (term) => (term ? terms.intern(term) : UNBOUND)));
  }
  writer.end();
  expect(writer.rows).toBe(rows.length);
  return chunks;
}

function documentOf(...[format, columns, rows]: Parameters<typeof chunksOf>): string {
  return Buffer.concat(chunksOf(format, columns, rows)).toString();
}

const ROWS: readonly (readonly (Term | undefined)[])[] = [
  [iri('https://data.oslo.example/id/datasett/bad'), text('Badeplasser, «Sørenga»')],
  [blankNode('b0'), text('Sier "varmt"\r\nog\tkaldt', 'nb')],
  [undefined, typed('1.50', 'decimal')],
  [iri('https://example.org/a?b=1&c=2'), undefined],
  [undefined, text('<b>&amp;</b>')],
  [typed('2026-05-01', 'date'), text('\\🚲')],
];

describe('solutions as JSON', () => {
  test('are a head and bindings; a variable without a value is left out', () => {
    expect(JSON.parse(documentOf('json', ['a', 'b'], ROWS))).toEqual({
      head: { vars: ['a', 'b'] },
      results: {
        bindings: [
          {
            a: { type: 'uri', value: 'https://data.oslo.example/id/datasett/bad' },
            b: { type: 'literal', value: 'Badeplasser, «Sørenga»' },
          },
          {
            a: { type: 'bnode', value: 'b0' },
            b: { type: 'literal', value: 'Sier "varmt"\r\nog\tkaldt', 'xml:lang': 'nb' },
          },
          { b: { type: 'literal', value: '1.50', datatype: `${XSD}decimal` } },
          { a: { type: 'uri', value: 'https://example.org/a?b=1&c=2' } },
          { b: { type: 'literal', value: '<b>&amp;</b>' } },
          {
            a: { type: 'literal', value: '2026-05-01', datatype: `${XSD}date` },
            b: { type: 'literal', value: '\\🚲' },
          },
        ],
      },
    });
  });

  test('have no bindings, or empty ones, where there is nothing', () => {
    expect(documentOf('json', [], [])).toBe('{"head":{"vars":[]},"results":{"bindings":[]}}');
    expect(documentOf('json', [], [[], []])).toBe(
      '{"head":{"vars":[]},"results":{"bindings":[{},{}]}}',
    );
  });

  test('keep control characters and lone surrogates as escapes', () => {
    const value = '\u0000\u0007\u001f\u007f\ud800';
    const document = documentOf('json', ['a'], [[text(value)]]);
    expect(document).toContain('"value":"\\u0000\\u0007\\u001f\u007f\\ud800"');
    expect(JSON.parse(document)).toMatchObject({ results: { bindings: [{ a: { value } }] } });
  });
});

describe('solutions as XML', () => {
  test('escape what XML would read otherwise, a carriage return too', () => {
    expect(documentOf('xml', ['a', 'b'], ROWS)).toBe(
      '<?xml version="1.0"?><sparql xmlns="http://www.w3.org/2005/sparql-results#">' +
        '<head><variable name="a"/><variable name="b"/></head><results>' +
        '<result><binding name="a"><uri>https://data.oslo.example/id/datasett/bad</uri></binding>' +
        '<binding name="b"><literal>Badeplasser, «Sørenga»</literal></binding></result>' +
        '<result><binding name="a"><bnode>b0</bnode></binding>' +
        '<binding name="b"><literal xml:lang="nb">Sier &quot;varmt&quot;&#13;\nog\tkaldt</literal></binding></result>' +
        `<result><binding name="b"><literal datatype="${XSD}decimal">1.50</literal></binding></result>` +
        '<result><binding name="a"><uri>https://example.org/a?b=1&amp;c=2</uri></binding></result>' +
        '<result><binding name="b"><literal>&lt;b&gt;&amp;amp;&lt;/b&gt;</literal></binding></result>' +
        `<result><binding name="a"><literal datatype="${XSD}date">2026-05-01</literal></binding>` +
        '<binding name="b"><literal>\\🚲</literal></binding></result>' +
        '</results></sparql>',
    );
  });

  test.each([
    ['\u0000', 'U+0000'],
    ['\u0007', 'U+0007'],
    ['\u000b', 'U+000B'],
    ['\u001f', 'U+001F'],
    ['\ufffe', 'U+FFFE'],
    ['\ud800', 'U+D800'],
  ])('fail for %j, which no XML document can hold', (character, name) => {
    expect(() => documentOf('xml', ['a'], [[text(`a${character}b`)]])).toThrow(
      expect.objectContaining({ code: 'QUERY_NOT_XML', cause: { character: name } }),
    );
  });

  test('hold every character that XML has', () => {
    expect(documentOf('xml', ['a'], [[text('\u0085\u2028\ue000\u{10ffff}\ufffd')]])).toContain(
      '<literal>\u0085\u2028\ue000\u{10ffff}\ufffd</literal>',
    );
  });
});

describe('solutions as CSV (RFC 4180)', () => {
  test('are values alone, quoted where they must be, in lines that end in CRLF', () => {
    expect(documentOf('csv', ['a', 'b'], ROWS)).toBe(
      'a,b\r\n' +
        'https://data.oslo.example/id/datasett/bad,"Badeplasser, «Sørenga»"\r\n' +
        '_:b0,"Sier ""varmt""\r\nog\tkaldt"\r\n' +
        ',1.50\r\n' +
        'https://example.org/a?b=1&c=2,\r\n' +
        ',<b>&amp;</b>\r\n' +
        '2026-05-01,\\🚲\r\n',
    );
  });

  test('say in the media type that the first line is a header', () => {
    expect(RESULT_MEDIA_TYPES.csv).toBe('text/csv; charset=utf-8; header=present');
  });
});

describe('solutions as TSV', () => {
  test('are terms as in Turtle, one line a solution', () => {
    expect(documentOf('tsv', ['a', 'b'], ROWS)).toBe(
      '?a\t?b\n' +
        '<https://data.oslo.example/id/datasett/bad>\t"Badeplasser, «Sørenga»"\n' +
        '_:b0\t"Sier \\"varmt\\"\\r\\nog\\tkaldt"@nb\n' +
        '\t1.50\n' +
        '<https://example.org/a?b=1&c=2>\t\n' +
        '\t"<b>&amp;</b>"\n' +
        `"2026-05-01"^^<${XSD}date>\t"\\\\🚲"\n`,
    );
  });

  test.each([
    [typed('007', 'integer'), '007'],
    [typed('-.5', 'decimal'), '-.5'],
    [typed('1.', 'decimal'), `"1."^^<${XSD}decimal>`],
    [typed('5', 'decimal'), `"5"^^<${XSD}decimal>`],
    [typed('1e3', 'double'), '1e3'],
    [typed('INF', 'double'), `"INF"^^<${XSD}double>`],
    [typed('5', 'double'), `"5"^^<${XSD}double>`],
    [typed('true', 'boolean'), 'true'],
    [typed('1', 'boolean'), `"1"^^<${XSD}boolean>`],
    [typed('5', 'int'), `"5"^^<${XSD}int>`],
    [typed('abc', 'integer'), `"abc"^^<${XSD}integer>`],
    [typed('1\n2', 'integer'), `"1\\n2"^^<${XSD}integer>`],
  ])('write %j so that Turtle reads the same literal', (term, written) => {
    expect(documentOf('tsv', ['a'], [[term]])).toBe(`?a\n${written}\n`);
  });
});

describe('truth values', () => {
  test.each<[ResultFormat, string]>([
    ['json', '{"head":{},"boolean":true}'],
    [
      'xml',
      '<?xml version="1.0"?><sparql xmlns="http://www.w3.org/2005/sparql-results#"><head></head><boolean>true</boolean></sparql>',
    ],
    ['csv', 'true'],
    ['tsv', 'true'],
  ])('are in %s %s', (format, document) => {
    expect(Buffer.from(booleanDocument(format, true)).toString()).toBe(document);
    expect(Buffer.from(booleanDocument(format, false)).toString()).toBe(
      document.replace('true', 'false'),
    );
  });
});

describe('D3: limits of a result', () => {
  const many = (count: number): (readonly Term[])[] =>
    Array.from({ length: count }, (_, index) => [text(`verdi ${index}`)]);

  test('a row too many is an error, as many as allowed are none', () => {
    expect(chunksOf('csv', ['a'], many(3), { maxRows: 3 })).toHaveLength(1);
    expect(() => chunksOf('csv', ['a'], many(4), { maxRows: 3 })).toThrow(
      expect.objectContaining({
        code: 'QUERY_TOO_LARGE',
        cause: { limit: 'maxRows', value: 3 },
      }),
    );
  });

  test('a byte too many is an error', () => {
    const rows = [[text('æ')]];
    expect(chunksOf('csv', ['a'], rows, { maxBytes: 7 })).toHaveLength(1);
    expect(() => chunksOf('csv', ['a'], rows, { maxBytes: 6 })).toThrow(
      expect.objectContaining({ cause: { limit: 'maxBytes', value: 6 } }),
    );
  });

  test.each<ResultFormat>(['json', 'xml', 'csv', 'tsv'])(
    'a large result leaves in chunks while it is made, and no character is cut: %s',
    (format) => {
      const rows = many(20_000).map(([one]) => [one, text('🚲æ'.repeat(5))]);
      const chunks = chunksOf(format, ['a', 'b'], rows);
      expect(chunks.length).toBeGreaterThan(5);
      for (const chunk of chunks) {
        expect(chunk.byteLength).toBeLessThan(200_000);
        expect(() => new TextDecoder('utf-8', { fatal: true }).decode(chunk)).not.toThrow();
      }
      const whole = Buffer.concat(chunks).toString();
      expect(whole.split('verdi 19999')).toHaveLength(2);
      expect(whole.split('🚲æ🚲æ🚲æ🚲æ🚲æ')).toHaveLength(20_001);
    },
  );
});

/** Snapshots hold exactly what canonical N-Quads hold, and the same quads give the same bytes (PF1.2, PF1.3). */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonicalNQuads, contentHash } from '../../src/rdf/canonical.js';
import { buildSnapshot, snapshotOf } from '../../src/store/snapshot-build.js';
import { openSnapshot } from '../../src/store/snapshot-open.js';
import { DEFAULT_GRAPH_ID, NONE } from '../../src/store/snapshot.js';
import { allQuads, quadSets } from './snapshot-world.js';

const CASES = 10_000;

test('PF1.2 what was put in comes out, byte for byte of the canonical N-Quads', () => {
  fc.assert(
    fc.property(quadSets(4), (quads) => {
      const text = canonicalNQuads(quads);
      const snapshot = snapshotOf(quads);
      expect(canonicalNQuads(allQuads(snapshot))).toBe(text);
      expect(snapshot.sourceHash).toBe(contentHash(text));
    }),
    { numRuns: CASES },
  );
});

test('PF1.3 lines in any order, and twice, give the same bytes', () => {
  const cases = quadSets(20).chain((quads) => {
    const lines = canonicalNQuads(quads).split(/(?<=\n)/);
    return fc.tuple(
      fc.constant(lines.join('')),
      fc.shuffledSubarray([...lines, ...lines], { minLength: lines.length * 2 }),
    );
  });
  fc.assert(
    fc.property(cases, ([text, shuffled]) => {
      expect(bytesOf(shuffled.join(''))).toEqual(bytesOf(text));
    }),
    { numRuns: 500 },
  );
});

const CANONICAL = [
  '<https://eksempel.example/%C3%A6/gáhkko> <urn:x:p> "1" <urn:x:g> .\n',
  '<urn:x:a> <urn:x:p> "linje\\nskift «æ» \\u001B"@nb-no .\n',
  '_:b.1 <urn:x:p> _:ø .\n',
].join('');

describe('N-Quads that are legal, but not canonical', () => {
  test.each([
    ['blanks and tabs between terms', (text: string) => text.replace(/> </g, '>\t  <')],
    ['no blanks', (text: string) => text.replace(/> ([<"])/g, '>$1').replace(/ \.\n/g, '.\n')],
    [
      'comments and empty lines',
      (text: string) => `# først\n\n${text.replace(/\n/g, ' # så\n\n')}`,
    ],
    ['line ends of Windows', (text: string) => text.replace(/\n/g, '\r\n')],
    ['no line end at the end', (text: string) => text.slice(0, -1)],
    [
      'escapes that need not be',
      (text: string) => text.replace(/æ/g, '\\u00E6').replace(/«/, '\\U000000AB'),
    ],
    ['small hexadecimal digits', (text: string) => text.replace('\\u001B', '\\u001b')],
    ['an IRI with escapes', (text: string) => text.replace('gáhkko', 'g\\u00E1hkko')],
    ['a language in capitals', (text: string) => text.replace('@nb-no', '@nB-no')],
    ['a region in capitals', (text: string) => text.replace('@nb-no', '@nb-NO')],
    [
      'xsd:string said',
      (text: string) => text.replace('"1"', '"1"^^<http://www.w3.org/2001/XMLSchema#string>'),
    ],
    ['a character that is escaped, as it is', (text: string) => text.replace('\\u001B', '\u001b')],
  ])('with %s, give the snapshot of the canonical ones', (_, written) => {
    const other = written(CANONICAL);
    expect(other).not.toBe(CANONICAL);
    expect(bytesOf(other)).toEqual(bytesOf(CANONICAL));
  });

  test('give bytes of UTF-8 and text alike', () => {
    expect(buildSnapshot(Buffer.from(CANONICAL))).toEqual(buildSnapshot(CANONICAL));
  });
});

test.each([
  ['no statement', '<urn:x:a> <urn:x:p> .\n', 1],
  ['text after the end', `${CANONICAL}<urn:x:a> <urn:x:p> "1" . x\n`, 4],
  ['a relative IRI in other than canonical form', '<urn:x:a> <urn:x:p>  <b> .\n', 1],
  ['an escape that is none', '<urn:x:a> <urn:x:p> "\\q" .\n', 1],
  ['a text without end', '<urn:x:a> <urn:x:p> "1 .\n', 1],
  ['a language without letters', '<urn:x:a> <urn:x:p> "1"@ .\n', 1],
  ['a statement about a statement', '<< <urn:x:a> <urn:x:p> "1" >> <urn:x:p> "1" .\n', 1],
])('%s is refused, with its line', (_, text, line) => {
  expect(() => buildSnapshot(text)).toThrow(
    expect.objectContaining({
      code: 'PARSE_FAILED',
      params: expect.objectContaining({ line }) as unknown,
    }),
  );
});

test('an IRI that is not absolute is refused, as a datatype too', () => {
  for (const object of ['<b>', '<>', '"1"^^<b>'])
    expect(() => buildSnapshot(`<urn:x:a> <urn:x:p> ${object} .\n`)).toThrow(
      expect.objectContaining({ code: 'IRI_INVALID' }),
    );
});

test('bytes that are no UTF-8 are refused', () => {
  const broken = Buffer.from('<urn:x:a> <urn:x:p> "å" .\n', 'latin1');
  expect(() => buildSnapshot(broken)).toThrow(expect.objectContaining({ code: 'PARSE_FAILED' }));
});

test('the dictionary is sorted as JavaScript sorts: IRIs, blank nodes, literals by type', () => {
  fc.assert(
    fc.property(quadSets(20), (quads) => {
      const { terms } = snapshotOf(quads);
      const key = (id: number): readonly string[] => {
        const type = terms.literalTypes[terms.literalType(id)];
        const kind = id < terms.blankFrom ? '0' : id < terms.literalFrom ? '1' : '2';
        return [kind, type?.datatype ?? '', type?.language ?? '', terms.value(id)];
      };
      for (let id = 1; id < terms.size; id++) {
        const [before, now] = [key(id - 1), key(id)];
        const differs = before.findIndex((part, i) => part !== now[i]);
        expect((before[differs] ?? '') < (now[differs] ?? '')).toBe(true);
      }
    }),
    { numRuns: 300 },
  );
});

test('every term is found by what it says, and no other', () => {
  fc.assert(
    fc.property(quadSets(20), quadSets(5), (quads, others) => {
      const { terms } = snapshotOf(quads);
      const known = new Set<string>();
      for (let id = 0; id < terms.size; id++) {
        const term = terms.term(id);
        known.add(canonicalOf(term));
        expect(terms.idOf(term)).toBe(id);
        expect(terms.value(id)).toBe(term.value);
      }
      for (const { object } of others)
        expect(terms.idOf(object) !== NONE).toBe(known.has(canonicalOf(object)));
    }),
    { numRuns: 300 },
  );
});

test('PF1.6 a triple is one row whatever the number of its graphs, and the sets say which', () => {
  const snapshot = openSnapshot(
    buildSnapshot(
      [
        '<urn:x:a> <urn:x:p> "1" .',
        '<urn:x:a> <urn:x:p> "1" <urn:x:g> .',
        '<urn:x:a> <urn:x:p> "1" <urn:x:h> .',
        '<urn:x:b> <urn:x:p> "1" <urn:x:h> .',
      ].join('\n'),
    ).buffer,
  );
  const [g, h] = ['urn:x:g', 'urn:x:h'].map((iri) => snapshot.terms.idOfIri(iri));
  expect([snapshot.tripleCount, snapshot.quadCount]).toEqual([2, 4]);
  expect(snapshot.graphs).toEqual([g, h]);
  expect(snapshot.hasDefaultGraph).toBe(true);
  expect(snapshot.graphSets.map((set) => [...set])).toEqual([[g, h, DEFAULT_GRAPH_ID], [h]]);
  expect([...snapshot.spo.graphSet]).toEqual([0, 1]);
});

test('nothing gives a snapshot of nothing', () => {
  const snapshot = snapshotOf([]);
  expect(snapshot).toMatchObject({
    tripleCount: 0,
    quadCount: 0,
    graphs: [],
    hasDefaultGraph: false,
  });
  expect(snapshot.terms.size).toBe(0);
  expect(snapshot.sourceHash).toBe(contentHash(''));
});

function bytesOf(text: string): Buffer {
  return Buffer.from(buildSnapshot(text));
}

function canonicalOf(term: {
  termType: string;
  value: string;
  language?: string;
  datatype?: { value: string };
}): string {
  return [term.termType, term.datatype?.value, term.language, term.value].join(' ');
}

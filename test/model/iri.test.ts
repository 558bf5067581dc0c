/** Iri: the only string that may become a node (safety P7). */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { iri, isLinkable, tryIri } from '../../src/model/iri.js';
import { ntriplesLine } from '../../src/rdf/nquads.js';
import { parseNQuads } from '../../src/rdf/parse.js';
import { namedNode, quad } from '../../src/rdf/terms.js';

test.each([
  [
    'https://data.oslo.example/id/datasett/barnehager',
    'https://data.oslo.example/id/datasett/barnehager',
  ],
  ['  https://ex.example/a \n', 'https://ex.example/a'],
  ['https://ex.example/a b', 'https://ex.example/a%20b'],
  ['https://ex.example/{id}|^`', 'https://ex.example/%7Bid%7D%7C%5E%60'],
  ['https://ex.example/"<>', 'https://ex.example/%22%3C%3E'],
  ['https://ex.example/a\\b', 'https://ex.example/a%5Cb'],
  ['https://ex.example/a\tb\nc', 'https://ex.example/a%09b%0Ac'],
  ['https://ex.example/%C3%A6?q=1#x', 'https://ex.example/%C3%A6?q=1#x'],
  ['https://ex.example/ærfugl', 'https://ex.example/ærfugl'],
  ['https://ex.example/a\u030Apen', 'https://ex.example/åpen'],
  ['mailto:post@oslo.example', 'mailto:post@oslo.example'],
  ['urn:isbn:9788200000000', 'urn:isbn:9788200000000'],
  ['tel:+4700000000', 'tel:+4700000000'],
  ['HTTP://ex.example/', 'HTTP://ex.example/'],
])('P7 %j becomes %j', (text, made) => {
  expect(iri(text)).toBe(made);
});

test.each([
  '',
  ' ',
  'barnehager',
  '/id/datasett/a',
  '//ex.example/a',
  'javascript:alert(1)',
  'data:text/html,x',
  'ftp://ex.example/a',
  'file:///etc/passwd',
  'https://',
  'https://[::1',
  'http://ex.example:port/',
  '_:b0',
  'https//ex.example',
  'https://ex.example/\uD800',
  'https://ex.example/\uDC00x',
])('P7 %j is refused', (text) => {
  expect(tryIri(text)).toBeUndefined();
  expect(() => iri(text)).toThrow(new RangeError(`not an absolute IRI: ${JSON.stringify(text)}`));
});

/** UTF-16 as a program may hand it over: halves of characters, controls and noncharacters included. */
const ANY_UNITS = fc
  .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 8 })
  .map((units) => String.fromCharCode(...units));

test('P7 a made IRI never breaks an N-Triples line, whatever stands in it', () => {
  fc.assert(
    fc.property(
      fc.constantFrom('https://ex.example/', 'https://ex.example/?q=', 'urn:x:', 'mailto:'),
      fc.oneof(fc.string({ unit: 'binary' }), ANY_UNITS),
      (start, rest) => {
        const made = tryIri(start + rest);
        fc.pre(made !== undefined);
        const node = namedNode(made);
        const line = ntriplesLine(quad(node, node, node));
        expect(line.split(/[\n\r]/)).toHaveLength(1);
        const [read, ...more] = parseNQuads(Buffer.from(`${line}\n`).toString('utf8'));
        expect(more).toEqual([]);
        expect([read!.subject.value, read!.object.value]).toEqual([made, made]);
      },
    ),
    { numRuns: 2000 },
  );
});

test('P7 making an IRI of an IRI changes nothing', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (rest) => {
      const made = tryIri(`https://ex.example/${rest}`);
      fc.pre(made !== undefined);
      expect(iri(made)).toBe(made);
    }),
    { numRuns: 1000 },
  );
});

test.each([
  ['https://ex.example/', true],
  ['HTTP://ex.example/', true],
  ['mailto:post@oslo.example', true],
  ['tel:+4700000000', true],
  ['javascript:alert(1)', false],
  [' javascript:alert(1)', false],
  ['urn:isbn:1', false],
  ['vbscript:x', false],
])('X1 %j as a link: %s', (value, expected) => {
  expect(isLinkable(value)).toBe(expected);
});

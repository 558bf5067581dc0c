import { describe, expect, test } from 'vitest';
import { QueryTerms } from '../../../src/query/evaluate/term-space.js';
import { termText } from '../../../src/rdf/nquads.js';
import { parseTurtle } from '../../../src/rdf/parse-turtle.js';
import {
  blankNode,
  defaultGraph,
  exactLiteral,
  exactNamedNode,
  type Term,
} from '../../../src/rdf/terms.js';
import { snapshotOf } from '../../../src/store/snapshot-build.js';

const XSD = 'http://www.w3.org/2001/XMLSchema#';
const { quads } = parseTurtle(
  `@prefix ex: <https://example.org/> . @prefix xsd: <${XSD}> .
  ex:a ex:p "a", "a"@nb, "a"@en, "007"^^xsd:int, "1.50"^^xsd:decimal, [ ex:q ex:b ] .`,
  { file: 'terms.ttl' },
);
const snapshot = snapshotOf(quads);
const published = [
  ...new Set(quads.flatMap((quad) => [quad.subject, quad.predicate, quad.object])),
];
const made: readonly Term[] = [
  exactNamedNode('https://example.org/new'),
  blankNode('new'),
  exactLiteral('new'),
  exactLiteral('new', 'nb'),
  exactLiteral('a', 'nn'),
  exactLiteral('7', exactNamedNode(`${XSD}int`)),
  exactLiteral('a', exactNamedNode('https://example.org/type')),
  exactLiteral('e\u0301'),
];

describe('the terms of a query', () => {
  test('PF1.2: published terms have the ids of the snapshot and come back as they were', () => {
    const terms = new QueryTerms(snapshot);
    for (const term of published) {
      const id = terms.intern(term);
      expect(id).toBeLessThan(snapshot.terms.size);
      expect(termText(terms.term(id))).toBe(termText(term));
    }
  });

  test('made terms have ids of their own, one a term, and come back as they were made', () => {
    const terms = new QueryTerms(snapshot);
    const ids = made.map((term) => terms.intern(term));
    expect(ids.every((id) => id >= snapshot.terms.size)).toBe(true);
    expect(new Set(ids).size).toBe(made.length);
    expect(made.map((term) => terms.intern(term))).toEqual(ids);
    expect(ids.map((id) => termText(terms.term(id)))).toEqual(made.map(termText));
  });

  test('kind, value, language and datatype are known without making the term', () => {
    const terms = new QueryTerms(snapshot);
    for (const term of [...published, ...made]) {
      const id = terms.intern(term);
      const isLiteral = term.termType === 'Literal';
      expect([terms.termType(id), terms.value(id)]).toEqual([term.termType, term.value]);
      expect([terms.language(id), terms.datatype(id)]).toEqual(
        isLiteral ? [term.language, term.datatype.value] : ['', ''],
      );
    }
  });

  test('language tags that differ in case are one language', () => {
    const terms = new QueryTerms(snapshot);
    const number = (language: string): number =>
      terms.formNumber('http://www.w3.org/1999/02/22-rdf-syntax-ns#langString', language);
    expect(number('NB')).toBe(number('nb'));
    expect(terms.literal('a', number('NB'))).toBe(terms.intern(exactLiteral('a', 'nb')));
    expect(terms.language(terms.literal('new', number('en-GB')))).toBe('en-GB');
  });

  test('a fresh blank node is no one else’s', () => {
    const terms = new QueryTerms(snapshot);
    const taken = terms.intern(blankNode('q1'));
    const fresh = [terms.freshBlank(), terms.freshBlank(), terms.freshBlank()];
    expect(new Set([taken, ...fresh]).size).toBe(4);
    expect(new Set([...fresh, taken].map((id) => terms.value(id))).size).toBe(4);
  });

  test('what is no term of RDF 1.1 is refused', () => {
    expect(() => new QueryTerms(snapshot).intern(defaultGraph)).toThrow(RangeError);
  });
});

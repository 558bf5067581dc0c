import { describe, expect, test } from 'vitest';
import { execute, prepare } from '../../../../src/query/evaluate/evaluate.js';
import { snapshotOf } from '../../../../src/store/snapshot-build.js';
import { textOf } from './support.js';

/** The rows of a SELECT over nothing, terms as in N-Triples. */
function rowsOf(query: string): string[][] {
  const answer = execute(prepare(query), snapshotOf([]));
  if (answer.kind !== 'bindings') throw new TypeError(`${answer.kind} is no table`);
  const rows: string[][] = [];
  answer.rows((row) => rows.push(Array.from(row, (id) => textOf(answer.terms, id))) > 0);
  return rows;
}

describe('expressions in their query', () => {
  test('UUID, RAND and BNODE are asked once for each solution, wherever the BIND stands', () => {
    for (const call of ['UUID()', 'STRUUID()', 'RAND()', 'BNODE()', 'BNODE("x")']) {
      const values = rowsOf(`SELECT ?v { VALUES ?x { 1 2 3 } BIND(${call} AS ?v) }`);
      expect([call, new Set(values.flat()).size]).toEqual([call, 3]);
    }
  });

  test('BNODE("x") is the same node in all expressions of a solution (17.4.2.9)', () => {
    const rows = rowsOf(
      'SELECT ?v (BNODE("x") AS ?w) { VALUES ?x { 1 1 } BIND(BNODE("x") AS ?v) }',
    );
    expect(rows.map(([v, w]) => v === w)).toEqual([true, true]);
    expect(new Set(rows.flat()).size).toBe(2);
  });

  test('IRI resolves against the last BASE of the text', () => {
    const prologue = 'BASE <http://example.org/a/> BASE <b/c>';
    expect(rowsOf(`${prologue} SELECT (IRI("d") AS ?i) (IRI(<d>) AS ?j) {}`)).toEqual([
      ['<http://example.org/a/b/d>', '<http://example.org/a/b/d>'],
    ]);
    expect(rowsOf('SELECT (IRI("d") AS ?i) {}')).toEqual([['error']]);
  });
});

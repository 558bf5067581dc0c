import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { execute, prepare } from '../../../src/query/evaluate/evaluate.js';
import { QueryTerms } from '../../../src/query/evaluate/term-space.js';
import type { Quad } from '../../../src/rdf/terms.js';
import { snapshotOf } from '../../../src/store/snapshot-build.js';
import { answerOfComunica } from './comunica.js';
import { quads, selectAll } from './random-query.js';
import { evaluateReference, type ReferenceData } from './reference.js';
import type { Triple } from './reference-paths.js';
import { textOf, textsOf } from './support.js';

function referenceData(data: readonly Quad[]): ReferenceData {
  const terms = new QueryTerms(snapshotOf(data));
  const named = new Map<number, Map<string, Triple>>();
  const union = new Map<string, Triple>();
  for (const { subject, predicate, object, graph } of data) {
    const triple = [subject, predicate, object].map((term) =>
      terms.intern(term),
    ) as unknown as Triple;
    union.set(triple.join(), triple);
    if (graph.termType !== 'NamedNode') continue;
    const id = terms.intern(graph);
    named.set(id, (named.get(id) ?? new Map<string, Triple>()).set(triple.join(), triple));
  }
  return {
    terms,
    defaultGraph: [...union.values()],
    named: new Map([...named].map(([id, triples]) => [id, [...triples.values()]])),
  };
}

/** Comunica counts a triple once for each of its graphs. */
function inOneGraphEach(data: readonly Quad[]): Quad[] {
  const key = ({ subject, predicate, object }: Quad) =>
    [subject, predicate, object].map(textOf).join(' ');
  return [...new Map(data.map((one) => [key(one), one])).values()];
}

describe('random queries on random graphs', () => {
  test('give the multiset of solutions that the algebra of SPARQL 1.1 gives', () => {
    fc.assert(
      fc.property(quads, selectAll, (data, text) => {
        const prepared = prepare(text);
        const answer = execute(prepared, snapshotOf(data));
        if (answer.kind !== 'bindings') throw new Error(answer.kind);
        const reference = referenceData(data);
        const expected = evaluateReference(prepared.operation, reference).map((solution) =>
          answer.variables
            .map((name) => solution.get(name))
            .map((id) => textOf(id === undefined ? undefined : reference.terms.term(id)))
            .join(' '),
        );
        expect(textsOf(answer).sort()).toEqual(expected.sort());
      }),
      { numRuns: 600 },
    );
  });

  test('give what Comunica gives', async () => {
    let compared = 0;
    await fc.assert(
      fc.asyncProperty(quads, selectAll, async (all, text) => {
        const data = inOneGraphEach(all);
        const theirs = await answerOfComunica(text, data, 5_000);
        if (theirs === undefined) return;
        compared += 1;
        expect(textsOf(execute(prepare(text), snapshotOf(data))).sort()).toEqual(theirs.sort());
      }),
      { numRuns: 80 },
    );
    expect(compared).toBeGreaterThan(60);
  });
});

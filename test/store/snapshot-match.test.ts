/** Patterns over a snapshot find what a look at every quad finds (PF1.6, PF1.7, PF1.8). */
import fc from 'fast-check';
import { Validator } from 'shacl-engine';
import { describe, expect, test } from 'vitest';
import { GraphIndex } from '../../src/rdf/graph-index.js';
import { nquadsLine, ntriplesLine } from '../../src/rdf/nquads.js';
import {
  dataset as setOf,
  defaultGraph,
  type DatasetCore,
  exactNamedNode,
  quad,
  type NamedNode,
  type Quad,
  type Subject,
  type Term,
} from '../../src/rdf/terms.js';
import { rdf } from '../../src/rdf/vocabularies.js';
import { snapshotOf } from '../../src/store/snapshot-build.js';
import { SnapshotGraph } from '../../src/store/snapshot-graph.js';
import { TripleCursor, countRows, rowsOf } from '../../src/store/snapshot-match.js';
import { SnapshotDataset } from '../../src/store/snapshot-dataset.js';
import { DEFAULT_GRAPH_ID, NONE, graphMask, type Snapshot } from '../../src/store/snapshot.js';
import { turtle } from '../support/turtle.js';
import { ENGINE_FACTORY } from '../support/shacl-engine.js';
import { allQuads, quadSets } from './snapshot-world.js';

type Terms = readonly [Term | null, Term | null, Term | null, Term | null];

const BOUND = Array.from({ length: 16 }, (_, bits) => ({
  name: ['s', 'p', 'o', 'g'].map((name, i) => ((bits >> i) & 1 ? name : '?')).join(''),
  bits,
}));

/** Quads, and one quad of them or of others to take the pattern's terms from. */
const WORLDS = quadSets(25).chain((quads) =>
  fc.tuple(
    fc.constant(quads),
    fc.oneof(
      ...(quads.length > 0 ? [fc.constantFrom(...quads)] : []),
      quadSets(1)
        .filter((others) => others.length > 0)
        .map(([one]) => one as Quad),
    ),
  ),
);

function patternOf({ subject, predicate, object, graph }: Quad, bits: number): Terms {
  return [subject, predicate, object, graph].map((term, i) =>
    (bits >> i) & 1 ? term : null,
  ) as unknown as Terms;
}
function bruteForce(quads: readonly Quad[], pattern: Terms): Quad[] {
  return quads.filter((one) =>
    [one.subject, one.predicate, one.object, one.graph].every(
      (term, i) => pattern[i] === null || term.equals(pattern[i]),
    ),
  );
}

describe.each(BOUND)('the pattern $name', ({ bits }) => {
  test('PF1.7 gives the quads of a look at all of them, and their number', () => {
    fc.assert(
      fc.property(WORLDS, ([quads, from]) => {
        const snapshot = snapshotOf(quads);
        const pattern = patternOf(from, bits);
        const expected = bruteForce(allQuads(snapshot), pattern);
        const found = new SnapshotDataset(snapshot).match(...pattern);
        expect([...found].map(nquadsLine).sort()).toEqual(expected.map(nquadsLine).sort());
        expect(found.size).toBe(expected.length);
      }),
      { numRuns: 100 },
    );
  });

  test('PF1.6 counts a triple once in the union of graphs', () => {
    fc.assert(
      fc.property(WORLDS, fc.array(fc.integer({ min: 0, max: 4 })), ([quads, from], choice) => {
        const snapshot = snapshotOf(quads);
        const names = [...snapshot.graphs, ...(snapshot.hasDefaultGraph ? [DEFAULT_GRAPH_ID] : [])];
        const graphs = new Set(choice.flatMap((one) => names[one] ?? []));
        const [s, p, o] = patternOf(from, bits);
        const ids = [s, p, o].map((term) => (term ? snapshot.terms.idOf(term) : NONE));
        fc.pre([s, p, o].every((term, i) => term === null || ids[i] !== NONE));
        const rows = rowsOf(snapshot, ids[0] ?? NONE, ids[1] ?? NONE, ids[2] ?? NONE);
        const mask = bits & 8 ? graphMask(snapshot, graphs) : undefined;
        const inGraphs = allQuads(snapshot).filter(
          (one) => !mask || graphs.has(graphId(snapshot, one)),
        );
        const expected = new Set(bruteForce(inGraphs, [s, p, o, null]).map(ntriplesLine));
        expect(countRows(rows, mask)).toBe(expected.size);
        expect(triples(snapshot, new TripleCursor(rows, mask)).sort()).toEqual(
          [...expected].sort(),
        );
      }),
      { numRuns: 100 },
    );
  });
});

function graphId({ terms }: Snapshot, { graph }: Quad): number {
  return graph.equals(defaultGraph) ? DEFAULT_GRAPH_ID : terms.idOf(graph);
}
function triples({ terms }: Snapshot, cursor: TripleCursor): string[] {
  const found: string[] = [];
  while (cursor.next()) {
    const [s, p, o] = [cursor.subject, cursor.predicate, cursor.object].map((id) => terms.term(id));
    found.push(ntriplesLine(quad(s as Subject, p as NamedNode, o as Term)));
  }
  return found;
}

describe('a dataset over a snapshot', () => {
  const [a, b, p] = ['urn:x:a', 'urn:x:b', 'urn:x:p'].map((iri) => exactNamedNode(iri)) as [
    NamedNode,
    NamedNode,
    NamedNode,
  ];
  const quads = [quad(a, p, b), quad(a, p, a, b), quad(b, p, a, b)];
  const dataset = new SnapshotDataset(snapshotOf(quads));

  test('has what it holds, in the graph that it lies in', () => {
    expect(quads.map((one) => dataset.has(one))).toEqual([true, true, true]);
    expect(dataset.has(quad(a, p, b, b))).toBe(false);
    expect(dataset.has(quad(p, p, exactNamedNode('urn:x:none')))).toBe(false);
  });

  test('is narrowed again and again', () => {
    const ofA = dataset.match(a);
    expect([...ofA.match(null, p, a)].map(nquadsLine)).toEqual([nquadsLine(quad(a, p, a, b))]);
    expect([ofA.size, ofA.match(b).size, [...ofA.match(b).match(b)].length]).toEqual([2, 0, 0]);
    expect(ofA.has(quad(b, p, a, b))).toBe(false);
  });

  test('is read by shacl-engine as any other', async () => {
    const shapes = turtle(`

      <shape> sh:targetSubjectsOf dct:title ;
        sh:property [ sh:path dct:title ; sh:uniqueLang true ] , [ sh:path ( dct:publisher dct:title ) ; sh:minCount 1 ] .`);
    const data = turtle(
      '<a> dct:title "A"@nb , "B"@nb ; dct:publisher <b> . <b> dct:title "B"@nb .',
    );
    const results = async (read: DatasetCore): Promise<readonly string[]> => {
      const validator = new Validator(setOf(shapes), { factory: ENGINE_FACTORY });
      const report = await validator.validate({ dataset: read });
      return report.results
        .map((one) => `${one.focusNode.term?.value} ${one.constraintComponent.value}`)
        .sort();
    };
    const found = await results(new SnapshotDataset(snapshotOf(data)));
    expect(found).toHaveLength(2);
    expect(found).toEqual(await results(setOf(data)));
  });

  test('cannot be written', () => {
    expect(() => dataset.add()).toThrow(TypeError);
    expect(() => dataset.delete()).toThrow(TypeError);
  });
});

test('PF1.8 a graph over a snapshot answers as one over the quads of its graphs does', () => {
  fc.assert(
    fc.property(WORLDS, ([quads, from]) => {
      const typed = quads.map((one, i) =>
        i % 3 === 0 ? quad(one.subject as Subject, rdf.type, one.object, one.graph) : one,
      );
      const snapshot = snapshotOf(typed);
      const graphs = new Set(snapshot.graphs.slice(0, 2));
      const overSnapshot = new SnapshotGraph(snapshot, graphMask(snapshot, graphs));
      const chosen = allQuads(snapshot).filter((one) => graphs.has(graphId(snapshot, one)));
      const plain = new Map(
        chosen.map((one) => [
          ntriplesLine(one),
          quad(one.subject as Subject, one.predicate as NamedNode, one.object),
        ]),
      );
      const overQuads = new GraphIndex(plain.values());
      const lines = (found: readonly Quad[]): string[] => found.map(ntriplesLine);
      expect([...overSnapshot.subjects()]).toEqual([...overQuads.subjects()]);
      for (const { subject, predicate, object } of [...plain.values(), from]) {
        const by = predicate as NamedNode;
        expect(overSnapshot.has(subject)).toBe(overQuads.has(subject));
        expect(overSnapshot.has(subject.value)).toBe(overQuads.has(subject.value));
        expect(lines(overSnapshot.about(subject))).toEqual(lines(overQuads.about(subject)));
        expect(overSnapshot.objects(subject, by)).toEqual(overQuads.objects(subject, by));
        expect(lines(overSnapshot.withPredicate(by)).sort()).toEqual(
          lines(overQuads.withPredicate(by)).sort(),
        );
        if (object.termType !== 'NamedNode') continue;
        expect(overSnapshot.instances(object)).toEqual(overQuads.instances(object));
        expect(lines(overSnapshot.pointingTo(object))).toEqual(lines(overQuads.pointingTo(object)));
      }
    }),
    { numRuns: 300 },
  );
});

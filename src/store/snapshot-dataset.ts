/**
 * A snapshot as any RDF/JS library reads it (PF1.7): a read-only `DatasetCore` (https://rdf.js.org/dataset-spec/). Here a triple
 * that lies in two graphs is two quads. Comunica has a source of its own (src/query/dataset-source.ts), for the dataset of a
 * query has graphs in its default graph.
 */
import {
  defaultGraph,
  quad,
  type DatasetCore,
  type NamedNode,
  type Quad,
  type Subject,
  type Term,
} from '../rdf/terms.js';
import { TripleCursor, countRows, rowsOf, type Rows } from './snapshot-match.js';
import {
  DEFAULT_GRAPH_ID,
  NONE,
  graphMask,
  type GraphMask,
  type Snapshot,
  type TermId,
} from './snapshot.js';

/** Absent, null or a variable: any. */
type PatternTerm = Term | null | undefined;
type Pattern = readonly [PatternTerm, PatternTerm, PatternTerm, PatternTerm];

/** Rows of a pattern, and in which of their graphs. Undefined when a term of the pattern is not in the snapshot. */
interface Match {
  readonly rows: Rows;
  /** Undefined for all of them. */
  readonly graph?: { readonly id: TermId; readonly mask: GraphMask };
}

function isAny(term: PatternTerm): boolean {
  return !term || term.termType === 'Variable';
}

function find(snapshot: Snapshot, [subject, predicate, object, graph]: Pattern): Match | undefined {
  const ids = [subject, predicate, object].map((term) =>
    isAny(term) ? undefined : snapshot.terms.idOf(term as Term),
  );
  if (ids.includes(NONE)) return undefined;
  const [s = NONE, p = NONE, o = NONE] = ids;
  const rows = rowsOf(snapshot, s, p, o);
  if (isAny(graph)) return { rows };
  const name = graph as Term;
  const id = name.termType === 'DefaultGraph' ? DEFAULT_GRAPH_ID : snapshot.terms.idOf(name);
  return id === NONE
    ? undefined
    : { rows, graph: { id, mask: graphMask(snapshot, new Set([id])) } };
}

/** Exactly how many quads there are. */
function count(snapshot: Snapshot, pattern: Pattern): number {
  const match = find(snapshot, pattern);
  if (!match) return 0;
  const { rows, graph } = match;
  if (graph || snapshot.quadCount === snapshot.tripleCount) return countRows(rows, graph?.mask);
  let quadCount = 0;
  for (let row = rows.from; row < rows.to; row++)
    quadCount += snapshot.graphSets[rows.index.graphSet[row] as number]?.length ?? 0;
  return quadCount;
}

function* quads(snapshot: Snapshot, pattern: Pattern): Generator<Quad, void, undefined> {
  const match = find(snapshot, pattern);
  if (!match) return;
  const { terms, graphSets } = snapshot;
  const cursor = new TripleCursor(match.rows, match.graph?.mask);
  while (cursor.next()) {
    const subject = terms.term(cursor.subject) as Subject;
    const predicate = terms.term(cursor.predicate) as NamedNode;
    const object = terms.term(cursor.object);
    const graphs = match.graph ? [match.graph.id] : (graphSets[cursor.graphSet] as Uint32Array);
    for (const graph of graphs)
      yield quad(
        subject,
        predicate,
        object,
        graph === DEFAULT_GRAPH_ID ? defaultGraph : terms.term(graph),
      );
  }
}

/** All quads, or those of a pattern: `match` makes none, it narrows. `add` and `delete` throw TypeError. */
export class SnapshotDataset implements DatasetCore {
  readonly #snapshot: Snapshot;
  /** Null for nothing at all. */
  readonly #pattern: Pattern | null;

  constructor(snapshot: Snapshot, pattern: Pattern | null = [null, null, null, null]) {
    this.#snapshot = snapshot;
    this.#pattern = pattern;
  }

  get size(): number {
    return this.#pattern ? count(this.#snapshot, this.#pattern) : 0;
  }
  has({ subject, predicate, object, graph }: Quad): boolean {
    return this.#narrowed([subject, predicate, object, graph]).size > 0;
  }
  match(...pattern: readonly PatternTerm[]): SnapshotDataset {
    const [subject, predicate, object, graph] = pattern;
    return this.#narrowed([subject, predicate, object, graph]);
  }
  [Symbol.iterator](): Iterator<Quad> {
    return this.#pattern ? quads(this.#snapshot, this.#pattern) : [][Symbol.iterator]();
  }
  add(): never {
    throw new TypeError('a snapshot is never written');
  }
  delete(): never {
    throw new TypeError('a snapshot is never written');
  }

  #narrowed(asked: Pattern): SnapshotDataset {
    const own = this.#pattern;
    const both = (at: 0 | 1 | 2 | 3): PatternTerm => (isAny(own?.[at]) ? asked[at] : own?.[at]);
    const isPossible = asked.every(
      (term, at) => isAny(term) || isAny(own?.[at]) || (term as Term).equals(own?.[at]),
    );
    return own && isPossible
      ? new SnapshotDataset(this.#snapshot, [both(0), both(1), both(2), both(3)])
      : new SnapshotDataset(this.#snapshot, null);
  }
}

/**
 * The RDF dataset of a query as an RDF/JS source, for Comunica: a triple that lies in two graphs of the default graph is there
 * once, and `GRAPH` sees the named graphs alone. (Comunica's own union counts such a triple twice.)
 */
import {
  defaultGraph,
  quad,
  type NamedNode,
  type Quad,
  type Subject,
  type Term,
} from '../rdf/terms.js';
import { countRows, rowsOf, TripleCursor, type Rows } from '../store/snapshot-match.js';
import { NONE, type GraphMask, type Snapshot, type TermId } from '../store/snapshot.js';
import { ALL_GRAPHS, type Dataset } from './evaluate/dataset.js';

/** Absent, or a variable: any. */
type PatternTerm = Term | null | undefined;

/** What a graph position selects: by set of graphs, under which names the triples of such a set are given. */
interface Selection {
  readonly mask: GraphMask;
  readonly names: readonly (readonly Term[])[];
}

/** RDF/JS `Source` (https://rdf.js.org/stream-spec/#source-interface); `countQuads` as Comunica asks for it, exact. */
export class DatasetSource {
  readonly #snapshot: Snapshot;
  readonly #dataset: Dataset;

  constructor(snapshot: Snapshot, dataset: Dataset) {
    this.#snapshot = snapshot;
    this.#dataset = dataset;
  }

  *match(
    subject?: PatternTerm,
    predicate?: PatternTerm,
    object?: PatternTerm,
    graph?: PatternTerm,
  ): Generator<Quad, void, undefined> {
    const rows = this.#rows(subject, predicate, object);
    if (rows === undefined) return;
    const { terms } = this.#snapshot;
    const { mask, names } = this.#select(graph);
    const cursor = new TripleCursor(rows, mask);
    while (cursor.next()) {
      const s = terms.term(cursor.subject) as Subject;
      const p = terms.term(cursor.predicate) as NamedNode;
      const o = terms.term(cursor.object);
      for (const name of names[cursor.graphSet] ?? []) yield quad(s, p, o, name);
    }
  }

  countQuads(
    subject?: PatternTerm,
    predicate?: PatternTerm,
    object?: PatternTerm,
    graph?: PatternTerm,
  ): number {
    const rows = this.#rows(subject, predicate, object);
    if (rows === undefined) return 0;
    const { mask, names } = this.#select(graph);
    if (names.every(({ length }) => length <= 1)) return countRows(rows, mask);
    let count = 0;
    const cursor = new TripleCursor(rows, mask);
    while (cursor.next()) count += names[cursor.graphSet]?.length ?? 0;
    return count;
  }

  #rows(subject: PatternTerm, predicate: PatternTerm, object: PatternTerm): Rows | undefined {
    const ids: TermId[] = [];
    for (const term of [subject, predicate, object]) {
      const isAny = term === undefined || term === null || term.termType === 'Variable';
      const id = isAny ? NONE : this.#snapshot.terms.idOf(term);
      if (!isAny && id === NONE) return undefined;
      ids.push(id);
    }
    const [s = NONE, p = NONE, o = NONE] = ids;
    return rowsOf(this.#snapshot, s, p, o);
  }

  #select(graph: PatternTerm): Selection {
    const { terms, graphSets } = this.#snapshot;
    const { defaultGraph: mask } = this.#dataset;
    const isDefault = graph?.termType === 'DefaultGraph';
    const only = graph?.termType === 'NamedNode' ? graph.value : undefined;
    const names = graphSets.map((set, number): Term[] => {
      if (isDefault) return mask === ALL_GRAPHS || mask[number] === 1 ? [defaultGraph] : [];
      const found = Array.from(set)
        .filter((id) => this.#dataset.isNamed(id))
        .map((id) => terms.term(id));
      return only === undefined ? found : found.filter(({ value }) => value === only);
    });
    return { names, mask: Uint8Array.from(names, ({ length }) => Math.min(length, 1)) };
  }
}

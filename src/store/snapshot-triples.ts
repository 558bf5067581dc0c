/** Quads as numbers, sorted and told apart: the rows of the first index, and the sets of graphs that triples lie in. */
import { sortedBy } from './counting-sort.js';
import { IN_DEFAULT_GRAPH } from './nquads-line.js';
import type { ScannedQuads } from './nquads-scan.js';
import { DEFAULT_GRAPH_ID } from './snapshot.js';

/** By subject, predicate, object; each triple once. Columns are at least `tripleCount` long. */
export interface SortedTriples {
  readonly tripleCount: number;
  readonly quadCount: number;
  readonly subject: Uint32Array;
  readonly predicate: Uint32Array;
  readonly object: Uint32Array;
  readonly graphSet: Uint32Array;
  readonly graphs: Uint32Array;
  readonly graphSets: readonly Uint32Array[];
}

/** `ids` is by number of a term. The columns of the scan are written over. */
export function sortTriples(scanned: ScannedQuads, ids: Uint32Array): SortedTriples {
  const { count, subject, predicate, object, graph } = scanned;
  const graphs = distinctGraphs(graph.subarray(0, count), ids);
  const places = new Map(graphs.map((id, place) => [id, place]));
  for (let row = 0; row < count; row++) {
    subject[row] = ids[subject[row] as number] as number;
    predicate[row] = ids[predicate[row] as number] as number;
    object[row] = ids[object[row] as number] as number;
    graph[row] = places.get(graphId(graph[row] as number, ids)) as number;
  }
  let order: Uint32Array = Uint32Array.from({ length: count }, (_, row) => row);
  order = sortedBy(graph, graphs.length, order);
  for (const column of [object, predicate, subject]) order = sortedBy(column, ids.length, order);
  return merged(scanned, order, graphs);
}

function graphId(number: number, ids: Uint32Array): number {
  return number === IN_DEFAULT_GRAPH ? DEFAULT_GRAPH_ID : (ids[number] as number);
}

/** Ids of the graphs, ascending: so the default graph comes last. */
function distinctGraphs(column: Uint32Array, ids: Uint32Array): number[] {
  const numbers = new Set<number>();
  let last: number | undefined;
  for (const number of column) {
    if (number !== last) numbers.add(number);
    last = number;
  }
  return [...numbers].map((number) => graphId(number, ids)).sort((a, b) => a - b);
}

function merged(
  scanned: ScannedQuads,
  order: Uint32Array,
  graphs: readonly number[],
): SortedTriples {
  const { subject, predicate, object, graph } = scanned;
  const sets = new GraphSets(graphs);
  const columns = {
    subject: new Uint32Array(order.length),
    predicate: new Uint32Array(order.length),
    object: new Uint32Array(order.length),
    graphSet: new Uint32Array(order.length),
  };
  let tripleCount = 0;
  let quadCount = 0;
  for (let i = 0; i < order.length;) {
    const row = order[i] as number;
    sets.begin(graph[row] as number);
    let other: number;
    for (
      i++;
      i < order.length &&
      subject[(other = order[i] as number)] === subject[row] &&
      predicate[other] === predicate[row] &&
      object[other] === object[row];
      i++
    )
      sets.add(graph[other] as number);
    columns.subject[tripleCount] = subject[row] as number;
    columns.predicate[tripleCount] = predicate[row] as number;
    columns.object[tripleCount] = object[row] as number;
    columns.graphSet[tripleCount] = sets.number();
    tripleCount++;
    quadCount += sets.length;
  }
  return {
    ...columns,
    tripleCount,
    quadCount,
    graphs: Uint32Array.from(graphs.filter((id) => id !== DEFAULT_GRAPH_ID)),
    graphSets: sets.all,
  };
}

/** Numbers the sets of graphs, in the order that triples first lie in them. Most triples lie in one graph alone. */
class GraphSets {
  readonly all: Uint32Array[] = [];
  readonly #graphs: readonly number[];
  readonly #numbers = new Map<string, number>();
  /** By place of the graph: the number of the set of it alone. */
  readonly #single: (number | undefined)[] = [];
  /** Places of graphs, ascending. */
  #current: number[] = [];

  constructor(graphs: readonly number[]) {
    this.#graphs = graphs;
  }

  get length(): number {
    return this.#current.length;
  }
  begin(place: number): void {
    this.#current.length = 1;
    this.#current[0] = place;
  }
  add(place: number): void {
    if (this.#current.at(-1) !== place) this.#current.push(place);
  }
  number(): number {
    const [place] = this.#current;
    if (this.#current.length === 1) return (this.#single[place as number] ??= this.#new());
    const key = this.#current.join();
    const known = this.#numbers.get(key);
    if (known !== undefined) return known;
    const number = this.#new();
    this.#numbers.set(key, number);
    return number;
  }
  #new(): number {
    return (
      this.all.push(Uint32Array.from(this.#current, (place) => this.#graphs[place] as number)) - 1
    );
  }
}

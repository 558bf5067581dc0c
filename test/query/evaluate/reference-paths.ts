/** Property paths to the letter (SPARQL 1.1 18.4): the pairs of nodes that a path relates. */
import type { Path } from '../../../src/query/evaluate/algebra.js';

export type Triple = readonly [number, number, number];
type Pair = readonly [number, number];

/** Every way from one node to another; `nodes` are the graph's, for paths of zero length. */
export function pathPairs(
  path: Path,
  graph: readonly Triple[],
  nodes: ReadonlySet<number>,
  idOf: (iri: string) => number,
): Pair[] {
  const of = (one: Path): Pair[] => pathPairs(one, graph, nodes, idOf);
  const zero = [...nodes].map((id): Pair => [id, id]);
  switch (path.type) {
    case 'link':
      return graph.flatMap(([s, p, o]) => (p === idOf(path.iri.value) ? [[s, o] as const] : []));
    case 'inv':
      return of(path.path).map(([a, b]) => [b, a]);
    case 'nps': {
      const except = path.iris.map(({ value }) => idOf(value));
      return graph.flatMap(([s, p, o]) => (except.includes(p) ? [] : [[s, o] as const]));
    }
    case 'seq':
      return path.input
        .map(of)
        .reduce((left, right) =>
          left.flatMap(([a, b]) => right.flatMap(([c, d]) => (b === c ? [[a, d] as const] : []))),
        );
    case 'alt':
      return path.input.flatMap(of);
    case 'ZeroOrOnePath':
      return distinctPairs([...zero, ...of(path.path)]);
    case 'OneOrMorePath':
      return closed(of(path.path));
    case 'ZeroOrMorePath':
      return distinctPairs([...zero, ...closed(of(path.path))]);
  }
}

function distinctPairs(pairs: readonly Pair[]): Pair[] {
  return [...new Map(pairs.map((pair) => [pair.join(' '), pair])).values()];
}

function closed(pairs: readonly Pair[]): Pair[] {
  let all = distinctPairs(pairs);
  for (;;) {
    const more = distinctPairs([
      ...all,
      ...all.flatMap(([a, b]) => pairs.flatMap(([c, d]) => (b === c ? [[a, d] as const] : []))),
    ]);
    if (more.length === all.length) return all;
    all = more;
  }
}

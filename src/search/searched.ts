/** What search reads: everything public, and the columns of public data files, which no triple tells of. */
import type { PreviewProfile } from '../model/preview.js';
import type { Graph } from '../rdf/graph.js';

export interface Searched {
  readonly graph: Graph;
  /** Names of the columns of a distribution's file, as they stand there; empty where nothing is known of them. */
  readonly columnsOf: (distribution: string) => readonly string[];
}

export function searched(graph: Graph, profiles: readonly PreviewProfile[] = []): Searched {
  const named = new Map(
    profiles.map(({ distribution, columns }) => [
      distribution,
      columns.map(({ name }) => name).filter((name) => name !== ''),
    ]),
  );
  return { graph, columnsOf: (distribution) => named.get(distribution) ?? [] };
}

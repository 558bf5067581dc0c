/** A revision's public quads into a remote store (architecture.md 6): its own graphs, one switch, nothing when it is there. */
import { iri, type Iri } from '../model/iri.js';
import { namedNode, quad, type Quad } from '../rdf/terms.js';
import type { LoadReport, RemoteGraphStore } from './remote-graph-store.js';
import { rowsOf, TripleCursor } from './snapshot-match.js';
import { graphMask, NONE, type GraphMask, type Snapshot } from './snapshot.js';

export interface RevisionLoad extends LoadReport {
  /** False when the engine had the revision already. */
  readonly isNew: boolean;
  readonly graphs: number;
}

/** Rejects with the errors of `RemoteGraphStore.load`; the engine then serves what it served before. */
export async function loadRevision(
  store: RemoteGraphStore,
  snapshot: Snapshot,
): Promise<RevisionLoad> {
  const { sourceHash: revision, graphs } = snapshot;
  const names = graphs.map((id) => iri(snapshot.terms.value(id)));
  const { revision: current, graphs: held } = await store.tidy();
  if (current === revision) return { isNew: false, graphs: names.length, triples: 0, asText: [] };
  const wanted = new Set<Iri>(names);
  const changes = [
    ...graphs.map((id, at) => ({
      put: namedNode(names[at] as Iri),
      quads: triplesOf(snapshot, graphMask(snapshot, new Set([id]))),
    })),
    ...[...held.keys()]
      .filter((name) => !wanted.has(name))
      .map((name) => ({ delete: namedNode(name) })),
  ];
  // A default graph of several graphs is slower than one (2 ×, the 18 catalogue queries of the bench), and Virtuoso counts a
  // triple of two of them twice (7.2.5).
  const label = names.length > 1 ? { revision, union: triplesOf(snapshot) } : { revision };
  const report = await store.load(changes, label);
  return { ...report, isNew: true, graphs: names.length };
}

/** Made while they are walked over: a catalogue of millions of triples is never in memory as objects. */
function* triplesOf(snapshot: Snapshot, mask?: GraphMask): Iterable<Quad> {
  const { terms } = snapshot;
  const all = rowsOf(snapshot, NONE, NONE, NONE);
  const cursor = new TripleCursor(all, mask);
  while (cursor.next()) {
    yield quad(
      terms.term(cursor.subject) as Parameters<typeof quad>[0],
      terms.term(cursor.predicate) as Parameters<typeof quad>[1],
      terms.term(cursor.object),
    );
  }
}

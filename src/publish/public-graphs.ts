/** The public graphs of a revision (PUBLIC_GRAPHS), as bytes and opened: feeds and changes are made from what the site will read. */
import { iri, type Iri } from '../model/iri.js';
import { PUBLIC_GRAPHS, type SiteSettings } from '../model/site-settings.js';
import { canonicalBytes } from '../rdf/canonical.js';
import { namedNode, quad, type NamedNode, type Quad } from '../rdf/terms.js';
import { livingGraph } from '../store/public-zone.js';
import { buildSnapshot } from '../store/snapshot-build.js';
import { openSnapshot } from '../store/snapshot-open.js';
import type { Snapshot } from '../store/snapshot.js';
import type { PublicState } from './changes.js';
import type { ModelGraph } from './model-graphs.js';
import { stateOf } from './past.js';
import type { PublicVocabulary } from './public-vocabulary.js';

/** What is public of the catalogue itself. */
export interface PublicContent {
  /** Without the information models. */
  readonly catalogue: readonly Quad[];
  readonly models: readonly ModelGraph[];
  /** Codes and things of others that these point to. */
  readonly codes: readonly Quad[];
}

export interface PublicGraphs {
  /** Canonical N-Quads. */
  readonly quads: Uint8Array;
  /** The index file of these, as bytes and opened. */
  readonly file: Uint8Array<SharedArrayBuffer>;
  readonly snapshot: Snapshot;
  /** All but the tombstones, as the site reads it. */
  readonly state: PublicState;
}

export interface GraphParts {
  readonly settings: SiteSettings;
  readonly content: PublicContent;
  readonly vocabulary: PublicVocabulary;
  readonly tombstones: readonly Quad[];
}

export function publicGraphs({
  settings,
  content,
  vocabulary,
  tombstones,
}: GraphParts): PublicGraphs {
  const named = (name: string): Iri => iri(settings.base + name);
  const quads = canonicalBytes([
    ...inGraph(content.catalogue, named(PUBLIC_GRAPHS.catalogue)),
    ...content.models.flatMap((model) => inGraph(model.quads, model.graph)),
    ...inGraph([...content.codes, ...vocabulary.codes], named(PUBLIC_GRAPHS.codes)),
    ...inGraph(vocabulary.terms, named(PUBLIC_GRAPHS.ontology)),
    ...inGraph(tombstones, named(PUBLIC_GRAPHS.tombstones)),
  ]);
  const file = buildSnapshot(quads);
  const snapshot = openSnapshot(file.buffer);
  const graph = livingGraph({ snapshot, settings });
  return { quads, file, snapshot, state: stateOf(graph, settings) };
}

function inGraph(quads: Iterable<Quad>, name: Iri): Quad[] {
  const graph = namedNode(name);
  return [...quads].map((one) =>
    quad(one.subject as NamedNode, one.predicate as NamedNode, one.object, graph),
  );
}

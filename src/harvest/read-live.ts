/** A source as it stands now: fetched and mapped like in a harvest, but nothing is kept, guarded or accepted. */
import { iri } from '../model/iri.js';
import { namedNode, type Quad } from '../rdf/terms.js';
import { collect } from './collect.js';
import type { HarvestSetup, HarvestSource } from './harvest-setup.js';
import { identifyAll } from './identify.js';
import { mapContext, minter } from './map-context.js';
import { mapRecords } from './map-records.js';
import { inOrder } from './raw-store.js';
import type { SourceState } from './source-state.js';

export interface LiveSource {
  readonly id: string;
  readonly state: SourceState;
  readonly quads: readonly Quad[];
}

/** References to records of other sources lead nowhere; for sources that name things by IRI. A failed fetch is an issue. */
export async function readLive(
  setup: HarvestSetup,
  configured: HarvestSource,
  signal: AbortSignal,
): Promise<LiveSource> {
  const { source, harvester, egress } = configured;
  const { files, scheme, base } = setup;
  const collected = await collect(harvester, source, { signal, egress, files, scheme });
  const kept = collected.ok ? inOrder([...collected.records]) : [];
  const { bySource, aliases } = identifyAll(
    [{ source, harvester, kept }],
    minter(base),
    setup.identities,
  );
  const mapped = mapRecords({
    harvester,
    source,
    kept,
    ...(bySource.get(source.id) ?? { identified: [], collisions: [] }),
    graph: namedNode(iri(`${base}graph/harvested/${source.id}`)),
    contextFor: (_record, subject) =>
      mapContext(setup, configured, {
        subject,
        resolve: (name) => aliases.resolve(name),
        names: (prefix) => aliases.names(prefix),
      }),
  });
  const at = setup.clock();
  const { records, rejections, quads } = mapped;
  const found = collected.ok ? collected.issues : [collected.cause];
  const state: SourceState = {
    format: 1,
    source: source.id,
    kind: source.kind,
    raw: '',
    quads: '',
    harvestedAt: at,
    changedAt: at,
    records,
    rejections,
    issues: [...found, ...mapped.issues],
    lastRun: { at, outcome: 'changed' },
  };
  return { id: source.id, state, quads };
}

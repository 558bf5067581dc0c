/** Who each record is: its IRI, and the aliases by which the records of all sources find each other. */
import { issue } from '../model/issue.js';
import { iri, type Iri } from '../model/iri.js';
import { AliasTable } from './alias-table.js';
import { failure } from './collect.js';
import { isRejection, type Harvester, type Identity, type Mint, type Source } from './harvester.js';
import type { IdentifiedRecord, MapJob } from './map-records.js';
import type { Kept } from './raw-store.js';

export interface KeptSource {
  readonly source: Source;
  readonly harvester: Harvester;
  readonly kept: readonly Kept[];
}
export interface IdentifiedSource {
  readonly identified: readonly IdentifiedRecord[];
  readonly collisions: MapJob['collisions'];
}

/**
 * Pure. A record whose IRI another record of the same source already has is a collision: the first counts (they come
 * sorted), the other is rejected and both are named. One that `identify` throws on is rejected alone. `identities` (identity.csv) decides over what a harvester would mint.
 */
export function identifyAll(
  sources: readonly KeptSource[],
  mint: Mint,
  identities: ReadonlyMap<string, string>,
): { readonly bySource: ReadonlyMap<string, IdentifiedSource>; readonly aliases: AliasTable } {
  const aliases = new AliasTable();
  const bySource = new Map<string, IdentifiedSource>();
  for (const { source, harvester, kept } of sources) {
    const identified: IdentifiedRecord[] = [];
    const collisions: MapJob['collisions'][number][] = [];
    const owners = new Map<Iri, string>();
    for (const record of kept) {
      if (isRejection(record)) continue;
      const label = `${record.type} ${record.key}`;
      const { type, key, origin } = record;
      let found: Identity;
      try {
        found = harvester.identify(record, mint, source);
      } catch (error) {
        const place = { source: source.id, record: label, origin };
        const failed = failure(error, place, 'MAP_FAILED');
        collisions.push({ type, key, origin, code: failed.code, issue: failed });
        continue;
      }
      const decided = found.aliases
        .map((name) => identities.get(name))
        .find((value) => value !== undefined);
      const identity = decided === undefined ? found : { ...found, iri: iri(decided) };
      const first = owners.get(identity.iri);
      if (identity.own && first !== undefined) {
        const collision = issue(
          'IRI_COLLISION',
          'violation',
          { iri: identity.iri, first, second: label },
          { source: source.id, record: label, origin, focus: identity.iri },
        );
        collisions.push({ type, key, origin, code: 'IRI_COLLISION', issue: collision });
        continue;
      }
      if (identity.own) owners.set(identity.iri, label);
      for (const named of [identity, ...(identity.parts ?? [])])
        for (const name of named.aliases) aliases.add(name, named.iri);
      identified.push({ record, identity });
    }
    bySource.set(source.id, { identified, collisions });
  }
  return { bySource, aliases };
}

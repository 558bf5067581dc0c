/**
 * Every IRI ever published, and its fate (promise 3). It travels inside the revision, so it is as atomic as the revision is.
 * What was public and is no longer becomes a tombstone: an ordinary withdrawal keeps its title, a demotion only date and
 * reason (safety.md 3.1).
 */
import type { Instant } from '../model/instant.js';
import type { Iri } from '../model/iri.js';
import { resource } from '../rdf/resource.js';
import { namedNode, type Quad } from '../rdf/terms.js';
import { adms, dct, euTable, kdm, xsd } from '../rdf/vocabularies.js';
import { iri } from '../model/iri.js';

export interface RegistryEntry {
  readonly iri: Iri;
  readonly state: 'public' | 'withdrawn' | 'demoted';
  /** When the state was reached. */
  readonly at: Instant;
  readonly title?: string;
}

export interface PublicThing {
  readonly iri: Iri;
  readonly title: string | undefined;
}

/** Pure: the next registry. `isKnown` tells a demoted thing (a source still has it) from a withdrawn one. */
export function nextRegistry(
  previous: readonly RegistryEntry[],
  published: readonly PublicThing[],
  isKnown: (thing: Iri) => boolean,
  now: Instant,
): RegistryEntry[] {
  const next = new Map<Iri, RegistryEntry>(previous.map((entry) => [entry.iri, entry]));
  const current = new Set(published.map((thing) => thing.iri));
  for (const { iri: thing, title } of published) {
    const known = next.get(thing);
    const at = known?.state === 'public' ? known.at : now;
    next.set(thing, { iri: thing, state: 'public', at, ...(title ? { title } : {}) });
  }
  for (const entry of previous) {
    if (current.has(entry.iri)) continue;
    const demoted = isKnown(entry.iri);
    if (entry.state === 'public') {
      const { iri: thing, title } = entry;
      next.set(
        thing,
        demoted
          ? { iri: thing, state: 'demoted', at: now }
          : { iri: thing, state: 'withdrawn', at: now, ...(title ? { title } : {}) },
      );
    }
  }
  return [...next.values()].sort((a, b) => (a.iri < b.iri ? -1 : 1));
}

export function tombstones(registry: readonly RegistryEntry[]): Quad[] {
  const withdrawn = iri(`${euTable('distribution-status')}/WITHDRAWN`);
  return registry
    .filter(({ state }) => state !== 'public')
    .flatMap(({ iri: thing, state, at, title }) => [
      ...resource(thing)
        .a(kdm.Tombstone)
        .value(dct.modified, at.slice(0, 10), xsd.date)
        .add(adms.status, namedNode(withdrawn))
        .text(dct.title, state === 'withdrawn' ? title : undefined, 'nb'),
    ]);
}

export function parseRegistry(text: string): RegistryEntry[] {
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as RegistryEntry);
}
export function formatRegistry(entries: readonly RegistryEntry[]): string {
  return entries.map((entry) => `${JSON.stringify(entry)}\n`).join('');
}

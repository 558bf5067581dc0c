/**
 * The portal guard (F2, PR2): portals delete what they no longer find in a feed, without a threshold of their own. So a revision
 * that would take much away waits for a person. What is closed to the public is expected to go, and never waits (C8, C12).
 */
import type { Iri } from '../model/iri.js';
import type { RegistryEntry } from './registry.js';

export interface PortalLimits {
  readonly maxDatasets: number;
  /** Of the datasets that are served, 0–1. */
  readonly maxShare: number;
}

export interface Removal {
  readonly iri: Iri;
  /** Language → title. */
  readonly title?: RegistryEntry['title'];
  /** `faulty`: its source still has it, but it cannot be published as it is. */
  readonly why: 'withdrawn' | 'renamed' | 'faulty';
}

export interface GuardInput {
  /** Datasets and series that the portals have now. */
  readonly served: readonly string[];
  /** As it would be. */
  readonly registry: readonly RegistryEntry[];
  readonly limits: PortalLimits;
  /** What a person has seen would go, and has agreed to. */
  readonly accepted: ReadonlySet<string>;
  readonly isInSource: (thing: string) => boolean;
}

/** What would go, when it is too much; else undefined. */
export function heldRemovals(input: GuardInput): readonly Removal[] | undefined {
  const { served, registry, limits, accepted } = input;
  const entries = new Map(registry.map((entry) => [entry.iri as string, entry]));
  const removed = served.flatMap((thing) => removal(entries.get(thing), input));
  const isLarge =
    removed.length > limits.maxDatasets || removed.length > limits.maxShare * served.length;
  const isAccepted = removed.every(({ iri }) => accepted.has(iri));
  return isLarge && !isAccepted ? removed : undefined;
}

function removal(entry: RegistryEntry | undefined, { isInSource }: GuardInput): Removal[] {
  if (!entry || entry.state === 'public' || entry.state === 'demoted') return [];
  const { iri, title, state } = entry;
  const why = state === 'withdrawn' && isInSource(iri) ? 'faulty' : state;
  return [{ iri, ...(title ? { title } : {}), why }];
}

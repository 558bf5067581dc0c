/**
 * Why something that was public is no longer: closed to the public, moved, or withdrawn. What is closed leaves at once, whatever
 * else a revision waits for (C8, C12). A record that is held back for a fault is withdrawn as long as the fault lasts.
 */
import type { Assembly } from '../assemble/assembly.js';
import { standaloneType } from '../feed/followed-things.js';
import { iri, type Iri } from '../model/iri.js';
import type { PersonsWords } from '../model/persons-word.js';
import type { Projection } from '../project/project.js';
import type { Graph } from '../rdf/graph.js';
import { dct } from '../rdf/vocabularies.js';
import { isReused } from './address-rules.js';
import { recordName, type Departure, type RegistryEntry } from './registry.js';

export interface DepartureFacts {
  readonly assembly: Assembly;
  readonly projection: Projection;
  readonly isOpen: (subject: string) => boolean;
  readonly words: PersonsWords;
  /** So far. */
  readonly registry: readonly RegistryEntry[];
  /** What is served now. */
  readonly before: Graph | undefined;
}

export function departures(facts: DepartureFacts): (entry: RegistryEntry) => Departure {
  const { assembly, projection, words } = facts;
  const isClosed = closedTest(facts);
  const replaced = replacements(assembly, projection);
  return (entry) => {
    const claimants = assembly.recordsOf(entry.iri).filter(({ iri: own }) => own === entry.iri);
    // What another record says of itself is nothing about what had its address before.
    if (isClosed(entry.iri) && !isReused(entry, claimants, words)) return { state: 'demoted' };
    const word = words.get(entry.iri);
    const successor = word?.successor ?? replaced.get(entry.iri);
    return {
      state: word?.manner === 'omdopt' ? 'renamed' : 'withdrawn',
      ...(successor ? { successor } : {}),
      ...(word?.note ? { note: word.note } : {}),
    };
  };
}

/** Closed by its class, by a grading, or since it is of a kind that is never published; a part, with what it was a part of. */
function closedTest(facts: DepartureFacts): (thing: string) => boolean {
  const { assembly, projection, isOpen, registry, before } = facts;
  const stated = new Set(assembly.stated.map(({ subject }) => subject.value));
  const neverPublic = new Set<string | undefined>(
    projection.issues.filter(({ code }) => code === 'NEVER_PUBLIC').map(({ focus }) => focus),
  );
  const graded = new Set(
    assembly.rejections.filter(({ code }) => code === 'GRADED').map(recordName),
  );
  const records = new Map(registry.map((entry) => [entry.iri as string, entry.records ?? []]));
  const known = new Map<string, boolean>();
  const isClosed = (thing: string): boolean => {
    const found = known.get(thing);
    if (found !== undefined) return found;
    known.set(thing, false); // Parts may point to each other.
    const closed = stated.has(thing)
      ? !isOpen(thing) || neverPublic.has(thing)
      : (records.get(thing) ?? []).some((record) => graded.has(record));
    known.set(thing, closed || isPartOfClosed(thing));
    return known.get(thing) === true;
  };
  const isPartOfClosed = (thing: string): boolean =>
    standaloneType(thing, assembly.base) === undefined &&
    (before?.pointingTo(thing) ?? []).some(({ subject }) => isClosed(subject.value));
  return isClosed;
}

/** `dct:replaces` of what is public: the old IRI → the first of the new ones. */
function replacements(assembly: Assembly, projection: Projection): ReadonlyMap<string, Iri> {
  const replaced = new Map<string, Iri>();
  for (const { subject, predicate, object } of assembly.stated) {
    if (!predicate.equals(dct.replaces) || !projection.subjects.has(subject.value)) continue;
    const known = replaced.get(object.value);
    if (known === undefined || subject.value < known)
      replaced.set(object.value, iri(subject.value));
  }
  return replaced;
}

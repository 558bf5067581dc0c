/** Short names for IRIs of the vocabularies we know: `dcat:Dataset`. */
import { PREFIXES } from './vocabularies.js';

/** Narrower than any syntax allows, so that a short name means the same to every reader. */
const LOCAL_NAME = /^[A-Za-z_][A-Za-z0-9_-]*$/;
const SCHEME = /^([a-z][a-z0-9]*):/;
const NAMESPACES = new Map(Object.entries(PREFIXES).map(([prefix, base]) => [base, prefix]));

export interface CompactNames {
  /** Prefixes in use, in the order of PREFIXES. */
  readonly prefixes: readonly (readonly [prefix: string, namespace: string])[];
  /** `prefix:local`, or undefined when the IRI has to be written in full. */
  compact(iri: string): string | undefined;
  /** True for an IRI that, written in full, reads as a short name: its scheme is one of the prefixes. */
  isShortName(iri: string): boolean;
}

/** All that we know: for documents that are written before it is known what is in them. */
export const ALL_NAMES: CompactNames = namesWith(() => true);

/** A prefix that is also the scheme of one of the IRIs (`org:…`) is left out: JSON-LD could not tell them apart. */
export function compactNames(iris: Iterable<string>): CompactNames {
  const used = new Set<string>();
  const schemes = new Set<string>();
  for (const iri of iris) {
    const prefix = split(iri)?.prefix;
    if (prefix) used.add(prefix);
    schemes.add(SCHEME.exec(iri)?.[1] ?? '');
  }
  return namesWith((prefix) => used.has(prefix) && !schemes.has(prefix));
}

function namesWith(isUsed: (prefix: string) => boolean): CompactNames {
  const prefixes = Object.entries(PREFIXES).filter(([prefix]) => isUsed(prefix));
  const kept = new Set(prefixes.map(([prefix]) => prefix));
  return {
    prefixes,
    compact(iri) {
      const name = split(iri);
      return name && kept.has(name.prefix) ? `${name.prefix}:${name.local}` : undefined;
    },
    isShortName: (iri) => kept.has(SCHEME.exec(iri)?.[1] ?? ''),
  };
}

function split(iri: string): { prefix: string; local: string } | undefined {
  const end = Math.max(iri.lastIndexOf('#'), iri.lastIndexOf('/')) + 1;
  const prefix = NAMESPACES.get(iri.slice(0, end));
  const local = iri.slice(end);
  return prefix !== undefined && LOCAL_NAME.test(local) ? { prefix, local } : undefined;
}

/**
 * The change log (site.md 10.3): what was published, altered and withdrawn, and when. One log, many views: LDES, OAI-PMH, Atom
 * and the pages of changes. It is made from public things alone (C6); `endringer.ndjson` in the public zone is what of it may
 * still be told.
 */
import type { Instant } from './instant.js';
import type { Iri } from './iri.js';
import type { ResourceType } from './resource-type.js';

export type ChangeKind = 'create' | 'update' | 'delete';

export interface Change {
  /** Key of the activity's IRI `{base}id/endring/{key}`: made from thing, kind, moment and hash, so it tells nothing else. */
  readonly key: string;
  readonly kind: ChangeKind;
  readonly thing: Iri;
  readonly type: ResourceType;
  readonly at: Instant;
  /** Of the description after the change (feed-graph.ts); none when it is deleted. */
  readonly hash?: string;
  /** Language → title, as it stood then. None for what was demoted. */
  readonly title?: Readonly<Record<string, string>>;
  readonly publisher?: Iri;
  readonly themes?: readonly Iri[];
  /** Statements that went and came, as lines of N-Triples; of an update. */
  readonly removed?: readonly string[];
  readonly added?: readonly string[];
  /** Shared things whose change is all that has changed in this description: an organisation's new name. */
  readonly because?: readonly Iri[];
  /** Of a deletion: withdrawn by its source, closed to the public, or moved to another IRI. */
  readonly reason?: 'withdrawn' | 'demoted' | 'renamed';
  readonly successor?: Iri;
}

/** IRI of the activity. */
export function changeIri(base: string, { key }: Pick<Change, 'key'>): string {
  return `${base}id/endring/${key}`;
}

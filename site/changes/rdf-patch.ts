/**
 * A change as an RDF Patch (https://afs.github.io/rdf-patch/): what to delete and what to add, as one transaction. Its id is
 * the activity; `prev` is the change of the same thing before it, so that a chain of patches can be checked.
 */
import { changeIri, type Change } from '../../src/model/change.js';
import { iriRef } from '../../src/rdf/nquads.js';
import type { ChangeLog } from './change-log.js';

export const PATCH_TYPE = 'application/rdf-patch';

/** Only what was altered has statements that went and came. */
export function hasPatch({ kind, removed = [], added = [] }: Change): boolean {
  return kind === 'update' && removed.length + added.length > 0;
}

/** Statements in the order of the log: those that go before those that come. */
export function rdfPatch(base: string, log: ChangeLog, change: Change): string {
  const others = log.ofThing(change.thing);
  const before = others[others.indexOf(change) + 1];
  const lines = [
    `H id ${iriRef(changeIri(base, change))} .`,
    ...(before ? [`H prev ${iriRef(changeIri(base, before))} .`] : []),
    'TX .',
    ...(change.removed ?? []).map((line) => `D ${line}`),
    ...(change.added ?? []).map((line) => `A ${line}`),
    'TC .',
  ];
  return `${lines.join('\n')}\n`;
}

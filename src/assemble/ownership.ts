/**
 * W3: a thing belongs to the first source that has it as a record; what another source says about it is kept out. Parts
 * that several records share (a category of data subjects) belong to all of them.
 */
import { issue, type Issue } from '../model/issue.js';
import { GraphIndex } from '../rdf/graph-index.js';
import { labelOf } from '../rdf/label.js';
import type { Quad } from '../rdf/terms.js';
import type { AssembledRecord, AssembledSource } from './assembly.js';

export interface Owned {
  readonly owned: Quad[];
  /** Once a source and thing, and only where the owner is silent on what was said: a title said twice is no news. */
  readonly issues: Issue[];
}

export function keepOwned(
  sources: readonly AssembledSource[],
  records: readonly AssembledRecord[],
): Owned {
  const owner = new Map<string, string>();
  for (const { iri: subject, own, source } of records) {
    if (own && !owner.has(subject)) owner.set(subject, source);
  }
  const owned: Quad[] = [];
  const foreign: { source: string; quad: Quad }[] = [];
  for (const { id, quads } of sources) {
    for (const one of quads) {
      const belongsTo = owner.get(one.subject.value);
      if (belongsTo === undefined || belongsTo === id) owned.push(one);
      else foreign.push({ source: id, quad: one });
    }
  }
  return { owned, issues: lost(foreign, new GraphIndex(owned)) };
}

function lost(
  foreign: readonly { readonly source: string; readonly quad: Quad }[],
  owned: GraphIndex,
): Issue[] {
  const told = new Set<string>();
  return foreign.flatMap(({ source, quad: { subject, predicate } }) => {
    const says = owned.about(subject).some((one) => one.predicate.equals(predicate));
    const key = JSON.stringify([source, subject.value]);
    if (says || told.has(key)) return [];
    told.add(key);
    const label = labelOf(owned, subject.value);
    const found = label === undefined ? subject.value : `«${label}»`;
    return [issue('FOREIGN_SUBJECT', 'warning', { found }, { source })];
  });
}

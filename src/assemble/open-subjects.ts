/** Which descriptions are open: what is public may come from these alone (C3, C6). */
import { isNamedNode, type Quad } from '../rdf/terms.js';
import { kdm } from '../rdf/vocabularies.js';

/** Subjects that have one class, the open one, in every source that describes them. */
export function openSubjects(stated: readonly Quad[], openClass: string): ReadonlySet<string> {
  const open = new Set<string>();
  const other = new Set<string>();
  for (const { subject, predicate, object } of stated) {
    if (predicate.value !== kdm.recordClass.value) continue;
    const isOpen = isNamedNode(object) && object.value === openClass;
    (isOpen ? open : other).add(subject.value);
  }
  for (const subject of other) open.delete(subject);
  return open;
}

/**
 * What a graph holds, counted exactly from the sorted indexes of the snapshot: the figures of VoID (https://www.w3.org/TR/void/
 * #statistics). One pass over each index, no text is read.
 */
import type { GraphMask, Snapshot, TermId, TripleIndex } from '../src/store/snapshot.js';

export interface PropertyCount {
  readonly property: TermId;
  readonly triples: number;
  readonly distinctSubjects: number;
  readonly distinctObjects: number;
}
export interface ClassCount {
  readonly class: TermId;
  readonly entities: number;
}
export interface GraphStatistics {
  readonly triples: number;
  /** Subjects that have an IRI. */
  readonly entities: number;
  readonly distinctSubjects: number;
  readonly distinctObjects: number;
  /** In the order of the dictionary: by IRI. */
  readonly properties: readonly PropertyCount[];
  readonly classes: readonly ClassCount[];
}

/** Of the graphs that the mask lets through; a triple that lies in several of them is one. `type`: id of rdf:type, or NONE. */
export function graphStatistics(
  snapshot: Snapshot,
  mask: GraphMask,
  type: TermId,
): GraphStatistics {
  const { spo, pos, osp, terms } = snapshot;
  const subjects = countFirsts(spo, mask, terms.size);
  const properties = countProperties(snapshot, mask);
  return {
    triples: properties.reduce((sum, one) => sum + one.triples, 0),
    entities: countFirsts(spo, mask, terms.blankFrom),
    distinctSubjects: subjects,
    distinctObjects: countFirsts(osp, mask, terms.size),
    properties,
    classes: type < 0 ? [] : countRuns(pos, mask, type),
  };
}

/** First components below `end` with a row that counts. */
function countFirsts({ offsets, graphSet }: TripleIndex, mask: GraphMask, end: number): number {
  let found = 0;
  for (let first = 0; first < end; first += 1) {
    const to = offsets[first + 1] ?? 0;
    for (let row = offsets[first] ?? 0; row < to; row += 1) {
      if (mask[graphSet[row] ?? 0] !== 1) continue;
      found += 1;
      break;
    }
  }
  return found;
}

/** Of one predicate: its objects, with how many subjects each has. */
function countRuns(pos: TripleIndex, mask: GraphMask, predicate: TermId): ClassCount[] {
  const counts: ClassCount[] = [];
  const end = pos.offsets[predicate + 1] ?? 0;
  for (let row = pos.offsets[predicate] ?? 0; row < end;) {
    const object = pos.second[row] ?? 0;
    let entities = 0;
    for (; row < end && pos.second[row] === object; row += 1)
      if (mask[pos.graphSet[row] ?? 0] === 1) entities += 1;
    if (entities > 0) counts.push({ class: object, entities });
  }
  return counts;
}

function countProperties({ pos, terms }: Snapshot, mask: GraphMask): PropertyCount[] {
  const counts: PropertyCount[] = [];
  // The last predicate that a subject was counted for, plus one.
  const counted = new Uint32Array(terms.size);
  for (let property = 0; property < terms.blankFrom; property += 1) {
    let triples = 0;
    let distinctSubjects = 0;
    let distinctObjects = 0;
    let last = -1;
    const end = pos.offsets[property + 1] ?? 0;
    for (let row = pos.offsets[property] ?? 0; row < end; row += 1) {
      if (mask[pos.graphSet[row] ?? 0] !== 1) continue;
      triples += 1;
      const object = pos.second[row] ?? 0;
      if (object !== last) distinctObjects += 1;
      last = object;
      const subject = pos.third[row] ?? 0;
      if (counted[subject] !== property + 1) distinctSubjects += 1;
      counted[subject] = property + 1;
    }
    if (triples > 0) counts.push({ property, triples, distinctSubjects, distinctObjects });
  }
  return counts;
}

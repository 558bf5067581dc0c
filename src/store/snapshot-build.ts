/** Makes the bytes of a snapshot from N-Quads. The same quads give the same bytes, in any order and however written (PF1.3). */
import { canonicalNQuads } from '../rdf/canonical.js';
import type { Quad } from '../rdf/terms.js';
import { canonicalHash } from './canonical-hash.js';
import { countInto } from './counting-sort.js';
import { scanNQuads } from './nquads-scan.js';
import { allocateSnapshot, sealSnapshot, type Counts, type Sections } from './snapshot-format.js';
import { openSnapshot } from './snapshot-open.js';
import { sortTerms, type SortedTerms } from './snapshot-terms.js';
import { sortTriples, type SortedTriples } from './snapshot-triples.js';
import type { Snapshot, TripleIndex } from './snapshot.js';

/**
 * UTF-8 or a string. Fast for canonical N-Quads, right for any. Blank nodes keep their labels, language tags become lower case.
 * Throws CatalogError PARSE_FAILED or IRI_INVALID; RangeError for more than 32 bits count.
 */
export function buildSnapshot(nquads: Uint8Array | string): Uint8Array<SharedArrayBuffer> {
  const scanned = scanNQuads(typeof nquads === 'string' ? Buffer.from(nquads) : nquads);
  const sourceHash = canonicalHash(scanned);
  const terms = sortTerms(scanned.terms);
  const triples = sortTriples(scanned, terms.ids);
  const literalTypes = literalTypesText(terms);
  const parts = allocateSnapshot(countsOf(terms, triples, literalTypes.length), sourceHash);
  parts.sections.literalTypes.set(literalTypes);
  writeText(terms, parts.sections);
  writeGraphs(triples, parts.sections);
  writeIndexes(triples, parts.sections);
  sealSnapshot(parts);
  return new Uint8Array(parts.buffer);
}

/** For quads that are in memory. Throws as `buildSnapshot`. */
export function snapshotOf(quads: Iterable<Quad>): Snapshot {
  return openSnapshot(buildSnapshot(canonicalNQuads(quads)).buffer);
}

function countsOf(terms: SortedTerms, triples: SortedTriples, literalTypesBytes: number): Counts {
  const { starts, ends } = terms.values;
  const { tripleCount, quadCount, graphs, graphSets } = triples;
  return {
    size: terms.order.length,
    blankFrom: terms.blankFrom,
    literalFrom: terms.literalFrom,
    tripleCount,
    quadCount,
    graphCount: graphs.length,
    graphSetCount: graphSets.length,
    graphSetMembers: graphSets.reduce((sum, set) => sum + set.length, 0),
    literalTypesBytes,
    textBytes: terms.order.reduce(
      (sum, number) => sum + (ends[number] as number) - (starts[number] as number),
      0,
    ),
  };
}

function literalTypesText({ literalTypes }: SortedTerms): Uint8Array {
  const rows = literalTypes.map(({ datatype, language, from }) => [datatype, language, from]);
  return Buffer.from(JSON.stringify(rows));
}

function writeText({ values, order }: SortedTerms, { text, termOffsets }: Sections): void {
  const { bytes, starts, ends } = values;
  let at = 0;
  for (let id = 0; id < order.length; id++) {
    const number = order[id] as number;
    const end = ends[number] as number;
    termOffsets[id] = at;
    for (let from = starts[number] as number; from < end; from++)
      text[at++] = bytes[from] as number;
  }
  termOffsets[order.length] = at;
}

function writeGraphs({ graphs, graphSets }: SortedTriples, sections: Sections): void {
  sections.graphs.set(graphs);
  let at = 0;
  graphSets.forEach((set, i) => {
    sections.graphSetMembers.set(set, at);
    sections.graphSetOffsets[i + 1] = at += set.length;
  });
}

/** Each index from the one before it, by one stable pass: rows of equal keys are in the wanted order already. */
function writeIndexes(triples: SortedTriples, { spo, osp, pos }: Sections): void {
  const { tripleCount, subject, predicate, object, graphSet } = triples;
  countInto(spo.offsets, subject, tripleCount);
  spo.second.set(predicate.subarray(0, tripleCount));
  spo.third.set(object.subarray(0, tripleCount));
  spo.graphSet.set(graphSet.subarray(0, tripleCount));
  rotate(spo, osp);
  rotate(osp, pos);
}

/** From the index of (a, b, c) that of (c, a, b). */
function rotate(from: TripleIndex, to: TripleIndex): void {
  const { offsets, second, third, graphSet } = from;
  countInto(to.offsets, third, third.length);
  const next = to.offsets.slice();
  let first = 0;
  for (let row = 0; row < third.length; row++) {
    while (row >= (offsets[first + 1] as number)) first++;
    const key = third[row] as number;
    const at = next[key] as number;
    next[key] = at + 1;
    to.second[at] = first;
    to.third[at] = second[row] as number;
    to.graphSet[at] = graphSet[row] as number;
  }
}

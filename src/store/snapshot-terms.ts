/** The distinct terms of a text, sorted as a snapshot has them (snapshot.ts), with what the dictionary stores of each. */
import { CatalogError } from '../model/errors.js';
import { rdf, xsd } from '../rdf/vocabularies.js';
import { sortSlices, type Slices } from './byte-order.js';
import { byteClass, ByteTable, HASH_SEED, mixByte } from './byte-table.js';
import { offsetsOf } from './counting-sort.js';
import type { LiteralType } from './snapshot.js';

const LESS = 0x3c;
const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const COLON = 0x3a;
const AT = 0x40;
const LETTER = byteClass(/[A-Za-z]/);
const IN_SCHEME = byteClass(/[A-Za-z0-9+.-]/);
/** Groups of terms: IRIs are 0, blank nodes and, from LITERALS, the types of literals follow. */
const BLANKS = 1;
const LITERALS = 2;

export interface SortedTerms {
  /** Values by number of the table: IRIs, labels, lexical forms, as UTF-8 without escapes. */
  readonly values: Slices;
  /** Numbers of the table in the order of ids, and back. */
  readonly order: Uint32Array;
  readonly ids: Uint32Array;
  readonly blankFrom: number;
  readonly literalFrom: number;
  readonly literalTypes: readonly LiteralType[];
}

/** Takes the table over: it is of no use afterwards. Throws CatalogError IRI_INVALID for an IRI that is not absolute. */
export function sortTerms(table: ByteTable): SortedTerms {
  const size = table.size;
  const { bytes, starts, ends } = table.slices;
  const types = new TypeNames();
  const groups = new Uint32Array(size);
  for (let number = 0; number < size; number++) {
    const first = bytes[starts[number] as number];
    if (first === LESS) cutIri(table.slices, number);
    else if (first === QUOTE) groups[number] = LITERALS + cutLiteral(table.slices, number, types);
    else {
      starts[number] = (starts[number] as number) + '_:'.length;
      groups[number] = BLANKS;
    }
  }
  const sortedTypes = types.sorted();
  const ranks = new Uint32Array(LITERALS + sortedTypes.length);
  ranks[BLANKS] = BLANKS;
  sortedTypes.forEach((type, rank) => (ranks[LITERALS + type.number] = LITERALS + rank));
  for (let number = 0; number < size; number++)
    groups[number] = ranks[groups[number] as number] as number;
  const { order, bounds } = byGroup(groups, ranks.length);
  const values = { bytes, starts, ends };
  for (let group = 0; group < ranks.length; group++)
    sortSlices(values, order.subarray(bounds[group], bounds[group + 1]));
  const ids = new Uint32Array(size);
  for (let id = 0; id < size; id++) ids[order[id] as number] = id;
  const bound = (group: number): number => bounds[group] as number;
  return {
    values,
    order,
    ids,
    blankFrom: bound(BLANKS),
    literalFrom: bound(LITERALS),
    literalTypes: sortedTypes.map(({ datatype, language }, rank) => ({
      datatype,
      language,
      from: bound(LITERALS + rank),
      to: bound(LITERALS + rank + 1),
    })),
  };
}

/** `<iri>` becomes `iri`. */
function cutIri({ bytes, starts, ends }: Slices, number: number): void {
  const start = (starts[number] as number) + 1;
  const end = (ends[number] as number) - 1;
  starts[number] = start;
  ends[number] = end;
  checkIri(bytes, start, end);
}

/** RFC 3987: a scheme before the first colon. */
function checkIri(bytes: Uint8Array, start: number, end: number): void {
  let at = start;
  while (at < end && IN_SCHEME[bytes[at] as number] === 1) at++;
  if (at === start || bytes[at] !== COLON || LETTER[bytes[start] as number] !== 1) {
    const found = Buffer.from(bytes.subarray(start, end)).toString('utf8');
    throw new CatalogError('IRI_INVALID', { found, field: 'IRI' });
  }
}

/** `"text"@nb` becomes `text`, its escapes undone in place; gives the number of its type. */
function cutLiteral({ bytes, starts, ends }: Slices, number: number, types: TypeNames): number {
  const start = (starts[number] as number) + 1;
  const end = ends[number] as number;
  const quote = bytes.lastIndexOf(QUOTE, end - 1);
  starts[number] = start;
  ends[number] = unescape(bytes, start, quote);
  return types.numberOf(bytes, quote + 1, end);
}

const NAMED = new Map(
  Object.entries({ b: '\b', t: '\t', n: '\n', f: '\f', r: '\r' }).map(([name, char]) => [
    name.charCodeAt(0),
    char.charCodeAt(0),
  ]),
);
const UNICODE = 'u'.charCodeAt(0);

/** Only the escapes of canonical N-Quads, each for one byte. Gives the new end. */
function unescape(bytes: Uint8Array, from: number, to: number): number {
  let end = from;
  while (end < to && bytes[end] !== BACKSLASH) end++;
  for (let at = end; at < to;) {
    let byte = bytes[at++] as number;
    if (byte === BACKSLASH) {
      const name = bytes[at++] as number;
      byte = NAMED.get(name) ?? name;
      if (name === UNICODE) {
        byte = parseInt(String.fromCharCode(...bytes.subarray(at, at + 4)), 16);
        at += 4;
      }
    }
    bytes[end++] = byte;
  }
  return end;
}

/** Types of literals by how they are written: nothing, `@nb`, `^^<iri>`. */
class TypeNames {
  readonly #table = new ByteTable();

  numberOf(bytes: Uint8Array, from: number, to: number): number {
    let hash = HASH_SEED;
    for (let i = from; i < to; i++) hash = mixByte(hash, bytes[i] as number);
    return this.#table.intern(bytes, from, to, hash);
  }

  /** By datatype, then by language. */
  sorted(): readonly { number: number; datatype: string; language: string }[] {
    const { bytes, starts, ends } = this.#table.slices;
    return Array.from({ length: this.#table.size }, (_, number) => {
      const start = starts[number] as number;
      const end = ends[number] as number;
      const text = (from: number, to: number): string =>
        Buffer.from(bytes.subarray(from, to)).toString('utf8');
      if (start === end) return { number, datatype: xsd.string.value, language: '' };
      if (bytes[start] === AT)
        return { number, datatype: rdf.langString.value, language: text(start + 1, end) };
      checkIri(bytes, start + '^^<'.length, end);
      return { number, datatype: text(start + '^^<'.length, end - 1), language: '' };
    }).sort((a, b) => compare(a.datatype, b.datatype) || compare(a.language, b.language));
  }
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Numbers in the order of their groups, and where each group begins: those of group `g` are `bounds[g]` ≤ at < `bounds[g + 1]`. */
function byGroup(
  groups: Uint32Array,
  groupCount: number,
): { readonly order: Uint32Array; readonly bounds: Uint32Array } {
  const bounds = offsetsOf(groups, groups.length, groupCount);
  const next = bounds.slice();
  const order = new Uint32Array(groups.length);
  for (let number = 0; number < groups.length; number++) {
    const group = groups[number] as number;
    order[next[group] as number] = number;
    next[group] = (next[group] as number) + 1;
  }
  return { order, bounds };
}

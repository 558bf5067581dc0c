/** The terms of a snapshot: their texts are looked at where they lie, and made only when asked for. */
import { blankNode, exactLiteral, exactNamedNode, type Term } from '../rdf/terms.js';
import { compareBytes } from './byte-order.js';
import type { SnapshotParts } from './snapshot-format.js';
import { NONE, type Dictionary, type LiteralType, type TermId } from './snapshot.js';

/** Terms that are kept made; a power of two. Some 4 MiB when all are there. */
const KEPT_TERMS = 1 << 14;
const KEPT_IRIS = 4096;

export function dictionary({ counts, sections, buffer }: SnapshotParts): Dictionary {
  const { size, blankFrom, literalFrom } = counts;
  const { termOffsets, text } = sections;
  const textBuffer = Buffer.from(buffer, text.byteOffset, text.length);
  const literalTypes = readTypes(sections.literalTypes, size);
  const datatypes = literalTypes.map(({ datatype }) => exactNamedNode(datatype));
  const ids = new Map<string, TermId>();
  const terms: (Term | undefined)[] = [];
  const termIds = new Int32Array(Math.min(KEPT_TERMS, size)).fill(NONE);

  const find = (value: string, from: TermId, to: TermId): TermId =>
    search({ text, termOffsets }, Buffer.from(value), from, to);
  const value = (id: TermId): string =>
    textBuffer.toString('utf8', termOffsets[id], termOffsets[id + 1]);
  const literalType = (id: TermId): number => (id < literalFrom ? NONE : typeAt(literalTypes, id));

  const idOfIri = (iri: string): TermId => {
    const known = ids.get(iri);
    if (known !== undefined) return known;
    const id = find(iri, 0, blankFrom);
    if (ids.size >= KEPT_IRIS) ids.clear();
    ids.set(iri, id);
    return id;
  };
  const idOfLiteral = (lexical: string, datatype: string, language: string): TermId => {
    const type = literalTypes.find((one) => one.datatype === datatype && one.language === language);
    return type ? find(lexical, type.from, type.to) : NONE;
  };
  const made = (id: TermId): Term => {
    if (id < blankFrom) return exactNamedNode(value(id));
    if (id < literalFrom) return blankNode(value(id));
    const type = literalType(id);
    const { language } = literalTypes[type] as LiteralType;
    return exactLiteral(value(id), language === '' ? datatypes[type] : language);
  };
  return {
    size,
    blankFrom,
    literalFrom,
    literalTypes,
    idOfIri,
    idOf(term) {
      if (term.termType === 'NamedNode') return idOfIri(term.value);
      if (term.termType === 'BlankNode') return find(term.value, blankFrom, literalFrom);
      if (term.termType !== 'Literal') return NONE;
      return idOfLiteral(term.value, term.datatype.value, term.language);
    },
    value,
    literalType,
    term(id) {
      const place = id & (KEPT_TERMS - 1);
      const kept = terms[place];
      if (kept && termIds[place] === id) return kept;
      const term = made(id);
      termIds[place] = id;
      return (terms[place] = term);
    },
  };
}

function readTypes(json: Uint8Array, size: number): readonly LiteralType[] {
  const rows = JSON.parse(Buffer.from(json).toString('utf8')) as [string, string, number][];
  return rows.map(([datatype, language, from], i) => ({
    datatype,
    language,
    from,
    to: rows[i + 1]?.[2] ?? size,
  }));
}

function typeAt(types: readonly LiteralType[], id: TermId): number {
  let low = 0;
  let high = types.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >>> 1;
    if ((types[middle] as LiteralType).from <= id) low = middle;
    else high = middle - 1;
  }
  return low;
}

interface Texts {
  readonly text: Uint8Array;
  readonly termOffsets: Uint32Array;
}

/** Id of the term `from` ≤ id < `to` with this value; what the bounds begin with alike is not compared again. */
function search(texts: Texts, wanted: Uint8Array, from: TermId, to: TermId): TermId {
  let low = from;
  let high = to;
  let sharedLow = 0;
  let sharedHigh = 0;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const shared = sharedBytes(texts, middle, wanted, Math.min(sharedLow, sharedHigh));
    const at = (texts.termOffsets[middle] as number) + shared;
    const end = texts.termOffsets[middle + 1] as number;
    if (at === end && shared === wanted.length) return middle;
    const isBefore =
      at === end ||
      (shared < wanted.length &&
        compareBytes(texts.text[at] as number, wanted[shared] as number) < 0);
    if (isBefore) {
      low = middle + 1;
      sharedLow = shared;
    } else {
      high = middle;
      sharedHigh = shared;
    }
  }
  return NONE;
}

/** How many bytes a term's value and the wanted one begin with alike; `from` of them are known. */
function sharedBytes(texts: Texts, id: TermId, wanted: Uint8Array, from: number): number {
  const start = texts.termOffsets[id] as number;
  const length = Math.min((texts.termOffsets[id + 1] as number) - start, wanted.length);
  let shared = from;
  while (shared < length && texts.text[start + shared] === wanted[shared]) shared++;
  return shared;
}

/**
 * Reads lines of canonical N-Quads (src/rdf/nquads.ts) from bytes: terms become numbers of a table, no string is made. What is
 * not exactly canonical is left to a full parser, so nothing here is lenient.
 */
import { xsd } from '../rdf/vocabularies.js';
import { compareBytes } from './byte-order.js';
import { byteClass, HASH_SEED, mixByte, type ByteTable } from './byte-table.js';

export const NOT_CANONICAL = -1;
/** Number of the graph of a quad in the default graph. */
export const IN_DEFAULT_GRAPH = 0xffff_ffff;

const code = (char: string): number => char.charCodeAt(0);
const LF = code('\n');
const SPACE = code(' ');
const QUOTE = code('"');
const DOT = code('.');
const LESS = code('<');
const GREATER = code('>');
const AT = code('@');
const BACKSLASH = code('\\');
const CARET = code('^');
const UNDERSCORE = code('_');
const COLON = code(':');
const DASH = code('-');

// Bytes from 0x80 are parts of characters beyond ASCII, which stand for themselves in IRIs and texts.
const IN_IRI = byteClass(/[^\u0000-\u0020<>"{}|^`\\]/);
const IN_TEXT = byteClass(/[^\u0000-\u001f\u007f"\\]/);
const IN_LABEL = byteClass(/[A-Za-z0-9_.:\u0080-\u00ff-]/);
/** BLANK_NODE_LABEL of N-Quads 1.1. */
const [STARTS, GOES_ON] = [
  'A-Za-z0-9_:\\u{C0}-\\u{D6}\\u{D8}-\\u{F6}\\u{F8}-\\u{2FF}\\u{370}-\\u{37D}\\u{37F}-\\u{1FFF}\\u{200C}\\u{200D}\\u{2070}-\\u{218F}\\u{2C00}-\\u{2FEF}\\u{3001}-\\u{D7FF}\\u{F900}-\\u{FDCF}\\u{FDF0}-\\u{FFFD}\\u{10000}-\\u{EFFFF}',
  '\\u{B7}\\u{300}-\\u{36F}\\u{203F}\\u{2040}-',
];
const LABEL = new RegExp(`^[${STARTS}](?:[.${STARTS}${GOES_ON}]*[${STARTS}${GOES_ON}])?$`, 'u');
const PLAIN = byteClass(/[A-Za-z0-9_]/);
const IN_LANGUAGE = byteClass(/[a-z]/);
const IN_SUBTAG = byteClass(/[a-z0-9]/);
const STRING_TYPE = Buffer.from(xsd.string.value);
/** The escapes of the canonical form, and no others: `\"`, `\n` …, and `\u001F` … for what has no such name. */
const ESCAPE = /^\\(?:[btnfr"\\]|u00(?:0[0-7BEF]|1[0-9A-F]|7F))/;
const ESCAPE_LENGTH = 6;

export class LineReader {
  subject = 0;
  predicate = 0;
  object = 0;
  graph = IN_DEFAULT_GRAPH;
  /** Whether every line so far came after the one before it: the order of the canonical form, nothing twice. */
  ascending = true;
  readonly #bytes: Uint8Array;
  readonly #terms: ByteTable;
  /** The line before, and how long its terms are; -1 when there is none to compare with. */
  #previous = -1;
  #subjectLength = 0;
  #predicateLength = 0;
  #graphAt = 0;
  #graphLength = 0;
  /** Behind the term that was read last. */
  #end = 0;

  /** The bytes end with a line feed, which no term holds: so no loop runs over the end. */
  constructor(bytes: Uint8Array, terms: ByteTable) {
    this.#bytes = bytes;
    this.#terms = terms;
  }

  /** Reads the line at `at` into the fields; gives where the next one begins, or NOT_CANONICAL. */
  read(at: number): number {
    const shared = this.#sharedWithPrevious(at);
    this.#previous = -1;
    const predicateAt = this.#readSubject(at, shared);
    const objectAt = this.#readPredicate(predicateAt, shared - (predicateAt - at));
    const graphAt = objectAt < 0 ? NOT_CANONICAL : this.#readObject(objectAt);
    const dotAt = graphAt < 0 ? NOT_CANONICAL : this.#readGraph(graphAt);
    if (dotAt < 0 || this.#bytes[dotAt] !== DOT || this.#bytes[dotAt + 1] !== LF)
      return NOT_CANONICAL;
    this.#previous = at;
    return dotAt + 2;
  }

  /** Lines come in order, so one most often begins as the one before it: that much is not looked up again. */
  #sharedWithPrevious(at: number): number {
    const bytes = this.#bytes;
    if (this.#previous < 0) return 0;
    let before = this.#previous;
    let now = at;
    while (bytes[before] === bytes[now] && bytes[now] !== LF) {
      before++;
      now++;
    }
    if (compareBytes(bytes[before] as number, bytes[now] as number) >= 0) this.ascending = false;
    return now - at;
  }

  #readSubject(at: number, shared: number): number {
    if (shared <= this.#subjectLength || this.#subjectLength === 0) {
      this.subject = this.#node(at);
      if (this.subject < 0) return NOT_CANONICAL;
      this.#subjectLength = this.#end - at;
      // The predicate is known only behind a subject that is.
      this.#predicateLength = 0;
    }
    return this.#afterSpace(at + this.#subjectLength);
  }

  #readPredicate(at: number, shared: number): number {
    if (at < 0) return NOT_CANONICAL;
    if (shared <= this.#predicateLength || this.#predicateLength === 0) {
      this.predicate = this.#iri(at);
      if (this.predicate < 0) return NOT_CANONICAL;
      this.#predicateLength = this.#end - at;
    }
    return this.#afterSpace(at + this.#predicateLength);
  }

  #readObject(at: number): number {
    this.object = this.#bytes[at] === QUOTE ? this.#literal(at) : this.#node(at);
    return this.object < 0 ? NOT_CANONICAL : this.#afterSpace(this.#end);
  }

  #readGraph(at: number): number {
    if (this.#bytes[at] === DOT) {
      this.graph = IN_DEFAULT_GRAPH;
      this.#graphLength = 0;
      return at;
    }
    if (!this.#isSameGraph(at)) {
      const graph = this.#node(at);
      if (graph < 0) return NOT_CANONICAL;
      this.graph = graph;
      this.#graphAt = at;
      this.#graphLength = this.#end - at;
    }
    return this.#afterSpace(at + this.#graphLength);
  }

  #isSameGraph(at: number): boolean {
    const bytes = this.#bytes;
    const length = this.#graphLength;
    // With the space behind it, so that no longer label is taken for it.
    for (let i = 0; i <= length; i++) if (bytes[this.#graphAt + i] !== bytes[at + i]) return false;
    return length > 0;
  }

  #afterSpace(at: number): number {
    return this.#bytes[at] === SPACE ? at + 1 : NOT_CANONICAL;
  }

  #node(at: number): number {
    return this.#bytes[at] === UNDERSCORE ? this.#blank(at) : this.#iri(at);
  }

  #iri(at: number): number {
    const bytes = this.#bytes;
    if (bytes[at] !== LESS) return NOT_CANONICAL;
    let hash = mixByte(HASH_SEED, LESS);
    let end = at + 1;
    for (let byte = bytes[end] as number; IN_IRI[byte] === 1; byte = bytes[end] as number) {
      hash = mixByte(hash, byte);
      end++;
    }
    if (bytes[end] !== GREATER) return NOT_CANONICAL;
    return this.#intern(at, end + 1, mixByte(hash, GREATER));
  }

  #blank(at: number): number {
    const bytes = this.#bytes;
    if (bytes[at + 1] !== COLON) return NOT_CANONICAL;
    const from = at + 2;
    let hash = mixByte(mixByte(HASH_SEED, UNDERSCORE), COLON);
    let end = from;
    let isPlain = true;
    for (let byte = bytes[end] as number; IN_LABEL[byte] === 1; byte = bytes[end] as number) {
      hash = mixByte(hash, byte);
      if (PLAIN[byte] !== 1) isPlain = false;
      end++;
    }
    const isLabel = isPlain ? end > from : LABEL.test(this.#text(from, end));
    return isLabel ? this.#intern(at, end, hash) : NOT_CANONICAL;
  }

  #literal(at: number): number {
    const bytes = this.#bytes;
    let hash = mixByte(HASH_SEED, QUOTE);
    let end = at + 1;
    for (let byte = bytes[end] as number; byte !== QUOTE; byte = bytes[end] as number) {
      // The byte behind a backslash is one that stands for itself, or it is a quote or a backslash.
      if (byte === BACKSLASH) {
        if (!this.#isEscape(end)) return NOT_CANONICAL;
        hash = mixByte(hash, byte);
        byte = bytes[++end] as number;
      } else if (IN_TEXT[byte] !== 1) return NOT_CANONICAL;
      hash = mixByte(hash, byte);
      end++;
    }
    const type = end + 1;
    end = this.#typeEnd(type);
    if (end < 0) return NOT_CANONICAL;
    for (let i = type - 1; i < end; i++) hash = mixByte(hash, bytes[i] as number);
    return this.#intern(at, end, hash);
  }

  #isEscape(at: number): boolean {
    return ESCAPE.test(this.#text(at, at + ESCAPE_LENGTH));
  }

  #text(from: number, to: number): string {
    return Buffer.from(this.#bytes.subarray(from, to)).toString('utf8');
  }

  /** Behind the language or the datatype of a literal. */
  #typeEnd(at: number): number {
    const bytes = this.#bytes;
    if (bytes[at] === SPACE) return at;
    let end = at + 1;
    if (bytes[at] === AT) return this.#languageEnd(end);
    if (bytes[at] !== CARET || bytes[end] !== CARET || bytes[++end] !== LESS) return NOT_CANONICAL;
    do end++;
    while (IN_IRI[bytes[end] as number] === 1);
    return bytes[end] === GREATER && !this.#isString(at + 3, end) ? end + 1 : NOT_CANONICAL;
  }

  #languageEnd(at: number): number {
    const bytes = this.#bytes;
    let end = at;
    while (IN_LANGUAGE[bytes[end] as number] === 1) end++;
    if (end === at) return NOT_CANONICAL;
    while (bytes[end] === DASH) {
      const part = ++end;
      while (IN_SUBTAG[bytes[end] as number] === 1) end++;
      if (end === part) return NOT_CANONICAL;
    }
    return end;
  }

  /** xsd:string goes without saying. */
  #isString(from: number, to: number): boolean {
    if (to - from !== STRING_TYPE.length) return false;
    return STRING_TYPE.equals(this.#bytes.subarray(from, to));
  }

  /** Only what ends here: of `"a"@nbX` the part that is canonical is a term of no quad. */
  #intern(from: number, to: number, hash: number): number {
    if (this.#bytes[to] !== SPACE) return NOT_CANONICAL;
    this.#end = to;
    return this.#terms.intern(this.#bytes, from, to, hash);
  }
}

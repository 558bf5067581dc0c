/**
 * Text of files from offices: UTF-8 with or without a byte order mark, UTF-16, Windows-1252 (safety P6).
 * What cannot be decided is an error that names the line; nothing is guessed into wrong letters.
 */
import { CatalogError } from '../model/errors.js';

const NEWLINE = 0x0a;
/** Bytes that Windows-1252 leaves undefined. */
const UNDEFINED_IN_1252 = new Set([0x81, 0x8d, 0x8f, 0x90, 0x9d]);

export interface DecodedText {
  /** NFC, without a byte order mark. */
  readonly text: string;
  /** Label of the Encoding Standard. */
  readonly encoding: 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';
}

/** NFC text without a byte order mark. Throws CatalogError PARSE_FAILED with file and line. */
export function decodeText(bytes: Uint8Array, file: string): string {
  return decodeKnown(bytes, file).text;
}

/** The same, with the encoding that was found. Throws as decodeText does. */
export function decodeKnown(bytes: Uint8Array, file: string): DecodedText {
  const { text, encoding } = decoded(bytes, file);
  return { text: text.replace(/^\uFEFF/, '').normalize('NFC'), encoding };
}

function decoded(bytes: Uint8Array, file: string): DecodedText {
  const utf16 = utf16Label(bytes);
  const found: DecodedText = utf16
    ? { text: decodeUtf16(bytes, utf16, file), encoding: utf16 }
    : decodeBytes(bytes, file);
  const { text } = found;
  const control = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u0080-\u009f]/.exec(text);
  if (control) throw undecidable(file, lineOf(text, control.index), 'styretegn i teksten');
  return found;
}

function decodeBytes(bytes: Uint8Array, file: string): DecodedText {
  const scan = scanUtf8(bytes);
  if (scan.firstBad === undefined)
    return { text: new TextDecoder('utf-8').decode(bytes), encoding: 'utf-8' };
  // Mostly good UTF-8 with a damaged place is no Windows-1252 text: there, "Ã¦" and the like would be everywhere.
  const undefinedByte = bytes.findIndex((byte) => UNDEFINED_IN_1252.has(byte));
  if (scan.good > scan.bad || undefinedByte >= 0) {
    throw undecidable(file, byteLine(bytes, scan.firstBad), 'ukjent tegnsett');
  }
  return { text: new TextDecoder('windows-1252').decode(bytes), encoding: 'windows-1252' };
}

/** A byte order mark, else the zero bytes that Latin letters leave in UTF-16. */
function utf16Label(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  const sample = bytes.subarray(0, 4096);
  const zeros = [0, 0];
  sample.forEach((byte, index) => {
    if (byte === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1;
  });
  const [even = 0, odd = 0] = zeros;
  const enough = sample.length / 6;
  if (odd > enough && even === 0) return 'utf-16le';
  if (even > enough && odd === 0) return 'utf-16be';
  return undefined;
}

function decodeUtf16(bytes: Uint8Array, label: 'utf-16le' | 'utf-16be', file: string): string {
  const text = new TextDecoder(label).decode(bytes);
  const broken = text.indexOf('\uFFFD');
  if (broken >= 0) throw undecidable(file, lineOf(text, broken), 'brutt UTF-16');
  return text;
}

interface Utf8Scan {
  /** Whole sequences of more than one byte. */
  readonly good: number;
  readonly bad: number;
  readonly firstBad: number | undefined;
}

function scanUtf8(bytes: Uint8Array): Utf8Scan {
  let good = 0;
  let bad = 0;
  let firstBad: number | undefined;
  for (let index = 0; index < bytes.length;) {
    const length = sequenceLength(bytes, index);
    if (length === 0) {
      bad += 1;
      firstBad ??= index;
    } else if (length > 1) good += 1;
    index += Math.max(1, length);
  }
  return { good, bad, firstBad };
}

/** Length of the well-formed UTF-8 sequence at `index` (RFC 3629), 0 when there is none. */
function sequenceLength(bytes: Uint8Array, index: number): number {
  const first = bytes[index] ?? 0;
  if (first < 0x80) return 1;
  const length = first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : 2;
  if (first < 0xc2 || first > 0xf4) return 0;
  for (let offset = 1; offset < length; offset += 1) {
    const next = bytes[index + offset];
    if (next === undefined || next < lowest(first, offset) || next > highest(first, offset))
      return 0;
  }
  return length;
}
function lowest(first: number, offset: number): number {
  if (offset > 1) return 0x80;
  return first === 0xe0 ? 0xa0 : first === 0xf0 ? 0x90 : 0x80;
}
function highest(first: number, offset: number): number {
  if (offset > 1) return 0xbf;
  return first === 0xed ? 0x9f : first === 0xf4 ? 0x8f : 0xbf;
}

function byteLine(bytes: Uint8Array, end: number): number {
  return bytes.subarray(0, end).reduce((line, byte) => line + (byte === NEWLINE ? 1 : 0), 1);
}
function lineOf(text: string, end: number): number {
  return text.slice(0, end).split('\n').length;
}
function undecidable(file: string, line: number, cause: string): CatalogError {
  return new CatalogError('PARSE_FAILED', { file, line, cause });
}

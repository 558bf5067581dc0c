/**
 * Numbers for distinct texts of bytes, in the order they come: a hash table with open addressing that makes no string and
 * keeps one copy of each text.
 */
import type { Slices } from './byte-order.js';

const PRIME = 0x01000193;
/** 1 for the bytes that are such characters. Bytes from 0x80 are taken for the characters U+0080 to U+00FF. */
export function byteClass(test: RegExp): Uint8Array {
  return Uint8Array.from({ length: 256 }, (_, byte) =>
    test.test(String.fromCharCode(byte)) ? 1 : 0,
  );
}

/** Where the hash of a text begins; `mixByte` takes it on from byte to byte (FNV-1a). */
export const HASH_SEED = 0x811c9dc5 | 0;

export function mixByte(hash: number, byte: number): number {
  return Math.imul(hash ^ byte, PRIME);
}

/** The array itself, or a longer copy that holds `length`. */
export function grown<T extends Uint8Array | Uint32Array | Int32Array>(
  array: T,
  length: number,
): T {
  if (length <= array.length) return array;
  const larger = new (array.constructor as new (length: number) => T)(
    Math.max(length, array.length * 2),
  );
  larger.set(array);
  return larger;
}

export class ByteTable {
  #size = 0;
  #bytes = new Uint8Array(1 << 16);
  #starts = new Uint32Array(1 << 10);
  #ends = new Uint32Array(1 << 10);
  #hashes = new Int32Array(1 << 10);
  /** Number + 1; 0 is free. At most half is taken. */
  #slots = new Uint32Array(1 << 11);

  get size(): number {
    return this.#size;
  }
  get slices(): Slices {
    return { bytes: this.#bytes, starts: this.#starts, ends: this.#ends };
  }

  /** Number of the text `from` ≤ at < `to` of `bytes`, whose hash by `mixByte` is `hash`. */
  intern(bytes: Uint8Array, from: number, to: number, hash: number): number {
    const mask = this.#slots.length - 1;
    for (let slot = spread(hash) & mask; ; slot = (slot + 1) & mask) {
      const number = (this.#slots[slot] as number) - 1;
      if (number < 0) {
        this.#slots[slot] = this.#size + 1;
        return this.#enter(bytes.subarray(from, to), hash);
      }
      if (this.#hashes[number] === hash && this.#holds(number, bytes, from, to)) return number;
    }
  }

  #holds(number: number, bytes: Uint8Array, from: number, to: number): boolean {
    const own = this.#bytes;
    let at = this.#starts[number] as number;
    if ((this.#ends[number] as number) - at !== to - from) return false;
    for (let i = from; i < to; i++) if (own[at++] !== bytes[i]) return false;
    return true;
  }

  #enter(text: Uint8Array, hash: number): number {
    const number = this.#size++;
    const start = number === 0 ? 0 : (this.#ends[number - 1] as number);
    this.#bytes = grown(this.#bytes, start + text.length);
    this.#starts = grown(this.#starts, number + 1);
    this.#ends = grown(this.#ends, number + 1);
    this.#hashes = grown(this.#hashes, number + 1);
    this.#bytes.set(text, start);
    this.#starts[number] = start;
    this.#ends[number] = start + text.length;
    this.#hashes[number] = hash;
    if (this.#size * 2 > this.#slots.length) this.#rehash();
    return number;
  }

  #rehash(): void {
    const mask = this.#slots.length * 2 - 1;
    this.#slots = new Uint32Array(mask + 1);
    for (let number = 0; number < this.#size; number++) {
      let slot = spread(this.#hashes[number] as number) & mask;
      while (this.#slots[slot] !== 0) slot = (slot + 1) & mask;
      this.#slots[slot] = number + 1;
    }
  }
}

/** FNV leaves likeness of the last bytes in the low bits, and those choose the slot. */
function spread(hash: number): number {
  const mixed = Math.imul(hash, 0x9e3779b1);
  return mixed ^ (mixed >>> 15);
}

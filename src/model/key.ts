/**
 * Keys of resources: lower-case ASCII, at most 80 characters, a pure function of (scheme, source id).
 * No running number of a source becomes part of a public IRI (safety C7): such ids are hashed.
 */
import { createHash } from 'node:crypto';

const FOLDED: Readonly<Record<string, string>> = {
  æ: 'ae',
  ø: 'o',
  å: 'aa',
  ß: 'ss',
  đ: 'd',
  ŋ: 'n',
  ŧ: 't',
};
const BASE32 = 'abcdefghijklmnopqrstuvwxyz234567';
const MAX_KEY = 80;

/** A readable key from a text; empty when the text has no letter or digit. */
export function slug(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[æøåßđŋŧ]/g, (char) => FOLDED[char] ?? char)
    .normalize('NFD')
    .replace(/[^a-z0-9]+/g, (gap) => (/^\p{M}+$/u.test(gap) ? '' : '-'))
    .replace(/^-+|-+$/g, '')
    .slice(0, MAX_KEY)
    .replace(/-+$/, '');
}

/** Ten characters of base32(SHA-256(scheme:id)): 50 bits, so a collision among 100 000 records is one in 200 000. */
export function hashedKey(scheme: string, id: string | number): string {
  const bytes = createHash('sha256').update(`${scheme}:${id}`).digest();
  let key = '';
  let bits = 0;
  let value = 0;
  for (const byte of bytes) {
    value = (value << 8) | byte;
    bits += 8;
    while (bits >= 5 && key.length < 10) {
      bits -= 5;
      key += BASE32.charAt((value >>> bits) & 31);
    }
    value &= (1 << bits) - 1;
    if (key.length === 10) break;
  }
  return key;
}

/** True for a text that may stand as a key as it is. */
export function isKey(text: string): boolean {
  return /^[a-z0-9](?:[a-z0-9._-]{0,79})$/.test(text);
}

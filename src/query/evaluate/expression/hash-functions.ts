/** Hashes of strings (SPARQL 1.1 17.4.6): of the UTF-8, in lower-case hexadecimal digits. */
import { createHash } from 'node:crypto';
import { fromText, originOf } from './compiled.js';
import { argument, fixed, plainText, type FunctionEntry } from './context.js';

function hash(algorithm: string): FunctionEntry {
  return fixed(1, (args, { values }) => {
    const text = plainText(argument(args, 0), values);
    return fromText(values, originOf(args), (row) => {
      const value = text(row);
      return value === undefined ? undefined : createHash(algorithm).update(value).digest('hex');
    });
  });
}

export const HASH_FUNCTIONS: Readonly<Record<string, FunctionEntry>> = {
  md5: hash('md5'),
  sha1: hash('sha1'),
  sha256: hash('sha256'),
  sha384: hash('sha384'),
  sha512: hash('sha512'),
};

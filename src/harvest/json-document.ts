/** JSON files, with the limits of safety S3 and P4: at most 50 MB and 100 levels. */
import { CatalogError } from '../model/errors.js';
import { decodeText } from './text-encoding.js';

const MAX_BYTES = 50_000_000;
const MAX_DEPTH = 100;

/** Throws CatalogError FILE_UNREADABLE, or PARSE_FAILED when the encoding cannot be decided. */
export function parseJsonFile(bytes: Uint8Array, file: string): unknown {
  const refuse = (cause: string, error?: unknown): CatalogError =>
    new CatalogError('FILE_UNREADABLE', { file, cause }, error);
  if (bytes.length === 0) throw refuse('filen er tom');
  if (bytes.length > MAX_BYTES) throw refuse(`større enn ${MAX_BYTES / 1_000_000} MB`);
  const text = decodeText(bytes, file);
  // Before the parser, which is recursive: deep nesting would overflow its stack.
  if (isDeeperThan(text, MAX_DEPTH)) throw refuse(`dypere enn ${MAX_DEPTH} nivåer`);
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    throw refuse('ikke gyldig JSON', error);
  }
}

function isDeeperThan(text: string, limit: number): boolean {
  let depth = 0;
  for (const [token] of text.matchAll(/"[^"\\]*(?:\\.[^"\\]*)*"|[[\]{}]/gs)) {
    if (token === '{' || token === '[') depth += 1;
    else if (token === '}' || token === ']') depth -= 1;
    if (depth > limit) return true;
  }
  return false;
}

export type JsonObject = Readonly<Record<string, unknown>>;

export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** An own member; never one of Object's prototype (P3). */
export function member(object: JsonObject, name: string): unknown {
  return Object.hasOwn(object, name) ? object[name] : undefined;
}

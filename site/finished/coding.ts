/** Content codings (RFC 9110 §8.4, §12.5.3): brotli before gzip, and none for a client that names none (safety F3). */
import { brotliCompress, brotliCompressSync, constants, gzip, gzipSync } from 'node:zlib';
import { promisify } from 'node:util';

export type Coding = 'br' | 'gzip';
export const CODINGS: readonly Coding[] = ['br', 'gzip'];

/** Below this the headers weigh more than what is saved. */
const MIN_BYTES = 1_024;
/** What is compressed while a request waits; above, 11 would take seconds besides (performance.md PF5.3). */
export const MAX_CODED_AT_ONCE = 262_144;
const FAST = 5;
const BEST = 11;
const TEXT = /^text\/|[/+](json|xml|n-triples|n-quads|trig|trix)\b/;

export function isCompressible(type: string, bytes: number): boolean {
  return bytes >= MIN_BYTES && TEXT.test(type);
}

const chosen = new Map<string, Coding | undefined>();
const MAX_KNOWN_HEADERS = 200;

/** The best coding that the client takes; undefined: send as it is. */
export function chooseCoding(header: string | readonly string[] | undefined): Coding | undefined {
  if (header === undefined) return undefined;
  const text = typeof header === 'string' ? header : header.join(',');
  // Browsers send a handful of different headers.
  if (chosen.has(text)) return chosen.get(text);
  if (chosen.size >= MAX_KNOWN_HEADERS) chosen.clear();
  const coding = best(text);
  chosen.set(text, coding);
  return coding;
}

function best(header: string): Coding | undefined {
  const weights = new Map<string, number>();
  for (const part of header.split(',')) {
    const [name = '', ...parameters] = part.split(';').map((one) => one.trim().toLowerCase());
    const weight = parameters.find((one) => one.startsWith('q='))?.slice(2) ?? '1';
    if (/^(0(\.\d{0,3})?|1(\.0{0,3})?)$/.test(weight)) weights.set(name, Number(weight));
  }
  const weightOf = (name: string): number => weights.get(name) ?? weights.get('*') ?? 0;
  const plain = weights.get('identity') ?? 0;
  const [first] = CODINGS.filter((one) => weightOf(one) > 0 && weightOf(one) >= plain).sort(
    (a, b) => weightOf(b) - weightOf(a),
  );
  return first;
}

export function codeAtOnce(coding: Coding, body: Uint8Array): Buffer {
  return coding === 'br' ? brotliCompressSync(body, brotli(FAST)) : gzipSync(body);
}

const compress = promisify(brotliCompress);
const zip = promisify(gzip);

export function codeBest(body: Uint8Array): Promise<Buffer> {
  return compress(body, brotli(BEST));
}

/** In every coding, off the thread that serves. */
export async function codeAll(body: Uint8Array): Promise<ReadonlyMap<Coding, Buffer>> {
  const [br, zipped] = await Promise.all([codeBest(body), zip(body)]);
  return new Map([
    ['br', br],
    ['gzip', zipped],
  ]);
}

function brotli(quality: number): { params: Record<number, number> } {
  return { params: { [constants.BROTLI_PARAM_QUALITY]: quality } };
}

/** Reads the body of an answer: whole or not at all, decompressed within limits (S3). */
import type { IncomingMessage } from 'node:http';
import type { Transform } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import { CatalogError, isCatalogError } from '../model/errors.js';
import { deadline, DeadlineError, type Deadline } from './egress-deadline.js';
import { causeOf, errorCode, shownUrl } from './egress-failure.js';

/** S3: more is a bomb. A body below `SMALL` cannot hurt and may well compress better. */
const MAX_RATIO = 100;
const SMALL = 1_000_000;

export interface BodyLimits {
  readonly url: string;
  readonly maxBytes: number;
  readonly idleMs: number;
  readonly signal: AbortSignal;
  /** Whatever it is compressed with, it stays so. */
  readonly asSent?: boolean;
}

/** Throws CatalogError SOURCE_TOO_LARGE, SOURCE_TRUNCATED, SOURCE_TIMEOUT or SOURCE_INCONSISTENT (unknown coding). */
export async function readBody(message: IncomingMessage, limits: BodyLimits): Promise<Uint8Array> {
  const idle = deadline(limits.idleMs, limits.signal);
  try {
    return await idle.guard(collect(message, limits, idle));
  } catch (error) {
    throw failure(error, limits.url);
  } finally {
    idle.clear();
    message.destroy();
  }
}

async function collect(
  message: IncomingMessage,
  limits: BodyLimits,
  idle: Deadline,
): Promise<Uint8Array> {
  let received = 0;
  message.on('data', (chunk: Buffer) => {
    received += chunk.length;
    idle.restart(limits.idleMs);
  });
  const chunks: Buffer[] = [];
  let size = 0;
  const stream = limits.asSent ? message : decoded(message, limits.url);
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    size += chunk.length;
    const bomb = size > SMALL && size > received * MAX_RATIO;
    if (bomb || received > limits.maxBytes || size > limits.maxBytes) throw tooLarge(limits);
    chunks.push(chunk);
  }
  // Node ends the stream without an error when a connection that promised more is closed early.
  if (!message.complete) throw truncated(limits.url, 'overføringen ble brutt');
  return Buffer.concat(chunks, size);
}

function decoded(message: IncomingMessage, url: string): AsyncIterable<unknown> {
  const coding = (message.headers['content-encoding'] ?? 'identity').trim().toLowerCase();
  if (coding === 'identity' || coding === '' || isBodiless(message)) return message;
  const decoder = decoderOf(coding);
  if (!decoder)
    throw new CatalogError('SOURCE_INCONSISTENT', {
      url: shownUrl(url),
      cause: `ukjent komprimering «${coding.slice(0, 20)}»`,
    });
  message.once('error', (error) => decoder.destroy(error));
  // A close without an end reaches the decoder as silence only.
  message.once('close', () => {
    if (!message.complete) decoder.destroy(new Error('closed early'));
  });
  return message.pipe(decoder);
}

function decoderOf(coding: string): Transform | undefined {
  if (coding === 'gzip' || coding === 'x-gzip') return createGunzip();
  if (coding === 'br') return createBrotliDecompress();
  return coding === 'deflate' ? createInflate() : undefined;
}

function isBodiless(message: IncomingMessage): boolean {
  return message.statusCode === 204 || message.statusCode === 304;
}

function failure(error: unknown, url: string): unknown {
  if (isCatalogError(error)) return error;
  if (error instanceof DeadlineError)
    return new CatalogError(
      'SOURCE_TIMEOUT',
      { url: shownUrl(url), seconds: error.seconds },
      error,
    );
  const code = errorCode(error);
  if (code?.startsWith('Z_') || code?.startsWith('ERR__ERROR_') || code?.startsWith('ERR_BROTLI'))
    return truncated(url, 'komprimeringen er skadet', error);
  if (code !== undefined) return truncated(url, causeOf(code), error);
  return error instanceof Error && error.message === 'closed early'
    ? truncated(url, 'overføringen ble brutt', error)
    : error;
}

function truncated(url: string, cause: string, error?: unknown): CatalogError {
  return new CatalogError('SOURCE_TRUNCATED', { url: shownUrl(url), cause }, error);
}

function tooLarge(limits: BodyLimits): CatalogError {
  const limit = Math.round(limits.maxBytes / 10_000) / 100;
  return new CatalogError('SOURCE_TOO_LARGE', { url: shownUrl(limits.url), limit });
}

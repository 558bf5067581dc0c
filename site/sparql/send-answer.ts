/** Passes an answer on: small ones with their length, large ones in chunks as fast as the client reads (safety D3). */
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Request, Response } from 'express';
import type { Answer } from './answer.js';

/** Read ahead of a slow client, so that it does not hold an engine for long. */
const READ_AHEAD_BYTES = 8 * 1024 * 1024;

/** `onRead` is called when the engine has given everything. Never rejects: a failure behind the status breaks the connection. */
export async function sendAnswer(
  request: Request,
  response: Response,
  { mediaType, start, rest }: Answer,
  onRead: () => void,
): Promise<void> {
  response.status(200).set('Content-Type', mediaType);
  if (!rest) {
    onRead();
    response.set('Content-Length', String(start.byteLength));
    response.end(request.method === 'HEAD' ? undefined : start);
    return;
  }
  if (request.method === 'HEAD') {
    response.end();
    return;
  }
  // Reset, not merely closed: a client of HTTP/1.0 would take the end of the connection for the end of the document.
  const breakOff = (): void => void response.socket?.resetAndDestroy();
  const options = { objectMode: false, highWaterMark: READ_AHEAD_BYTES };
  const body = Readable.from(passing({ start, rest }, onRead, breakOff), options);
  await pipeline(body, response).catch(() => undefined); // broken off, or the client has left
}

async function* passing(
  { start, rest }: Required<Pick<Answer, 'start' | 'rest'>>,
  onRead: () => void,
  breakOff: () => void,
): AsyncGenerator<Uint8Array> {
  yield start;
  try {
    yield* rest;
  } catch (error) {
    breakOff();
    throw error;
  }
  onRead();
}

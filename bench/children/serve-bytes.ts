/** The answers of another server, given again by a bare `node:http` server or a bare Express: same headers, same bytes, same 304. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import express from 'express';
import { answer, serve } from './answer.js';

/** What one URL answers. */
export interface Recorded {
  readonly path: string;
  /** Name and value in turn. */
  readonly headers: readonly string[];
  readonly notModified: readonly string[];
  readonly etag: string;
  /** Base64. */
  readonly body: string;
}
export interface ServeTask {
  readonly server: 'node:http' | 'express';
  readonly answers: readonly Recorded[];
}

await answer(({ server, answers }: ServeTask) => {
  const handlers = new Map(answers.map((one) => [one.path, handler(one)]));
  if (server === 'node:http') {
    return serve((request, response) => {
      const handle = handlers.get(request.url ?? '');
      if (handle) handle(request, response);
      else response.writeHead(404).end();
    });
  }
  const app = express();
  app.disable('x-powered-by');
  for (const [path, handle] of handlers) app.get(path, handle);
  return serve(app);
});

function handler({ headers, notModified, etag, body }: Recorded) {
  const bytes = Buffer.from(body, 'base64');
  return (request: IncomingMessage, response: ServerResponse): void => {
    if (request.headers['if-none-match'] === etag) response.writeHead(304, [...notModified]).end();
    else response.writeHead(200, [...headers]).end(bytes);
  };
}

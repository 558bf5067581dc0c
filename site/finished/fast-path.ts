/**
 * In front of Express: a finished answer goes out at once; everything else is Express's (performance.md PF5.1). Which answer is
 * right hangs on the URL alone: the language stands in the path, the syntax in the extension.
 */
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { hasLargeHeaders } from '../headers.js';
import { deliver } from './finished.js';
import type { FinishedAnswers } from './finished-store.js';

export interface FastPath {
  readonly store: FinishedAnswers;
  /** Hash of the public content that is served now. */
  readonly content: () => string;
  readonly app: RequestListener;
}

export function fastPath({ store, content, app }: FastPath): RequestListener {
  return (request: IncomingMessage, response: ServerResponse) => {
    const found = isRead(request) ? store.get(content(), request.url ?? '') : undefined;
    if (found && !hasLargeHeaders(request)) deliver(found, request, response);
    else app(request, response);
  };
}

export function isRead({ method }: IncomingMessage): boolean {
  return method === 'GET' || method === 'HEAD';
}

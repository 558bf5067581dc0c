/** A municipality's server on loopback that answers as it is told, and the portals' way to it: the real egress. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { nodeEgress } from '../../src/harvest/node-egress.js';
import { egressSource } from '../../src/portal/egress-source.js';
import type { Source } from '../../src/portal/source.js';

export type Respond = (response: ServerResponse, request: IncomingMessage) => void;
/** Path with query → Turtle, or how to answer. `ORIGIN` in a text stands for the server's own address. */
export type Answers = Readonly<Record<string, string | Respond>>;

export interface PortalServer {
  readonly origin: string;
  readonly source: Source;
  /** Header lines of every request, in order. */
  readonly requests: readonly {
    readonly url: string;
    readonly headers: IncomingMessage['headers'];
  }[];
  answers: Answers;
  close(): Promise<void>;
}

export async function portalServer(answers: Answers = {}): Promise<PortalServer> {
  const requests: { url: string; headers: IncomingMessage['headers'] }[] = [];
  const server = createServer((request, response) => {
    const url = request.url ?? '';
    requests.push({ url, headers: request.headers });
    const answer = served.answers[url];
    if (answer === undefined) response.writeHead(404).end();
    else if (typeof answer === 'string') {
      const type = url.split('?')[0]?.endsWith('.xml') ? 'application/xml' : 'text/turtle';
      response
        .writeHead(200, { 'content-type': `${type}; charset=utf-8` })
        .end(answer.replaceAll('ORIGIN', served.origin));
    } else answer(response, request);
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const egress = nodeEgress({ origins: [origin], userAgent: 'test' });
  const { signal } = new AbortController();
  const served: PortalServer = {
    origin,
    source: egressSource(egress, { signal, now: () => performance.now() }),
    requests,
    answers,
    close: () =>
      new Promise((closed) => {
        server.closeAllConnections();
        server.close(() => closed());
      }),
  };
  return served;
}

/** An answer with this status, headers and body. */
export function answer(
  status: number,
  headers: Readonly<Record<string, string>> = {},
  body: string | Uint8Array = '',
): Respond {
  return (response) => void response.writeHead(status, headers).end(body);
}

/** The origin, with the port in it, of a text made before the server had one. */
export function here(text: string, { origin }: PortalServer): string {
  return text.replaceAll('ORIGIN', origin);
}

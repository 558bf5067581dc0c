/**
 * A small engine for the tests: Oxigraph behind SPARQL 1.1 Protocol and Graph Store Protocol on a loopback port, with basic or
 * digest authentication where it is written to. What it is asked, it keeps; what it shall answer wrongly, it is told.
 */
import { createHash, randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import oxigraph from 'oxigraph';
import type { EngineAddresses } from '../../src/store/remote-control.js';
import type { EngineAuth } from '../../src/store/remote-http.js';

export interface Seen {
  readonly method: string;
  readonly path: string;
  readonly status: number;
}

export interface SparqlServer extends EngineAddresses {
  readonly auth: EngineAuth;
  readonly seen: Seen[];
  readonly store: oxigraph.Store;
  /** Answers the next requests itself when it returns true. */
  fault: ((asked: Asked, response: ServerResponse) => boolean) | undefined;
  /** The nonce that is good from now on; the old one is stale. */
  renewNonce(): void;
  stop(): Promise<void>;
}

type Algorithm = 'MD5' | 'SHA-256';

export async function startSparqlServer(guard: 'basic' | Algorithm = 'MD5'): Promise<SparqlServer> {
  const store = new oxigraph.Store();
  const seen: Seen[] = [];
  const auth: EngineAuth = {
    kind: guard === 'basic' ? 'basic' : 'digest',
    user: 'redaktør',
    password: 'hemme:lig "ø"',
  };
  let nonce = randomBytes(8).toString('hex');
  let stale: string | undefined;
  const self: { fault: SparqlServer['fault'] } = { fault: undefined };

  const challenge = (isStale: boolean): string =>
    guard === 'basic'
      ? 'Basic realm="prøve", charset="UTF-8"'
      : `Digest realm="pr, \\"øve\\"", nonce="${nonce}", qop="auth,auth-int", opaque="a=b", algorithm=${guard}, stale=${isStale}`;
  const isKnown = (request: IncomingMessage): boolean => {
    const given = request.headers.authorization ?? '';
    if (guard === 'basic') {
      const pair = Buffer.from(`${auth.user}:${auth.password}`).toString('base64');
      return given === `Basic ${pair}`;
    }
    return given === digestOf(request, given, { auth, algorithm: guard, nonce });
  };

  const server = createServer((request, response) => {
    response.on('finish', () =>
      seen.push({
        method: request.method ?? '',
        path: request.url ?? '',
        status: response.statusCode,
      }),
    );
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const url = new URL(request.url ?? '/', 'http://127.0.0.1');
      const asked = { request, url, body: Buffer.concat(chunks).toString() };
      if (self.fault?.(asked, response)) return;
      if (url.pathname !== '/query' && !isKnown(request)) {
        const isStale =
          stale !== undefined && (request.headers.authorization ?? '').includes(stale);
        response.writeHead(401, { 'www-authenticate': challenge(isStale) }).end();
        return;
      }
      answer(store, asked, response);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return Object.assign(self, {
    query: `${base}/query`,
    update: `${base}/update`,
    graphs: `${base}/graphs`,
    auth,
    seen,
    store,
    renewNonce() {
      stale = nonce;
      nonce = randomBytes(8).toString('hex');
    },
    stop() {
      server.closeAllConnections();
      return new Promise<void>((resolve) => void server.close(() => resolve()));
    },
  });
}

/** What a client that knows the password sends (RFC 7616 3.4), made from its own counter and cnonce. */
function digestOf(
  request: IncomingMessage,
  given: string,
  { auth, algorithm, nonce }: { auth: EngineAuth; algorithm: Algorithm; nonce: string },
): string {
  const hash = (text: string): string =>
    createHash(algorithm === 'MD5' ? 'md5' : 'sha256')
      .update(text)
      .digest('hex');
  const part = (name: string): string => new RegExp(`${name}="?([^",]+)"?`).exec(given)?.[1] ?? '';
  const [count, client] = [part('nc'), part('cnonce')];
  const secret = hash(`${auth.user}:pr, "øve":${auth.password}`);
  const target = hash(`${request.method ?? ''}:${request.url ?? ''}`);
  const response = hash([secret, nonce, count, client, 'auth', target].join(':'));
  return `Digest username="${auth.user}", realm="pr, \\"øve\\"", nonce="${nonce}", uri="${request.url ?? ''}", algorithm=${algorithm}, qop=auth, nc=${count}, cnonce="${client}", response="${response}", opaque="a=b"`;
}

export interface Asked {
  readonly request: IncomingMessage;
  readonly url: URL;
  readonly body: string;
}

function answer(store: oxigraph.Store, asked: Asked, response: ServerResponse): void {
  try {
    const handler = { '/query': query, '/update': update, '/graphs': graphs }[asked.url.pathname];
    handler?.(store, asked, response);
  } catch (error) {
    response.writeHead(400, { 'content-type': 'text/plain' }).end(String(error));
  }
}

function query(store: oxigraph.Store, { body }: Asked, response: ServerResponse): void {
  const form = new URLSearchParams(body);
  const graphsOf = (name: string): oxigraph.NamedNode[] =>
    form.getAll(name).map((one) => oxigraph.namedNode(one));
  const text = store.query(form.get('query') ?? '', {
    results_format: 'application/sparql-results+json',
    default_graph: graphsOf('default-graph-uri'),
    named_graphs: graphsOf('named-graph-uri'),
  }) as string;
  response.writeHead(200, { 'content-type': 'application/sparql-results+json' }).end(text);
}

function update(store: oxigraph.Store, { body }: Asked, response: ServerResponse): void {
  store.update(body);
  response.writeHead(204).end();
}

function graphs(
  store: oxigraph.Store,
  { request, url, body }: Asked,
  response: ServerResponse,
): void {
  const graph = oxigraph.namedNode(url.searchParams.get('graph') ?? '');
  const found = store.match(null, null, null, graph);
  const format = 'application/n-triples';
  if (found.length === 0 && (request.method === 'GET' || request.method === 'DELETE')) {
    response.writeHead(404).end();
    return;
  }
  if (request.method === 'GET') {
    const text = store.dump({ format, from_graph_name: graph });
    response.writeHead(200, { 'content-type': format }).end(text);
    return;
  }
  if (request.method !== 'POST') store.update(`DROP SILENT GRAPH <${graph.value}>`);
  if (request.method !== 'DELETE') store.load(body, { format, to_graph_name: graph });
  response.writeHead(found.length === 0 ? 201 : 204).end();
}

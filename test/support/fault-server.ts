/**
 * A register that fails on order: an HTTP server on 127.0.0.1, port 0, for the fault modes of safety.md 11.1 that have a
 * form in HTTP. In mode `good` it answers like the real register: one line of ASCII-escaped JSON, 403 without the key.
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync, brotliCompressSync } from 'node:zlib';

type Answer = (response: ServerResponse, body: Buffer, request: IncomingMessage) => void;

const JSON_TYPE = { 'content-type': 'application/json' };
const BOMB = gzipSync(Buffer.alloc(20_000_000, 0x20));
const LOGIN = '<!doctype html><html lang="nb"><title>Logg inn</title><form></form></html>';

function status(code: number, headers: Record<string, string> = {}, text = ''): Answer {
  return (response) => void response.writeHead(code, headers).end(text);
}
function json(value: unknown): Answer {
  return (response) => void response.writeHead(200, JSON_TYPE).end(ascii(value));
}
function rewrite(change: (envelope: Envelope) => unknown): Answer {
  return (response, body) =>
    void response.writeHead(200, JSON_TYPE).end(ascii(change(parse(body))));
}

export interface Envelope {
  antall: number;
  data: Record<string, unknown>[];
}

export const FAULTS = {
  good: (response, body) => void response.writeHead(200, JSON_TYPE).end(body),
  'stall-first-byte': () => undefined,
  'stall-body': (response, body) => {
    response.writeHead(200, { ...JSON_TYPE, 'content-length': String(body.length) });
    response.write(body.subarray(0, body.length >> 1));
  },
  'reset-before-answer': (_response, _body, request) => void request.socket.destroy(),
  'reset-in-body': (response, body) => {
    response.writeHead(200, { ...JSON_TYPE, 'content-length': String(body.length) });
    response.write(body.subarray(0, body.length >> 1), () => response.socket?.resetAndDestroy());
  },
  'wrong-length': (response, body) => {
    response.writeHead(200, { ...JSON_TYPE, 'content-length': String(body.length + 100) });
    response.write(body, () => response.socket?.end());
  },
  'chunked-cut': (response, body) => {
    response.writeHead(200, JSON_TYPE);
    response.write(body.subarray(0, body.length >> 1), () => response.socket?.destroy());
  },
  'truncated-json': (response, body) =>
    void response.writeHead(200, JSON_TYPE).end(body.subarray(0, body.length >> 1)),
  gzip: (response, body) =>
    void response.writeHead(200, { ...JSON_TYPE, 'content-encoding': 'gzip' }).end(gzipSync(body)),
  brotli: (response, body) =>
    void response
      .writeHead(200, { ...JSON_TYPE, 'content-encoding': 'br' })
      .end(brotliCompressSync(body)),
  'corrupt-gzip': (response, body) => {
    const packed = gzipSync(body);
    packed.fill(0x55, packed.length >> 1);
    response.writeHead(200, { ...JSON_TYPE, 'content-encoding': 'gzip' }).end(packed);
  },
  'cut-gzip': (response, body) => {
    const packed = gzipSync(body);
    response
      .writeHead(200, { ...JSON_TYPE, 'content-encoding': 'gzip' })
      .end(packed.subarray(0, packed.length - 12));
  },
  'zip-bomb': (response) =>
    void response.writeHead(200, { ...JSON_TYPE, 'content-encoding': 'gzip' }).end(BOMB),
  'unknown-coding': (response, body) =>
    void response.writeHead(200, { ...JSON_TYPE, 'content-encoding': 'zstd' }).end(body),
  'status-500': status(500, { 'content-type': 'text/html' }, '<h1>Server Error (500)</h1>'),
  'status-502': status(502),
  'status-503': status(503, { 'retry-after': '2' }),
  'status-429': status(429, { 'retry-after': '1' }),
  'status-401': status(401),
  'status-403': status(403, { 'content-type': 'text/html' }, '<h1>Forbidden</h1>'),
  'status-404': status(404, { 'content-type': 'text/html' }, '<h1>Not Found</h1>'),
  'redirect-to-login': (response, _body, request) =>
    request.url?.startsWith('/login')
      ? void response.writeHead(200, { 'content-type': 'text/html' }).end(LOGIN)
      : void response.writeHead(302, { location: '/login/?next=/api/' }).end(),
  'redirect-loop': (response, _body, request) =>
    void response.writeHead(302, { location: request.url ?? '/' }).end(),
  'html-200': status(200, { 'content-type': 'text/html' }, LOGIN),
  'html-as-json': status(200, JSON_TYPE, LOGIN),
  'empty-200': status(200, JSON_TYPE),
  'empty-array': json([]),
  'error-object': json({ message: 'Noe gikk galt', data: null }),
  'half-the-records': rewrite((envelope) => {
    const data = envelope.data.slice(0, envelope.data.length >> 1);
    return { ...envelope, antall: data.length, data };
  }),
  'wrong-count': rewrite((envelope) => ({ ...envelope, antall: envelope.antall + 1 })),
  'no-records': rewrite((envelope) => ({ ...envelope, antall: 0, data: [] })),
  'missing-key': rewrite((envelope) => ({
    ...envelope,
    data: envelope.data.map((row) =>
      Object.fromEntries(Object.entries(row).filter(([name]) => !/navn$/.test(name))),
    ),
  })),
  'status-204': status(204),
  'status-206': (response, body) =>
    void response.writeHead(206, JSON_TYPE).end(body.subarray(0, body.length >> 1)),
  'status-304': status(304),
  'huge-body': (response) => {
    response.writeHead(200, JSON_TYPE);
    const chunk = Buffer.alloc(1_000_000, 0x20);
    const more = (): void => {
      while (!response.destroyed && response.write(chunk));
      if (!response.destroyed) response.once('drain', more);
    };
    more();
  },
} as const satisfies Record<string, Answer>;
export type FaultMode = keyof typeof FAULTS;

export interface Visit {
  readonly path: string;
  readonly headers: Readonly<Record<string, unknown>>;
  /** Requests under way when this one came, itself included. */
  readonly atOnce: number;
}

export interface FaultServer extends AsyncDisposable {
  readonly origin: string;
  readonly visits: readonly Visit[];
  /** For all lists, or for the one list named (`systemer`); `times` answers, then good again. */
  fail(mode: FaultMode, options?: { readonly list?: string; readonly times?: number }): void;
  /** Any other answer to one path. */
  answer(path: string, answer: Answer): void;
  close(): Promise<void>;
}

/** Serves `{folder}/{list}.json` at `/api/{list}/`; without `key` nobody is asked for one. */
export async function startFaultServer(
  options: { readonly folder?: string; readonly key?: string } = {},
): Promise<FaultServer> {
  const visits: Visit[] = [];
  const answers = new Map<string, Answer>();
  let fault: { mode: FaultMode; list: string | undefined; left: number } | undefined;
  let open = 0;

  const chosen = async (request: IncomingMessage): Promise<[Answer, Buffer]> => {
    const path = request.url ?? '/';
    const own = answers.get(path);
    if (own) return [own, Buffer.from('{}')];
    const list = /^\/api\/([a-z_]+)\/$/.exec(path)?.[1];
    if (options.key !== undefined && list && request.headers['key'] !== options.key)
      return [wrongKey, Buffer.alloc(0)];
    const body = Buffer.from(ascii(await dump(options.folder, list)));
    return [faultFor(list) ?? FAULTS.good, body];
  };
  const faultFor = (list: string | undefined): Answer | undefined => {
    if (!fault || fault.left <= 0) return undefined;
    if (fault.list !== undefined && list !== undefined && fault.list !== list) return undefined;
    fault.left--;
    return FAULTS[fault.mode];
  };
  const handle = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    open++;
    response.once('close', () => open--);
    visits.push({ path: request.url ?? '/', headers: request.headers, atOnce: open });
    const [answer, body] = await chosen(request);
    answer(response, body, request);
  };
  const server = createServer((request, response) => void handle(request, response));
  await new Promise<void>((done) => void server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  const close = (): Promise<void> =>
    new Promise((done) => {
      server.close(() => {
        done();
      });
      server.closeAllConnections();
    });

  return {
    origin: `http://127.0.0.1:${port}`,
    visits,
    fail(mode, { list, times = Infinity } = {}) {
      fault = { mode, list, left: times };
    },
    answer: (path, answer) => void answers.set(path, answer),
    close,
    [Symbol.asyncDispose]: close,
  };
}

const WRONG_KEY = { message: "Missing or wrong key. Supply HTTP header 'key'", data: null };

const wrongKey: Answer = (response) =>
  void response.writeHead(403, JSON_TYPE).end(ascii(WRONG_KEY));

async function dump(folder: string | undefined, list: string | undefined): Promise<unknown> {
  if (folder === undefined || list === undefined) return { antall: 0, data: [] };
  return parse(await readFile(join(folder, `${list}.json`)));
}

function parse(body: Buffer): Envelope {
  return JSON.parse(body.toString('utf8')) as Envelope;
}

/** Like Django's JsonResponse: one line, everything beyond ASCII as \uXXXX. */
export function ascii(value: unknown): string {
  return JSON.stringify(value).replace(
    /[\u007f-\uffff]/g,
    (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

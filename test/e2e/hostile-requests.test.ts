/**
 * X3, X4, X6, C9: hostile values in every parameter, every part of a path and every header: no fault of the program, nothing
 * given back unescaped, no header from outside, and no answer changed by what it does not hang on.
 */
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { answerFaults } from '../support/answer-judge.js';
import { SHORT_VALUES } from '../support/hostile-values.js';
import { targetsOf, type Target } from '../support/targets.js';
import { rawRequest, type Raw } from '../site/raw-request.js';
import { startSite, type TestSite } from '../site/site-server.js';

/** C9: what would tell of the program or of the machine. */
const INSIDES = /node_modules|\bat \S+ \(|\.(ts|js):\d|\/home\/|\/tmp\/|ECONN|registry\.ndjson/;

let site: TestSite;
let targets: Target[];
beforeAll(async () => {
  site = await startSite();
  targets = await targetsOf(site.root);
});
afterAll(() => site.close());

async function faultsOf(path: string, sent: string, headers: Record<string, string> = {}) {
  const answer = await rawRequest(site.root, { path, headers, method: 'GET' });
  const faults = answerFaults(answer, sent);
  const isTelling = INSIDES.test(answer.body) && !INSIDES.test(sent) && answer.status !== 200;
  return isTelling
    ? [...faults, `tells of the program: ${INSIDES.exec(answer.body)?.[0]}`]
    : faults;
}

/** Those of a request that went wrong, with the request. */
async function wrong(
  path: string,
  sent: string,
  headers?: Record<string, string>,
): Promise<string[]> {
  return (await faultsOf(path, sent, headers)).map((one) => `${path.slice(0, 160)}: ${one}`);
}

/** Values in turn, beginning elsewhere for each: all of them are sent, though not all to each. */
function some(count: number, from: number): string[] {
  return Array.from(
    { length: count },
    (_, at) => SHORT_VALUES[(from * count + at) % SHORT_VALUES.length] ?? '',
  );
}

test('there are many kinds of addresses and parameters', () => {
  expect(targets.length).toBeGreaterThan(60);
  expect(targets.flatMap(({ parameters }) => parameters).length).toBeGreaterThan(40);
});

test('X3 every value in every parameter that the site itself uses', async () => {
  const faults: string[] = [];
  for (const { path, parameters } of targets)
    for (const name of parameters)
      for (const value of SHORT_VALUES)
        faults.push(...(await wrong(`${path}?${name}=${encodeURIComponent(value)}`, value)));
  expect(faults).toEqual([]);
});

test('X3 X6 parameters that an address does not know, names that are hostile, and the same twice', async () => {
  const faults: string[] = [];
  for (const [at, { path, parameters }] of targets.entries())
    for (const value of some(12, at)) {
      const [name = 'q'] = parameters;
      const sent = encodeURIComponent(value);
      faults.push(
        ...(await wrong(`${path}?ukjent=${sent}&${sent}=1&${name}=${sent}&${name}=2`, value)),
      );
      faults.push(...(await wrong(`${path}?${sent}`, value)));
    }
  expect(faults).toEqual([]);
});

test('X3 X4 hostile values in every part of every kind of path', async () => {
  const faults: string[] = [];
  for (const [at, { path }] of targets.entries()) {
    const parts = path.split('/');
    for (let part = 1; part < parts.length; part += 1)
      for (const value of some(30, at + part)) {
        const hostile = parts.with(part, encodeURIComponent(value)).join('/');
        faults.push(
          ...(await wrong(hostile, value)),
          ...(await wrong(`${path}${encodeURIComponent(value)}`, value)),
        );
        // As it is, where a request line can hold it.
        if (/^[!-~]+$/.test(value))
          faults.push(...(await wrong(parts.with(part, value).join('/'), value)));
      }
  }
  expect(faults).toEqual([]);
});

const HEADERS = [
  ...['Accept', 'Accept-Language', 'Accept-Encoding', 'If-None-Match', 'If-Modified-Since'],
  ...['Range', 'If-Range', 'Content-Type', 'User-Agent', 'Referer', 'Origin', 'Cookie'],
] as const;
/** X6: no answer hangs on these. */
const UNKEYED = [
  ...['Host', 'X-Forwarded-Host', 'X-Forwarded-Proto', 'X-Forwarded-Prefix', 'X-Forwarded-For'],
  ...['Forwarded', 'X-Original-URL', 'X-Rewrite-URL', 'X-HTTP-Method-Override', 'X-Host', 'Via'],
  ...['Cookie', 'Referer', 'Origin', 'User-Agent', 'Authorization', 'X-Real-IP', 'From'],
] as const;

/** As a header can hold it: in bytes, without what ends a line. */
function asHeader(value: string): string {
  return /^[\t -~\u0080-\u00ff]*$/.test(value) ? value : encodeURI(value);
}

const OF_THE_MOMENT = { date: '', connection: '', 'keep-alive': '' };

/** Without what belongs to the moment and to the connection (RFC 9110 §7.6.1). */
function lasting({ status, headers, body }: Raw): object {
  return { status, headers: { ...headers, ...OF_THE_MOMENT }, body };
}

const ASKED = [
  '/nb/datasett/apent',
  '/datasett/apent.ttl',
  '/id/datasett/apent',
  '/katalog',
  '/nb/finnes-ikke',
];

test.each(HEADERS)('X3 every value in the header %s', async (name) => {
  const faults: string[] = [];
  for (const value of SHORT_VALUES)
    for (const path of [...ASKED, '/sparql', '/nb/sok?q=skole'])
      faults.push(...(await wrong(path, value, { [name]: asHeader(value) })));
  expect(faults).toEqual([]);
});

test.each(UNKEYED)('X6 the header %s changes no byte of an answer', async (name) => {
  for (const path of ASKED) {
    const plain = lasting(await rawRequest(site.root, { path, headers: {}, method: 'GET' }));
    for (const value of some(60, UNKEYED.indexOf(name))) {
      const headers = { [name]: asHeader(value) };
      const answer = await rawRequest(site.root, { path, headers, method: 'GET' });
      expect([path, value, lasting(answer)]).toEqual([path, value, plain]);
    }
  }
});

test.each([
  ['a line that is no header', 'GET /nb/ HTTP/1.1\r\nHost: x\r\n<script>\r\n\r\n'],
  [
    'a header folded over two lines',
    'GET /nb/ HTTP/1.1\r\nHost: x\r\nAccept: text/html\r\n <script>\r\n\r\n',
  ],
  ['a zero byte in a header', 'GET /nb/ HTTP/1.1\r\nHost: x\r\nAccept: a\u0000b\r\n\r\n'],
  ['a zero byte in the path', 'GET /nb/\u0000 HTTP/1.1\r\nHost: x\r\n\r\n'],
  [
    'letters beyond ASCII in the path',
    'GET /nb/sok?q=bærekraft<script> HTTP/1.1\r\nHost: x\r\n\r\n',
  ],
  ['a path that is an address', 'GET http://ondt.example/nb/ HTTP/1.1\r\nHost: x\r\n\r\n'],
  [
    'two lengths',
    'POST /sparql HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\nContent-Length: 4\r\n\r\nabcd',
  ],
  [
    'a length and chunks',
    'POST /sparql HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n',
  ],
  ['a method of no protocol', '<SCRIPT> /nb/ HTTP/1.1\r\nHost: x\r\n\r\n'],
  ['a version of no protocol', 'GET /nb/ HTTP/9.9\r\nHost: x\r\n\r\n'],
  ['headers of 64 kB', `GET /nb/ HTTP/1.1\r\nHost: x\r\nAccept: ${'a'.repeat(65_536)}\r\n\r\n`],
])('X3 %s: refused or read, never a fault, and the next visitor is served', async (_, request) => {
  const { port } = new URL(site.root);
  const socket = connect(Number(port), '127.0.0.1');
  socket.on('error', () => undefined); // a server may close on what it cannot read
  socket.end(Buffer.from(request, 'latin1'));
  const answer = await text(socket).catch(() => '');
  expect(answer).not.toMatch(/^HTTP\/1\.1 5(?!05)/);
  expect(answer).not.toContain('<script>');
  expect((await site.get('/nb/')).status).toBe(200);
});

test('X3 a value of 64 kB in a parameter, a path or a body is refused with a status of its own', async () => {
  const long = 'a'.repeat(65_536);
  for (const path of [`/nb/sok?q=${long}`, `/nb/datasett/${long}`, `/sparql?query=${long}`]) {
    const { status } = await rawRequest(site.root, { path, headers: {}, method: 'GET' });
    expect([path.slice(0, 20), [414, 431].includes(status)]).toEqual([path.slice(0, 20), true]);
  }
  const body = await fetch(`${site.root}/sparql`, {
    method: 'POST',
    headers: { 'content-type': 'application/sparql-query' },
    body: `${long}${long}`,
  });
  expect(body.status).toBe(413);
});

/** Odd clients and proxies, other readers, and the portals' check of addresses (portals.md 3.4, 4.4; safety F1, F3, X6). */
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { connect } from 'node:net';
import * as rdflib from 'rdflib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startFeedSite } from './feed-site.js';
import { rawRequest, withoutDate, type Raw } from './raw-request.js';
import type { TestSite } from './site-server.js';

const RAPPER = '/usr/bin/rapper';

let site: TestSite;
beforeAll(async () => {
  site = await startFeedSite();
});
afterAll(() => site.close());

type Headers = Record<string, string>;
const ask = (path: string, headers: Headers = {}, method = 'GET'): Promise<Raw> =>
  rawRequest(site.root, { path, headers, method });

/** What goes over the wire, for clients that no library plays. */
function onTheWire(text: string): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const { port } = new URL(site.root);
    const chunks: Buffer[] = [];
    const socket = connect(Number(port), '127.0.0.1', () => socket.write(text));
    socket.on('data', (chunk) => chunks.push(chunk));
    socket.on('end', () => resolve(Buffer.concat(chunks)));
    socket.on('error', reject);
  });
}

describe('odd clients and proxies', () => {
  const PATHS = [
    '/katalog',
    '/katalog?side=2',
    '/datasett/apent.ttl',
    '/feed/fdk.ttl',
    '/void.ttl',
  ];

  test('X6 a forged host changes no byte', async () => {
    for (const path of [...PATHS, '/feed/endringer']) {
      const plain = await ask(path);
      const forged = await ask(path, {
        Host: 'ond.example',
        'X-Forwarded-Host': 'ond.example',
        'X-Forwarded-Proto': 'http',
        Forwarded: 'host=ond.example',
      });
      expect(withoutDate(forged)).toEqual(withoutDate(plain));
      expect(JSON.stringify(forged.headers)).not.toContain('ond.example');
    }
  });

  test('HTTP/1.0 without Host gets the whole, unchunked and plain', async () => {
    for (const path of PATHS) {
      const answer = await onTheWire(`GET ${path} HTTP/1.0\r\n\r\n`);
      const split = answer.indexOf('\r\n\r\n');
      const head = answer.subarray(0, split).toString().toLowerCase();
      expect(head).toMatch(/^http\/1\.1 200 ok\r\n/);
      expect(head).not.toMatch(/transfer-encoding|content-encoding/);
      expect(answer.subarray(split + 4).equals((await ask(path)).bytes)).toBe(true);
    }
  });

  test('a GET with a body is a GET', async () => {
    const body = 'side=2';
    const answer = await onTheWire(
      `GET /katalog.nt HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Length: ${body.length}\r\n\r\n${body}`,
    );
    expect(
      answer.subarray(answer.indexOf('\r\n\r\n') + 4).equals((await ask('/katalog.nt')).bytes),
    ).toBe(true);
  });

  test('F3 nothing is compressed for who does not ask, or refuses', async () => {
    for (const path of PATHS) {
      const plain = await ask(path);
      for (const coding of [
        '',
        'identity',
        'br;q=0, gzip;q=0',
        '*;q=0',
        'deflate',
        'identity;q=0',
      ]) {
        const answer = await ask(path, { 'Accept-Encoding': coding });
        expect([answer.status, answer.headers['content-encoding']]).toEqual([200, undefined]);
        expect(answer.bytes.equals(plain.bytes)).toBe(true);
      }
      const { headers } = await ask(path, { 'Accept-Encoding': 'gzip, identity;q=0' });
      expect([headers['content-encoding'], headers['etag'] === plain.headers['etag']]).toEqual([
        'gzip',
        false,
      ]);
    }
  });

  test('a slash too many and letters in the wrong case lead to the one address', async () => {
    for (const [path, status, place] of [
      ['/katalog/', 308, '/katalog'],
      ['/katalog/?side=2', 308, '/katalog?side=2'],
      ['/Katalog', 301, '/katalog'],
      ['/KATALOG.TTL', 301, '/katalog.ttl'],
      ['/Katalog/Side-2.nt', 301, '/katalog/side-2.nt'],
      ['/feed/FDK.ttl', 301, '/feed/fdk.ttl'],
      ['/catalog', 301, '/katalog'],
      ['/catalog.trix', 301, '/katalog.trix'],
      ['/id/Datasett/Apent', 301, '/id/datasett/apent'],
      ['/datasett/APENT.n3', 301, '/datasett/apent.n3'],
    ] as const) {
      const { status: got, headers } = await ask(path, { Accept: 'text/turtle' });
      expect([path, got, headers['location']]).toEqual([path, status, place]);
    }
  });

  test('no other method does anything', async () => {
    for (const path of ['/katalog', '/feed/fdk.ttl', '/katalog/side-1.ttl'])
      for (const method of ['POST', 'PUT', 'DELETE', 'PATCH'])
        expect((await ask(path, {}, method)).status).toBe(405);
  });
});

test('PR11 every address of data that we host answers HEAD', async () => {
  const { graph, settings } = site.zones.current();
  const addresses = ['accessURL', 'downloadURL']
    .flatMap((name) =>
      [...graph.subjects()]
        .flatMap((one) => graph.about(one))
        .filter(({ predicate }) => predicate.value === `http://www.w3.org/ns/dcat#${name}`),
    )
    .map(({ object }) => object.value)
    .filter((address) => address.startsWith(settings.base));
  expect(addresses.length).toBeGreaterThan(0);
  for (const address of addresses) {
    const path = address.slice(settings.base.length - 1);
    const [head, got] = [await ask(path, {}, 'HEAD'), await ask(path)];
    expect([path, head.status, head.bytes.byteLength]).toEqual([path, 200, 0]);
    expect(head.headers['content-length']).toBe(got.headers['content-length']);
  }
});

describe('other readers find as many statements', () => {
  const DOCUMENTS = ['/katalog', '/katalog/side-1', '/datasett/apent', '/void'];
  const count = async (stem: string): Promise<number> =>
    (await ask(`${stem}.nt`)).body.trim().split('\n').length;

  test.each(DOCUMENTS)('rdflib in %s', async (stem) => {
    for (const [extension, type] of [
      ['ttl', 'text/turtle'],
      ['n3', 'text/n3'],
      ['rdf', 'application/rdf+xml'],
      ['nq', 'application/n-quads'],
    ] as const) {
      const store = rdflib.graph();
      const { body } = await ask(`${stem}.${extension}`);
      await new Promise((resolve) => {
        rdflib.parse(body, store, 'https://lest.example/', type, resolve);
      });
      expect([extension, store.statements.length]).toEqual([extension, await count(stem)]);
    }
  });

  test.skipIf(!existsSync(RAPPER)).each(DOCUMENTS)('raptor in %s', async (stem) => {
    for (const [extension, parser] of [
      ['ttl', 'turtle'],
      ['n3', 'turtle'],
      ['trig', 'trig'],
      ['rdf', 'rdfxml'],
      ['rj', 'json'],
      ['nt', 'ntriples'],
      ['nq', 'nquads'],
    ] as const) {
      const { body: input } = await ask(`${stem}.${extension}`);
      const args = ['-q', '-i', parser, '-o', 'ntriples', '-', 'https://lest.example/'];
      const read = execFileSync(RAPPER, args, { input, encoding: 'utf8' });
      expect([extension, read.trim().split('\n').length]).toEqual([extension, await count(stem)]);
    }
  });
});

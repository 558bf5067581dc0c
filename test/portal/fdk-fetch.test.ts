/** data.norge.no fetches and reads: each way to be refused is named, and nothing else is (issue 5, done-when 8). */
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { FDK_LIMITS, parserOf } from '../../src/portal/fdk/contract.js';
import { BASE, feed, KEYS, PREFIXES } from './catalogue-turtle.js';
import { harvest, trapsOf } from './fdk-run.js';
import { answer, portalServer, type Respond } from './portal-server.js';

const TURTLE = { 'content-type': 'text/turtle; charset=utf-8' };
const SOUND = feed(KEYS);

describe('the fetch', () => {
  test('asks for the registered type and for no compression', async () => {
    const server = await portalServer({ '/feed': SOUND });
    const outcome = await server.source.get(`${server.origin}/feed`, {
      ...{ accept: 'text/turtle', maxBytes: 1_000_000, timeoutMs: 10_000 },
    });
    await server.close();
    expect(outcome.status).toBe(200);
    const [request] = server.requests;
    expect([request?.headers.accept, request?.headers['accept-encoding']]).toEqual([
      'text/turtle',
      undefined,
    ]);
  });

  test('a feed in order is read whole, and no trap is named', async () => {
    const { verdict } = await harvest(SOUND);
    expect([verdict.isRead, verdict.members, verdict.traps]).toEqual([true, 5, []]);
  });

  const small = { ...FDK_LIMITS, maxBytes: 2_000, warnBytes: 1_000, timeoutMs: 10_000 };
  test.each<[string, string, string | Respond, Parameters<typeof harvest>[1]]>([
    ['FDK-01', 'an Accept value that names no RDF type', SOUND, { accept: '*/*' }],
    ['FDK-02', 'status 204', answer(204), {}],
    ['FDK-02', 'status 206', answer(206, TURTLE, SOUND), {}],
    ['FDK-02', 'status 304 that nobody asked for', answer(304), {}],
    ['FDK-02', 'status 503', answer(503), {}],
    [
      'FDK-03',
      'a redirect from http to https',
      answer(301, { location: 'https://kommune.example/feed' }),
      {},
    ],
    [
      'FDK-04',
      'gzip without being asked',
      answer(200, { ...TURTLE, 'content-encoding': 'gzip' }, gzipSync(SOUND)),
      {},
    ],
    [
      'FDK-04',
      'a coding that changes nothing: no character set has its name',
      answer(200, { ...TURTLE, 'content-encoding': 'identity' }, SOUND),
      {},
    ],
    ['FDK-05', 'more bytes than the limit', SOUND, { limits: small }],
    ['FDK-07', 'a redirect to itself', answer(302, { location: '/feed' }), {}],
    [
      'FDK-08',
      'a connection that is closed',
      (_response, request) => void request.socket.destroy(),
      {},
    ],
    ['FDK-09', 'no answer in time', () => undefined, { limits: { ...FDK_LIMITS, timeoutMs: 200 } }],
    [
      'FDK-10',
      'a log-in page with status 200',
      answer(200, { 'content-type': 'text/html' }, '<!DOCTYPE html><title>Logg inn</title>'),
      {},
    ],
    [
      'FDK-10',
      'an error in JSON with status 200',
      answer(200, TURTLE, '{"error": "nede for vedlikehold"}'),
      {},
    ],
    [
      'FDK-11',
      'Latin-1',
      answer(200, TURTLE, Buffer.from(`${PREFIXES}d:ø a dcat:Dataset .`, 'latin1')),
      {},
    ],
    [
      'FDK-12',
      'a missing full stop',
      PREFIXES + 'd:a a dcat:Dataset ; dct:title "A"@nb \nd:b a dcat:Dataset .',
      {},
    ],
    [
      'FDK-15',
      'white space in an IRI',
      feed(KEYS, `d:tre dcat:landingPage <${BASE}side om trær> .`),
      {},
    ],
    [
      'FDK-16',
      'a predicate without a name at its end',
      feed(KEYS, 'd:tre <https://kommune.example/felt/123> "x" .'),
      {},
    ],
    [
      'FDK-17',
      'a control character in a text',
      feed(KEYS, 'd:tre dct:description "vondt\\u0002tegn"@nn .'),
      {},
    ],
    [
      'FDK-18',
      'a remote JSON-LD context',
      '{"@context": "https://kommune.example/context.jsonld", "@id": "https://kommune.example/a"}',
      { accept: 'application/ld+json' },
    ],
  ])('%s: %s', async (id, _what, what, options) => {
    const { verdict, found } = await harvest(what, options);
    expect([verdict.isRead, verdict.traps.map((one) => one.id), found]).toEqual([
      false,
      [id],
      undefined,
    ]);
  });

  test('FDK-06: a feed above 50 MiB is read, with a warning', async () => {
    const limits = { ...FDK_LIMITS, warnBytes: 1_000 };
    const { verdict } = await harvest(SOUND, { limits });
    expect(verdict.traps.map(({ id, severity }) => [id, severity])).toEqual([['FDK-06', 'warns']]);
    expect([FDK_LIMITS.maxBytes, FDK_LIMITS.warnBytes]).toEqual([
      75 * 1024 * 1024,
      50 * 1024 * 1024,
    ]);
  });

  test('a redirect within one scheme is followed', async () => {
    const server = await portalServer({
      '/feed': answer(301, { location: '/her' }),
      '/her': SOUND,
    });
    const { url } = await server.source.get(`${server.origin}/feed`, {
      ...{ accept: 'text/turtle', maxBytes: 1_000_000, timeoutMs: 10_000, sameScheme: true },
    });
    await server.close();
    expect(url).toBe(`${server.origin}/her`);
  });
});

describe('the reading', () => {
  test.each([
    ['text/turtle', 'text/turtle'],
    ['application/rdf+xml, text/turtle', 'text/turtle'],
    ['text/n3', 'text/turtle'],
    ['application/ld+json;q=1', 'application/ld+json'],
    ['application/n-triples', 'application/n-triples'],
    ['*/*', undefined],
    ['', undefined],
    ['text/html', undefined],
  ])('Accept %j chooses the parser %j', (accept, parser) => {
    expect(parserOf(accept)).toBe(parser);
  });

  test('Content-Type is not looked at', async () => {
    expect(await trapsOf(answer(200, { 'content-type': 'text/html' }, SOUND))).toEqual([]);
  });

  test('FDK-11: a byte order mark is told, and the feed is read', async () => {
    const { verdict } = await harvest(answer(200, TURTLE, Buffer.from(`\uFEFF${SOUND}`)));
    expect([verdict.isRead, verdict.traps.map(({ id }) => id)]).toEqual([true, ['FDK-11']]);
  });

  test('FDK-12 names the line', async () => {
    const { verdict } = await harvest(
      '@prefix d: <https://kommune.example/> .\nd:a d:b d:c\nd:d d:e .',
    );
    expect(verdict.traps[0]?.evidence[0]).toMatch(/^3: /);
  });

  test('FDK-13: a relative IRI ends up at example.com', async () => {
    const { verdict } = await harvest(feed(KEYS, 'd:tre dcat:landingPage </tre> .'));
    expect(verdict.traps.map(({ id, evidence }) => [id, evidence])).toEqual([
      ['FDK-13', ['http://example.com/tre']],
    ]);
  });

  test('FDK-13: a relative dataset is a dataset of example.com', async () => {
    const { found } = await harvest(feed(KEYS, '<tre> a dcat:Dataset .'));
    const ours = (iri: string): boolean => iri.startsWith(BASE);
    expect(Object.keys(found?.members ?? {}).filter((iri) => !ours(iri))).toEqual([
      'http://example.com/tre',
    ]);
  });

  test('FDK-14: what stands in named graphs is lost', async () => {
    const trig = `${SOUND}\n<${BASE}graf> { d:tre dct:title "Borte"@nn . }`;
    const { verdict } = await harvest(trig, { accept: 'application/trig' });
    expect(verdict.traps.map(({ id, evidence }) => [id, evidence])).toEqual([
      ['FDK-14', [`${BASE}graf`]],
    ]);
  });

  test('FDK-15 tells each illegal IRI with its line', async () => {
    const text = `<${BASE}a> <${BASE}b> <${BASE}c d> .\n<${BASE}a> <${BASE}b> <${BASE}e{f}> .`;
    const { verdict } = await harvest(text);
    expect(verdict.traps[0]?.evidence).toEqual([`1: <${BASE}c d>`, `2: <${BASE}e{f}>`]);
  });
});

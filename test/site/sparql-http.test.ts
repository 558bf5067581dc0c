/** The endpoint as HTTP: validators, caches, other origins, methods and errors (safety D7, D8). */
import { describe, expect, test } from 'vitest';
import { rawRequest } from './raw-request.js';
import { publishZone } from './site-server.js';
import { BROKEN, q, SELECT, sparqlSite, wide } from './sparql-support.js';

const { site, get } = sparqlSite();

async function tagOf(search: string, headers: Record<string, string> = {}): Promise<string | null> {
  const response = await get(search, headers);
  await response.text();
  expect(response.status).toBe(200);
  return response.headers.get('etag');
}

describe('validators', () => {
  test('an answer that is known gives 304 without a body, with the headers of the answer', async () => {
    const tag = await tagOf(q(SELECT));
    expect(tag).toMatch(/^"[\w-]{27}"$/);
    const again = await get(q(SELECT), { 'If-None-Match': `"x", ${tag}` });
    expect([again.status, await again.text(), again.headers.get('etag')]).toEqual([304, '', tag]);
    expect(again.headers.get('cache-control')).toBe('public, max-age=60');
    expect(again.headers.get('vary')).toBe('Accept, Accept-Language');
    expect((await get(q(SELECT), { 'If-None-Match': '"x"' })).status).toBe(200);
  });

  test('nothing is run for it: a query that would take for ever is answered at once', async () => {
    const endless = `SELECT (COUNT(DISTINCT *) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l . ?m ?n1 ?o }`;
    const { Endpoint } = await import('../../site/sparql/endpoint.js');
    const endpoint = new Endpoint({ engine: site.zones.engine, zones: site.zones, now: () => 0 });
    const tag = endpoint.tagOf({
      catalogue: site.zones.current(),
      protocol: { query: endless, defaultGraphs: [], namedGraphs: [], format: undefined },
      format: 'json',
      syntax: 'ttl',
    });
    expect((await get(q(endless), { 'If-None-Match': tag ?? '' })).status).toBe(304);
  });

  test('`*` is no answer that is known: a query that fails fails', async () => {
    expect((await get(q(BROKEN), { 'If-None-Match': '*' })).status).toBe(400);
  });

  test('differ by query, format and graphs, not by the order of the graphs', async () => {
    const [a, b] = ['default-graph-uri=urn:a:a', 'default-graph-uri=urn:a:b'];
    const tags = [
      await tagOf(q(SELECT)),
      await tagOf(q(`${SELECT} `)),
      await tagOf(q(SELECT), { Accept: 'text/csv' }),
      await tagOf(`${q(SELECT)}&${a}`),
      await tagOf(`${q(SELECT)}&${a.replace('default', 'named')}`),
      await tagOf(`${q(SELECT)}&${a}&${b}`),
    ];
    expect(new Set(tags).size).toBe(tags.length);
    expect(await tagOf(`${q(SELECT)}&${b}&${a}&${b}`)).toBe(tags.at(-1));
    expect(await tagOf(`format=csv&${q(SELECT)}`)).toBe(tags[2]);
  });

  test.each([
    'SELECT (NOW() AS ?now) {}',
    'SELECT (rand() AS ?n) {}',
    'SELECT (UUID() AS ?n) {}',
    'SELECT (STRUUID ( ) AS ?n) {}',
    'SELECT (BNODE() AS ?n) {}',
    'SELECT (\\u004EOW() AS ?n) {}',
  ])('%s has none, and is stored nowhere', async (query) => {
    const response = await get(q(query));
    await response.text();
    expect([response.headers.get('etag'), response.headers.get('cache-control')]).toEqual([
      null,
      'no-store',
    ]);
  });

  test.each([
    'SELECT ("NOW()" AS ?now) {}',
    'SELECT ?now WHERE { ?now a <urn:now:RAND> } # UUID()',
    `SELECT ("\\u004EOW" AS ?n) {}`,
  ])('%s has one: names in strings, IRIs, variables and comments call nothing', async (query) => {
    expect(await tagOf(q(query))).not.toBeNull();
  });

  test('C6 the same content in a later revision has the same tags, other content has others', async () => {
    const before = await tagOf(q(SELECT));
    await publishZone(site.folder);
    await site.zones.refresh();
    expect(await tagOf(q(SELECT))).toBe(before);
    await publishZone(site.folder, '<urn:a:s> <urn:a:p> "more" .');
    await site.zones.refresh();
    expect(await tagOf(q(SELECT))).not.toBe(before);
    await publishZone(site.folder);
    await site.zones.refresh();
    expect(await tagOf(q(SELECT))).toBe(before);
  });

  test('C8 an answer of earlier content is not given again', async () => {
    const ask = async (): Promise<unknown> =>
      ((await (await get(q('ASK { <urn:a:s> ?p ?o }'))).json()) as { boolean: boolean }).boolean;
    expect(await ask()).toBe(false);
    await publishZone(site.folder, '<urn:a:s> <urn:a:p> "more" .');
    await site.zones.refresh();
    expect(await ask()).toBe(true);
    await publishZone(site.folder);
    await site.zones.refresh();
    expect(await ask()).toBe(false);
  });
});

describe('methods', () => {
  test('HEAD has the status and the headers of GET, and no body', async () => {
    for (const query of [SELECT, BROKEN]) {
      const path = `/sparql?${q(query)}`;
      const [got, head] = await Promise.all(
        ['GET', 'HEAD'].map((method) => rawRequest(site.root, { path, method, headers: {} })),
      );
      expect(head?.body).toBe('');
      expect({ ...head?.headers, date: '' }).toEqual({ ...got?.headers, date: '' });
      expect(head?.status).toBe(got?.status);
    }
  });

  test('HEAD of an answer that is too large to wait for is answered too', async () => {
    const path = `/sparql?${q(wide(300))}`;
    const { status, body } = await rawRequest(site.root, { path, method: 'HEAD', headers: {} });
    expect([status, body]).toEqual([200, '']);
  });

  test('a script of another origin may ask: preflight tells methods, headers and how long that holds', async () => {
    const headers = {
      origin: 'https://example.org',
      'access-control-request-method': 'POST',
      'access-control-request-headers': 'content-type, if-none-match',
    };
    const answer = await rawRequest(site.root, { path: '/sparql', method: 'OPTIONS', headers });
    expect([answer.status, answer.body]).toEqual([204, '']);
    expect(answer.headers).toMatchObject({
      allow: 'GET, HEAD, OPTIONS, POST',
      'access-control-allow-origin': '*',
      'access-control-allow-methods': 'GET, HEAD, OPTIONS, POST',
      'access-control-allow-headers':
        'Accept, Accept-Language, Content-Type, If-None-Match, If-Modified-Since',
      'access-control-max-age': '86400',
    });
  });

  test('errors may be read by other origins as well', async () => {
    const response = await get(q(BROKEN));
    expect(response.headers.get('access-control-allow-origin')).toBe('*');
    expect(response.headers.get('access-control-expose-headers')).toBe('Link, ETag, Retry-After');
  });
});

describe('errors', () => {
  test('a syntax error tells line, column and a hint in the reader’s language, and is stored nowhere', async () => {
    for (const [language, title] of [
      ['nb', 'Forespørselen kan ikke tolkes'],
      ['nn', 'Førespurnaden kan ikkje tolkast'],
      ['en', 'The request cannot be understood'],
    ] as const) {
      const response = await get(q(BROKEN), { 'Accept-Language': language });
      expect(response.headers.get('content-type')).toBe('application/problem+json');
      expect(response.headers.get('cache-control')).toBe('no-store');
      const problem = (await response.json()) as Record<string, unknown>;
      expect(problem).toMatchObject({ status: 400, title, line: 2, column: 9 });
      expect(problem['hint']).toEqual(expect.any(String));
    }
  });

  test('a limit that is met is named', async () => {
    const response = await get(q('SELECT * WHERE { ?a ?b ?c . ?d ?e ?f }'));
    expect(response.status).toBe(422);
    expect(await response.json()).toMatchObject({ limit: 'maxRows', value: 1000 });
  });

  test('C9 tell nothing of the program or the machine', async () => {
    const leaks = /node_modules|\.(ts|js):\d|\/(home|tmp|work|root)\/|ECONN|quads\.nq|\bat \w+ \(/;
    const queries = [
      BROKEN,
      'SELECT',
      'SELECT * { ?s ?p "\\q" }',
      'SELECT * { ?s <a b> ?o }',
      'PREFIX : <x> SELECT * { ?s :a ?o FILTER(<urn:fn:none>(?o)) }',
      'SELECT (xsd:integer("x") AS ?n) {}',
      'LOAD <file:///etc/passwd>',
      'SELECT * { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }',
      'x'.repeat(10_000),
      '('.repeat(250),
      'SELECT * { ?s ?p ?o } LIMIT -1',
      'SELECT * { ?s ?p ?o } GROUP BY ?s',
    ];
    for (const query of queries)
      for (const accept of ['*/*', 'text/html', 'text/csv', 'application/sparql-results+json']) {
        const response = await get(q(query), { Accept: accept });
        const text = await response.text();
        expect([query.slice(0, 60), accept, leaks.exec(text)?.[0]]).toEqual([
          query.slice(0, 60),
          accept,
          undefined,
        ]);
      }
  });
});

/**
 * SPARQL 1.1 Protocol (https://www.w3.org/TR/sparql11-protocol/), point by point: what a query operation must take (§2.1), what it
 * must refuse (§2.1.5), and every update operation (§2.2), which a reading endpoint refuses with the data untouched.
 */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { rawRequest } from './raw-request.js';
import { BASE, startSite, type TestSite } from './site-server.js';

const FORM = 'application/x-www-form-urlencoded';
const [QUERY, UPDATE] = ['application/sparql-query', 'application/sparql-update'];
const RESULTS = ['application/sparql-results+json', 'application/sparql-results+xml'];
const GRAPHS = ['text/turtle', 'application/rdf+xml', 'application/ld+json'];

const [catalogue, codes] = [`${BASE}graph/katalog`, `${BASE}graph/kodelister`];
const service = `<${BASE}id/datatjeneste/api> a <http://www.w3.org/ns/dcat#DataService>`;
const scheme = `<${BASE}kode/konfidensialitet> a <http://www.w3.org/2004/02/skos/core#ConceptScheme>`;
const ASK = 'ASK {}';

let site: TestSite;
beforeAll(async () => {
  site = await startSite();
  await site.zones.warm();
});
afterAll(() => site.close());

type Pairs = readonly (readonly [string, string])[];
const form = (...pairs: Pairs): string =>
  pairs.map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join('&');

function get(search: string, accept = RESULTS.join()): Promise<Response> {
  return site.get(`/sparql?${search}`, { Accept: accept });
}
function post(body: string | Uint8Array, type: string | undefined, search = ''): Promise<Response> {
  return fetch(`${site.root}/sparql${search}`, {
    method: 'POST',
    // fetch gives text a type of its own, bytes none.
    body: Buffer.from(body as string),
    headers: { Accept: RESULTS.join(), ...(type === undefined ? {} : { 'Content-Type': type }) },
  });
}
async function truthOf(asked: Promise<Response>): Promise<unknown> {
  const response = await asked;
  expect([response.status, response.headers.get('content-type')]).toEqual([200, RESULTS[0]]);
  return ((await response.json()) as { boolean: unknown }).boolean;
}
const inDefault = `ASK { ${service} . ${scheme} }`;
const inNamed = `ASK { GRAPH ?one { ${service} } GRAPH ?other { ${scheme} } FILTER (?one != ?other) }`;

describe('a query operation', () => {
  test.each([
    ['query_get', () => get(form(['query', ASK]))],
    ['query_post_form', () => post(form(['query', ASK]), FORM)],
    ['query_post_direct', () => post(ASK, QUERY)],
    [
      'query_dataset_default_graph',
      () => get(form(['query', `ASK { ${service} }`], ['default-graph-uri', catalogue])),
    ],
    [
      'query_dataset_default_graphs_get',
      () =>
        get(
          form(
            ['query', inDefault],
            ['default-graph-uri', catalogue],
            ['default-graph-uri', codes],
          ),
        ),
    ],
    [
      'query_dataset_default_graphs_post',
      () =>
        post(
          form(
            ['query', inDefault],
            ['default-graph-uri', catalogue],
            ['default-graph-uri', codes],
          ),
          FORM,
        ),
    ],
    [
      'query_dataset_named_graphs_get',
      () =>
        get(form(['query', inNamed], ['named-graph-uri', catalogue], ['named-graph-uri', codes])),
    ],
    [
      'query_dataset_named_graphs_post',
      () =>
        post(
          inNamed,
          QUERY,
          `?${form(['named-graph-uri', catalogue], ['named-graph-uri', codes])}`,
        ),
    ],
    [
      'query_dataset_full',
      () =>
        get(
          form(
            ['query', `ASK { ${service} GRAPH ?g { ${scheme} } FILTER NOT EXISTS { ${scheme} } }`],
            ['default-graph-uri', catalogue],
            ['named-graph-uri', codes],
          ),
        ),
    ],
    [
      'query_multiple_dataset: the protocol’s graphs replace those of the text',
      () =>
        get(
          form(
            ['query', `ASK FROM <${codes}> { ${service} FILTER NOT EXISTS { ${scheme} } }`],
            ['default-graph-uri', catalogue],
          ),
        ),
    ],
  ])('%s', async (_name, ask) => {
    expect(await truthOf(ask())).toBe(true);
  });

  test('graphs that are not named by the protocol are not there', async () => {
    const default_ = form(['query', inDefault], ['default-graph-uri', catalogue]);
    const named = form(['query', inNamed], ['named-graph-uri', catalogue]);
    expect(await truthOf(get(default_))).toBe(false);
    expect(await truthOf(get(named))).toBe(false);
  });

  test.each([
    ['query_content_type_select', 'SELECT (1 AS ?value) {}', RESULTS],
    ['query_content_type_ask', ASK, RESULTS],
    ['query_content_type_describe', `DESCRIBE <${BASE}id/system/fag>`, GRAPHS],
    ['query_content_type_construct', 'CONSTRUCT { <urn:a:s> <urn:a:p> 1 } WHERE {}', GRAPHS],
  ])('%s', async (_name, query, types) => {
    for (const type of types) {
      const response = await get(form(['query', query]), type);
      expect([response.status, response.headers.get('content-type')?.split(';', 1)[0]]).toEqual([
        200,
        type,
      ]);
      await response.text();
    }
  });
});

describe('what is no query operation', () => {
  test.each([
    ['bad_multiple_queries, in the URL', () => get(form(['query', ASK], ['query', ASK])), 400],
    [
      'bad_multiple_queries, in a form',
      () => post(form(['query', ASK], ['query', ASK]), FORM),
      400,
    ],
    [
      'bad_multiple_queries, in body and URL',
      () => post(ASK, QUERY, `?${form(['query', ASK])}`),
      400,
    ],
    [
      'bad_multiple_queries, in form and URL',
      () => post(form(['query', ASK]), FORM, `?${form(['query', ASK])}`),
      400,
    ],
    ['bad_query_wrong_media_type', () => post(ASK, 'text/plain'), 415],
    [
      'bad_query_wrong_media_type: another charset',
      () => post(ASK, `${QUERY}; charset=latin1`),
      415,
    ],
    ['bad_query_missing_form_type', () => post(form(['query', ASK]), undefined), 415],
    ['bad_query_missing_direct_type', () => post(ASK, undefined), 415],
    [
      'bad_query_non_utf8, in the body',
      () => post(Buffer.from('ASK { FILTER("\xE6" = "x") }', 'latin1'), QUERY),
      400,
    ],
    [
      'bad_query_non_utf8, in a form',
      () => post('query=ASK%20%7B%20FILTER(%22%E6%22%20%3D%20%22x%22)%20%7D', FORM),
      400,
    ],
    [
      'bad_query_non_utf8, in the URL',
      () => get('query=ASK%20%7B%20FILTER(%22%E6%22%20%3D%20%22x%22)%20%7D'),
      400,
    ],
    ['bad_query_syntax', () => get(form(['query', 'ASK {'])), 400],
    ['a form without query', () => post(form(['x', ASK]), FORM), 400],
    ['an empty query', () => get('query='), 400],
    ['an empty body', () => post('', QUERY), 400],
    ['a graph that is no IRI', () => get(form(['query', ASK], ['default-graph-uri', 'x'])), 400],
    ['a body over 64 kB', () => post(`${ASK}${' '.repeat(70_000)}`, QUERY), 413],
    ['a URL over 16 kB', () => get(`${form(['query', ASK])}${'+'.repeat(17_000)}`), 414],
    ['a format that does not fit', () => get(form(['query', ASK], ['format', 'ttl'])), 406],
    ['nothing acceptable', () => get(form(['query', ASK]), 'image/png'), 406],
  ])('%s', async (_name, ask, status) => {
    const response = await ask();
    expect([response.status, response.headers.get('content-type')]).toEqual([
      status,
      'application/problem+json',
    ]);
    expect(((await response.json()) as { status: number }).status).toBe(status);
  });

  test.each(['PUT', 'DELETE', 'PATCH'])(
    'bad_query_method: %s is answered with what there is',
    async (method) => {
      const path = `/sparql?${form(['query', ASK])}`;
      const { status, headers } = await rawRequest(site.root, { path, method, headers: {} });
      expect([status, headers['allow']]).toEqual([405, 'GET, HEAD, OPTIONS, POST']);
    },
  );
});

describe('an update operation is refused, and nothing changes (D7)', () => {
  const insert = `INSERT DATA { <urn:a:s> <urn:a:p> "inserted by a stranger" }`;
  const drop = 'DROP ALL';
  let looks = 0;
  const stored = async (): Promise<readonly unknown[]> => {
    looks += 1; // another text each time, so that no answer comes from a cache
    const query = `SELECT (COUNT(*) AS ?n) { ?s ?p ?o } # ${looks}`;
    const count = await get(form(['query', query]));
    const file = await readFile(join(site.folder, 'current', 'public', 'quads.nq'));
    return [await count.json(), createHash('sha256').update(file).digest('hex')];
  };
  let before: readonly unknown[];
  beforeAll(async () => {
    before = await stored();
  });

  test.each([
    ['update_post_form', () => post(form(['update', drop]), FORM)],
    ['update_post_direct', () => post(drop, UPDATE)],
    [
      'update_dataset_default_graph',
      () => post(form(['update', drop], ['using-graph-uri', catalogue]), FORM),
    ],
    [
      'update_dataset_default_graphs',
      () =>
        post(drop, UPDATE, `?${form(['using-graph-uri', catalogue], ['using-graph-uri', codes])}`),
    ],
    [
      'update_dataset_named_graphs',
      () => post(form(['update', drop], ['using-named-graph-uri', catalogue]), FORM),
    ],
    [
      'update_dataset_full',
      () =>
        post(
          drop,
          UPDATE,
          `?${form(['using-graph-uri', catalogue], ['using-named-graph-uri', codes])}`,
        ),
    ],
    ['update_base_uri', () => post(`BASE <${BASE}> CLEAR GRAPH <graph/katalog>`, UPDATE)],
    ['bad_update_get', () => get(form(['update', drop]))],
    ['bad_multiple_updates', () => post(form(['update', drop], ['update', drop]), FORM)],
    ['bad_update_wrong_media_type', () => post(drop, 'text/plain')],
    ['bad_update_missing_form_type', () => post(form(['update', drop]), undefined)],
    ['bad_update_missing_direct_type', () => post(drop, undefined)],
    ['bad_update_non_utf8', () => post(Buffer.from(`${insert}\xE6`, 'latin1'), UPDATE)],
    ['bad_update_syntax', () => post(form(['update', 'DROP WHAT']), FORM)],
    [
      'bad_update_dataset_conflict',
      () =>
        post(
          form(
            ['update', `WITH <${codes}> DELETE WHERE { ?s ?p ?o }`],
            ['using-graph-uri', catalogue],
          ),
          FORM,
        ),
    ],
    ['a query and an update', () => post(form(['query', ASK], ['update', drop]), FORM)],
    ['an update as query', () => get(form(['query', insert]))],
    ['an update as body of a query', () => post(insert, QUERY)],
    ['LOAD', () => post('LOAD <http://127.0.0.1:9/x.ttl>', QUERY)],
    ['SERVICE', () => get(form(['query', 'ASK { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }']))],
    [
      'SERVICE SILENT',
      () => get(form(['query', 'ASK { SERVICE SILENT <http://127.0.0.1:9/> { ?s ?p ?o } }'])),
    ],
  ])('%s', async (name, ask) => {
    const response = await ask();
    const isUntyped = /media_type|missing/.test(name);
    expect(response.status).toBe(isUntyped ? 415 : 400);
    await response.text();
  });

  test('the form that is refused is named', async () => {
    const response = await get(form(['query', insert]));
    expect(((await response.json()) as { detail: string }).detail).toContain('INSERT DATA');
  });

  afterAll(async () => {
    expect(await stored()).toEqual(before);
  });
});

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { loadExampleQueries } from '../../site/sparql/example-queries.js';
import { canonicalNTriples } from '../../src/rdf/canonical.js';
import { parseRdf } from '../../src/rdf/parse.js';
import { BASE, startSite, type TestSite } from './site-server.js';
import { missing } from './missing.js';

const SELECT = 'SELECT ?s WHERE { ?s a <http://www.w3.org/ns/dcat#DataService> }';
const CONSTRUCT =
  'CONSTRUCT { ?s ?p ?o } WHERE { ?s a <http://www.w3.org/ns/dcat#DataService> ; ?p ?o }';
const FORM = 'application/x-www-form-urlencoded';
const QUERY = 'application/sparql-query';
const JSON_RESULTS = 'application/sparql-results+json';

let site: TestSite;
beforeAll(async () => {
  site = await startSite();
});
afterAll(() => site.close());

function get(parameters: string, accept = '*/*'): Promise<Response> {
  return site.get(`/sparql?${parameters}`, { Accept: accept });
}
function post(body: string | Uint8Array, type: string, search = ''): Promise<Response> {
  return fetch(`${site.root}/sparql${search}`, {
    method: 'POST',
    body: body as string,
    headers: { 'Content-Type': type, Accept: '*/*' },
  });
}
const q = (query: string): string => `query=${encodeURIComponent(query)}`;

describe('SPARQL 1.1 Protocol: a query', () => {
  test.each([
    ['GET', () => get(q(SELECT))],
    ['POST of a form', () => post(q(SELECT), FORM)],
    ['POST of a form, with a charset', () => post(q(SELECT), `${FORM}; charset=UTF-8`)],
    ['POST of the query', () => post(SELECT, QUERY)],
  ])('by %s is answered', async (_name, ask) => {
    const response = await ask();
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe(JSON_RESULTS);
    const json = (await response.json()) as { results: { bindings: { s: { value: string } }[] } };
    expect(json.results.bindings.map(({ s }) => s.value)).toEqual([`${BASE}id/datatjeneste/api`]);
  });

  test.each([
    ['*/*', JSON_RESULTS],
    ['application/sparql-results+json', JSON_RESULTS],
    ['application/json', JSON_RESULTS],
    ['application/sparql-results+xml', 'application/sparql-results+xml'],
    ['application/xml', 'application/sparql-results+xml'],
    ['text/csv', 'text/csv; charset=utf-8; header=present'],
    ['text/tab-separated-values', 'text/tab-separated-values; charset=utf-8'],
    ['text/csv;q=0.5, application/sparql-results+xml', 'application/sparql-results+xml'],
  ])('solutions for Accept %s come as %s', async (accept, type) => {
    const response = await get(q(SELECT), accept);
    expect([response.status, response.headers.get('content-type')]).toEqual([200, type]);
    expect(response.headers.get('access-control-allow-origin')).toBe('*');
    expect(response.headers.get('vary')).toBe('Accept, Accept-Language');
  });

  test('graphs come in each syntax, with the same triples', async () => {
    const graphs = new Set<string>();
    for (const type of [
      'text/turtle',
      'application/ld+json',
      'application/rdf+xml',
      'application/n-triples',
    ]) {
      const response = await get(q(CONSTRUCT), type);
      expect(response.headers.get('content-type')).toContain(type);
      graphs.add(canonicalNTriples(await parseRdf(await response.text(), type)));
    }
    expect(graphs.size).toBe(1);
    expect((await get(q(`DESCRIBE <${BASE}id/system/fag>`))).headers.get('content-type')).toContain(
      'text/turtle',
    );
  });

  test('ASK is true or false, in JSON and XML', async () => {
    expect(await (await get(q('ASK {}'))).json()).toMatchObject({ boolean: true });
    expect(await (await get(q('ASK {}'), 'application/sparql-results+xml')).text()).toContain(
      'true',
    );
  });

  test('?format= beats Accept', async () => {
    expect(
      (await get(`format=csv&${q(SELECT)}`, 'text/html')).headers.get('content-type'),
    ).toContain('text/csv');
    expect((await get(`format=ttl&${q(SELECT)}`)).status).toBe(406);
  });

  test('graph parameters choose graphs, and fetch nothing', async () => {
    const count = async (parameters: string): Promise<string> =>
      (
        await get(`${parameters}&${q('SELECT (COUNT(*) AS ?n) WHERE { ?s ?p ?o }')}`, 'text/csv')
      ).text();
    const all = await count('');
    const codes = await count(`default-graph-uri=${encodeURIComponent(`${BASE}graph/kodelister`)}`);
    expect(codes).not.toBe(all);
    expect(
      await count(`default-graph-uri=${encodeURIComponent(`${BASE}graph/harvested/kartoteket`)}`),
    ).toContain('\r\n0');
    expect(await count('default-graph-uri=http%3A%2F%2F127.0.0.1%3A9%2F')).toContain('\r\n0');
  });
});

describe('SPARQL 1.1 Protocol: refused', () => {
  test.each([
    ['no query in a form', () => post('x=1', FORM), 400],
    ['two queries', () => get(`${q(SELECT)}&${q(SELECT)}`), 400],
    ['a query in URL and body', () => post(SELECT, QUERY, `?${q(SELECT)}`), 400],
    ['a syntax error', () => get(q('SELECT ?s WHERE {\n ?s ?p }')), 400],
    ['an empty query', () => get('query='), 400],
    ['no UTF-8', () => post(new Uint8Array([0x41, 0xff]), QUERY), 400],
    ['no UTF-8 in the URL', () => get('query=%FF'), 400],
    ['a graph that is no IRI', () => get(`default-graph-uri=x&${q(SELECT)}`), 400],
    ['another media type', () => post(SELECT, 'text/plain'), 415],
    ['an update by form', () => post('update=DROP%20ALL', FORM), 400],
    ['an update by URL', () => get('update=DROP%20ALL'), 400],
    ['an update as body', () => post('DROP ALL', 'application/sparql-update'), 400],
    ['an update as query', () => get(q('INSERT DATA { <urn:a:b> <urn:a:b> 1 }')), 400],
    [
      'SERVICE',
      () => get(q('SELECT * WHERE { SERVICE SILENT <http://127.0.0.1:9/> { ?s ?p ?o } }')),
      400,
    ],
    ['a body over 64 kB', () => post(`${SELECT}${' '.repeat(70_000)}`, QUERY), 413],
    ['a URL over 16 kB', () => get(`${q(SELECT)}${'+'.repeat(17_000)}`), 414],
    ['nothing acceptable', () => get(q(SELECT), 'image/png'), 406],
    ['more rows than the limit', () => get(q('SELECT * WHERE { ?a ?b ?c . ?d ?e ?f }')), 422],
  ])('%s', async (_name, ask, status) => {
    const response = await ask();
    expect(response.status).toBe(status);
    await response.text();
  });

  test('a syntax error tells line and column as problem+json, in the reader’s language', async () => {
    const response = await site.get(`/sparql?${q('SELECT ?s WHERE {\n ?s ?p }')}`, {
      Accept: 'application/sparql-results+json, application/problem+json',
      'Accept-Language': 'en',
    });
    expect(response.headers.get('content-type')).toBe('application/problem+json');
    expect(await response.json()).toMatchObject({ status: 400, line: 2 });
  });

  test('a refused form is named', async () => {
    const response = await site.get(`/sparql?${q('INSERT DATA { <urn:a:b> <urn:a:b> 1 }')}`, {
      Accept: 'application/json',
    });
    expect(((await response.json()) as { detail: string }).detail).toContain('INSERT DATA');
  });
});

describe('the query page', () => {
  test('works without script: form, result as a table, links to the result', async () => {
    const first = await get(q(SELECT), 'text/html');
    expect(first.status).toBe(303);
    const text = await (await site.get(first.headers.get('location') ?? '')).text();
    expect(
      missing(text, [
        '<form',
        'method="get"',
        '<textarea',
        `href="/nb/datatjeneste/api"`,
        '/sparql?format',
      ]),
    ).toEqual([]);
    expect(
      (await site.get('/sparql', { Accept: 'text/html', 'Accept-Language': 'nn' })).headers.get(
        'location',
      ),
    ).toBe('/nn/sparql');
  });

  test('shows a fault with the query kept, and hostile text as text', async () => {
    const response = await site.get(
      `/nb/sparql?${q('SELECT </textarea><script>alert(1)</script>')}`,
    );
    expect(response.status).toBe(400);
    const text = await response.text();
    expect(text).not.toContain('<script>alert');
    expect(text).toContain('role="alert"');
    const values = await site.get(
      `/nb/sparql?${q('SELECT ?x WHERE { VALUES ?x { "<script>alert(1)</script>" <javascript:alert(2)> } }')}`,
    );
    const shown = await values.text();
    expect(shown).not.toContain('<script>alert');
    expect(shown).not.toContain('href="javascript');
  });

  test('shows ASK and CONSTRUCT results', async () => {
    expect(await (await site.get(`/nb/sparql?${q('ASK {}')}`)).text()).toContain('Ja');
    expect(await (await site.get(`/nb/sparql?${q(CONSTRUCT)}`)).text()).toContain('@prefix');
  });

  test('has examples in three languages, and each of them runs', async () => {
    const examples = loadExampleQueries();
    expect(examples.length).toBeGreaterThanOrEqual(5);
    for (const { name, query } of examples) {
      const response = await get(q(query));
      expect([name, response.status]).toEqual([name, 200]);
      await response.text();
    }
    for (const lang of ['nb', 'nn', 'en'] as const) {
      const text = await (await site.get(`/${lang}/sparql`)).text();
      expect(text).toContain(examples[0]?.title[lang]);
    }
  });
});

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { canonicalNTriples } from '../../src/rdf/canonical.js';
import { parseRdf } from '../../src/rdf/parse.js';
import { PREFIXES } from '../../src/rdf/vocabularies.js';
import { BASE, startSite, type TestSite } from './site-server.js';
import { missing } from './missing.js';

const SELECT = 'SELECT ?s WHERE { ?s a <http://www.w3.org/ns/dcat#DataService> }';
const CONSTRUCT =
  'CONSTRUCT { ?s ?p ?o } WHERE { ?s a <http://www.w3.org/ns/dcat#DataService> ; ?p ?o }';
/** Three times what there is, about other subjects. */
const MANY_TRIPLES = `CONSTRUCT { ?x ?p ?o } WHERE { ?s ?p ?o VALUES ?n { 1 2 3 }
  BIND (IRI(CONCAT("urn:copy:", STR(?n), ":", STR(?s))) AS ?x) }`;
const JSON_RESULTS = 'application/sparql-results+json';

let site: TestSite;
beforeAll(async () => {
  site = await startSite();
  await site.zones.warm();
});
afterAll(() => site.close());

function get(parameters: string, accept = '*/*'): Promise<Response> {
  return site.get(`/sparql?${parameters}`, { Accept: accept });
}
const q = (query: string): string => `query=${encodeURIComponent(query)}`;

describe('the answer to a query', () => {
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
      'application/n-quads',
      'application/trig',
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
});

describe('prefixes of the catalogue’s own vocabularies', () => {
  test('need no declaration', async () => {
    const answer = await get(q('SELECT ?s WHERE { ?s a dcat:DataService }'), 'text/csv');
    expect(await answer.text()).toBe(`s\r\n${BASE}id/datatjeneste/api\r\n`);
  });

  test('a declaration goes before', async () => {
    const own = 'PREFIX dcat: <urn:other:> ASK { ?s a dcat:DataService }';
    expect(await (await get(q(own))).json()).toMatchObject({ boolean: false });
  });

  test('a prefix that is nobody’s is a syntax error, at its place in the text', async () => {
    const answer = await get(q('SELECT ?s WHERE {\n  ?s a nobody:Thing }'));
    expect(answer.status).toBe(400);
    expect(await answer.json()).toMatchObject({ status: 400, line: 2 });
  });

  test('all stand on the page', async () => {
    const page = await (await site.get('/en/sparql')).text();
    const shown = [...page.matchAll(/<dt><code>([a-z]+):<\/code><\/dt>/g)].map(([, one]) => one);
    expect(shown).toEqual(Object.keys(PREFIXES));
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
    const ask = async (query: string): Promise<string> =>
      (await site.get(`/nb/sparql?${q(query)}`)).text();
    expect(await ask('ASK {}')).toContain('Ja, dette finnes i katalogen.');
    expect(await ask('ASK { <urn:a:x> ?p ?o }')).toContain('Nei, dette finnes ikke i katalogen.');
    expect(await (await site.get(`/nb/sparql?${q(CONSTRUCT)}`)).text()).toContain('@prefix');
  });

  test('keeps the graphs of the protocol: in the form, the permanent link and the downloads', async () => {
    const graph = `${BASE}graph/kodelister`;
    const first = await get(`${q(SELECT)}&default-graph-uri=${graph}`, 'text/html');
    const location = first.headers.get('location') ?? '';
    expect(location).toContain(`default-graph-uri=${graph}`);
    const text = await (await site.get(location)).text();
    expect(text).toContain(
      `<input type="hidden" name="default-graph-uri" value="${BASE}graph/kodelister">`,
    );
    expect(text.split(`default-graph-uri&#x3D;${graph}`).length - 1).toBeGreaterThanOrEqual(5);
    expect(
      missing(text, ['0 rader', 'Spørringen er riktig, men ingenting i katalogen passer.']),
    ).toEqual([]);
  });

  test('a form that is posted is answered with the page itself, a failing query too', async () => {
    const send = (query: string): Promise<Response> =>
      fetch(`${site.root}/sparql`, {
        method: 'POST',
        body: new URLSearchParams({ query }),
        headers: { Accept: 'text/html', 'Accept-Language': 'en' },
      });
    const found = await send(SELECT);
    expect([found.status, found.headers.get('content-type')]).toEqual([
      200,
      'text/html; charset=utf-8',
    ]);
    expect(missing(await found.text(), ['/en/datatjeneste/api', '1 row'])).toEqual([]);
    const failed = await send('SELECT ?s WHERE {\n  ?s ?p }');
    expect(failed.status).toBe(400);
    expect(
      missing(await failed.text(), ['line 2, column 9', 'SELECT ?s WHERE {\n  ?s ?p }']),
    ).toEqual([]);
  });

  test('says where a query cannot be read, and keeps the query', async () => {
    const response = await site.get(`/nn/sparql?${q('SELECT ?s WHERE {\n ?s ?p }')}`);
    expect(response.status).toBe(400);
    expect(
      missing(await response.text(), [
        'linje 2, kolonne 8',
        'aria-invalid="true"',
        'data-error-line="2" data-error-column="8"',
        ' ?s ?p <mark>}</mark>',
        '?s ?p }</textarea>',
      ]),
    ).toEqual([]);
  });

  test('shows the first lines of a large graph, and the first rows of a large table', async () => {
    const graph = await (await site.get(`/nb/sparql?${q(MANY_TRIPLES)}`)).text();
    const table = await (await site.get(`/nb/sparql?${q('SELECT * WHERE { ?s ?p ?o }')}`)).text();
    expect(graph).toMatch(/de første 400 vises/);
    expect(table).toMatch(/de første 200 vises/);
    expect(table.split('<tr>').length - 1).toBe(201);
  });
});

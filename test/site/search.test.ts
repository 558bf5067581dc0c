/** The search page, and what it found for programs (site.md 3.2). */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startSite, type TestSite } from './site-server.js';

let site: TestSite;
beforeAll(async () => {
  site = await startSite();
});
afterAll(() => site.close());

const text = async (path: string): Promise<string> =>
  (await (await site.get(path)).text()).replaceAll('&#x3D;', '=');
interface Hit {
  readonly iri: string;
  readonly type: string;
  readonly title: string;
}
const hits = async (search: string): Promise<Hit[]> =>
  (await (await site.get(`/nb/sok.json${search}`)).json()) as Hit[];

describe('the search page', () => {
  test('is led to without a language, with what was asked', async () => {
    const response = await site.get('/sok?q=tall&type=datasett', { 'Accept-Language': 'nn' });
    expect(response.status).toBe(303);
    expect(response.headers.get('location')).toBe('/nn/sok?q=tall&type=datasett');
  });

  test('shows hits with links, and the text that was searched for', async () => {
    const html = await text('/nb/sok?q=%C3%A5pent');
    expect(html).toContain('value="åpent"');
    expect(html).toContain('href="/nb/datasett/apent"');
    expect(html).toMatch(/\d+ treff/);
  });

  test.each(['/nb/sok?q=xyzzy', '/nn/sok?q=xyzzy', '/en/sok?q=xyzzy'])(
    'says what to do when nothing is found: %s',
    async (path) => {
      const response = await site.get(path);
      expect(response.status).toBe(200);
      expect(await response.text()).toMatch(
        /Vi fant ingenting\.|Vi fann ingenting\.|Nothing was found\./,
      );
    },
  );

  test('a page beyond the last is not there', async () => {
    expect((await site.get('/nb/sok?side=999')).status).toBe(404);
  });

  test('parameters that are not known, or no numbers, are left out of all addresses', async () => {
    const html = await text('/nb/sok?type=ukjent&side=x&fant=pa&sorter=feil');
    expect(html).not.toContain('ukjent');
    expect(html).not.toContain('fant=pa');
    expect(html).toContain('<link rel="canonical" href="https://data.prove.example/nb/sok">');
  });

  test('nothing in a parameter becomes markup', async () => {
    const html = await text(
      `/nb/sok?q=${encodeURIComponent('"><script>alert(1)</script>')}&tema=%22%3E%3Cb%3E`,
    );
    expect(html).not.toContain('<script>alert');
    expect(html).not.toContain('"><b>');
  });

  test('a value that is chosen can be taken away again', async () => {
    const html = await text('/nb/sok?type=datasett&tilgang=PUBLIC');
    expect(html).toContain('href="/nb/sok?type=datasett"');
    expect(html).toContain('href="/nb/sok?tilgang=PUBLIC"');
  });
});

describe('what was found', () => {
  test('without a text is everything: the same datasets as SPARQL has', async () => {
    const query = 'SELECT ?s WHERE { VALUES ?type { dcat:Dataset dcat:DatasetSeries } ?s a ?type }';
    const response = await site.get(`/sparql?query=${encodeURIComponent(query)}`, {
      Accept: 'application/sparql-results+json',
    });
    const rows = (await response.json()) as { results: { bindings: { s: { value: string } }[] } };
    const asked = [...new Set(rows.results.bindings.map(({ s }) => s.value))].sort();
    const found = await hits('?type=datasett&type=serie');
    expect(asked.length).toBeGreaterThan(0);
    expect(found.map(({ iri }) => iri).sort()).toEqual(asked);
  });

  test('is the same in CSV, JSON and Turtle, and open to other sites', async () => {
    const json = await hits('?type=datasett');
    const csv = await text('/nb/sok.csv?type=datasett');
    const response = await site.get('/nb/sok.ttl?type=datasett');
    const turtle = await response.text();
    expect(response.headers.get('access-control-allow-origin')).toBe('*');
    expect(csv.trimEnd().split('\r\n')).toHaveLength(json.length + 1);
    for (const { iri } of json) {
      expect(csv).toContain(iri);
      expect(turtle).toContain(`<${iri}>`);
    }
  });
});

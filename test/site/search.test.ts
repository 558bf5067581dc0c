/** The search page, and what it found for programs (site.md 3.2). */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startSite, type TestSite } from './site-server.js';

let site: TestSite;
beforeAll(async () => {
  site = await startSite();
});
afterAll(() => site.close());

const unescaped = (html: string): string => html.replaceAll('&#x3D;', '=').replaceAll('&amp;', '&');
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

  test('a page beyond the last is not there, and leads back to the first', async () => {
    const response = await site.get('/nb/sok?q=tall&side=999', { Accept: 'text/html' });
    expect(response.status).toBe(404);
    expect(unescaped(await response.text())).toContain('href="/nb/sok?q=tall"');
  });

  test('marks what was found, and escapes the rest', async () => {
    const html = await text('/nb/sok?q=%C3%A5pent');
    expect(html).toContain(
      '<a class="ds-link" href="/nb/datasett/apent"><mark>Åpent</mark> datasett</a>',
    );
  });

  test('says which field a hit was found by when its title and description do not show it', async () => {
    expect(await text('/nb/sok?q=skole')).toContain(
      'Treff i Nøkkelord: <span><mark>skole</mark></span>',
    );
  });

  test('proposes a word that is spelt otherwise', async () => {
    const html = await text('/nb/sok?q=aepnt&type=datasett');
    expect(html).toContain(
      'Mente du <a class="ds-link" href="/nb/sok?q=%C3%A5pent&amp;type=datasett"',
    );
  });

  test('has a tab for each kind, with its count whatever kind is chosen', async () => {
    const html = await text('/nb/sok?type=begrep');
    const counted = JSON.parse(await text('/nb/sok.json')) as Hit[];
    const datasets = counted.filter(({ type }) => type === 'datasett').length;
    expect(html).toContain(`>Alle <span class="app-count">${counted.length}</span>`);
    expect(html).toContain(`>Datasett <span class="app-count">${datasets}</span>`);
    expect(html).toMatch(/aria-current="true" rel="nofollow">Begrep/);
  });

  test('tells that nothing has a code that is asked for, and how to take it away', async () => {
    const html = await text('/nb/sok?tema=UKJENT');
    expect(html).toContain('Ingenting i katalogen har verdien «UKJENT»');
    expect(html).toContain('Tema: UKJENT');
    expect(html).toContain('href="/nb/sok"');
  });

  test('without a hit there is a letter to the catalogue that says what was looked for', async () => {
    const html = unescaped(await text('/nb/sok?q=xyzzy%26bcc%3Dzzyx'));
    const [, letter = ''] = /href="(mailto:[^"]+)"[^>]*>Be om disse dataene/.exec(html) ?? [];
    const { pathname, searchParams } = new URL(letter);
    expect(pathname).toBe('post@prove.example');
    expect([...searchParams.keys()]).toEqual(['subject', 'body']);
    expect(searchParams.get('subject')).toBe('Ønske om data: xyzzy&bcc=zzyx');
  });

  test('looks in a facet by name without a script', async () => {
    const found = await text('/nb/sok?finn-utgiver=prove');
    const nothing = await text('/nb/sok?finn-utgiver=xyzzy');
    expect(/id="fasett-utgiver" open/.test(found)).toBe(true);
    expect(found).toContain('>Prøveetaten <span class="app-count">');
    expect(nothing).toContain('Ingen valg har dette i navnet.</p>');
  });

  test('the confidentiality of systems is no facet (safety 3.1)', async () => {
    const found = JSON.parse(await text('/nb/sok.json?type=system')) as { klasse: string[] }[];
    expect(found.length).toBeGreaterThan(0);
    expect(found.flatMap(({ klasse }) => klasse)).toEqual([]);
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

describe('the feed of a search', () => {
  test('tells of changes of what was found and of nothing else, and is linked from the page', async () => {
    const page = await site.get('/nb/sok?q=%C3%A5pent&sorter=tittel');
    const response = await site.get('/nb/sok.atom?q=%C3%A5pent');
    const feed = await response.text();
    const related = [...feed.matchAll(/<link rel="related" href="([^"]+)"/g)].map(([, iri]) => iri);
    const found = (await hits('?q=%C3%A5pent')).map(({ iri }) => iri);
    expect(page.headers.get('link')).toContain('/nb/sok.atom?q=%C3%A5pent');
    expect(response.headers.get('content-type')).toBe('application/atom+xml; charset=utf-8');
    expect(response.headers.get('access-control-allow-origin')).toBe('*');
    expect(feed).toContain('<title>Søk: åpent – Prøve kommune</title>');
    expect(new Set(related)).toEqual(new Set(found));
  });

  test('of nothing has no entries', async () => {
    const response = await site.get('/nn/sok.atom?q=xyzzy');
    expect(response.status).toBe(200);
    expect(await response.text()).not.toContain('<entry>');
  });
});

describe('suggestions', () => {
  interface Answer {
    readonly suggestions: readonly { readonly title: string; readonly href: string }[];
  }
  const suggested = async (query: string): Promise<Answer['suggestions']> =>
    ((await (await site.get(`/api/forslag?${query}`)).json()) as Answer).suggestions;

  test('are titles with their pages in the language that was asked for', async () => {
    expect((await suggested('q=%C3%A5pe&lang=nn'))[0]).toMatchObject({
      title: 'Ope datasett',
      href: '/nn/datasett/apent',
    });
    expect((await suggested('q=apen'))[0]).toMatchObject({
      title: 'Åpent datasett',
      href: '/nb/datasett/apent',
    });
  });

  test('are open to other sites and may be kept as other answers may', async () => {
    const { headers } = await site.get('/api/forslag?q=ap');
    expect(headers.get('access-control-allow-origin')).toBe('*');
    expect(headers.get('cache-control')).toBe('public, max-age=300');
    expect(headers.get('etag')).toMatch(/^"/);
  });

  test.each([
    ['', 'Skriv det du leter etter i q: mellom 1 og 200 tegn.'],
    ['q=', 'Skriv det du leter etter i q: mellom 1 og 200 tegn.'],
    [`q=${'a'.repeat(201)}`, 'Skriv det du leter etter i q: mellom 1 og 200 tegn.'],
    ['q=a&q=b', 'Skriv det du leter etter i q: mellom 1 og 200 tegn.'],
    ['q=a&lang=sv', 'Språket må være nb, nn eller en.'],
  ])('of «%s» there are none: it is said what is wrong', async (query, detail) => {
    const response = await site.get(`/api/forslag?${query}`);
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ status: 400, detail });
  });
});

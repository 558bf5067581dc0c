/** What programs look for without being told (site.md 10.1). */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openSearch, securityText } from '../../site/api/machine-files.js';
import { loadTranslators } from '../../site/translator.js';
import { BASE, SETTINGS, startSite, type TestSite } from './site-server.js';

let site: TestSite;
beforeAll(async () => {
  site = await startSite();
});
afterAll(() => site.close());

test('the API catalogue lists our own API and the public services (RFC 9727)', async () => {
  const response = await site.get('/.well-known/api-catalog');
  expect(response.headers.get('content-type')).toBe(
    'application/linkset+json; profile="https://www.rfc-editor.org/info/rfc9727"',
  );
  expect(response.headers.get('link')).toBe(`<${BASE}.well-known/api-catalog>; rel="api-catalog"`);
  expect(await response.json()).toEqual({
    linkset: [
      {
        anchor: `${BASE}.well-known/api-catalog`,
        item: [{ href: BASE }, { href: 'https://api.prove.example/v1' }],
      },
      {
        anchor: BASE,
        'service-desc': [{ href: `${BASE}openapi.json`, type: 'application/json' }],
        'service-doc': [{ href: `${BASE}nb/api`, type: 'text/html', hreflang: 'nb' }],
        'service-meta': [{ href: `${BASE}void.ttl`, type: 'text/turtle' }],
        status: [{ href: `${BASE}healthz`, type: 'text/plain' }],
      },
      {
        anchor: 'https://api.prove.example/v1',
        describedby: [{ href: `${BASE}id/datatjeneste/api` }],
      },
    ],
  });
});

describe('security.txt', () => {
  test('C5 does not exist where nobody is named to be told', async () => {
    expect((await site.get('/.well-known/security.txt')).status).toBe(404);
  });

  test('has the fields of RFC 9116', () => {
    const security = {
      contact: 'mailto:sikkerhet@prove.example',
      expires: '2027-12-31T23:00:00Z',
      policy: 'https://prove.example/sikkerhet',
    };
    expect(securityText({ ...SETTINGS, security })).toBe(
      [
        'Contact: mailto:sikkerhet@prove.example',
        'Expires: 2027-12-31T23:00:00Z',
        'Policy: https://prove.example/sikkerhet',
        'Preferred-Languages: nb, nn, en',
        `Canonical: ${BASE}.well-known/security.txt`,
        '',
      ].join('\n'),
    );
  });
});

describe('OpenSearch', () => {
  test.each([
    ['/opensearch.xml', 'nb', 'Søk i datakatalogen til Prøve kommune', 'Prøve kommune'],
    [
      '/en/opensearch.xml',
      'en',
      'Search the data catalogue of Test Municipality',
      'Test Municipalit',
    ],
  ])('%s describes the search in %s', async (path, lang, description, name) => {
    const response = await site.get(path);
    expect(response.headers.get('content-type')).toMatch(
      /^application\/opensearchdescription\+xml/,
    );
    expect(await response.text()).toBe(
      `<?xml version="1.0" encoding="UTF-8"?>\n<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/"><ShortName>${name}</ShortName><Description>${description}</Description><Contact>post@prove.example</Contact><Url type="text/html" template="${BASE}${lang}/sok?q={searchTerms}"/><Url type="application/json" template="${BASE}${lang}/sok.json?q={searchTerms}"/><Url type="application/atom+xml" template="${BASE}${lang}/sok.atom?q={searchTerms}"/><Language>${lang}</Language><InputEncoding>UTF-8</InputEncoding><OutputEncoding>UTF-8</OutputEncoding></OpenSearchDescription>\n`,
    );
  });

  test('X1 names are escaped', () => {
    const name = { nb: '<b>&"', nn: '', en: '' };
    expect(openSearch({ ...SETTINGS, name }, loadTranslators().nb)).toContain(
      '<ShortName>&lt;b&gt;&amp;"</ShortName>',
    );
  });

  test('is found from every page', async () => {
    expect(await (await site.get('/nn/')).text()).toContain(
      '<link rel="search" type="application/opensearchdescription+xml" title="Prøve kommune" href="/nn/opensearch.xml">',
    );
  });
});

test('every address of llms.txt is there', async () => {
  const text = await (await site.get('/llms.txt')).text();
  expect(text).toMatch(
    /^# Data catalogue, Test Municipality\n\n> .+ This is sample data\.\n\n## The whole catalogue\n/,
  );
  const paths = [...text.matchAll(/\]\(https:\/\/data\.prove\.example([^)]*)\)/g)].map(
    ([, path]) => path ?? '',
  );
  expect(paths.length).toBeGreaterThan(15);
  for (const path of paths) {
    const { status } = await site.get(path, { Accept: '*/*' });
    expect([path, status]).toEqual([path, 200]);
  }
});

test.each(['/.well-known/api-catalog', '/opensearch.xml', '/llms.txt', '/openapi.json'])(
  'X5 %s has a tag, answers 304 to who has it, and the same headers to HEAD',
  async (path) => {
    const whole = await site.get(path);
    const etag = whole.headers.get('etag') ?? '';
    const again = await site.get(path, { 'If-None-Match': etag });
    expect([whole.status, again.status, await again.text()]).toEqual([200, 304, '']);
    const head = await fetch(site.root + path, { method: 'HEAD' });
    for (const name of ['content-type', 'etag', 'link', 'cache-control'])
      expect([name, head.headers.get(name)]).toEqual([name, whole.headers.get(name)]);
  },
);

test.each(['/nb/', '/nb/api', '/sparql'])(
  '%s tells where the API is described (RFC 8631)',
  async (path) => {
    const { headers } = await site.get(path, {
      Accept: path === '/sparql' ? 'text/turtle' : 'text/html',
    });
    expect(headers.get('link')).toContain(
      `<${BASE}openapi.json>; rel="service-desc"; type="application/json"`,
    );
    expect(headers.get('link')).toContain(
      `<${BASE}nb/api>; rel="service-doc"; type="text/html"; hreflang="nb"`,
    );
  },
);

test('robots are kept out of the questions, of which there is no end', async () => {
  const text = await (await site.get('/robots.txt')).text();
  expect(text).toContain('Disallow: /en/datatjeneste/*/utforsk?\n');
  expect(text).toContain('Disallow: /nb/api?\n');
});

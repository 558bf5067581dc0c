/** The explorer of a data service: forms without a script, addresses that hold what was filled in, nothing asked of the service. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { BASE, startSite, type TestSite } from './site-server.js';
import { PAYLOAD } from './fixture.ttl.js';

const DESCRIBED = `
@prefix dcat: <http://www.w3.org/ns/dcat#> .
<${BASE}id/datatjeneste/api> dcat:endpointDescription <${BASE}fil/skole-api.yaml> .
<${BASE}id/datatjeneste/bar> a dcat:DataService ; <http://purl.org/dc/terms/title> "Uten beskrivelse"@nb ;
  dcat:endpointURL <https://bar.prove.example/v1/> .
`;
const PAGE = '/nb/datatjeneste/api/utforsk';

let site: TestSite;
beforeAll(async () => {
  site = await startSite(DESCRIBED);
});
afterAll(() => site.close());

async function html(path: string): Promise<string> {
  const response = await site.get(path);
  expect(response.status).toBe(200);
  return plain(await response.text());
}
function plain(text: string): string {
  return text
    .replaceAll('&#x3D;', '=')
    .replaceAll('&#x27;', "'")
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&');
}
function ask(operation: string, values: Readonly<Record<string, string>>): Promise<string> {
  return html(`${PAGE}?${new URLSearchParams({ operasjon: operation, ...values }).toString()}`);
}
const addressIn = (page: string): string | undefined =>
  /-adresse" readonly[^>]* value="([^"]*)"/.exec(page)?.[1];

describe('shows', () => {
  test('operations by group, with what they take and give', async () => {
    const page = await html(PAGE);
    expect(
      [...page.matchAll(/<h2[^>]*id="gruppe-\d"[^>]*><span dir="auto">([^<]+)/g)].map(
        ([, name]) => name,
      ),
    ).toEqual(['Skoler', 'Elevtall']);
    expect(
      [...page.matchAll(/<span class="app-method">(\w+)<\/span> <code>([^<]+)/g)].map(
        ([, method, path]) => `${method} ${path}`,
      ),
    ).toEqual(['GET /skoler', 'POST /skoler', 'GET /skoler/{nummer}/elevtall']);
    expect(page).toContain('Du trenger en nøkkel (API-nøkkel). Send den i hodefeltet X-Nokkel.');
    expect(page).toContain('Åsen skole');
    expect(page).toContain('Kall med POST kan ikke prøves herfra.');
  });

  test('X1 texts of the description as text', async () => {
    const raw = await (await site.get(PAGE)).text();
    expect(raw).not.toContain(PAYLOAD);
    expect(plain(raw).replaceAll('&lt;', '<').replaceAll('&gt;', '>')).toContain(PAYLOAD);
  });

  test('a service without a description with its address and code', async () => {
    const page = await html('/nb/datatjeneste/bar/utforsk');
    expect(page).toContain('ingen maskinlesbar beskrivelse');
    expect(page).toContain("curl --fail --location \\\n  'https://bar.prove.example/v1'");
  });
});

describe('makes', () => {
  test('the address with the values, and code that asks for it', async () => {
    const page = await ask('GET /skoler', { 'query.trinn': 'barne', 'query.side': '2' });
    expect(addressIn(page)).toBe('https://api.prove.example/v1/skoler?trinn=barne&side=2');
    expect(page).toContain(
      '<a class="ds-link" href="https://api.prove.example/v1/skoler?trinn=barne&side=2" rel="nofollow">',
    );
    expect(page).toContain("--header 'Accept: application/json'");
  });

  test('no link where a key is needed, and a place for the key in the code', async () => {
    const page = await ask('GET /skoler/{nummer}/elevtall', {
      'path.nummer': '7',
      'query.fra': '2020-01-01',
      'header.Accept-Language': 'nn',
    });
    expect(addressIn(page)).toBe('https://api.prove.example/v1/skoler/7/elevtall?fra=2020-01-01');
    expect(page).not.toContain('rel="nofollow"');
    expect(page).toContain("--header 'X-Nokkel: API_KEY'");
    expect(page).toContain("--header 'Accept-Language: nn'");
  });

  test.each([
    ["'; rm -rf / #", '%27%3B%20rm%20-rf%20%2F%20%23'],
    ['../../admin', '..%2F..%2Fadmin'],
    ['a b/c?d=e&f', 'a%20b%2Fc%3Fd%3De%26f'],
    [PAYLOAD.slice(0, 20), '%3Cimg%20src%3Dx%20onerror%3D%22'],
  ])('X1 one part of the path of %j', async (value, part) => {
    const page = await ask('GET /skoler/{nummer}/elevtall', {
      'path.nummer': value,
      'query.fra': '2020-01-01',
    });
    const address = addressIn(page) ?? '';
    expect(new URL(address).pathname.split('/')).toHaveLength(5);
    expect(address.replaceAll("'", '%27')).toContain(`/skoler/${part}/elevtall`);
  });
});

describe('tells what is wrong', () => {
  test.each([
    [{ 'path.nummer': '7' }, 'fra: må fylles ut'],
    [{ 'path.nummer': '..', 'query.fra': '2020-01-01' }, 'nummer: verdien kan ikke brukes her'],
    [{ 'path.nummer': '%2E%2e', 'query.fra': '2020-01-01' }, 'nummer: verdien kan ikke brukes her'],
    [
      { 'path.nummer': '7', 'query.fra': '2020-01-01', 'header.Accept-Language': 'nb\r\nX: y' },
      'Accept-Language: verdien kan ikke brukes her',
    ],
  ])('of %j', async (values, said) => {
    const page = await ask('GET /skoler/{nummer}/elevtall', values);
    expect(page).toContain(`>${said}</a>`);
    expect(page).toContain('aria-invalid="true"');
    expect(addressIn(page)).toBeUndefined();
  });

  test('of a value that is none of the choices', async () => {
    expect(await ask('GET /skoler', { 'query.trinn': 'videre' })).toContain(
      '>trinn: verdien kan ikke brukes her</a>',
    );
  });

  test('of an operation that there is not, as a bad request', async () => {
    expect((await site.get(`${PAGE}?operasjon=GET%20/annet`)).status).toBe(400);
  });

  test('C5 of a service that there is not as of one that never was', async () => {
    const bodies = await Promise.all(
      ['/nb/datatjeneste/finnes-ikke/utforsk', '/nb/datasett/apent/utforsk', '/nb/finnes-ikke'].map(
        async (path) => {
          const response = await site.get(path);
          return [response.status, await response.text()] as const;
        },
      ),
    );
    expect(new Set(bodies.map(([status, body]) => `${status} ${body}`)).size).toBe(1);
    expect(bodies[0]?.[0]).toBe(404);
  });
});

test('the page of the service leads to its explorer', async () => {
  expect(await html('/nb/datatjeneste/api')).toContain(`href="${PAGE}"`);
});

test('without a language leads to the visitor’s', async () => {
  const response = await site.get('/datatjeneste/api/utforsk?operasjon=GET%20/skoler');
  expect([response.status, response.headers.get('location')]).toEqual([
    303,
    `${PAGE}?operasjon=GET%20/skoler`,
  ]);
});

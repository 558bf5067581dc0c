/** `/openapi.json` and `/api` tell what the site does: every documented call is made, and every answer is what is documented. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as answers from '../../site/api/answers.js';
import { OPERATIONS, type Operation } from '../../site/api/operations.js';
import { startSite, type TestSite } from './site-server.js';

let site: TestSite;
beforeAll(async () => {
  site = await startSite();
  await site.zones.warm();
});
afterAll(() => site.close());

interface Documented {
  readonly paths: Readonly<Record<string, Readonly<Record<string, DocumentedCall>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, object>> };
  readonly tags: readonly { readonly name: string }[];
  readonly servers: readonly { readonly url: string }[];
}
interface DocumentedCall {
  readonly operationId: string;
  readonly tags: readonly string[];
  readonly parameters?: readonly {
    readonly name: string;
    readonly in: string;
    readonly required: boolean;
    readonly example?: string;
  }[];
  readonly responses: Readonly<Record<string, { readonly content?: Record<string, object> }>>;
}
async function documented(): Promise<Documented> {
  return (await (await site.get('/openapi.json')).json()) as Documented;
}

/** The operation's address with its example values in place. */
function addressOf(path: string, call: DocumentedCall): string {
  const given = (call.parameters ?? []).filter(({ example }) => example !== undefined);
  const query = given.filter((one) => one.in === 'query');
  const filled = given
    .filter((one) => one.in === 'path')
    .reduce((made, { name, example }) => made.replace(`{${name}}`, example ?? ''), path);
  const search = new URLSearchParams(
    query.map(({ name, example = '' }): [string, string] => [name, example]),
  );
  return filled + (search.size > 0 ? `?${search.toString()}` : '');
}

describe('the document', () => {
  test('is OpenAPI 3.1 with the catalogue as its server, and the same bytes each time', async () => {
    const first = await site.get('/openapi.json');
    expect(first.headers.get('content-type')).toBe('application/json; charset=utf-8');
    expect(first.headers.get('access-control-allow-origin')).toBe('*');
    const text = await first.text();
    expect(JSON.parse(text)).toMatchObject({
      openapi: '3.1.0',
      info: { title: 'Data catalogue, Test Municipality', version: '1.0.0' },
      servers: [{ url: 'https://data.prove.example' }],
    });
    expect(await (await site.get('/openapi.json')).text()).toBe(text);
  });

  test('has each operation once, with an id of its own, in a group that is listed', async () => {
    const { paths, tags } = await documented();
    const calls = Object.values(paths).flatMap((item) => Object.values(item));
    expect(Object.keys(paths)).toEqual(OPERATIONS.map(({ path }) => path));
    const ids = calls.map(({ operationId }) => operationId);
    expect(new Set(ids).size).toBe(ids.length);
    const known = tags.map(({ name }) => name);
    expect(calls.flatMap((one) => one.tags).filter((tag) => !known.includes(tag))).toEqual([]);
  });

  test('names every part of a path as a required parameter, and no other (OpenAPI 3.1.1 §4.8.8)', async () => {
    const { paths } = await documented();
    for (const [path, item] of Object.entries(paths)) {
      const inPath = (item['get']?.parameters ?? []).filter((one) => one.in === 'path');
      expect(inPath.map(({ name }) => `{${name}}`)).toEqual(path.match(/\{\w+\}/g) ?? []);
      expect(inPath.every(({ required }) => required)).toBe(true);
    }
  });

  test('refers to nothing that is not there', async () => {
    const whole = await documented();
    const references = [...JSON.stringify(whole).matchAll(/"\$ref":"([^"]+)"/g)].map(
      ([, to]) => to,
    );
    expect(references.length).toBeGreaterThan(20);
    for (const one of references)
      expect(
        Object.keys(whole.components.schemas).map((name) => `#/components/schemas/${name}`),
      ).toContain(one);
  });
});

describe('what is documented holds', () => {
  // The fixture's zone has no verdict of the portals.
  const called = OPERATIONS.filter(({ path }) => path !== '/portaler.json');

  async function documentedCall({ path }: Operation): Promise<DocumentedCall> {
    const { paths } = await documented();
    return paths[path]!['get']!;
  }

  test.each(called.map((one) => [one.path, one] as const))('GET %s', async (path, operation) => {
    const call = await documentedCall(operation);
    const response = await site.get(addressOf(path, call), { Accept: '*/*' });
    const [status = ''] = Object.keys(call.responses);
    expect(response.status).toBe(Number(status));
    if (status === '303') return;
    const type = response.headers.get('content-type')?.split(';')[0] ?? '';
    expect(Object.keys(call.responses[status]?.content ?? {})).toContain(type);
    const schema = operation.answers.find((one) => one.type === type)?.schema;
    const body = await response.text();
    if (schema)
      expect(answers[schema].safeParse(JSON.parse(body))).toMatchObject({ success: true });
  });

  test.each(
    called.filter(({ failures }) => failures.includes(406)).map(({ path }) => [path] as const),
  )('X5 GET %s answers 406 with a problem where nothing fits', async (path) => {
    const call = await documentedCall(OPERATIONS.find((one) => one.path === path)!);
    const response = await site.get(addressOf(path, call), { Accept: 'image/png' });
    expect(response.status).toBe(406);
  });

  test.each([
    ['/api/forslag', '400'],
    ['/nb/endringer.atom?fra=2026-02-30', '400'],
    ['/nb/endringer.atom?type=feil', '400'],
    ['/nb/endringer.atom?side=0', '400'],
    ['/nb/endringer.atom?side=01', '400'],
    ['/katalog?side=999', '404'],
    ['/id/datasett/finnes-ikke', '404'],
    ['/datasett/trukket.ttl', '410'],
    ['/sparql?query=SELEKT', '400'],
  ])('%s is refused with %s and a documented problem', async (path, status) => {
    const response = await site.get(path, { Accept: 'application/problem+json, */*;q=0.1' });
    expect(String(response.status)).toBe(status);
    if (status === '410') return;
    expect(response.headers.get('content-type')).toBe('application/problem+json');
    expect(answers.problem.parse(await response.json())).toMatchObject({ status: Number(status) });
  });
});

describe('the page', () => {
  test.each(['nb', 'nn', 'en'])('shows each operation in %s', async (lang) => {
    const response = await site.get(`/${lang}/api`);
    const html = await response.text();
    expect(response.status).toBe(200);
    for (const { path } of OPERATIONS)
      expect(html).toContain(`<code>${path.replaceAll('=', '&#x3D;')}</code>`);
    expect(response.headers.get('link')).toContain(
      `<https://data.prove.example/openapi.json>; rel="service-desc"; type="application/json"`,
    );
  });

  test('makes the address of what is asked, and a local link that opens it', async () => {
    const asked = new URLSearchParams({
      operasjon: 'GET /{lang}/sok.{extension}',
      'path.lang': 'nb',
      'path.extension': 'csv',
      'query.q': 'skole & "æ"',
    });
    const html = await (await site.get(`/nb/api?${asked.toString()}`)).text();
    expect(html).toContain(
      'value="https://data.prove.example/nb/sok.csv?q&#x3D;skole%20%26%20%22%C3%A6%22"',
    );
    const [, href = ''] = /href="(\/nb\/sok\.csv[^"]*)"/.exec(html) ?? [];
    const opened = await site.get(href.replaceAll('&#x3D;', '=').replaceAll('&amp;', '&'));
    expect([opened.status, opened.headers.get('content-type')]).toEqual([
      200,
      'text/csv; charset=utf-8; header=present',
    ]);
  });

  test('X3 an operation that there is not is a bad request', async () => {
    expect((await site.get('/nb/api?operasjon=DELETE%20/alt')).status).toBe(400);
  });

  test('without a language leads to the visitor’s', async () => {
    const response = await site.get('/api?x=1', { 'Accept-Language': 'nn' });
    expect([response.status, response.headers.get('location')]).toEqual([303, '/nn/api?x=1']);
  });
});

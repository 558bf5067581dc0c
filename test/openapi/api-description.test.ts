/** OpenAPI documents of others, read: what is told, and what a careless or hostile document cannot do. */
import { describe, expect, test } from 'vitest';
import { apiDescription } from '../../src/openapi/api-description.js';

const ADDRESS = 'https://data.prove.example/fil/api/x.yaml';
const read = (document: unknown) =>
  apiDescription(
    Buffer.from(typeof document === 'string' ? document : JSON.stringify(document)),
    ADDRESS,
  );
const openapi = (more: object) => ({
  openapi: '3.1.0',
  info: { title: 'X', version: '1' },
  ...more,
});
const get = (operation: object) => openapi({ paths: { '/a': { get: operation } } });

describe('is no description:', () => {
  test.each([
    ['nothing', ''],
    ['text', 'hei'],
    ['a list', '[]'],
    ['another format', '{"asyncapi":"3.0.0"}'],
    ['a version that we do not know', '{"openapi":"4.0.0"}'],
    ['broken JSON', '{"openapi":'],
    ['broken YAML', 'openapi: 3.1.0\n  - x: ['],
    ['no UTF-8', '\ufffd\u0000'],
    [
      'too many levels',
      JSON.stringify(openapi({ x: JSON.parse('['.repeat(200) + ']'.repeat(200)) as unknown })),
    ],
    [
      'too deep for any parser',
      `{"openapi":"3.1.0","x":${'['.repeat(200_000)}${']'.repeat(200_000)}}`,
    ],
    [
      'YAML that grows without end',
      `openapi: 3.1.0\na: &a [x,x,x,x,x,x,x,x,x]\n${'bcdefghi'
        .split('')
        .map((name, at) => `${name}: &${name} [${`*${'abcdefgh'[at] ?? ''},`.repeat(9)}]`)
        .join('\n')}\n`,
    ],
    ['more than two megabytes', JSON.stringify(openapi({ x: 'y'.repeat(2_100_000) }))],
  ])('%s', (_, document) => {
    expect(read(document)).toBeUndefined();
  });
});

describe('servers', () => {
  test.each([
    [{ servers: [{ url: 'https://a.example/v1/' }] }, ['https://a.example/v1']],
    [{ servers: [{ url: '/v2' }] }, ['https://data.prove.example/v2']],
    [
      {
        servers: [
          {
            url: 'https://{host}.example/{v}',
            variables: { host: { default: 'b' }, v: { default: '3' } },
          },
        ],
      },
      ['https://b.example/3'],
    ],
    [
      {
        servers: [
          { url: 'javascript:alert(1)' },
          { url: 'https://user:pw@a.example' },
          { url: {} },
        ],
      },
      [],
    ],
    [{}, []],
  ])('of %j are %j', (more, servers) => {
    expect(read(openapi(more))?.servers).toEqual(servers);
  });

  test('of Swagger 2.0 are its host and base path', () => {
    expect(
      read({ swagger: '2.0', host: 'a.example', basePath: '/v1', schemes: ['http'] })?.servers,
    ).toEqual(['http://a.example/v1']);
  });
});

describe('references', () => {
  test('within the document are followed, as often as they need', () => {
    const parameters = {
      a: { $ref: '#/components/parameters/b~1c' },
      'b/c': { name: 'q', in: 'query' },
    };
    const document = {
      ...get({ parameters: [{ $ref: '#/components/parameters/a' }] }),
      components: { parameters },
    };
    expect(read(document)?.operations[0]?.parameters).toEqual([
      { name: 'q', in: 'query', isRequired: false, choices: [] },
    ]);
  });

  test.each([
    '#/components/parameters/loop',
    'https://evil.example/x.json#/a',
    '../../etc/passwd',
    '#/__proto__',
    '#/constructor',
  ])('to %s lead nowhere', ($ref) => {
    const document = {
      ...get({ parameters: [{ $ref }] }),
      components: { parameters: { loop: { $ref: '#/components/parameters/loop' } } },
    };
    expect(read(document)?.operations[0]?.parameters).toEqual([]);
  });

  test('a list of lists of itself has a type all the same', () => {
    const schema = { type: 'array', items: { $ref: '#/components/schemas/l' } };
    const document = {
      ...get({ parameters: [{ name: 'q', in: 'query', schema }] }),
      components: { schemas: { l: schema } },
    };
    expect(read(document)?.operations[0]?.parameters[0]?.type).toBe('array: array');
  });
});

describe('authentication', () => {
  const scheme = (one: object) =>
    openapi({ security: [{ s: ['x:read'] }], components: { securitySchemes: { s: one } } });
  test.each([
    [
      { type: 'apiKey', in: 'header', name: 'X-Key' },
      [{ kind: 'apiKey', in: 'header', name: 'X-Key' }],
    ],
    [{ type: 'apiKey', in: 'header', name: 'X: y\r\nZ' }, []],
    [{ type: 'apiKey', in: 'cookie', name: 'k' }, []],
    [{ type: 'http', scheme: 'Basic' }, [{ kind: 'basic' }]],
    [{ type: 'http', scheme: 'bearer' }, [{ kind: 'bearer' }]],
    [{ type: 'oauth2', flows: {} }, [{ kind: 'oauth2', scopes: ['x:read'] }]],
    [
      {
        type: 'oauth2',
        flows: { clientCredentials: { tokenUrl: 'https://maskinporten.no/token' } },
      },
      [{ kind: 'maskinporten', scopes: ['x:read'] }],
    ],
  ])('of %j is %j', (one, told) => {
    expect(read(scheme(one))?.authentication).toEqual(told);
  });
});

test('no more than 200 operations are kept, and it is told that there are more', () => {
  const paths = Object.fromEntries(Array.from({ length: 300 }, (_, at) => [`/${at}`, { get: {} }]));
  const told = read(openapi({ paths }));
  expect([told?.operations.length, told?.isCut]).toEqual([200, true]);
});

test('what has the wrong type is left out', () => {
  const document = openapi({
    info: 7,
    servers: 'x',
    security: 'y',
    tags: {},
    paths: { '/a': { get: { summary: {}, tags: 'z', parameters: {}, responses: [] } }, b: null },
  });
  expect(read(document)).toEqual({
    title: 'API',
    servers: [],
    authentication: [],
    operations: [
      {
        method: 'GET',
        path: '/a',
        isDeprecated: false,
        isOpen: true,
        parameters: [],
        responses: [],
      },
    ],
    isCut: false,
  });
});

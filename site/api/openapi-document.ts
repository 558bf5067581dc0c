/** The table of our addresses as OpenAPI 3.1 (https://spec.openapis.org/oas/v3.1.1), whose schemas are JSON Schema 2020-12. Pure. */
import { z } from 'zod';
import type { PublicCatalogue } from '../public-catalogue.js';
import type { Translator } from '../translator.js';
import * as answers from './answers.js';
import { OPERATIONS, TAGS, type Answer, type Operation } from './operations.js';

/** Of the API, not of the program: raised when an address or a field changes or goes. */
const API_VERSION = '1.0.0';
const FORM = 'application/x-www-form-urlencoded';

type Json = Readonly<Record<string, unknown>>;

/** In the language of the texts; addresses and names are the same in all. */
export function openApiDocument(
  { settings, list }: Pick<PublicCatalogue, 'settings' | 'list'>,
  text: Translator,
): Json {
  const [dataset] = list('datasett', 'nb');
  const key = dataset?.split('/').at(-1) ?? '';
  const { contact } = settings;
  return {
    openapi: '3.1.0',
    info: {
      title: text.t('api.title', { name: settings.name[text.lang] }),
      description: text.t('api.lead'),
      version: API_VERSION,
      ...(contact === undefined ? {} : { contact: { email: contact } }),
    },
    servers: [{ url: settings.base.replace(/\/$/, '') }],
    tags: TAGS.map((tag) => ({ name: text.t(`api.tag.${tag}`) })),
    paths: Object.fromEntries(
      OPERATIONS.map((one) => [one.path, pathItem(one, text, key)] as const),
    ),
    components: { schemas: schemas() },
  };
}

function pathItem(operation: Operation, text: Translator, key: string): Json {
  const told = {
    tags: [text.t(`api.tag.${operation.tag}`)],
    summary: text.t(`api.op.${operation.id}`),
    description: text.t(`api.op.${operation.id}.text`),
    responses: responses(operation, text),
  };
  const get = { operationId: operation.id, ...told, parameters: parameters(operation, text, key) };
  if (!operation.isPosted || !operation.inQuery) return { get };
  const content = {
    [FORM]: { schema: jsonSchema(operation.inQuery) },
    ...(operation.id === 'sparql'
      ? { 'application/sparql-query': { schema: { type: 'string' } } }
      : {}),
  };
  const post = { operationId: `${operation.id}-post`, ...told };
  return { get, post: { ...post, requestBody: { required: true, content } } };
}

function parameters(
  { inPath, inQuery, example = {} }: Operation,
  text: Translator,
  key: string,
): Json[] {
  const places = [
    ['path', inPath],
    ['query', inQuery],
  ] as const;
  return places.flatMap(([place, schema]) => {
    const { properties = {}, required = [] } = schema ? jsonSchema(schema) : {};
    return Object.entries(properties as Json).map(([name, property]) => ({
      name,
      in: place,
      required: place === 'path' || (required as readonly string[]).includes(name),
      description: text.t(`api.param.${name}`),
      schema: property,
      ...(example[name] === undefined ? {} : { example: example[name].replace('{key}', key) }),
    }));
  });
}

function responses({ answers: good, failures }: Operation, text: Translator): Json {
  const failed = failures.map((status) => [
    String(status),
    {
      description: text.t(`api.status.${status}`),
      content: { 'application/problem+json': { schema: reference('problem') } },
    },
  ]);
  const ok =
    good.length === 0
      ? ['303', { description: text.t('api.status.303') }]
      : ['200', { description: text.t('api.status.200'), content: content(good) }];
  return Object.fromEntries([ok, ...failed]) as Json;
}

function content(good: readonly Answer[]): Json {
  return Object.fromEntries(
    good.map(({ type, schema }) => [type, schema ? { schema: reference(schema) } : {}]),
  );
}

function reference(name: keyof typeof answers): Json {
  return { $ref: `#/components/schemas/${name}` };
}

function schemas(): Json {
  return Object.fromEntries(
    Object.entries(answers).map(([name, schema]) => [name, jsonSchema(schema)]),
  );
}

/** As what is read out of the address (`output`): a page is a number. Programs must bear fields that we add, so none is forbidden. */
function jsonSchema(schema: z.ZodType): Json {
  const made: Record<string, unknown> = z.toJSONSchema(schema, {
    target: 'draft-2020-12',
    io: 'output',
    override: ({ jsonSchema: one }) => {
      if (one.additionalProperties === false) delete one.additionalProperties;
    },
  });
  // It is OpenAPI 3.1's own dialect.
  delete made['$schema'];
  return made;
}

/**
 * OpenAPI 3.0, 3.1 and Swagger 2.0 (https://spec.openapis.org/), read for the explorer of a data service. Pure and bounded: the
 * document may be anybody's, so what it says is cut to what a page shows, and what it says wrongly is left out.
 */
import type { ApiContent, ApiDescription, ApiOperation } from '../model/api-description.js';
import { authentication } from './authentication.js';
import {
  asNode,
  listAt,
  nodeAt,
  readDocument,
  resolved,
  textAt,
  valueAt,
  type Node,
} from './document.js';
import { parameters } from './parameters.js';

const METHODS = ['get', 'post', 'put', 'patch', 'delete', 'head', 'options', 'trace'] as const;
const MAX_OPERATIONS = 200;
const MAX_RESPONSES = 20;
const MAX_SERVERS = 5;
const LINE = 200;
const TEXT = 4000;
/** Of an example in characters: it is to be seen at a glance. */
const MAX_EXAMPLE = 2000;

/** Undefined for what is no description in any of the three. Server addresses are read relative to `address`, the document's own. */
export function apiDescription(content: Uint8Array, address: string): ApiDescription | undefined {
  const root = readDocument(content);
  if (
    !root ||
    !/^(3\.[01]|2\.0)/.test(textAt(root, 'openapi', 20) ?? textAt(root, 'swagger', 20) ?? '')
  )
    return undefined;
  const info = nodeAt(root, 'info');
  const version = textAt(info, 'version', 50);
  const description = textAt(info, 'description', TEXT);
  const all = operations(root);
  return {
    title: textAt(info, 'title', LINE) ?? 'API',
    ...(version === undefined ? {} : { version }),
    ...(description === undefined ? {} : { description }),
    servers: servers(root, address),
    authentication: authentication(root),
    operations: all.slice(0, MAX_OPERATIONS),
    isCut: all.length > MAX_OPERATIONS,
  };
}

function servers(root: Node, address: string): readonly string[] {
  const written =
    'swagger' in root ? [swaggerServer(root)] : listAt(root, 'servers').map(serverUrl);
  const found = written.flatMap((one) => {
    if (one === undefined || !URL.canParse(one, address)) return [];
    const { protocol, origin, pathname, username } = new URL(one, address);
    const isWeb = protocol === 'https:' || protocol === 'http:';
    return isWeb && username === '' ? [origin + pathname.replace(/\/+$/, '')] : [];
  });
  return [...new Set(found)].slice(0, MAX_SERVERS);
}

/** With each variable's default in its place (§4.8.6). */
function serverUrl(server: unknown): string | undefined {
  const variables = nodeAt(asNode(server), 'variables');
  return textAt(asNode(server), 'url', 1000)?.replace(
    /\{([^{}]+)\}/g,
    (_, name: string) => textAt(nodeAt(variables, name), 'default', LINE) ?? '',
  );
}

function swaggerServer(root: Node): string | undefined {
  const host = textAt(root, 'host', LINE);
  const base = textAt(root, 'basePath', LINE) ?? '/';
  if (host === undefined) return undefined;
  const schemes = listAt(root, 'schemes');
  return `${schemes.length === 0 || schemes.includes('https') ? 'https' : 'http'}://${host}${base}`;
}

/** One more than are kept tells that there are more. */
function operations(root: Node): readonly ApiOperation[] {
  const found: ApiOperation[] = [];
  for (const [path, value] of Object.entries(nodeAt(root, 'paths') ?? {})) {
    const item = resolved(root, value);
    if (!item || !path.startsWith('/')) continue;
    for (const method of METHODS) {
      const node = nodeAt(item, method);
      if (node) found.push(operation(root, item, node, { method, path }));
      if (found.length > MAX_OPERATIONS) return found;
    }
  }
  return found;
}

function operation(
  root: Node,
  item: Node,
  node: Node,
  { method, path }: { readonly method: string; readonly path: string },
): ApiOperation {
  const summary = textAt(node, 'summary', LINE) ?? textAt(item, 'summary', LINE);
  const description = textAt(node, 'description', TEXT);
  const [tag] = listAt(node, 'tags').filter((one) => typeof one === 'string');
  const body = requestBody(root, node);
  return {
    method: method.toUpperCase(),
    path: path.slice(0, 500),
    ...(summary === undefined ? {} : { summary }),
    ...(description === undefined ? {} : { description }),
    ...(tag === undefined ? {} : { tag: tag.slice(0, LINE) }),
    isDeprecated: valueAt(node, 'deprecated') === true,
    isOpen: isOpen(root, node),
    parameters: parameters(root, item, node),
    ...(body === undefined ? {} : { body }),
    responses: Object.entries(nodeAt(node, 'responses') ?? {})
      .slice(0, MAX_RESPONSES)
      .flatMap(([status, value]) => {
        const response = resolved(root, value);
        if (!response) return [];
        const told = textAt(response, 'description', 1000);
        return [
          {
            status: status.slice(0, 20),
            ...(told === undefined ? {} : { description: told }),
            ...contentOf(root, response, listAt(node, 'produces'), listAt(root, 'produces')),
          },
        ];
      }),
  };
}

/** Its own requirement replaces the document's; an empty one takes it away (§4.8.10). */
function isOpen(root: Node, node: Node): boolean {
  const own = valueAt(node, 'security');
  const asked = Array.isArray(own) ? own : listAt(root, 'security');
  return asked.length === 0 || asked.some((one) => Object.keys(asNode(one) ?? {}).length === 0);
}

/** In Swagger 2.0 the body is a parameter. */
function requestBody(root: Node, node: Node): ApiContent | undefined {
  const body = resolved(root, valueAt(node, 'requestBody'));
  if (body) return contentOf(root, body);
  const hasBody = listAt(node, 'parameters').some((one) =>
    ['body', 'formData'].includes(String(valueAt(resolved(root, one), 'in'))),
  );
  return hasBody
    ? contentOf(root, {}, listAt(node, 'consumes'), listAt(root, 'consumes'))
    : undefined;
}

function contentOf(root: Node, node: Node, ...swaggerTypes: (readonly unknown[])[]): ApiContent {
  const content = Object.entries(nodeAt(node, 'content') ?? {}).slice(0, 10);
  const [types = []] = swaggerTypes.filter((one) => one.length > 0);
  const media = [
    ...content.map(([, value]) => asNode(value) ?? {}),
    // Swagger 2.0: media type → example.
    ...Object.values(nodeAt(node, 'examples') ?? {}).map((value) => ({ example: value })),
  ];
  const example = media.map((one) => exampleText(root, one)).find((one) => one !== undefined);
  const named = content.length > 0 ? content.map(([type]) => type) : types;
  return {
    types: named.filter((one) => typeof one === 'string').map((one) => one.slice(0, 100)),
    ...(example === undefined ? {} : { example }),
  };
}

function exampleText(root: Node, media: Node): string | undefined {
  const [named] = Object.values(nodeAt(media, 'examples') ?? {});
  const schema = resolved(root, valueAt(media, 'schema'));
  const value = [
    valueAt(media, 'example'),
    valueAt(resolved(root, named), 'value'),
    valueAt(schema, 'example'),
  ].find((one) => one !== undefined);
  if (value === undefined) return undefined;
  const text = typeof value === 'string' ? value : JSON.stringify(value, null, 2);
  return text.length > MAX_EXAMPLE ? `${text.slice(0, MAX_EXAMPLE)}…` : text;
}

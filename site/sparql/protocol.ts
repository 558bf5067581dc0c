/**
 * A request of the SPARQL 1.1 Protocol, read: GET, POST of a form, POST of the query itself (REC-sparql11-protocol §2.1). Exactly
 * one query; anything else is told what is wrong. Pure but for the request it is handed.
 */
import { CatalogError } from '../../src/model/errors.js';
import { tryIri, type Iri } from '../../src/model/iri.js';
import { Problem } from '../problem.js';

export interface ProtocolRequest {
  /** Undefined when a GET asks for no query: the service description, or the page. */
  readonly query: string | undefined;
  readonly defaultGraphs: readonly Iri[];
  readonly namedGraphs: readonly Iri[];
  /** Of our own: beats Accept, for links to results. */
  readonly format: string | undefined;
}

interface Input {
  readonly method: string;
  /** Everything after the question mark, still encoded. */
  readonly search: string;
  readonly contentType: string | undefined;
  readonly body: Uint8Array | undefined;
}

const FORM = 'application/x-www-form-urlencoded';
const QUERY = 'application/sparql-query';
const UPDATE = 'application/sparql-update';

/** Throws Problem 400 or 415, and QUERY_REFUSED for an update. */
export function readProtocol({ method, search, contentType, body }: Input): ProtocolRequest {
  const inUrl = parseForm(search.replace(/^\?/, ''));
  if (method !== 'POST') return fromParameters(inUrl);
  const type = bareType(contentType);
  if (type === UPDATE) throw new CatalogError('QUERY_REFUSED', { form: 'UPDATE' });
  if (type !== FORM && type !== QUERY) throw new Problem('unsupportedType');
  const text = decodeUtf8(body);
  // What stands in the URL is not left out in silence: graphs count, a second query is a fault.
  const given = type === FORM ? parseForm(text) : [['query', text] as const];
  const read = fromParameters([...inUrl, ...given]);
  if (read.query === undefined) throw new Problem('badRequest');
  return read;
}

/** Lower case, without parameters; undefined for a text in another encoding than UTF-8 (§2.1.3). */
function bareType(contentType: string | undefined): string | undefined {
  const [type, ...parameters] = (contentType ?? '').toLowerCase().split(';');
  const charset = parameters
    .map((one) => /^\s*charset="?([\w-]+)"?\s*$/.exec(one)?.[1])
    .find(Boolean);
  return charset === undefined || charset === 'utf-8' ? type?.trim() : undefined;
}

type Parameters = readonly (readonly [string, string])[];

function fromParameters(parameters: Parameters): ProtocolRequest {
  const all = (name: string): string[] =>
    parameters.filter(([one]) => one === name).map(([, value]) => value);
  if (all('update').length > 0) throw new CatalogError('QUERY_REFUSED', { form: 'UPDATE' });
  const queries = all('query');
  const formats = all('format').filter((one) => one !== '');
  if (queries.length > 1 || formats.length > 1) throw new Problem('badRequest');
  return {
    query: queries[0],
    defaultGraphs: all('default-graph-uri').map(graphIri),
    namedGraphs: all('named-graph-uri').map(graphIri),
    format: formats[0],
  };
}

function graphIri(value: string): Iri {
  const made = tryIri(value);
  if (made === undefined) throw new Problem('badRequest');
  return made;
}

/** Strict: text that is no UTF-8 is an error, not a question mark. */
function parseForm(text: string): Parameters {
  return text
    .split('&')
    .filter((pair) => pair !== '')
    .map((pair) => {
      const at = pair.indexOf('=');
      const name = at === -1 ? pair : pair.slice(0, at);
      return [decodePart(name), at === -1 ? '' : decodePart(pair.slice(at + 1))] as const;
    });
}

function decodePart(part: string): string {
  try {
    return decodeURIComponent(part.replaceAll('+', ' '));
  } catch {
    throw new Problem('badRequest');
  }
}

function decodeUtf8(body: Uint8Array | undefined): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(
      body ?? new Uint8Array(),
    );
  } catch {
    throw new Problem('badRequest');
  }
}

/** The parameters of a GET that asks the same. */
export function protocolSearch(
  { query, defaultGraphs, namedGraphs }: Omit<ProtocolRequest, 'format'>,
  format?: string,
): string {
  const pairs = [
    ...(format === undefined ? [] : [['format', format]]),
    ...(query === undefined ? [] : [['query', query]]),
    ...defaultGraphs.map((graph) => ['default-graph-uri', graph]),
    ...namedGraphs.map((graph) => ['named-graph-uri', graph]),
  ];
  return pairs.map(([name = '', value = '']) => `${name}=${shortEncode(value)}`).join('&');
}

/** Of a value after the question mark, what must be encoded and no more (RFC 3986 §3.4): links to queries are for people to send on. */
export function shortEncode(value: string): string {
  return encodeURIComponent(value)
    .replaceAll('%20', '+')
    .replace(/%(?:24|2C|2F|3A|3B|3F|40)/g, decodeURIComponent);
}

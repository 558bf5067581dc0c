/**
 * A request of the SPARQL 1.1 Protocol, read: GET, POST form, POST of the query itself (REC-sparql11-protocol §2.1). Exactly one
 * query; anything else is told what is wrong. Pure but for the request it is handed.
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
  const inUrl = parseForm(search);
  if (method !== 'POST') return fromParameters(inUrl, false);
  const type = contentType?.split(';', 1)[0]?.trim().toLowerCase();
  const text = decodeUtf8(body);
  if (type === FORM) return fromParameters(parseForm(text), true);
  if (type === UPDATE) throw new CatalogError('QUERY_REFUSED', { form: 'UPDATE' });
  if (type !== QUERY) throw new Problem('unsupportedType');
  if (inUrl.some(([name]) => name === 'query')) throw new Problem('badRequest');
  return { ...fromParameters(inUrl, false), query: text };
}

type Parameters = readonly (readonly [string, string])[];

function fromParameters(parameters: Parameters, needsQuery: boolean): ProtocolRequest {
  const all = (name: string): string[] =>
    parameters.filter(([one]) => one === name).map(([, value]) => value);
  if (all('update').length > 0) throw new CatalogError('QUERY_REFUSED', { form: 'UPDATE' });
  const queries = all('query');
  const formats = all('format').filter((one) => one !== '');
  if (queries.length > 1 || formats.length > 1 || (needsQuery && queries.length === 0))
    throw new Problem('badRequest');
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
    .replace(/^\?/, '')
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
    return new TextDecoder('utf-8', { fatal: true }).decode(body ?? new Uint8Array());
  } catch {
    throw new Problem('badRequest');
  }
}

/** Failures as HTTP: one class, one table of statuses (style.md 7; safety.md 4). No stack, path or internal name leaves here (C9). */
import type { TextParams } from '../src/model/lang-text.js';
import { isCatalogError, type CatalogError } from '../src/model/errors.js';
import type { Link } from './headers.js';

export type ProblemKey =
  | 'notFound'
  | 'gone'
  | 'notAcceptable'
  | 'badRequest'
  | 'methodNotAllowed'
  | 'tooLarge'
  | 'uriTooLong'
  | 'headersTooLarge'
  | 'unsupportedType'
  | 'tooManyRequests'
  | 'unavailable'
  | 'internal';

const STATUSES: Readonly<Record<ProblemKey, number>> = {
  notFound: 404,
  gone: 410,
  notAcceptable: 406,
  badRequest: 400,
  methodNotAllowed: 405,
  tooLarge: 413,
  uriTooLong: 414,
  headersTooLarge: 431,
  unsupportedType: 415,
  tooManyRequests: 429,
  unavailable: 503,
  internal: 500,
};

export interface ProblemOptions {
  /** More specific than the key's status. */
  readonly status?: number;
  /** A domain failure, whose text is shown in the reader's language. */
  readonly failure?: CatalogError;
  /** Key of a text that says more than the status's own. */
  readonly text?: string;
  /** Where else to go, besides home. */
  readonly wayBack?: { readonly href: string; readonly text: string };
  readonly params?: TextParams;
  readonly headers?: Readonly<Record<string, string>>;
  /** The representations there are, for 406. */
  readonly alternates?: readonly Link[];
}

export class Problem extends Error {
  readonly key: ProblemKey;
  readonly status: number;
  readonly options: ProblemOptions;

  constructor(key: ProblemKey, options: ProblemOptions = {}) {
    super(key);
    this.name = 'Problem';
    this.key = key;
    this.status = options.status ?? STATUSES[key];
    this.options = options;
  }
}

const RETRY = { 'Retry-After': '10', 'Cache-Control': 'no-store' };
const QUERY_PROBLEMS: Readonly<Record<string, readonly [ProblemKey, number]>> = {
  QUERY_SYNTAX: ['badRequest', 400],
  QUERY_REFUSED: ['badRequest', 400],
  QUERY_NOT_XML: ['badRequest', 422],
  QUERY_TOO_LARGE: ['tooLarge', 422],
  QUERY_TIMEOUT: ['unavailable', 503],
  QUERY_MEMORY: ['unavailable', 503],
  QUERY_BUSY: ['unavailable', 503],
  QUERY_FAILED: ['unavailable', 503],
};

const BY_STATUS: Readonly<Record<number, ProblemKey>> = {
  400: 'badRequest',
  413: 'tooLarge',
  415: 'unsupportedType',
};

/** Whatever a handler threw, as a problem. */
export function asProblem(error: unknown): Problem {
  if (error instanceof Problem) return error;
  if (isCatalogError(error)) return queryProblem(error);
  return new Problem(BY_STATUS[statusOf(error) ?? 500] ?? 'internal');
}

function queryProblem(failure: CatalogError): Problem {
  const found = QUERY_PROBLEMS[failure.code];
  if (!found) return new Problem('internal');
  const [key, usual] = found;
  const params = parametersOf(failure);
  // The text itself is too long: its limit is that of a request body.
  const status = params['limit'] === 'queryBytes' ? 413 : usual;
  return new Problem(key, {
    failure,
    status,
    params,
    ...(status === 503 ? { headers: RETRY } : {}),
  });
}

/** Query errors carry the parameters of their message as cause: line, column, limit. */
function parametersOf({ cause }: CatalogError): TextParams {
  return typeof cause === 'object' && cause !== null && !(cause instanceof Error)
    ? (cause as TextParams)
    : {};
}

/** Errors of Express and its body reader bear a status. */
function statusOf(error: unknown): number | undefined {
  if (typeof error !== 'object' || error === null || !('status' in error)) return undefined;
  return typeof error.status === 'number' ? error.status : undefined;
}

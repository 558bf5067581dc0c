/** The network as a source: through the egress port, redirects followed here, since portals differ in which they follow. */
import { DeadlineError } from '../harvest/egress-deadline.js';
import type { Egress, EgressResponse } from '../harvest/egress.js';
import { CatalogError } from '../model/errors.js';
import {
  FetchFailure,
  type Answer,
  type FetchFault,
  type Source,
  type SourceRequest,
} from './source.js';

export interface EgressSourceTools {
  readonly signal: AbortSignal;
  /** Milliseconds on any scale: how long an answer took. */
  readonly now: () => number;
}

/** As Java's client, which most portals stand on. */
const MAX_REDIRECTS = 5;
const REDIRECTS: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);

export function egressSource(egress: Egress, { signal, now }: EgressSourceTools): Source {
  return {
    async get(first, request) {
      const started = now();
      const limit = AbortSignal.timeout(request.timeoutMs);
      const both = AbortSignal.any([signal, limit]);
      let url = first;
      for (let hop = 0; hop <= MAX_REDIRECTS; hop++) {
        const response = await ask(egress, url, request, both).catch((error: unknown) => {
          if (limit.aborted && !signal.aborted)
            throw new FetchFailure('timeout', `${request.timeoutMs / 1000} s`, error);
          throw error;
        });
        const next = redirectOf(response, url);
        if (next === undefined) return answerOf(response, url, now() - started);
        if (request.sameScheme && new URL(next).protocol !== new URL(url).protocol)
          throw new FetchFailure('other-scheme', `→ ${next}`);
        url = next;
      }
      throw new FetchFailure('redirects', `> ${MAX_REDIRECTS}`);
    },
  };
}

async function ask(
  egress: Egress,
  url: string,
  { accept, maxBytes, timeoutMs }: SourceRequest,
  signal: AbortSignal,
): Promise<EgressResponse> {
  try {
    const headers = { accept };
    return await egress.get(url, {
      headers,
      maxBytes,
      firstByteMs: timeoutMs,
      signal,
      plain: true,
    });
  } catch (error) {
    throw failureOf(error);
  }
}

const FAULTS: Readonly<Partial<Record<CatalogError['code'], FetchFault>>> = {
  SOURCE_TOO_LARGE: 'too-large',
  SOURCE_TIMEOUT: 'timeout',
};

function failureOf(error: unknown): unknown {
  if (error instanceof DeadlineError)
    return new FetchFailure('timeout', `${error.seconds} s`, error);
  if (!(error instanceof CatalogError)) return error;
  return new FetchFailure(FAULTS[error.code] ?? 'unreachable', detailOf(error), error);
}

/** What the error tells besides the address; the harvesters' own words would speak of their sources. */
function detailOf({ code, params }: CatalogError): string {
  const { cause, limit, seconds } = params;
  if (cause !== undefined) return String(cause);
  if (limit !== undefined) return `> ${limit} MB`;
  return seconds === undefined ? code : `${seconds} s`;
}

function redirectOf({ status, headers = {} }: EgressResponse, url: string): string | undefined {
  const location = headers['location'];
  if (!REDIRECTS.has(status) || location === undefined) return undefined;
  if (!URL.canParse(location, url)) throw new FetchFailure('unreachable', `→ ${location}`);
  return new URL(location, url).href;
}

function answerOf(response: EgressResponse, url: string, milliseconds: number): Answer {
  const { status, headers = {}, body } = response;
  return { url, status, headers, body, milliseconds };
}

/**
 * H7: tries a GET again after 429, 5xx, a timeout or a broken connection, at most five times in all, with growing random
 * pauses; Retry-After is honoured up to a quarter of an hour. 400, 401, 403, 404 and 410 are answers, not accidents.
 */
import { isCatalogError } from '../model/errors.js';
import type { Egress, EgressResponse } from './egress.js';

export interface RetryTools {
  /** Resolves after the time; rejects when the signal aborts. */
  wait(ms: number, signal: AbortSignal): Promise<void>;
  /** 0 to 1. */
  random(): number;
  /** Milliseconds since 1970, for a Retry-After that is a date. */
  now(): number;
}

const TRIES = 5;
const FIRST_MS = 1_000;
const MAX_MS = 60_000;
const MAX_RETRY_AFTER_MS = 15 * 60_000;
const PASSING = new Set([429, 500, 502, 503, 504]);
const PASSING_CODES = ['SOURCE_TIMEOUT', 'SOURCE_UNREACHABLE', 'SOURCE_TRUNCATED'] as const;

/** The same egress, more patient. After the last try its answer or error is passed on as it is. */
export function retryingEgress(egress: Egress, tools: RetryTools): Egress {
  return {
    async get(url, request) {
      for (let attempt = 1; ; attempt++) {
        const last = attempt === TRIES;
        let pause: number;
        try {
          const response = await egress.get(url, request);
          if (last || !PASSING.has(response.status)) return response;
          pause = askedPause(response, tools.now()) ?? jitter(attempt, tools);
        } catch (error) {
          if (last || !PASSING_CODES.some((code) => isCatalogError(error, code))) throw error;
          pause = jitter(attempt, tools);
        }
        await tools.wait(pause, request.signal);
      }
    },
  };
}

/** Full jitter: anything from nothing to the doubled limit, so that many sources do not come back together. */
function jitter(attempt: number, tools: RetryTools): number {
  return Math.round(tools.random() * Math.min(MAX_MS, FIRST_MS * 2 ** attempt));
}

function askedPause({ retryAfter }: EgressResponse, now: number): number | undefined {
  if (retryAfter === undefined) return undefined;
  const text = retryAfter.trim();
  const asked = /^\d+$/.test(text) ? Number(text) * 1000 : Date.parse(text) - now;
  return Number.isFinite(asked) ? Math.min(Math.max(asked, 0), MAX_RETRY_AFTER_MS) : undefined;
}

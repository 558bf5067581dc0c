/** Network errors in words a steward understands. Neither headers nor the query of a URL ever reach a message (W5). */
import { CatalogError, isCatalogError } from '../model/errors.js';
import { DeadlineError } from './egress-deadline.js';

const CAUSES: Readonly<Record<string, string>> = {
  ENOTFOUND: 'navnet finnes ikke',
  EAI_AGAIN: 'navnetjenesten svarer ikke',
  ECONNREFUSED: 'forbindelsen ble avvist',
  ECONNRESET: 'forbindelsen ble brutt',
  EPIPE: 'forbindelsen ble brutt',
  ETIMEDOUT: 'forbindelsen kom ikke i stand',
  EHOSTUNREACH: 'ingen vei til verten',
  ENETUNREACH: 'ingen vei til nettet',
  EPROTO: 'feil i den krypterte forbindelsen',
  CERT_HAS_EXPIRED: 'sertifikatet er utløpt',
};

/** A CatalogError of what went wrong before the body came; one that is one already, and the caller's own abort, pass. */
export function networkFailure(error: unknown, url: string): unknown {
  if (isCatalogError(error)) return error;
  const shown = shownUrl(url);
  if (error instanceof DeadlineError)
    return new CatalogError('SOURCE_TIMEOUT', { url: shown, seconds: error.seconds }, error);
  const code = errorCode(error);
  if (code === undefined) return error;
  return new CatalogError('SOURCE_UNREACHABLE', { url: shown, cause: causeOf(code) }, error);
}

export function causeOf(code: string): string {
  if (CAUSES[code] !== undefined) return CAUSES[code];
  if (code.startsWith('HPE_')) return 'svaret er ikke HTTP';
  if (/CERT|SELF_SIGNED|UNABLE_TO|ALTNAME|SSL|TLS/.test(code))
    return 'sertifikatet er ikke godkjent';
  return `nettverksfeil ${code}`;
}

export function errorCode(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined;
  // Happy eyeballs: one error an address, the first tells enough.
  if (error instanceof AggregateError && !('code' in error)) return errorCode(error.errors[0]);
  return 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}

/** A URL as it may stand in a message: no query, fragment or credentials. */
export function shownUrl(text: string): string {
  if (!URL.canParse(text)) return text.slice(0, 80).replace(/[?#].*/s, '');
  const url = new URL(text);
  return `${url.protocol}//${url.host}${url.pathname}`;
}

/** CatalogErrors of queries. Their `cause` holds the message's parameters: a problem document names line and limit. */
import { CatalogError } from '../model/errors.js';
import type { TextParams } from '../model/lang-text.js';
import type { MessageCode } from '../model/messages.js';

export type QueryErrorCode = Extract<MessageCode, `QUERY_${string}`>;

/** Line and column count from 1, in UTF-16 units. */
export interface SyntaxPosition {
  readonly line: number;
  readonly column: number;
}

export function queryError(code: QueryErrorCode, params: TextParams = {}): CatalogError {
  return new CatalogError(code, params, params);
}

export function syntaxError(position: SyntaxPosition, cause: string): CatalogError {
  return queryError('QUERY_SYNTAX', { ...position, cause });
}

/** `limit` is the option or constant that was exceeded: maxRows, maxBytes, nesting, triplePatterns … */
export function tooLarge(limit: string, value: number): CatalogError {
  return queryError('QUERY_TOO_LARGE', { limit, value });
}

/** The parameters of a query error: line, column, cause; limit, value; form; seconds; megabytes. */
export function queryErrorParams(error: CatalogError): TextParams {
  return typeof error.cause === 'object' && error.cause !== null && !(error.cause instanceof Error)
    ? (error.cause as TextParams)
    : {};
}

/** Where a QUERY_SYNTAX error is. */
export function syntaxPosition(error: CatalogError): SyntaxPosition | undefined {
  const { line, column } = queryErrorParams(error);
  return typeof line === 'number' && typeof column === 'number' ? { line, column } : undefined;
}

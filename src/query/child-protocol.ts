/** What goes over the pipe between the web process and a query child. Nothing else of a child is believed. */
import type { TextParams } from '../model/lang-text.js';
import type { QueryOptions, QueryResult } from './query-engine.js';
import type { QueryErrorCode } from './query-error.js';

export interface ChildRequest {
  readonly id: number;
  readonly text: string;
  readonly limits: Pick<
    QueryOptions,
    'format' | 'maxRows' | 'maxBytes' | 'defaultGraphs' | 'namedGraphs'
  >;
}

export interface ChildFailure {
  readonly code: QueryErrorCode;
  readonly params: TextParams;
  /** For the log and `cause`; never shown. */
  readonly detail?: string;
}

export type ChildMessage =
  | { readonly type: 'ready' }
  | { readonly type: 'answer'; readonly id: number; readonly result: QueryResult }
  | { readonly type: 'failure'; readonly id: number; readonly failure: ChildFailure };

export function isChildMessage(value: unknown): value is ChildMessage {
  if (typeof value !== 'object' || value === null || !('type' in value)) return false;
  if (value.type === 'ready') return true;
  if (!('id' in value) || typeof value.id !== 'number') return false;
  if (value.type === 'failure') return 'failure' in value && typeof value.failure === 'object';
  return value.type === 'answer' && 'result' in value && isResult(value.result);
}

function isResult(value: unknown): boolean {
  return (
    typeof value === 'object' &&
    value !== null &&
    'body' in value &&
    value.body instanceof Uint8Array
  );
}

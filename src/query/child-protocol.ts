/** What goes over the pipe between the process that holds the port and a query child. Nothing else of a child is believed. */
import type { TextParams } from '../model/lang-text.js';
import type { AnswerHead, BackendRequest, BackendSpec, Prefixes } from './query-backend.js';
import type { QueryErrorCode } from './query-error.js';

/** The first message to a child; what a backend is opened with is no argument, where everybody could read it. */
export interface OpenMessage {
  readonly type: 'open';
  readonly spec: BackendSpec;
  readonly prefixes: Prefixes;
}

export interface RunMessage {
  readonly type: 'run';
  readonly id: number;
  readonly request: BackendRequest;
}

export type ParentMessage = OpenMessage | RunMessage;

export interface ChildFailure {
  readonly code: QueryErrorCode;
  readonly params: TextParams;
  /** Set when the child ends itself afterwards. For the log and `cause`; never shown. */
  readonly detail?: string;
}

/** A piece of an answer; a small answer is one message. */
export interface PartMessage {
  readonly type: 'part';
  readonly id: number;
  /** With the first piece. */
  readonly head?: AnswerHead;
  readonly bytes: Uint8Array;
  readonly isLast: boolean;
}

export interface FailureMessage {
  readonly type: 'failure';
  readonly id: number;
  readonly failure: ChildFailure;
}

export type AnswerMessage = PartMessage | FailureMessage;
export type ChildMessage = { readonly type: 'ready' } | AnswerMessage;

/** True for an answer to the query `id` of the right form. */
export function isAnswer(value: unknown, id: number): value is AnswerMessage {
  if (typeof value !== 'object' || value === null) return false;
  const message = value as Record<string, unknown>;
  if (message['id'] !== id) return false;
  if (message['type'] === 'failure')
    return typeof message['failure'] === 'object' && message['failure'] !== null;
  return message['type'] === 'part' && message['bytes'] instanceof Uint8Array;
}

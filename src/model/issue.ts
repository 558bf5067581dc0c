/** Findings: expected trouble is a value with a code, a place, an owner and a hint, never an exception (style.md 7). */
import type { Iri } from './iri.js';
import { fillLangText, type LangText, type TextParams } from './lang-text.js';
import { MESSAGES, type MessageCode } from './messages.js';

export type Severity = 'violation' | 'warning' | 'info';
export const SEVERITIES: readonly Severity[] = ['violation', 'warning', 'info'];

export interface Issue {
  readonly code: MessageCode;
  readonly severity: Severity;
  readonly message: LangText;
  readonly hint?: LangText;
  readonly focus?: Iri;
  readonly path?: Iri;
  readonly source?: string;
  readonly record?: string;
  /** Where the record stands: URL with JSON pointer, or file with sheet, row or line. */
  readonly origin?: string;
  /** Of a rejected record: what it was called when last it could be read, and the organisation that answered for it. */
  readonly title?: string;
  readonly owner?: Iri;
}

export type IssuePlace = Pick<Issue, 'focus' | 'path' | 'source' | 'record' | 'origin'>;

export function issue(
  code: MessageCode,
  severity: Severity,
  params: TextParams = {},
  place: IssuePlace = {},
): Issue {
  const text = MESSAGES[code];
  return {
    code,
    severity,
    message: fillLangText(text.message, params),
    ...('hint' in text ? { hint: fillLangText(text.hint, params) } : {}),
    ...place,
  };
}

export function isIssue(value: object): value is Issue {
  return 'code' in value && 'severity' in value;
}

/** Every message of findings and failures, in nb, nn and en: what happened, to what, and what to do. */
import type { LangText } from './lang-text.js';
import { FAILURES } from './messages-failures.js';
import { FINDINGS } from './messages-findings.js';

export interface Message {
  readonly message: LangText;
  readonly hint?: LangText;
}

export const MESSAGES = { ...FAILURES, ...FINDINGS };
export type MessageCode = keyof typeof MESSAGES;

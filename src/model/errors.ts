/** The one error class of expected failures: a code of the message catalogue, steward-facing text, and the cause. */
import { fillLangText, type LangText, type TextParams } from './lang-text.js';
import { MESSAGES, type MessageCode } from './messages.js';

export class CatalogError extends Error {
  readonly code: MessageCode;
  readonly text: LangText;
  readonly hint: LangText | undefined;
  readonly params: TextParams;

  constructor(code: MessageCode, params: TextParams = {}, cause?: unknown) {
    const entry = MESSAGES[code];
    const text = fillLangText(entry.message, params);
    super(text.en, cause === undefined ? undefined : { cause });
    this.name = 'CatalogError';
    this.code = code;
    this.params = params;
    this.text = text;
    this.hint = 'hint' in entry ? fillLangText(entry.hint, params) : undefined;
  }
}

export function isCatalogError(value: unknown, code?: MessageCode): value is CatalogError {
  return value instanceof CatalogError && (code === undefined || value.code === code);
}

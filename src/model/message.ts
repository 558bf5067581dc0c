/** One message of the catalogue: what happened, to what, and what to do. */
import type { LangText } from './lang-text.js';

export interface Message {
  readonly message: LangText;
  readonly hint?: LangText;
}

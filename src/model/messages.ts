/** Every message of findings and failures, in nb, nn and en: what happened, to what, and what to do. */
import { FILE_FINDINGS } from './messages-files.js';
import { PROGRAM_FAILURES } from './messages-program.js';
import { RECORD_FINDINGS } from './messages-records.js';
import { SOURCE_FAILURES } from './messages-sources.js';
import { STORE_FAILURES } from './messages-store.js';
import { VALUE_FINDINGS } from './messages-values.js';

export const MESSAGES = {
  ...SOURCE_FAILURES,
  ...PROGRAM_FAILURES,
  ...STORE_FAILURES,
  ...RECORD_FINDINGS,
  ...VALUE_FINDINGS,
  ...FILE_FINDINGS,
};
export type MessageCode = keyof typeof MESSAGES;

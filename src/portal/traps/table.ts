/** All traps, by id. docs/guide/portals.md lists the same; a test holds them equal. */
import { EU_TRAPS } from './eu.js';
import { FDK_CONTENT_TRAPS } from './fdk-content.js';
import { FDK_FETCH_TRAPS } from './fdk-fetch.js';
import { FDK_HISTORY_TRAPS } from './fdk-history.js';
import { FDK_MEMBER_TRAPS } from './fdk-members.js';
import { GOOGLE_TRAPS } from './google.js';
import { REGISTER_TRAPS } from './register.js';

export const TRAPS = {
  ...FDK_FETCH_TRAPS,
  ...FDK_MEMBER_TRAPS,
  ...FDK_HISTORY_TRAPS,
  ...FDK_CONTENT_TRAPS,
  ...EU_TRAPS,
  ...GOOGLE_TRAPS,
  ...REGISTER_TRAPS,
} as const;

export type TrapId = keyof typeof TRAPS;

/** Those that hang on what a portal holds, not on the feed alone. */
export const HISTORY_TRAPS: ReadonlySet<string> = new Set([
  ...Object.keys(FDK_HISTORY_TRAPS),
  'EU-17' satisfies TrapId,
]);

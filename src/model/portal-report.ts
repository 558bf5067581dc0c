/** `portaler.json`: what the portals will do with our feeds at their next harvest, in words that a steward understands. */
import type { LangText } from './lang-text.js';

/** data.norge.no harvests datasets and data services as two sources; the others read one address each. */
export const PORTAL_IDS = ['fdk', 'fdk-services', 'eu', 'google', 'register'] as const;
export type PortalId = (typeof PORTAL_IDS)[number];

/** `hurts`: something disappears or is refused. `warns`: shown wrongly, or poorer than it could be. */
export const TRAP_SEVERITIES = ['hurts', 'warns', 'info'] as const;
export type TrapSeverity = (typeof TRAP_SEVERITIES)[number];

export interface FoundTrap {
  /** `FDK-04`. */
  readonly id: string;
  /** `content-encoding`. */
  readonly name: string;
  readonly severity: TrapSeverity;
  /** What the portal will do. */
  readonly says: LangText;
  /** What to do about it. */
  readonly fix: LangText;
  /** Times it was found. */
  readonly count: number;
  /** The first of them: IRIs, addresses, values. */
  readonly evidence: readonly string[];
}

/** Since the portal's last harvest. */
export interface PortalChanges {
  /** Day of what it is compared with; absent when the portal has not harvested this address before. */
  readonly since?: string;
  readonly added: readonly string[];
  readonly changed: readonly string[];
  readonly removed: readonly string[];
  /** Removed earlier, and here again. */
  readonly returned: readonly string[];
  /** What many descriptions share and has changed itself: the reason why they all look changed. */
  readonly because: readonly SharedNode[];
}

/** A node that more than one description holds: when it changes, they all do. */
export interface SharedNode {
  readonly node: string;
  readonly members: number;
}

export interface EmptyField {
  readonly id: string;
  readonly label: LangText;
  /** Descriptions in which it stays empty. */
  readonly count: number;
}

export interface PortalScore {
  /** Average at the last harvest. */
  readonly before?: number;
  readonly now: number;
  readonly attainable: number;
}

export interface PortalVerdict {
  readonly portal: PortalId;
  readonly title: LangText;
  /** Address that the portal has registered. */
  readonly url: string;
  /** False when it could not be read: then nothing at all changes at the portal. */
  readonly isRead: boolean;
  /** Datasets, services or pages that it will have. */
  readonly members: number;
  readonly changes?: PortalChanges;
  readonly empty: readonly EmptyField[];
  readonly shared: readonly SharedNode[];
  readonly score?: PortalScore;
  /** Most hurtful first. */
  readonly traps: readonly FoundTrap[];
}

export interface PortalReport {
  readonly portals: readonly PortalVerdict[];
}

export function hurts({ portals }: PortalReport): boolean {
  return portals.some(({ traps }) => traps.some(({ severity }) => severity === 'hurts'));
}

/** `hvd.json`: what Regulation (EU) 2023/138 asks of the datasets that are marked high-value, and what the Commission's queries find. */
import type { LangText } from './lang-text.js';

/** What is asked of a dataset, in the order of the page. */
export const HVD_REQUIREMENTS = [
  'category',
  'legislation',
  'bulk',
  'api',
  'licence',
  'machineReadable',
  'contact',
  'documentation',
  'serviceQuality',
  'english',
] as const;
export type HvdRequirement = (typeof HVD_REQUIREMENTS)[number];

/** waived: somebody said why the annex does not ask for it · notRelevant: there is nothing that it is asked of */
export type HvdState = 'met' | 'lacking' | 'waived' | 'notRelevant';

/** Language → text, as the graph has it. */
export type HvdLabels = Readonly<Record<string, string>>;

export interface HvdFinding {
  readonly requirement: HvdRequirement;
  /** The dataset, the distribution or the service that lacks it. */
  readonly about: string;
  readonly label: HvdLabels;
  readonly message: LangText;
  /** What to do. */
  readonly fix: LangText;
}

export interface HvdWaiver {
  readonly requirement: 'api' | 'bulk';
  readonly reason: HvdLabels;
}

/** What the Commission's queries give of one dataset. */
export interface HvdSight {
  /** False: no query finds the dataset. */
  readonly isListed: boolean;
  /** False: its row has no title, since none is in English. */
  readonly isNamed: boolean;
  readonly files: readonly string[];
  readonly services: readonly string[];
  /** Distributions and services that belong to the dataset and are not found. */
  readonly unseen: readonly string[];
}

export interface HvdDataset {
  readonly iri: string;
  readonly label: HvdLabels;
  /** As stated. */
  readonly categories: readonly { readonly iri: string; readonly label: HvdLabels }[];
  readonly isReady: boolean;
  readonly states: Readonly<Record<HvdRequirement, HvdState>>;
  readonly findings: readonly HvdFinding[];
  readonly waivers: readonly HvdWaiver[];
  readonly sight: HvdSight;
}

/** Datasets that meet the requirement, or need not, of those that it is asked of. */
export interface HvdTally {
  readonly met: number;
  readonly total: number;
}

/** One of the regulation's six, with the datasets in it or below it. */
export interface HvdCategory {
  /** Absent for what is marked, but stands in none of the six. */
  readonly iri?: string;
  readonly label: HvdLabels;
  readonly datasets: readonly string[];
  readonly ready: number;
  readonly tallies: Readonly<Record<HvdRequirement, HvdTally>>;
}

/** A report query, and what it returned. */
export interface HvdQuery {
  readonly name: string;
  readonly title: LangText;
  readonly description: LangText;
  readonly text: string;
  readonly columns: readonly string[];
  /** An IRI or a text in each column; empty for what is not bound. */
  readonly rows: readonly (readonly string[])[];
}

export interface HvdReport {
  readonly requirements: readonly { readonly code: HvdRequirement; readonly name: LangText }[];
  readonly categories: readonly HvdCategory[];
  /** By IRI. */
  readonly datasets: readonly HvdDataset[];
  readonly queries: readonly HvdQuery[];
}

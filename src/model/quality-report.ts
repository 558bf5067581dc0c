/** `kvalitet.json`: both portals' scores of everything public, as the report is published and shown. */
import type { Points } from './finding.js';
import type { LangText } from './lang-text.js';

/** The scores of data.norge.no and data.europa.eu. */
export const SCORE_IDS = ['no', 'eu'] as const;
export type ScoreId = (typeof SCORE_IDS)[number];

/** What somebody can do, in words. */
export interface Step {
  /** Local name: `keywordAvailability`. */
  readonly id: string;
  readonly label: LangText;
  readonly action: LangText;
  readonly fix: LangText;
  readonly example?: string;
  /** The property whose absence costs the points. */
  readonly path?: string;
}

export interface Band {
  /** Points from which a score is in the band. */
  readonly from: number;
  readonly label: LangText;
}
export interface ScoreTable {
  readonly title: LangText;
  /** Day the table was read. */
  readonly date: string;
  readonly source: string;
  readonly nominal: number;
  /** What the portal's code can give. */
  readonly attainable: number;
  /** Lowest first. */
  readonly bands: readonly Band[];
}

export interface Tally {
  /** Points that are sure. */
  readonly points: number;
  /** Points when everything that was not checked is in order. */
  readonly atMost: number;
  /** What the access class can attain. */
  readonly attainable: number;
}
export interface DatasetTally extends Tally {
  /** The distribution that decides. */
  readonly distribution?: string;
  /** Dimension → points and what can be attained. */
  readonly dimensions: Readonly<Record<string, Pick<Tally, 'points' | 'attainable'>>>;
}

/** A metric that gives no points, or of which it is not known. */
export interface Lost {
  readonly metric: string;
  readonly state: 'missing' | 'unchecked';
  readonly points: Points;
  /** The value or address that failed. */
  readonly found?: string;
  readonly status?: number;
  readonly causes?: readonly LangText[];
}
/** One thing to do for one dataset. */
export interface DatasetGain {
  readonly step: string;
  readonly points: Points;
}
export interface DatasetQuality {
  readonly iri: string;
  readonly title: string;
  readonly publisher?: string;
  readonly scores: Readonly<Record<ScoreId, DatasetTally>>;
  readonly lost: readonly Lost[];
  /** The owner's own first, then most points. */
  readonly gains: readonly DatasetGain[];
}

export interface Average extends Tally {
  readonly dimensions: Readonly<Record<string, Pick<Tally, 'points' | 'attainable'>>>;
}
export interface GroupQuality {
  readonly datasets: number;
  /** Averages over the datasets. */
  readonly scores: Readonly<Record<ScoreId, Average>>;
}
export interface PublisherQuality extends GroupQuality {
  readonly publisher?: string;
  readonly name: string;
}
/** One thing to do for many datasets. */
export interface Gain {
  readonly step: string;
  readonly datasets: number;
  readonly each: Points;
  /** What it would lift the average by. */
  readonly average: Points;
  /** Whose datasets, most first. */
  readonly owners: readonly {
    readonly publisher?: string;
    readonly name: string;
    readonly datasets: number;
  }[];
}

export interface QualityReport {
  readonly scores: Readonly<Record<ScoreId, ScoreTable>>;
  readonly dimensions: readonly { readonly id: string; readonly label: LangText }[];
  /** Metrics, and what a dataset without data lacks: the words for `lost` and `gains`. */
  readonly steps: readonly Step[];
  readonly catalogue: GroupQuality;
  readonly publishers: readonly PublisherQuality[];
  readonly datasets: readonly DatasetQuality[];
  readonly gains: readonly Gain[];
  /** Series that no portal scores, since they are no datasets themselves. */
  readonly unscored: number;
}

/** `dekning.json`: which object types of the model the catalogue has data on, in which systems, by policy area. */

/** Language → text, as the graph has it. */
export type Labels = Readonly<Record<string, string>>;

export interface Labelled {
  readonly iri: string;
  readonly label: Labels;
}

export interface RealisingDataset extends Labelled {
  readonly systems: readonly Labelled[];
  readonly isAuthoritative: boolean;
  /** Mapped attributes of all that the object type has, where it is known. */
  readonly share?: number;
}

export interface ObjectTypeCoverage extends Labelled {
  /** False for one that nobody has to have, but that a dataset realises all the same. */
  readonly isInScope: boolean;
  readonly datasets: readonly RealisingDataset[];
  /** Authoritative systems, or datasets where the system is not known: there should be one. */
  readonly sources: readonly Labelled[];
}

/**
 * objectTypes: in scope, realised · elements: classified · linkedDatasets: tied to the model · personalDatasets: personal or
 * unassessed, with a processing · systems: with an owner and a fresh risk assessment
 */
export const MEASURES = [
  'objectTypes',
  'elements',
  'linkedDatasets',
  'personalDatasets',
  'systems',
] as const;
export type Measure = (typeof MEASURES)[number];

export interface Tally {
  readonly met: number;
  readonly total: number;
}
export type Tallies = Readonly<Partial<Record<Measure, Tally>>>;

export interface AreaCoverage {
  /** Absent for what belongs to no policy area. */
  readonly area?: Labelled & { readonly code: string };
  readonly tallies: Tallies;
  readonly objectTypes: readonly ObjectTypeCoverage[];
}

export interface CoverageReport {
  readonly tallies: Tallies;
  /** In the order of their codes; what has no area comes last. */
  readonly areas: readonly AreaCoverage[];
}

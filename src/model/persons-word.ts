/** What a person has decided of an address (`successors.csv`): where its thing is now, what came in its place, or that it goes. */
import type { Iri } from './iri.js';

/** `erstattet`, `omdopt`, `trukket`; `tilbake`: another record is the same thing again, and may have its address. */
export const MANNERS = ['erstattet', 'omdopt', 'trukket', 'tilbake'] as const;
export type Manner = (typeof MANNERS)[number];

export interface PersonsWord {
  readonly manner: Manner;
  readonly successor?: Iri;
  /** Shown to everybody. */
  readonly note?: string;
}

/** By the address that it is about. */
export type PersonsWords = ReadonlyMap<string, PersonsWord>;

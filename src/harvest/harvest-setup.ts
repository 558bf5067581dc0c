/** What a harvest is given: the catalogue's sources and everything that mapping and keeping need. */
import type { ClassDefinition, ClassScheme } from '../model/classification.js';
import type { Clock } from '../model/instant.js';
import type { Iri } from '../model/iri.js';
import type { CodeLists } from '../rdf/code-lists.js';
import type { CatalogueFiles } from './catalogue-files.js';
import type { Egress } from './egress.js';
import type { GuardLimits } from './guard.js';
import type { Harvester, Source } from './harvester.js';

export interface HarvestSource {
  readonly source: Source;
  readonly harvester: Harvester;
  readonly egress: Egress;
  readonly deletions: 'confirm' | 'immediate';
  /** Code of the class of a record's description, by the source's policy. */
  classOf(type: string, key: string): ClassDefinition;
}

export interface HarvestSetup {
  readonly base: Iri;
  readonly scheme: ClassScheme;
  readonly sources: readonly HarvestSource[];
  readonly codes: CodeLists;
  readonly tables: ReadonlyMap<string, ReadonlyMap<string, Readonly<Record<string, string>>>>;
  readonly identities: ReadonlyMap<string, string>;
  readonly files: CatalogueFiles;
  readonly limits: GuardLimits;
  readonly varFolder: string;
  readonly clock: Clock;
}

export interface HarvestRequest {
  /** Ids of the sources to fetch; empty means all. */
  readonly only: readonly string[];
  readonly dryRun: boolean;
  /** A person's word that the drop is right: the guard lets these sources through, and what is gone is withdrawn at once. */
  readonly accept: boolean;
  readonly signal: AbortSignal;
  onSource?(source: string, step: 'fetch' | 'map', done: number, total: number): void;
}

/** What a case of the bench is, and what it is given. */
import type { CatalogueFile, Size } from './data/catalogue-file.js';
import type { Findings } from './report.js';

export interface BenchContext {
  readonly catalogue: CatalogueFile;
  /** How often each peer is measured. A peer that takes minutes may be measured less often, and the table says so. */
  readonly runs: number;
  /** For files of the run; not emptied. */
  readonly folder: string;
  /** Tells what is being measured, for those who wait. */
  readonly tell: (text: string) => void;
}

export interface CaseFindings extends Findings {
  /** Of what was measured, where that is not the generated catalogue. */
  readonly triples?: number;
  readonly versions: Readonly<Record<string, string>>;
}

export interface BenchCase {
  readonly name: string;
  /** Measured when no other size is asked for. */
  readonly sizes: readonly Size[];
  run(context: BenchContext): Promise<CaseFindings>;
}

/** What takes longer than a minute is measured three times. */
export function fewerRuns(runs: number, lastMs: number): number {
  return lastMs > 60_000 ? Math.min(runs, 3) : runs;
}

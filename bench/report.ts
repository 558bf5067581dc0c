/** What a case found: kept as JSON in `bench/results/`, from which the table of docs/performance.md is written. */
import type { Size } from './data/catalogue-file.js';
import { median } from './statistics.js';

export type Unit = 'ms' | 'requests/s' | 'bytes a triple' | 'triples/s' | 'MB';

/** Repeated measurements of one thing by one peer, in the order they were made. */
export interface Measurement {
  readonly what: string;
  readonly peer: string;
  readonly unit: Unit;
  readonly values: readonly number[];
}

/** A figure that must be reached; the figures of the goals in issue form stand in docs/performance.md. */
export interface Goal {
  readonly text: string;
  readonly asked: number;
  readonly sign: 'at least' | 'at most';
  readonly unit: '×' | 'ms' | '%' | 'bytes' | 'MB';
  readonly measured: number;
}

export interface Findings {
  readonly measurements: readonly Measurement[];
  readonly goals: readonly Goal[];
  /** Answers that are not as they should be, one line each: a bench of wrong answers has measured nothing. */
  readonly differences: readonly string[];
  /** What a reader must know to judge the figures. */
  readonly notes: readonly string[];
}

export interface Machine {
  readonly cpu: string;
  readonly cores: number;
  readonly memoryGiB: number;
  readonly node: string;
  readonly platform: string;
}

export interface CaseReport extends Findings {
  readonly case: string;
  readonly size: Size;
  readonly triples: number;
  readonly runs: number;
  readonly machine: Machine;
  /** Peer → version. */
  readonly versions: Readonly<Record<string, string>>;
}

export function isMet({ asked, sign, measured }: Goal): boolean {
  return sign === 'at least' ? measured >= asked : measured <= asked;
}

/** Throws RangeError when it was not measured. */
export function medianOf(measurements: readonly Measurement[], what: string, peer: string): number {
  const found = measurements.find((one) => one.what === what && one.peer === peer);
  return median(found?.values ?? []);
}

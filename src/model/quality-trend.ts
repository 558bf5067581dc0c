/**
 * `kvalitet-utvikling.json`: how the average score of everything public has moved, oldest first. A day stands here only when the
 * public content changed on it, so it tells nothing else (C6).
 */
import type { ScoreId } from './quality-report.js';

export interface QualityDay {
  /** `2026-11-22`, in UTC. */
  readonly date: string;
  readonly datasets: number;
  /** Averages: sure points, and what could be attained. */
  readonly scores: Readonly<
    Record<ScoreId, { readonly points: number; readonly attainable: number }>
  >;
}

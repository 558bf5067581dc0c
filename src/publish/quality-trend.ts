/** How the average score has moved: one line a change, carried from revision to revision. Internal: dates are not published (C6). */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Instant } from '../model/instant.js';
import { SCORE_IDS, type QualityReport, type ScoreId } from '../model/quality-report.js';
import type { Revision } from '../store/revisions.js';

export interface TrendPoint {
  readonly at: Instant;
  readonly datasets: number;
  /** Averages: sure points, and what could be attained. */
  readonly scores: Readonly<
    Record<ScoreId, { readonly points: number; readonly attainable: number }>
  >;
}

const FILE = 'quality-trend.ndjson';

/** Empty for a revision that an older version wrote. */
export async function readTrend(revision: Revision): Promise<TrendPoint[]> {
  if (!Object.hasOwn(revision.manifest.internal.files, FILE)) return [];
  const text = await readFile(join(revision.folder, 'internal', FILE), 'utf8');
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as TrendPoint);
}

/** The next revision's file: a line more when a number has changed. */
export async function nextTrend(
  current: Revision | undefined,
  { catalogue }: QualityReport,
  at: Instant,
): Promise<string> {
  const known = current ? await readTrend(current) : [];
  const { datasets, scores } = catalogue;
  const [no, eu] = SCORE_IDS.map((id) => {
    const { points, attainable } = scores[id];
    return { points: rounded(points), attainable: rounded(attainable) };
  }) as [TrendPoint['scores']['no'], TrendPoint['scores']['eu']];
  const next: TrendPoint = { at, datasets, scores: { no, eu } };
  const isSame = JSON.stringify({ ...known.at(-1), at }) === JSON.stringify(next);
  return [...known, ...(isSame ? [] : [next])].map((one) => `${JSON.stringify(one)}\n`).join('');
}

function rounded(value: number): number {
  return Math.round(value * 10) / 10;
}

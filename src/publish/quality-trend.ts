/**
 * How the average score has moved: a point a change, carried from revision to revision. The score is of public things alone, so a
 * point is made only when the public content changed; the public file has its days, and not the hour of the harvest (C6).
 */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { csvLine } from '../model/csv.js';
import type { Instant } from '../model/instant.js';
import { SCORE_IDS, type QualityReport } from '../model/quality-report.js';
import type { QualityDay } from '../model/quality-trend.js';
import type { Revision } from '../store/revisions.js';

export interface TrendPoint extends Omit<QualityDay, 'date'> {
  readonly at: Instant;
}

export const TREND_FILE = 'quality-trend.ndjson';

/** Empty for a revision that an older version wrote. */
export async function readTrend(revision: Revision): Promise<TrendPoint[]> {
  if (!Object.hasOwn(revision.manifest.internal.files, TREND_FILE)) return [];
  const text = await readFile(join(revision.folder, 'internal', TREND_FILE), 'utf8');
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as TrendPoint);
}

/** The next revision's points: one more when a number has changed. */
export async function nextTrend(
  current: Revision | undefined,
  { catalogue }: QualityReport,
  at: Instant,
): Promise<TrendPoint[]> {
  const known = current ? await readTrend(current) : [];
  const { datasets, scores } = catalogue;
  const [no, eu] = SCORE_IDS.map((id) => {
    const { points, attainable } = scores[id];
    return { points: rounded(points), attainable: rounded(attainable) };
  }) as [TrendPoint['scores']['no'], TrendPoint['scores']['eu']];
  const next: TrendPoint = { at, datasets, scores: { no, eu } };
  const isSame = JSON.stringify({ ...known.at(-1), at }) === JSON.stringify(next);
  return isSame ? known : [...known, next];
}

export function formatTrend(points: readonly TrendPoint[]): string {
  return points.map((one) => `${JSON.stringify(one)}\n`).join('');
}

/** The last point of each day. */
export function publicTrend(points: readonly TrendPoint[]): QualityDay[] {
  const days = points.map(({ at, ...numbers }) => ({ date: at.slice(0, 10), ...numbers }));
  return days.filter(({ date }, index) => days[index + 1]?.date !== date);
}

const HEADER = ['dato', 'datasett', ...SCORE_IDS.flatMap((id) => [`poeng_${id}`, `mulige_${id}`])];

/** RFC 4180. */
export function trendCsv(days: readonly QualityDay[]): string {
  const rows = days.map(({ date, datasets, scores }) => [
    date,
    String(datasets),
    ...SCORE_IDS.flatMap((id) => [String(scores[id].points), String(scores[id].attainable)]),
  ]);
  return [HEADER, ...rows].map((row) => csvLine(row)).join('');
}

function rounded(value: number): number {
  return Math.round(value * 10) / 10;
}

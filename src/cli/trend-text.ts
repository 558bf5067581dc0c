/** The average from revision to revision, a line a change. */
import type { Lang } from '../model/lang-text.js';
import { SCORE_IDS } from '../model/quality-report.js';
import type { TrendPoint } from '../publish/quality-trend.js';
import { percentOf } from '../quality/bands.js';
import { say } from './texts.js';

const PORTALS = { no: 'data.norge.no', eu: 'data.europa.eu' } as const;

export function trendText(points: readonly TrendPoint[], language: Lang): string {
  const lines = points.map(({ at, datasets, scores }) => {
    const each = SCORE_IDS.map((id) => {
      const { points: sure, attainable } = scores[id];
      return `${PORTALS[id]} ${sure.toFixed(1)} / ${attainable.toFixed(1)} (${percentOf(scores[id])} %)`;
    });
    const count = `${datasets} ${say('qualityDatasets', language)}`;
    return [at.slice(0, 16).replace('T', ' '), count, ...each].join('   ');
  });
  return `${lines.join('\n')}\n`;
}

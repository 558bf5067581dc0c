/** What a portal calls so many points, and how far they reach of what could be attained. */
import type { LangText } from '../model/lang-text.js';
import type { ScoreTable, Tally } from '../model/quality-report.js';

export function bandOf({ bands }: Pick<ScoreTable, 'bands'>, points: number): LangText {
  const band = bands.findLast(({ from }) => points >= from) ?? bands[0];
  if (!band) throw new RangeError('a score without bands');
  return band.label;
}

/** Of what the access class can attain; 0 to 100. */
export function percentOf({ points, attainable }: Pick<Tally, 'points' | 'attainable'>): number {
  return attainable === 0 ? 0 : Math.round((100 * points) / attainable);
}

/** Averages over datasets, of the whole catalogue and of each publisher (portals.md 4.3). Nothing is weighted. */
import {
  SCORE_IDS,
  type Average,
  type DatasetQuality,
  type GroupQuality,
  type PublisherQuality,
  type ScoreId,
} from '../model/quality-report.js';

export function averageOf(datasets: readonly DatasetQuality[]): GroupQuality {
  const scores = Object.fromEntries(
    SCORE_IDS.map((id) => [id, average(datasets.map((one) => one.scores[id]))]),
  ) as Record<ScoreId, Average>;
  return { datasets: datasets.length, scores };
}

/** By name; datasets without a publisher last. */
export function publishers(
  datasets: readonly DatasetQuality[],
  nameOf: (publisher: string | undefined) => string,
): PublisherQuality[] {
  const groups = new Map<string | undefined, DatasetQuality[]>();
  for (const one of datasets) {
    const known = groups.get(one.publisher);
    if (known) known.push(one);
    else groups.set(one.publisher, [one]);
  }
  const collator = new Intl.Collator('nb');
  return [...groups]
    .map(([publisher, those]) => ({
      ...(publisher === undefined ? {} : { publisher }),
      name: nameOf(publisher),
      ...averageOf(those),
    }))
    .sort(
      (a, b) => Number(!a.publisher) - Number(!b.publisher) || collator.compare(a.name, b.name),
    );
}

function average(tallies: readonly Average[]): Average {
  const mean = (pick: (one: Average) => number): number =>
    tallies.length === 0 ? 0 : tallies.reduce((sum, one) => sum + pick(one), 0) / tallies.length;
  const names = Object.keys(tallies[0]?.dimensions ?? {});
  return {
    points: mean((one) => one.points),
    atMost: mean((one) => one.atMost),
    attainable: mean((one) => one.attainable),
    dimensions: Object.fromEntries(
      names.map((name) => [
        name,
        {
          points: mean((one) => one.dimensions[name]?.points ?? 0),
          attainable: mean((one) => one.dimensions[name]?.attainable ?? 0),
        },
      ]),
    ),
  };
}

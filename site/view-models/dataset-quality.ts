/** The quality of one dataset, as points to gain: both scores, the next best step, and what the check found. */
import { SCORE_IDS, type Lost } from '../../src/model/quality-report.js';
import { bandOf, percentOf } from '../../src/quality/bands.js';
import { findingSection } from './findings.js';
import type { Fact, Section, Tag, Value } from './page-model.js';
import { pointsText } from './quality-rows.js';
import { starSection } from './stars.js';
import type { ViewContext } from './values.js';

/** Of what the access class can attain: the portal's own word for the points would call closed data poorly described. */
export function qualityTags({ catalogue, text }: ViewContext, iri: string): Tag[] {
  const score = catalogue.qualityOf(iri)?.scores.no;
  if (!score) return [];
  return [{ text: text.t('tag.quality', { percent: percentOf(score) }), tone: 'neutral' }];
}

/** Nothing where nothing was measured: a series, or a revision without a report. */
export function qualitySection(context: ViewContext, iri: string): Section[] {
  const { catalogue, text } = context;
  const { quality } = catalogue.zone;
  const dataset = catalogue.qualityOf(iri);
  if (!quality || !dataset) return [];
  const scores = SCORE_IDS.map((id): Fact => {
    const { points, atMost, attainable } = dataset.scores[id];
    const band = bandOf(quality.scores[id], points)[text.lang];
    const percent = percentOf(dataset.scores[id]);
    const sure = { text: text.t('quality.dataset.score', { points, attainable, percent, band }) };
    const open = { text: text.t('quality.unchecked', { points: atMost - points }) };
    return {
      label: quality.scores[id].title[text.lang],
      values: atMost > points ? [sure, open] : [sure],
    };
  });
  const steps = dataset.gains.map((gain): Value => {
    const step = quality.steps.find(({ id }) => id === gain.step);
    const action = step?.action[text.lang] ?? gain.step;
    const causes = dataset.lost.find(({ metric }) => metric === gain.step)?.causes;
    const fix = causes?.map((one) => one[text.lang]).join(' ') ?? step?.fix[text.lang];
    return {
      text: text.t('quality.next', { points: pointsText(context, gain), action }),
      ...(fix === undefined ? {} : { note: fix }),
    };
  });
  const unchecked = dataset.lost.filter(({ state }) => state === 'unchecked');
  return [
    {
      id: 'kvalitet',
      heading: text.t('quality.dataset.title'),
      shortHeading: text.t('nav.kvalitet'),
      paragraphs: [
        { text: text.t(steps.length > 0 ? 'quality.dataset.lead' : 'quality.dataset.done') },
        ...uncheckedText(context, unchecked),
      ],
      facts: scores,
      ...(steps.length > 0 ? { list: steps } : {}),
      more: { href: `/${text.lang}/kvalitet`, text: text.t('quality.dataset.more') },
      parts: [...starSection(context, iri), ...findingSection(context, iri)],
    },
  ];
}

function uncheckedText({ catalogue, text }: ViewContext, unchecked: readonly Lost[]): Value[] {
  if (unchecked.length === 0) return [];
  const labels = unchecked.map(
    ({ metric }) =>
      catalogue.zone.quality?.steps.find(({ id }) => id === metric)?.label[text.lang] ?? metric,
  );
  const list = new Intl.ListFormat(text.lang, { type: 'conjunction' }).format(labels);
  return [{ text: text.t('quality.dataset.unchecked', { list }) }];
}

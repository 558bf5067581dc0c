/** How quality has moved, drawn and told (`kvalitet-utvikling.json`). Pure. */
import { SCORE_IDS, type QualityReport, type ScoreId } from '../../src/model/quality-report.js';
import type { QualityDay } from '../../src/model/quality-trend.js';
import { percentOf } from '../../src/quality/bands.js';
import { drawLineChart } from '../pictures/line-chart.js';
import type { Section } from './page-model.js';
import type { Picture } from './picture.js';
import { rounded } from './quality-request.js';
import type { ViewContext } from './values.js';

/** Newest first; the table for spreadsheets has them all. */
const MAX_ROWS = 50;

/** Nothing in a revision that an older version wrote. */
export function trendSection(context: ViewContext, report: QualityReport): Section[] {
  const { catalogue, text } = context;
  const days = catalogue.zone.trend ?? [];
  if (days.length === 0) return [];
  const caption = text.t('pictures.trend.title');
  const missing = text.t('value.notStated');
  return [
    {
      id: 'utvikling',
      heading: caption,
      paragraphs: [{ text: text.t('pictures.trend.lead') }],
      ...(days.length > 1 ? { picture: trendPicture(context, report, days) } : {}),
      ...(days.length === 1 ? { empty: text.t('pictures.trend.one') } : {}),
      table: {
        caption,
        columns: [
          text.t('pictures.trend.column.date'),
          ...SCORE_IDS.map((id) => report.scores[id].title[text.lang]),
          text.t('pictures.trend.column.datasets'),
        ],
        rows: days
          .slice(-MAX_ROWS)
          .toReversed()
          .map(({ date, datasets, scores }) => ({
            head: [{ text: text.date(date), datetime: date }],
            cells: [
              ...SCORE_IDS.map((id) => pointsText(context, scores[id])),
              text.number(datasets),
            ].map((cell) => ({ values: [{ text: cell }], missing })),
          })),
      },
      more: { href: '/kvalitet-utvikling.csv', text: text.t('pictures.trend.csv') },
    },
  ];
}

type Score = QualityDay['scores'][ScoreId];

function pointsText({ text }: ViewContext, score: Score): string {
  return text.t('quality.points', {
    points: rounded(text, score.points),
    attainable: rounded(text, score.attainable),
  });
}

function trendPicture(
  { text }: ViewContext,
  report: QualityReport,
  days: readonly QualityDay[],
): Picture {
  const [first, second] = SCORE_IDS.map((id) => report.scores[id].title[text.lang]);
  const short = new Intl.DateTimeFormat(text.lang === 'en' ? 'en-GB' : text.lang, {
    ...{ day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' },
  });
  const drawing = drawLineChart({
    series: SCORE_IDS.map((id) => ({
      name: report.scores[id].title[text.lang],
      points: days.map(({ date, scores }) => ({
        date: new Date(date),
        share: percentOf(scores[id]) / 100,
      })),
    })),
    dateText: (date) => short.format(date),
    shareText: (share) => text.t('pictures.trend.percent', { percent: Math.round(share * 100) }),
  });
  return {
    ...drawing,
    id: 'utvikling-bilde',
    title: text.t('pictures.trend.picture'),
    description: text.t('pictures.trend.description', { first: first ?? '', second: second ?? '' }),
  };
}

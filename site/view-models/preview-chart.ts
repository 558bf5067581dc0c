/** The chart of a preview, its title, and the table with its values. Pure. */
import type { PreviewChart } from '../../src/model/preview.js';
import { drawDataChart } from '../pictures/data-chart.js';
import type { Translator } from '../translator.js';
import type { Table } from './page-model.js';
import type { Picture } from './picture.js';

export function chartPicture(text: Translator, chart: PreviewChart): Picture {
  const { kind, labels } = chart;
  return {
    ...{ id: 'diagram-bilde', title: chartTitle(text, chart) },
    description: text.t(`preview.chart.${kind}`, {
      ...{ count: labels.length, first: labels[0] ?? '', last: labels.at(-1) ?? '' },
    }),
    ...drawDataChart(text, chart),
  };
}

export function chartTitle(text: Translator, { x, y, by }: PreviewChart): string {
  return by === undefined
    ? text.t('preview.chart.title', { x, y })
    : text.t('preview.chart.titleBy', { x, y, by });
}

/** All that the picture shows: a row for each label, a column for each line. */
export function chartTable(text: Translator, chart: PreviewChart): Table {
  const { x, y, labels, series } = chart;
  return {
    caption: chartTitle(text, chart),
    columns: [x, ...series.map(({ name }) => (name === '' ? y : name))],
    rows: labels.map((label, at) => ({
      head: [{ text: label }],
      cells: series.map(({ values }) => {
        const value = values[at] ?? null;
        return {
          values: value === null ? [] : [{ text: text.number(value) }],
          missing: text.t('preview.none'),
        };
      }),
    })),
  };
}

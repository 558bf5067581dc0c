/** Quality as text: a table of scores, what each dataset lacks, and what lifts most. */
import { LANGUAGES, type Lang } from '../model/lang-text.js';
import {
  SCORE_IDS,
  type DatasetQuality,
  type Gain,
  type Lost,
  type QualityReport,
  type ScoreId,
  type Step,
  type Tally,
} from '../model/quality-report.js';
import { bandOf, percentOf } from '../quality/bands.js';
import { say } from './texts.js';

export const GROUPINGS = ['dataset', 'publisher', 'catalogue'] as const;
export type Grouping = (typeof GROUPINGS)[number];

const MAX_GAINS = 10;
const MAX_OWNERS = 3;
const NAME_WIDTH = 44;
const LOCALES: Readonly<Record<Lang, string>> = { nb: 'nb-NO', nn: 'nn-NO', en: 'en-GB' };

export function qualityText(report: QualityReport, grouping: Grouping, language: Lang): string {
  const lines = [...scoreTable(report, grouping, language), '', ...gainLines(report, language)];
  return `${lines.join('\n')}\n`;
}

interface Row {
  readonly name: string;
  readonly count: string;
  readonly scores: Readonly<Record<ScoreId, Tally>>;
  readonly below?: readonly string[];
}

function scoreTable(report: QualityReport, grouping: Grouping, language: Lang): string[] {
  const rows = [...rowsOf(report, grouping, language), wholeRow(report, language)];
  const cells = rows.map((row) => [
    shortened(row.name),
    row.count,
    ...SCORE_IDS.map((id) => scoreText(report, id, row.scores[id], language)),
  ]);
  const head = [
    '',
    say('qualityDatasets', language),
    ...SCORE_IDS.map((id) => report.scores[id].title[language]),
  ];
  const widths = head.map((title, column) =>
    Math.max(title.length, ...cells.map((one) => (one[column] ?? '').length)),
  );
  const line = (one: readonly string[]): string =>
    one
      .map((text, column) =>
        column === 1 ? text.padStart(widths[1] ?? 0) : text.padEnd(widths[column] ?? 0),
      )
      .join('   ')
      .trimEnd();
  return [
    line(head),
    ...rows.flatMap((row, index) => [line(cells[index] ?? []), ...(row.below ?? [])]),
  ];
}

function rowsOf(report: QualityReport, grouping: Grouping, language: Lang): Row[] {
  if (grouping === 'catalogue') return [];
  if (grouping === 'dataset')
    return report.datasets.map((one) => ({
      name: one.title,
      count: '1',
      scores: one.scores,
      below: lostLines(report, one, language),
    }));
  return report.publishers.map(({ name, publisher, datasets, scores }) => ({
    name: publisher === undefined ? say('qualityNoPublisher', language) : name,
    count: String(datasets),
    scores,
  }));
}

function wholeRow({ catalogue }: QualityReport, language: Lang): Row {
  const { datasets, scores } = catalogue;
  return { name: say('qualityWhole', language), count: String(datasets), scores };
}

/** `254–293 / 314   81 %  God`: sure points, possible points, what can be attained, and the portal's own word. */
function scoreText(report: QualityReport, id: ScoreId, tally: Tally, language: Lang): string {
  const number = (value: number): string => String(Math.round(value));
  const { points, atMost, attainable } = tally;
  const range =
    number(points) === number(atMost) ? number(points) : `${number(points)}–${number(atMost)}`;
  const percent = `${percentOf(tally)} %`.padStart(5);
  return `${`${range} / ${number(attainable)}`.padStart(13)} ${percent}  ${bandOf(report.scores[id], points)[language]}`;
}

function lostLines(report: QualityReport, { lost }: DatasetQuality, language: Lang): string[] {
  return lost.map((one) => {
    const step = stepOf(report, one.metric);
    const points = `${one.points.no}/${one.points.eu}`.padStart(7);
    const why = [step.label[language], ...whyText(one, language)].join('; ');
    const whatToDo = one.state === 'missing' ? ` → ${step.fix[language]}` : '';
    return `  ${one.state === 'missing' ? '−' : '?'}${points}  ${why}${whatToDo}`;
  });
}

/** The value that failed. */
function whyText({ state, found, status, causes }: Lost, language: Lang): string[] {
  if (state === 'unchecked') return [say('qualityUnchecked', language), ...(found ? [found] : [])];
  if (causes) return causes.map((one) => one[language]);
  if (found === undefined) return [];
  if (status === undefined) return [say('qualityFound', language, { found })];
  return [say(status === 0 ? 'qualitySilent' : 'qualityAnswered', language, { found, status })];
}

function gainLines(report: QualityReport, language: Lang): string[] {
  const { gains } = report;
  if (gains.length === 0) return [say('qualityNothingLost', language)];
  const shown = gains.slice(0, MAX_GAINS).flatMap((gain) => {
    const { fix, example } = stepOf(report, gain.step);
    return [
      `  ${gainText(report, gain, language)}; ${ownersText(gain, language)}`,
      `      ${fix[language]}`,
      ...(example === undefined ? [] : [`      ${example}`]),
    ];
  });
  const left = gains.length - MAX_GAINS;
  const more = left > 0 ? [`  ${say('qualityMore', language, { count: left })}`] : [];
  return [say('qualityGains', language), ...shown, ...more];
}

function gainText(
  report: QualityReport,
  { step, datasets, each, average }: Gain,
  language: Lang,
): string {
  const decimal = new Intl.NumberFormat(LOCALES[language], { maximumFractionDigits: 1 });
  const isEqual = each.no === each.eu;
  return say(isEqual ? 'qualityGainEqual' : 'qualityGainApart', language, {
    action: stepOf(report, step).action[language],
    datasets,
    no: each.no,
    eu: each.eu,
    averageNo: decimal.format(average.no),
    averageEu: decimal.format(average.eu),
  });
}

function ownersText({ owners }: Gain, language: Lang): string {
  const names = owners
    .slice(0, MAX_OWNERS)
    .map(
      ({ publisher, name, datasets }) =>
        `${publisher === undefined ? say('qualityNoPublisher', language) : name} (${datasets})`,
    );
  const left = owners.length - MAX_OWNERS;
  const more = left > 0 ? [say('qualityMore', language, { count: left })] : [];
  return say('qualityOwners', language, { owners: [names.join(', '), ...more].join(' ') });
}

function stepOf({ steps }: QualityReport, id: string): Step {
  const same = Object.fromEntries(LANGUAGES.map((lang) => [lang, id])) as Step['label'];
  return steps.find((one) => one.id === id) ?? { id, label: same, action: same, fix: same };
}

function shortened(text: string): string {
  return text.length <= NAME_WIDTH ? text : `${text.slice(0, NAME_WIDTH - 1)}…`;
}

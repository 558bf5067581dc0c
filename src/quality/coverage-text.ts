/** Coverage as a page for the terminal and as a table for a spreadsheet. */
import type {
  AreaCoverage,
  CoverageReport,
  Labelled,
  Measure,
  Tallies,
  Tally,
} from '../model/coverage-report.js';
import { csvLine } from '../model/csv.js';
import { fillText, type Lang } from '../model/lang-text.js';
import { labelIn } from './coverage.js';
import { COVERAGE_TEXTS, MEASURE_TEXTS } from './coverage-texts.js';

/** `unclassified`: elements that nobody has given a privacy level; they are named, since they are the work to do. */
export function coverageText(
  report: CoverageReport,
  unclassified: readonly Labelled[],
  lang: Lang,
): string {
  const t = COVERAGE_TEXTS[lang];
  if (report.areas.length === 0) return `${t.empty}\n`;
  return [
    t.heading,
    ...tallyLines(report.tallies, lang),
    ...report.areas.flatMap((area) => ['', ...areaLines(area, lang)]),
    ...(unclassified.length > 0
      ? ['', t.unclassified, ...unclassified.map((one) => `  ${labelIn(one, lang)}`)]
      : []),
    '',
  ].join('\n');
}

function areaLines({ area, tallies, objectTypes }: AreaCoverage, lang: Lang): string[] {
  const t = COVERAGE_TEXTS[lang];
  const rows = objectTypes.map((one) => {
    const name = `  ${one.datasets.length > 0 ? '✓' : '–'} ${labelIn(one, lang)}`;
    const data = one.datasets.map((dataset) => {
      const systems = dataset.systems.map((system) => labelIn(system, lang)).join(', ');
      const share = dataset.share === undefined ? '' : ` ${percent(dataset.share, lang)}`;
      return `${labelIn(dataset, lang)}${systems ? ` (${systems})` : ''}${share}`;
    });
    const lacksSource = one.datasets.length > 0 && one.sources.length !== 1;
    const sources = one.sources.map((source) => labelIn(source, lang)).join(', ');
    const remark = fillText(sources === '' ? t.noSource : t.manySources, { sources });
    return [name, ...(data.length > 0 ? [data.join('; ')] : []), ...(lacksSource ? [remark] : [])];
  });
  return [
    area ? [area.code, labelIn(area, lang)].filter(Boolean).join(' ') : t.noArea,
    ...tallyLines(tallies, lang),
    ...rows.map((row) => row.join(' · ')),
  ];
}

function tallyLines(tallies: Tallies, lang: Lang): string[] {
  return (Object.entries(tallies) as [Measure, Tally][])
    .filter(([, { total }]) => total > 0)
    .map(
      ([measure, { met, total }]) =>
        `  ${MEASURE_TEXTS[measure][lang]}: ${met}/${total} (${percent(met / total, lang)})`,
    );
}

function percent(share: number, lang: Lang): string {
  const rounded = Math.round(share * 100);
  return lang === 'en' ? `${rounded}%` : `${rounded} %`;
}

const HEADER = [
  'politikkomrade',
  'objekttype',
  'objekttype_iri',
  'datasett',
  'datasett_iri',
  'systemer',
  'autoritativ',
  'andel',
];

/** RFC 4180: a row for each object type and each dataset that realises it; one without a dataset has a row, too. */
export function coverageCsv({ areas }: CoverageReport): string {
  const rows = areas.flatMap(({ area, objectTypes }) =>
    objectTypes.flatMap((one) => {
      const start = [area ? labelIn(area, 'nb') : '', labelIn(one, 'nb'), one.iri];
      if (one.datasets.length === 0) return [[...start, '', '', '', '', '']];
      return one.datasets.map((dataset) => [
        ...start,
        labelIn(dataset, 'nb'),
        dataset.iri,
        dataset.systems.map((system) => labelIn(system, 'nb')).join(' | '),
        dataset.isAuthoritative ? 'ja' : '',
        dataset.share === undefined ? '' : String(dataset.share),
      ]);
    }),
  );
  return [HEADER, ...rows].map((row) => csvLine(row)).join('');
}

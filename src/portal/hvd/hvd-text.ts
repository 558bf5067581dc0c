/** The high-value report as a page for the terminal and as a table for a spreadsheet, and what got worse since the last one. */
import { csvLine } from '../../model/csv.js';
import type {
  HvdCategory,
  HvdDataset,
  HvdFinding,
  HvdLabels,
  HvdReport,
  HvdState,
} from '../../model/hvd-report.js';
import { fillLangText, fillText, type Lang, type LangText } from '../../model/lang-text.js';
import { labelIn } from '../../quality/coverage.js';
import { REPORT_TEXTS } from './report-texts.js';

export function hvdText(report: HvdReport, lang: Lang): string {
  const t = REPORT_TEXTS[lang];
  const { datasets, queries } = report;
  if (datasets.length === 0) return `${t.empty}\n`;
  const ready = datasets.filter(({ isReady }) => isReady).length;
  const lacking = datasets.filter(({ isReady }) => !isReady);
  return [
    fillText(t.heading, { ready, total: datasets.length }),
    ...report.categories.flatMap((one) => categoryLines(one, report, lang)),
    ...(lacking.length > 0 ? ['', t.lacking] : []),
    ...lacking.flatMap((one) => datasetLines(one, lang)),
    '',
    t.queries,
    ...queries.map(({ title, rows }) => `  ${title[lang]}: ${rows.length}`),
    '',
  ].join('\n');
}

function categoryLines(category: HvdCategory, report: HvdReport, lang: Lang): string[] {
  const { datasets, ready, tallies } = category;
  const t = REPORT_TEXTS[lang];
  const head = fillText(datasets.length === 0 ? t.categoryEmpty : t.category, {
    category: nameOf(category.iri ?? '', category.label, lang),
    ...{ ready, total: datasets.length },
  });
  const rows = report.requirements.flatMap(({ code, name }) => {
    const { met, total } = tallies[code];
    return total > 0 && met < total ? [`${name[lang]} ${met}/${total}`] : [];
  });
  return ['', head, ...(rows.length > 0 ? [`  ${rows.join(' · ')}`] : [])];
}

function datasetLines({ iri, label, findings }: HvdDataset, lang: Lang): string[] {
  const lines = findings.map((finding) => {
    const { about, message, fix } = finding;
    const whose = about === iri ? '' : `${nameOf(about, finding.label, lang)}: `;
    return `    ${whose}${message[lang]} ${fix[lang]}`;
  });
  return [`  ${nameOf(iri, label, lang)}`, ...lines];
}

/** A row a dataset, a column a requirement, and what is missing. */
export function hvdCsv({ requirements, datasets }: HvdReport): string {
  const head = [
    ...['datasett', 'datasett_iri', 'kategorier', 'klar'],
    ...requirements.map(({ name }) => name.nb.toLowerCase()),
    ...['finnes_i_rapporten', 'mangler', 'unntak'],
  ];
  const rows = datasets.map((one) => [
    nameOf(one.iri, one.label, 'nb'),
    one.iri,
    one.categories.map(({ iri, label }) => nameOf(iri, label, 'nb')).join(' | '),
    one.isReady ? 'ja' : 'nei',
    ...requirements.map(({ code }) => STATES[one.states[code]]),
    one.sight.isListed ? 'ja' : 'nei',
    one.findings.map((finding) => aboutText(one, finding)).join(' | '),
    one.waivers.map(({ reason }) => reason['nb'] ?? Object.values(reason)[0] ?? '').join(' | '),
  ]);
  return [head, ...rows].map((row) => csvLine(row)).join('');
}

const STATES: Readonly<Record<HvdState, string>> = {
  met: 'ja',
  lacking: 'nei',
  waived: 'unntatt',
  notRelevant: 'ikke aktuelt',
};

function aboutText({ iri }: HvdDataset, { about, label, message }: HvdFinding): string {
  return about === iri ? message.nb : `${nameOf(about, label, 'nb')}: ${message.nb}`;
}

/**
 * What should stop a run: a dataset that is marked, but that no query of the Commission finds; and, against an earlier report,
 * what was ready or found and is no longer.
 */
export function hvdFaults(report: HvdReport, before?: HvdReport): LangText[] {
  const invisible = report.datasets
    .filter(({ sight }) => !sight.isListed)
    .map((one) => named('invisible', one));
  const now = new Map(report.datasets.map((one) => [one.iri, one]));
  const worse = (before?.datasets ?? []).flatMap((old) => {
    const one = now.get(old.iri);
    if (!one) return [named('gone', old)];
    if (old.isReady && !one.isReady) return [named('noLongerReady', one)];
    const unseen = [...old.sight.files, ...old.sight.services].filter((thing) =>
      one.sight.unseen.includes(thing),
    );
    return unseen.length > 0 ? [named('partUnseen', one)] : [];
  });
  return [...invisible, ...worse];
}

/** Said instead of a report; `cause` names the address. */
export function hvdUnread(cause: string): LangText {
  return fillLangText(texts('unread'), { cause });
}

function named(
  key: 'invisible' | 'gone' | 'noLongerReady' | 'partUnseen',
  { iri, label }: HvdDataset,
): LangText {
  return fillLangText(texts(key), { dataset: nameOf(iri, label, 'nb') });
}

function texts(key: keyof (typeof REPORT_TEXTS)[Lang]): LangText {
  return { nb: REPORT_TEXTS.nb[key], nn: REPORT_TEXTS.nn[key], en: REPORT_TEXTS.en[key] };
}

function nameOf(iri: string, label: HvdLabels, lang: Lang): string {
  return labelIn({ iri, label }, lang);
}

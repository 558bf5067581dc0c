/** Public findings: what the check of the finished catalogue document says, in sum and about one thing. */
import type { PublicFinding } from '../../src/model/finding.js';
import { SEVERITIES, type Severity } from '../../src/model/issue.js';
import { dcat } from '../../src/rdf/vocabularies.js';
import { cell } from './facts.js';
import type { Section, TableRow } from './page-model.js';
import type { ViewContext } from './values.js';

const MAX_RULES = 15;

/** What is found most often; the worst first. */
export function findingCounts(
  { text }: ViewContext,
  findings: readonly PublicFinding[],
): Section[] {
  const heading = text.t('quality.findings');
  if (findings.length === 0)
    return [{ id: 'funn', heading, empty: text.t('quality.findings.none') }];
  const groups = new Map<string, { first: PublicFinding; count: number }>();
  for (const one of findings) {
    const key = `${one.rule} ${one.severity}`;
    const known = groups.get(key);
    groups.set(key, { first: known?.first ?? one, count: (known?.count ?? 0) + 1 });
  }
  const rows = [...groups.values()]
    .sort((a, b) => order(a.first.severity) - order(b.first.severity) || b.count - a.count)
    .slice(0, MAX_RULES)
    .map(({ first, count }): TableRow => ({
      head: [{ text: first.message[text.lang] }],
      cells: [
        cell(text, { text: text.t(`quality.severity.${first.severity}`) }),
        cell(text, { text: text.number(count) }),
      ],
    }));
  const table = {
    caption: text.t('quality.table', { name: heading }),
    columns: ['message', 'severity', 'count'].map((one) => text.t(`quality.findings.${one}`)),
    rows,
  };
  return [{ id: 'funn', heading, paragraphs: [{ text: text.t('quality.findings.lead') }], table }];
}

/** What was found about a dataset and its distributions; no section when nothing was. */
export function findingSection(context: ViewContext, dataset: string): Section[] {
  const { text } = context;
  const found = findingsOf(context, dataset);
  if (found.length === 0) return [];
  const heading = text.t('quality.findings');
  const columns = ['message', 'property', 'severity'].map((one) =>
    text.t(`quality.findings.${one}`),
  );
  const rows = found.map((one) => findingRow(context, dataset, one));
  return [
    {
      id: 'funn',
      heading: `${heading} (${text.number(found.length)})`,
      table: { caption: heading, columns, rows },
    },
  ];
}

function findingsOf({ catalogue }: ViewContext, dataset: string): PublicFinding[] {
  const things = new Set([
    dataset,
    ...catalogue.graph.nodes(dataset, dcat.distribution).map(({ value }) => value),
  ]);
  return (catalogue.zone.findings ?? []).filter(
    ({ focus }) => focus !== undefined && things.has(focus),
  );
}

function findingRow(
  { text }: ViewContext,
  dataset: string,
  { severity, message, property, hint, focus, label }: PublicFinding,
): TableRow {
  const about = [
    ...(property ? [{ text: property[text.lang] }] : []),
    ...(focus === dataset ? [] : [{ text: label }]),
  ];
  return {
    head: [{ text: message[text.lang], ...(hint ? { note: hint[text.lang] } : {}) }],
    cells: [cell(text, about), cell(text, { text: text.t(`quality.severity.${severity}`) })],
  };
}

function order(severity: Severity): number {
  return SEVERITIES.indexOf(severity);
}

/** Series pages (site.md 3.5): the members in time, what they have in common said once, and what is missing between them. */
import type { NamedNode } from '../../src/rdf/terms.js';
import { adms, dcat, dct, kdm } from '../../src/rdf/vocabularies.js';
import { licenceSection } from './access.js';
import { formatValues } from './distribution.js';
import { cell, type FactSheet } from './facts.js';
import { missingPeriods } from './missing-periods.js';
import type { Fact, Section, Value } from './page-model.js';
import { contactSection, pointingHere } from './related.js';
import { themeValues, withSearches } from './searched-for.js';
import { statusTags } from './tags.js';
import type { ThingBody } from './thing-body.js';
import { codeOf, fileHref, nodeValue, valuesOf, type ViewContext } from './values.js';
import { isSafeHref } from '../local-paths.js';

export function seriesBody(context: ViewContext, iri: string, sheet: FactSheet): ThingBody {
  const { text } = context;
  sheet.cover(dcat.contactPoint);
  const members = inTime(context, pointingHere(context, iri, 'datasett', [dcat.inSeries]));
  return {
    tags:
      members.length > 0
        ? [{ text: text.count('series.count', members.length), tone: 'neutral' }]
        : [],
    subtitle: [sheet.expected(dct.publisher), ...sheet.stated(dct.modified)],
    sections: [
      memberSection(context, iri, members),
      ...downloadSection(context, members),
      {
        id: 'oversikt',
        heading: text.t('section.overview'),
        facts: [
          { ...sheet.expected(dcat.theme), values: themeValues(context, iri) },
          sheet.expected(dct.accrualPeriodicity),
          ...sheet.stated(dcat.keyword).map((one) => withSearches(context, one)),
          ...sheet.stated(dct.spatial, dct.temporal, dct.issued, dcat.first, dcat.last),
          ...sheet.stated(kdm.confidentialityClass),
          ...commonFacts(context, members, sheet),
        ],
      },
      ...(members[0] === undefined ? [] : licenceSection(context, members[0])),
      contactSection(context, iri),
    ],
  };
}

/** "2019–2026": the years that the members begin in; empty when none says when. */
export function yearsOf(context: ViewContext, series: string): string {
  const members = pointingHere(context, series, 'datasett', [dcat.inSeries]);
  const years = members.map((one) => startOf(context, one).slice(0, 4)).filter((one) => one !== '');
  const [first, last] = [years.reduce(least, years[0] ?? ''), years.reduce(most, '')];
  return first === last ? first : `${first}–${last}`;
}
const least = (a: string, b: string): string => (b < a ? b : a);
const most = (a: string, b: string): string => (b > a ? b : a);

/** When its period begins; empty when it has none. */
function startOf({ catalogue: { graph } }: ViewContext, member: string): string {
  const period = graph.node(member, dct.temporal);
  return (period && graph.text(period, dcat.startDate)) ?? '';
}

/** Newest first; what is alike stays in order of title. */
function inTime(context: ViewContext, members: readonly string[]): string[] {
  const start = new Map(members.map((one) => [one, startOf(context, one)]));
  const of = (one: string): string => start.get(one) ?? '';
  return [...members].sort((a, b) => (of(a) < of(b) ? 1 : of(a) > of(b) ? -1 : 0));
}

/** Columns that no member has anything in are left out. */
const COLUMNS: readonly {
  readonly name: string;
  values(context: ViewContext, member: string): Value[];
}[] = [
  { name: 'temporal', values: (context, one) => valuesOf(context, one, dct.temporal) },
  { name: 'version', values: (context, one) => valuesOf(context, one, dcat.version) },
  {
    name: 'status',
    values: (context, one) =>
      context.catalogue.graph.node(one, adms.status)
        ? statusTags(context, one).map(({ text }) => ({ text }))
        : [],
  },
  { name: 'modified', values: (context, one) => valuesOf(context, one, dct.modified) },
  { name: 'format', values: memberFormats },
];

function memberFormats(context: ViewContext, member: string): Value[] {
  const files = context.catalogue.graph.nodes(member, dcat.distribution);
  const formats = files.flatMap(({ value }) => formatValues(context, value));
  return [...new Map(formats.map((one) => [one.text, one])).values()];
}

function memberSection(context: ViewContext, series: string, members: readonly string[]): Section {
  const { text } = context;
  const heading = text.t('section.members');
  if (members.length === 0) return { id: 'datasett', heading, empty: text.t('series.empty') };
  const columns = COLUMNS.filter((column) =>
    members.some((one) => column.values(context, one).length > 0),
  );
  const gaps = gapsOf(context, series, members);
  const list = new Intl.ListFormat(text.lang, { type: 'conjunction' });
  return {
    id: 'datasett',
    heading: `${heading} (${text.number(members.length)})`,
    paragraphs:
      gaps.length > 0 ? [{ text: text.t('series.gaps', { periods: list.format(gaps) }) }] : [],
    table: {
      caption: heading,
      columns: ['title', ...columns.map(({ name }) => name)].map((one) => text.t(`column.${one}`)),
      rows: members.map((member) => ({
        head: [nodeValue(context, member)],
        cells: columns.map((one) => cell(text, one.values(context, member))),
      })),
    },
  };
}

function gapsOf(context: ViewContext, series: string, members: readonly string[]): string[] {
  const frequency = context.catalogue.graph.node(series, dct.accrualPeriodicity)?.value;
  return missingPeriods(
    members.map((one) => startOf(context, one)),
    codeOf(frequency),
  );
}

/** Every file of every member. */
function downloadSection(context: ViewContext, members: readonly string[]): Section[] {
  const { catalogue, text } = context;
  const { graph } = catalogue;
  const list = members.flatMap((member) =>
    graph.nodes(member, dcat.distribution).flatMap(({ value: file }): Value[] =>
      graph.nodes(file, dcat.downloadURL).flatMap(({ value: url }) => {
        const href = fileHref(catalogue, url) ?? (isSafeHref(url) ? url : undefined);
        const note = formatValues(context, file)[0]?.text;
        return href === undefined ? [] : [{ ...catalogue.label(file, text.lang), href, note }];
      }),
    ),
  );
  return list.length > 1 ? [{ id: 'filer', heading: text.t('series.files'), list }] : [];
}

const COMMON: readonly NamedNode[] = [dct.accessRights, dct.language, dct.conformsTo];

/** What all members state alike and the series does not state itself. */
function commonFacts(
  context: ViewContext,
  [first, ...others]: readonly string[],
  sheet: FactSheet,
): Fact[] {
  if (first === undefined) return [];
  const { graph } = context.catalogue;
  const all = (member: string, one: NamedNode): string =>
    graph
      .objects(member, one)
      .map(({ value }) => value)
      .sort()
      .join(' ');
  return COMMON.filter(
    (one) =>
      sheet.values(one).length === 0 &&
      others.every((other) => all(other, one) === all(first, one)),
  )
    .map((one) => ({ ...sheet.label(one), values: valuesOf(context, first, one) }))
    .filter(({ values }) => values.length > 0);
}

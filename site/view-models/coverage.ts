/** `/dekning`: which object types of the model there are public data on, by policy area. From `dekning.json` alone (C6). */
import {
  MEASURES,
  type AreaCoverage,
  type CoverageReport,
  type Labelled,
  type ObjectTypeCoverage,
  type Tallies,
  type Tally,
} from '../../src/model/coverage-report.js';
import type { Fact, Link, Section, TableRow, Value } from './page-model.js';
import { nodeValue, type ViewContext } from './values.js';

export interface CoveragePage {
  readonly heading: string;
  readonly lead: string;
  /** Said when there is nothing to measure. */
  readonly empty?: string;
  readonly figures?: readonly Fact[];
  readonly areas: readonly Link[];
  readonly sections: readonly Section[];
  readonly downloads: readonly Link[];
}

const NOTHING: CoverageReport = { tallies: {}, areas: [] };

export function coveragePage(context: ViewContext): CoveragePage {
  const { catalogue, text } = context;
  const { tallies, areas } = catalogue.zone.coverage ?? NOTHING;
  const modelled = areas.filter(({ objectTypes }) => objectTypes.length > 0);
  const others = areas.filter(({ objectTypes }) => objectTypes.length === 0);
  const sections = modelled.map((area) => areaSection(context, area));
  if (others.length > 0) sections.push(otherAreas(context, others));
  const isEmpty = modelled.length === 0;
  return {
    heading: text.t('coverage.title'),
    lead: text.t('coverage.lead'),
    ...(isEmpty
      ? { empty: text.t('coverage.empty'), areas: [], sections: [] }
      : {
          figures: tallyFacts(context, tallies),
          areas: sections.map(({ id, heading }) => ({ href: `#${id}-h`, text: heading })),
          sections,
        }),
    downloads: ['csv', 'json'].map((ending) => ({
      href: `/dekning.${ending}`,
      text: text.t('coverage.download', { format: ending.toUpperCase() }),
    })),
  };
}

function areaSection(context: ViewContext, coverage: AreaCoverage): Section {
  const { text } = context;
  const { area, tallies, objectTypes } = coverage;
  const heading = areaName(context, coverage);
  return {
    id: area ? `omrade-${area.code.toLowerCase()}` : 'uten-omrade',
    heading,
    facts: tallyFacts(context, tallies),
    table: {
      caption: text.t('coverage.caption', { area: heading }),
      columns: ['objectType', 'covered', 'datasets', 'systems'].map((column) =>
        text.t(`coverage.column.${column}`),
      ),
      rows: objectTypes.map((one) => objectTypeRow(context, one)),
    },
  };
}

/** Areas that the model says nothing of: one line each, with what they have all the same. */
function otherAreas(context: ViewContext, areas: readonly AreaCoverage[]): Section {
  return {
    id: 'andre-omrader',
    heading: context.text.t('coverage.otherAreas'),
    facts: areas.map((area) => ({
      label: areaName(context, area),
      values: tallyFacts(context, area.tallies).flatMap(({ label, values }) =>
        values.map(({ text }): Value => ({ text: `${label}: ${text}` })),
      ),
      missing: context.text.t('coverage.none'),
    })),
  };
}

function areaName(context: ViewContext, { area }: AreaCoverage): string {
  if (!area) return context.text.t('coverage.withoutArea');
  return `${area.code} ${nameOf(context, area)}`.trim();
}

/** The mark is decoration: the word beside it says the same. */
function objectTypeRow(context: ViewContext, objectType: ObjectTypeCoverage): TableRow {
  const { text } = context;
  const { iri, isInScope, datasets } = objectType;
  const isCovered = datasets.length > 0;
  const head = nodeValue(context, iri);
  const systems = new Map(datasets.flatMap((one) => one.systems.map((system) => [system.iri, 1])));
  const none = text.t('coverage.none');
  return {
    head: [isInScope ? head : { ...head, note: text.t('coverage.outOfScope') }],
    cells: [
      {
        values: [{ text: isCovered ? `✓ ${text.t('value.yes')}` : `– ${text.t('value.no')}` }],
        missing: none,
      },
      {
        values: datasets.map((one): Value => {
          const dataset = nodeValue(context, one.iri);
          return one.isAuthoritative
            ? { ...dataset, note: text.t('coverage.authoritative') }
            : dataset;
        }),
        missing: none,
      },
      { values: [...systems.keys()].map((system) => nodeValue(context, system)), missing: none },
    ],
  };
}

export function tallyFacts({ text }: ViewContext, tallies: Tallies): Fact[] {
  const shown = MEASURES.flatMap((measure) => {
    const tally = tallies[measure];
    return tally && tally.total > 0 ? [[measure, tally] as const] : [];
  });
  return shown.map(([measure, { met, total }]) => ({
    label: text.t(`coverage.measure.${measure}`),
    values: [{ text: tallyText(text, { met, total }) }],
  }));
}

function tallyText(text: ViewContext['text'], { met, total }: Tally): string {
  const percent = text.number(Math.round((100 * met) / total));
  return text.t('coverage.tally', { met: text.number(met), total: text.number(total), percent });
}

/** Areas have their labels in the report, whether or not the code list is served. */
function nameOf({ text }: ViewContext, { label, iri }: Labelled): string {
  return label[text.lang] ?? label['nb'] ?? iri;
}

/** The six categories of the regulation, and how far the datasets of each have come. */
import {
  HVD_REQUIREMENTS,
  type HvdCategory,
  type HvdDataset,
  type HvdRequirement,
  type HvdTally,
} from '../../model/hvd-report.js';
import type { Graph } from '../../rdf/graph.js';
import { bna, skos } from '../../rdf/vocabularies.js';
import { NO_CATEGORY } from './hvd-texts.js';
import { labelsOf } from './hvd-things.js';

const SIX = [
  bna.c_ac64a52d, // geospatial
  bna.c_dd313021, // earth observation and environment
  bna.c_164e0bf5, // meteorological
  bna.c_e1da4e07, // statistics
  bna.c_a9135398, // companies and company ownership
  bna.c_b79e35eb, // mobility
];

/** All six, empty ones too; then what is marked but stands in none of them, where there is any. */
export function byCategory(datasets: readonly HvdDataset[], codes: Graph): HvdCategory[] {
  const tops = new Map(datasets.map((one) => [one, topsOf(one, codes)]));
  const six = SIX.map((top) => {
    const members = datasets.filter((one) => tops.get(one)?.has(top.value));
    return {
      iri: top.value,
      label: labelsOf(codes, top.value, skos.prefLabel),
      ...tallied(members),
    };
  });
  const known = new Set(SIX.map(({ value }) => value));
  const strays = datasets.filter(
    (one) => ![...(tops.get(one) ?? [])].some((top) => known.has(top)),
  );
  return strays.length > 0 ? [...six, { label: NO_CATEGORY, ...tallied(strays) }] : six;
}

function topsOf({ categories }: HvdDataset, codes: Graph): Set<string> {
  return new Set(categories.map(({ iri }) => topOf(iri, codes)));
}

/** The list is a tree (a test of the pinned lists says so). */
function topOf(category: string, codes: Graph): string {
  const broader = codes.node(category, skos.broader);
  return broader ? topOf(broader.value, codes) : category;
}

function tallied(
  members: readonly HvdDataset[],
): Pick<HvdCategory, 'datasets' | 'ready' | 'tallies'> {
  const tally = (requirement: HvdRequirement): HvdTally => {
    const asked = members.filter(({ states }) => states[requirement] !== 'notRelevant');
    const met = asked.filter(({ states }) => states[requirement] !== 'lacking').length;
    return { met, total: asked.length };
  };
  return {
    datasets: members.map(({ iri }) => iri),
    ready: members.filter(({ isReady }) => isReady).length,
    tallies: Object.fromEntries(
      HVD_REQUIREMENTS.map((one) => [one, tally(one)]),
    ) as HvdCategory['tallies'],
  };
}

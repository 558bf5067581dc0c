/**
 * Coverage of the model (model.md 6.2): per policy area the object types, the datasets that realise them and the systems these are
 * in, and how much of what should be known is known. Pure: it says what the graph it is given says. Over everything it is a work
 * list; over the public projection alone it tells nothing that is not public.
 */
import type {
  AreaCoverage,
  CoverageReport,
  Labelled,
  Labels,
  Measure,
  ObjectTypeCoverage,
  RealisingDataset,
  Tallies,
} from '../model/coverage-report.js';
import type { Graph } from '../rdf/graph.js';
import type { NamedNode } from '../rdf/terms.js';
import { dct, foaf, kdm, modelldcatno, skos } from '../rdf/vocabularies.js';
import { isClassified, measured, type Measured } from './coverage-measures.js';
import { policyAreas, type PolicyAreas } from './policy-areas.js';

export interface CoverageScope {
  readonly graph: Graph;
  /** Code lists, with labels and the crosswalk between policy areas. */
  readonly reference: Graph;
  readonly measures: readonly Measure[];
}

export function coverage({ graph, reference, measures }: CoverageScope): CoverageReport {
  const areas = policyAreas(graph, reference);
  const found = measures.map((measure) => [measure, measured(graph, measure)] as const);
  const objectTypes = graph
    .instances(modelldcatno.ObjectType)
    .map((one) => objectTypeCoverage(graph, one))
    .filter(({ isInScope, datasets }) => isInScope || datasets.length > 0);
  const things = [
    ...objectTypes.map(({ iri }) => iri),
    ...found.flatMap(([, all]) => [...all.keys()]),
  ];
  return {
    tallies: tallies(found, () => true),
    areas: areasOf(areas, things)
      .map((area): AreaCoverage => ({
        ...(area === undefined ? {} : { area: described(area, [graph, reference]) }),
        tallies: tallies(found, (thing) => isIn(areas, area, thing)),
        objectTypes: objectTypes.filter(({ iri }) => isIn(areas, area, iri)).sort(byLabel),
      }))
      .sort(byCode),
  };
}

/** DE-01: elements that nobody has given a privacy level, sorted. */
export function unclassifiedElements(graph: Graph): Labelled[] {
  return graph
    .instances(kdm.DataElement)
    .filter((element) => !isClassified(graph, element))
    .map(({ value }) => labelled(graph, value))
    .sort(byLabel);
}

function objectTypeCoverage(graph: Graph, objectType: NamedNode): ObjectTypeCoverage {
  const datasets = graph
    .pointingTo(objectType)
    .filter(({ predicate }) => predicate.equals(kdm.realises))
    .map(({ subject }) => realisingDataset(graph, subject.value, objectType.value))
    .sort(byLabel);
  const systems = graph
    .pointingTo(objectType)
    .filter(({ predicate }) => predicate.equals(kdm.authoritativeFor))
    .map(({ subject }) => labelled(graph, subject.value));
  const authoritative = datasets.filter(({ isAuthoritative }) => isAuthoritative);
  return {
    ...labelled(graph, objectType.value),
    isInScope: graph.text(objectType, kdm.inCoverageScope) === 'true',
    datasets,
    sources:
      systems.length > 0
        ? systems.sort(byLabel)
        : authoritative.map(({ iri, label }) => ({ iri, label })),
  };
}

function realisingDataset(graph: Graph, dataset: string, objectType: string): RealisingDataset {
  const realisations = graph
    .pointingTo(dataset)
    .filter(({ predicate }) => predicate.equals(kdm.dataset))
    .map(({ subject }) => subject.value)
    .filter((one) => graph.node(one, kdm.objectType)?.value === objectType);
  const own = realisations.flatMap((one) => graph.nodes(one, kdm.system));
  const systems = own.length > 0 ? own : graph.nodes(dataset, kdm.storedIn);
  const shares = realisations.flatMap((one) => graph.literals(one, kdm.attributeShare));
  return {
    ...labelled(graph, dataset),
    systems: [...new Set(systems.map(({ value }) => value))]
      .map((system) => labelled(graph, system))
      .sort(byLabel),
    isAuthoritative: realisations.some((one) => graph.text(one, kdm.authoritative) === 'true'),
    ...(shares.length > 0 ? { share: Math.max(...shares.map(({ value }) => Number(value))) } : {}),
  };
}

function tallies(
  found: readonly (readonly [Measure, Measured])[],
  isCounted: (thing: string) => boolean,
): Tallies {
  const counted = found.map(([measure, all]) => {
    const things = [...all].filter(([thing]) => isCounted(thing));
    const met = things.filter(([, isMet]) => isMet).length;
    return [measure, { met, total: things.length }] as const;
  });
  return Object.fromEntries(counted);
}

/** Every area in use, and the lack of one where something has none. */
function areasOf(areas: PolicyAreas, things: readonly string[]): (string | undefined)[] {
  const all = things.map((thing) => areas.of(thing));
  const used = new Set(all.flat());
  return [...used, ...(all.some((found) => found.length === 0) ? [undefined] : [])];
}

function isIn(areas: PolicyAreas, area: string | undefined, thing: string): boolean {
  const found = areas.of(thing);
  return area === undefined ? found.length === 0 : found.includes(area);
}

function described(
  area: string,
  [graph, reference]: readonly [Graph, Graph],
): Labelled & { readonly code: string } {
  const source = reference.has(area) ? reference : graph;
  return { ...labelled(source, area), code: source.text(area, skos.notation) ?? '' };
}

const NAMES = [dct.title, skos.prefLabel, foaf.name];

function labelled(graph: Graph, iri: string): Labelled {
  for (const property of NAMES) {
    const texts = graph.literals(iri, property);
    if (texts.length === 0) continue;
    const label: Labels = Object.fromEntries(
      texts.map(({ language, value }) => [language || 'und', value] as const).sort(),
    );
    return { iri, label };
  }
  return { iri, label: {} };
}

/** nb where there is one, else nn, en, or any. */
export function labelIn({ iri, label }: Labelled, lang: string): string {
  const order = [lang, 'nb', 'nn', 'en', ...Object.keys(label).sort()];
  const found = order.find((one) => Object.hasOwn(label, one));
  return (found && label[found]) ?? iri.replace(/^.*\/(?=[^/]+\/[^/]+$)/, '');
}

const COLLATOR = new Intl.Collator('nb', { numeric: true });

function byLabel(a: Labelled, b: Labelled): number {
  return COLLATOR.compare(labelIn(a, 'nb'), labelIn(b, 'nb')) || (a.iri < b.iri ? -1 : 1);
}

function byCode({ area: a }: AreaCoverage, { area: b }: AreaCoverage): number {
  if (!a || !b) return Number(!a) - Number(!b);
  return COLLATOR.compare(a.code, b.code) || (a.iri < b.iri ? -1 : 1);
}

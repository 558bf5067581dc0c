/**
 * I2 and I3: how sensitive the personal data of a dataset, and of a processing, are all in all (model.md 4.5, 4.11).
 * Unknown is never zero: one part without a level leaves the whole without one, unless another part has the highest.
 */
import { iri } from '../../model/iri.js';
import type { Graph } from '../../rdf/graph.js';
import { isNamedNode, namedNode, quad, type NamedNode, type Quad } from '../../rdf/terms.js';
import { dcat, dpv, kdm, pd, prov, rdf, skos, VOCAB_BASE } from '../../rdf/vocabularies.js';
import type { InferenceContext } from './rule.js';

type Rank = number;
const HIGHEST: Rank = 3;
const LEVELS: readonly NamedNode[] = [0, 1, 2, 3].map((rank) =>
  namedNode(iri(`${VOCAB_BASE}kode/personvern/${rank}`)),
);

/** What a category of personal data, or one above it, weighs: GDPR articles 9 and 10, and model.md 4.5 for the rest. */
const OF_CATEGORY = new Map<string, Rank>([
  [dpv.SpecialCategoryPersonalData.value, 3],
  [dpv.SensitivePersonalData.value, 2],
  [pd.Criminal.value, 2],
  [pd.OfficialID.value, 2],
  [pd.Financial.value, 2],
  [dpv.PersonalData.value, 1],
]);

export function* privacyLevels(graph: Graph, { reference }: InferenceContext): Iterable<Quad> {
  const ofDataset = new Map<string, Rank | undefined>();
  for (const dataset of graph.instances(dcat.Dataset)) {
    const rank = highest([...derivation(graph, dataset)].flatMap((one) => statedRanks(graph, one)));
    ofDataset.set(dataset.value, rank);
    yield* effective(dataset, rank);
  }
  for (const process of graph.instances(dpv.Process)) {
    const datasets = graph.nodes(process, kdm.processesDataset);
    const categories = graph.nodes(process, dpv.hasPersonalData);
    yield* effective(
      process,
      highest([
        ...datasets.map(({ value }) => ofDataset.get(value)),
        ...categories.map((category) => categoryRank(category, [graph, reference])),
      ]),
    );
  }
}

function* effective(subject: NamedNode, rank: Rank | undefined): Iterable<Quad> {
  const level = rank === undefined ? undefined : LEVELS[rank];
  if (level) yield quad(subject, kdm.effectivePrivacyLevel, level);
}

/** Undefined when a part is unknown and none is the highest, and when there is no part at all. */
function highest(parts: readonly (Rank | undefined)[]): Rank | undefined {
  if (parts.includes(HIGHEST)) return HIGHEST;
  const known = parts.filter((rank) => rank !== undefined);
  return known.length > 0 && known.length === parts.length ? Math.max(...known) : undefined;
}

/** The dataset and all that it is made from; an anonymising step ends the chain. */
function derivation(graph: Graph, dataset: NamedNode): ReadonlySet<NamedNode> {
  const found = new Map([[dataset.value, dataset]]);
  for (const one of found.values()) {
    if (graph.nodes(one, kdm.anonymisedBy).length > 0) continue;
    for (const origin of graph.nodes(one, prov.wasDerivedFrom)) {
      if (graph.types(origin).includes(dcat.Dataset.value)) found.set(origin.value, origin);
    }
  }
  return new Set(found.values());
}

/** The dataset's own level and that of each element; a dataset where nothing is stated is unknown. */
function statedRanks(graph: Graph, dataset: NamedNode): (Rank | undefined)[] {
  const elements = graph.nodes(dataset, kdm.hasDataElement).map((one) => elementRank(graph, one));
  const own = graph.objects(dataset, kdm.privacyLevel).length > 0;
  return own || elements.length === 0
    ? [rankOf(graph, dataset, kdm.privacyLevel), ...elements]
    : elements;
}

/** Its own level, else the confirmed default of the attribute it is an occurrence of. */
function elementRank(graph: Graph, element: NamedNode): Rank | undefined {
  if (graph.objects(element, kdm.privacyLevel).length > 0)
    return rankOf(graph, element, kdm.privacyLevel);
  const [attribute, ...more] = graph.nodes(element, kdm.instanceOfAttribute);
  return attribute && more.length === 0
    ? rankOf(graph, attribute, kdm.defaultPrivacyLevel)
    : undefined;
}

/** Exactly one level of the scheme; two, or another word, are unknown. */
export function rankOf(graph: Graph, subject: NamedNode, property: NamedNode): Rank | undefined {
  const [only, ...more] = graph.objects(subject, property);
  const rank =
    only && isNamedNode(only) && more.length === 0
      ? LEVELS.findIndex((level) => level.equals(only))
      : -1;
  return rank < 0 ? undefined : rank;
}

function categoryRank(category: NamedNode, graphs: readonly Graph[]): Rank | undefined {
  const found = new Map([[category.value, category]]);
  for (const one of found.values()) {
    for (const graph of graphs) {
      for (const above of [...graph.nodes(one, skos.broader), ...graph.nodes(one, rdf.type)])
        found.set(above.value, above);
    }
  }
  const ranks = [...found.keys()].flatMap((concept) => OF_CATEGORY.get(concept) ?? []);
  return ranks.length > 0 ? Math.max(...ranks) : undefined;
}

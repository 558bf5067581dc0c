/** What the coverage counts (model.md 6.2): which things each measure is about, and which of them meet it. */
import type { Measure } from '../model/coverage-report.js';
import type { Graph } from '../rdf/graph.js';
import type { NamedNode } from '../rdf/terms.js';
import { dcat, kdm, VOCAB_BASE } from '../rdf/vocabularies.js';

/** Thing → whether it meets the measure. */
export type Measured = ReadonlyMap<string, boolean>;

const NO_PERSONAL_DATA = `${VOCAB_BASE}kode/personvern/0`;
/** SYS-11 asks for a risk assessment younger than this. */
const FRESH_DAYS = 730;

interface Definition {
  things(graph: Graph): readonly NamedNode[];
  isMet(graph: Graph, thing: NamedNode): boolean;
}

const DEFINITIONS: Readonly<Record<Measure, Definition>> = {
  objectTypes: {
    things: (graph) =>
      graph.withPredicate(kdm.inCoverageScope).map(({ subject }) => subject as NamedNode),
    isMet: (graph, objectType) => isPointedTo(graph, objectType, kdm.realises),
  },
  elements: {
    things: (graph) => graph.instances(kdm.DataElement),
    isMet: isClassified,
  },
  linkedDatasets: {
    things: (graph) => graph.instances(dcat.Dataset),
    isMet: (graph, dataset) => graph.nodes(dataset, kdm.realises).length > 0,
  },
  personalDatasets: {
    things: (graph) => graph.instances(dcat.Dataset).filter((one) => mayBePersonal(graph, one)),
    isMet: (graph, dataset) => isPointedTo(graph, dataset, kdm.processesDataset),
  },
  systems: {
    things: (graph) => graph.instances(kdm.System),
    isMet: (graph, system) =>
      graph.nodes(system, kdm.systemOwner).length > 0 && isFreshlyAssessed(graph, system),
  },
};

export function measured(graph: Graph, measure: Measure): Measured {
  const definition = DEFINITIONS[measure];
  const things = definition.things(graph);
  return new Map(things.map((thing) => [thing.value, definition.isMet(graph, thing)]));
}

/** DE-01: its own level, or the confirmed default of its attribute. */
export function isClassified(graph: Graph, element: NamedNode): boolean {
  const attributes = graph.nodes(element, kdm.instanceOfAttribute);
  return (
    graph.nodes(element, kdm.privacyLevel).length > 0 ||
    attributes.some((one) => graph.nodes(one, kdm.defaultPrivacyLevel).length > 0)
  );
}

/** DS-03: unassessed counts as personal. */
function mayBePersonal(graph: Graph, dataset: NamedNode): boolean {
  return graph.node(dataset, kdm.effectivePrivacyLevel)?.value !== NO_PERSONAL_DATA;
}

function isFreshlyAssessed(graph: Graph, system: NamedNode): boolean {
  const age = graph.text(system, kdm.riskAssessmentAge);
  return age !== undefined && Number(age) <= FRESH_DAYS;
}

function isPointedTo(graph: Graph, thing: NamedNode, predicate: NamedNode): boolean {
  return graph.pointingTo(thing).some((one) => one.predicate.equals(predicate));
}

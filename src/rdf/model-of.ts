/**
 * The information model that an element belongs to. It has a licence of its own: its statements go into no graph, file or document of
 * another licence (model.md 9).
 */
import type { Graph } from './graph.js';
import { isNamedNode, type NamedNode } from './terms.js';
import { dct, modelldcatno, skos } from './vocabularies.js';

/** From an element to what it is part of. */
const UP = [modelldcatno.belongsToModule, dct.isPartOf, dct.isVersionOf, skos.inScheme];
/** What holds an element that does not say so itself. */
const HOLDERS = new Set([modelldcatno.containsModelElement.value, modelldcatno.hasProperty.value]);

export function isModelElement(graph: Graph, subject: string): boolean {
  return graph.types(subject).some((type) => type.startsWith(modelldcatno.$.base));
}

/** Undefined for what is no element, or hangs loose. */
export function modelOf(graph: Graph, subject: string): string | undefined {
  const seen = new Set<string>();
  for (let one: string | undefined = subject; one !== undefined && !seen.has(one);) {
    if (!isModelElement(graph, one)) return undefined;
    seen.add(one);
    const whole = wholeOf(graph, one);
    if (whole === undefined && isModel(graph, one)) return one;
    one = whole;
  }
  return undefined;
}

function isModel(graph: Graph, subject: string): boolean {
  return graph.types(subject).includes(modelldcatno.InformationModel.value);
}

function wholeOf(graph: Graph, subject: string): string | undefined {
  const stated = UP.map((property) => graph.node(subject, property)).find(
    (one): one is NamedNode => one !== undefined,
  );
  if (stated) return stated.value;
  const holder = graph
    .pointingTo(subject)
    .find(({ subject: from, predicate }) => HOLDERS.has(predicate.value) && isNamedNode(from));
  return holder?.subject.value;
}

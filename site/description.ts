/**
 * The description of a thing: its own statements, those of its parts (contact, period, law, distributions, purpose …), and type
 * and label of everything public that it links to. The same set of triples in every syntax.
 */
import type { GraphIndex } from '../src/rdf/graph-index.js';
import { PART_CLASSES } from '../src/rdf/part-classes.js';
import { isNamedNode, type NamedNode, type Quad } from '../src/rdf/terms.js';
import { dcat, dct, rdf, skos } from '../src/rdf/vocabularies.js';
import { LABEL_PREDICATES } from './labels.js';

/** Steps that go up or sideways, not to a part: a concept's neighbours, a distribution's service. */
const NOT_INTO = new Set(
  [skos.broader, skos.narrower, skos.related, dcat.servesDataset, dct.isPartOf].map(
    (predicate) => predicate.value,
  ),
);
const BRIEF = new Set(
  [rdf.type, skos.inScheme, skos.notation, ...LABEL_PREDICATES].map((one: NamedNode) => one.value),
);

export function isPart(graph: GraphIndex, subject: string): boolean {
  return graph.types(subject).some((type) => PART_CLASSES.has(type));
}

export function describe(graph: GraphIndex, subject: string): readonly Quad[] {
  const whole = new Set([subject]);
  const queue = [subject];
  const brief = new Set<string>();
  const quads: Quad[] = [];
  for (let one = queue.pop(); one !== undefined; one = queue.pop()) {
    const about = graph.about(one);
    quads.push(...about);
    for (const { predicate, object } of about) {
      // Classes are told by the ontology's own document.
      if (predicate.value === rdf.type.value) continue;
      if (!isNamedNode(object) || whole.has(object.value) || !graph.has(object)) continue;
      if (isPart(graph, object.value) && !NOT_INTO.has(predicate.value)) {
        whole.add(object.value);
        queue.push(object.value);
      } else brief.add(object.value);
    }
  }
  for (const one of brief) {
    if (whole.has(one)) continue;
    quads.push(...graph.about(one).filter(({ predicate }) => BRIEF.has(predicate.value)));
  }
  return quads;
}

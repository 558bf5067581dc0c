/**
 * The description of a thing: its own statements, those of its parts (contact, period, law, distributions, purpose …) and of
 * blank nodes, and type and label of everything else that it links to. One definition for pages, documents and DESCRIBE.
 */
import { LABEL_PREDICATES } from './label.js';
import { dcat, dct, rdf, skos } from './vocabularies.js';

/** A graph by whatever stands for its resources and statements. */
export interface DescribedGraph<Resource, Statement> {
  about(resource: Resource): readonly Statement[];
  /** An IRI. */
  predicate(statement: Statement): string;
  /** The object, where it is a resource with statements of its own. */
  target(statement: Statement): Resource | undefined;
  /** Of a class of PART_CLASSES, or a blank node: it means nothing alone. */
  isPart(resource: Resource): boolean;
}

/** Steps that go up or sideways, not to a part: a concept's neighbours, a distribution's service. */
const NOT_INTO = new Set(
  [skos.broader, skos.narrower, skos.related, dcat.servesDataset, dct.isPartOf].map(
    ({ value }) => value,
  ),
);
const BRIEF = new Set(
  [rdf.type, skos.inScheme, skos.notation, ...LABEL_PREDICATES].map(({ value }) => value),
);

/** Each statement once, for `Resource` and `Statement` that are compared by identity. */
export function describe<Resource, Statement>(
  graph: DescribedGraph<Resource, Statement>,
  subject: Resource,
): readonly Statement[] {
  const { statements, whole, linked } = wholeOf(graph, subject);
  const labels = [...linked]
    .filter((one) => !whole.has(one))
    .flatMap((one) => graph.about(one).filter((s) => BRIEF.has(graph.predicate(s))));
  return [...statements, ...labels];
}

export interface Whole<Resource, Statement> {
  /** Of the thing and of its parts. */
  readonly statements: readonly Statement[];
  /** The thing and its parts. */
  readonly whole: ReadonlySet<Resource>;
  /** What they link to; a part may be among them. */
  readonly linked: ReadonlySet<Resource>;
}

/** A thing with its parts, and nothing of its neighbours. */
export function wholeOf<Resource, Statement>(
  graph: DescribedGraph<Resource, Statement>,
  subject: Resource,
): Whole<Resource, Statement> {
  const whole = new Set([subject]);
  const queue = [subject];
  const linked = new Set<Resource>();
  const statements: Statement[] = [];
  for (let one = queue.pop(); one !== undefined; one = queue.pop()) {
    for (const statement of graph.about(one)) {
      statements.push(statement);
      const predicate = graph.predicate(statement);
      // Classes are told by the ontology's own document.
      if (predicate === rdf.type.value) continue;
      const target = graph.target(statement);
      if (target === undefined || whole.has(target)) continue;
      if (graph.isPart(target) && !NOT_INTO.has(predicate)) {
        whole.add(target);
        queue.push(target);
      } else linked.add(target);
    }
  }
  return { statements, whole, linked };
}

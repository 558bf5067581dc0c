/** What the ontology's pages tell of the rules in shapes/: the terms that each looks at, and what it says, but not how it checks. */
import { iri } from '../model/iri.js';
import type { Graph } from '../rdf/graph.js';
import { isNamedNode, namedNode, quad, type NamedNode, type Quad } from '../rdf/terms.js';
import { dct, kdm, rdf, sh } from '../rdf/vocabularies.js';

/** Of a rule: its name, what it says, how serious it is, and the terms that it looks at. */
const CARD = new Set([rdf.type, sh.name, sh.description].map((one) => one.value));
const GRAVEST_FIRST = [sh.Violation, sh.Warning, sh.Info];

export function* ruleCards(shapes: Graph): Iterable<Quad> {
  for (const type of [sh.NodeShape, sh.PropertyShape]) {
    for (const rule of shapes.instances(type)) {
      const terms = termsOf(shapes, rule.value);
      if (terms.size === 0) continue;
      yield* shapes.about(rule).filter(({ predicate }) => CARD.has(predicate.value));
      const severity = severityOf(shapes, rule.value);
      if (severity) yield quad(rule, sh.severity, severity);
      for (const term of terms) yield quad(rule, dct.references, namedNode(iri(term)));
    }
  }
}

/** A rule that gathers others is as serious as the gravest of them. */
function severityOf(shapes: Graph, rule: string): NamedNode | undefined {
  const stated = [rule, ...shapes.nodes(rule, sh.property)].map((one) =>
    shapes.node(one, sh.severity),
  );
  return GRAVEST_FIRST.find((one) => stated.some((found) => found?.equals(one)));
}

/** Terms named by the rule itself or by its nameless parts; a rule with a name of its own speaks for itself. */
function termsOf(shapes: Graph, rule: string): ReadonlySet<string> {
  const found = new Set<string>();
  const queue = [rule];
  const seen = new Set(queue);
  for (let one = queue.pop(); one !== undefined; one = queue.pop()) {
    for (const { predicate, object } of shapes.about(one)) {
      if (!predicate.value.startsWith(sh.$.base) && !isListLink(predicate.value)) continue;
      if (isNamedNode(object) && object.value.startsWith(kdm.$.base)) found.add(object.value);
      if (object.termType !== 'BlankNode' || seen.has(object.value)) continue;
      seen.add(object.value);
      queue.push(object.value);
    }
  }
  return found;
}

function isListLink(predicate: string): boolean {
  return predicate === rdf.first.value || predicate === rdf.rest.value;
}

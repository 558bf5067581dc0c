/** Names that no vocabulary defines (rule ALL-04): a misspelt property says nothing, and no other rule misses it. */
import type { Graph } from '../../rdf/graph.js';
import { isNamedNode, literal, namedNode, quad, type Quad } from '../../rdf/terms.js';
import type { Iri } from '../../model/iri.js';
import { kdm } from '../../rdf/vocabularies.js';
import type { UnknownTerm } from '../known-terms.js';
import type { InferenceContext } from './rule.js';

/** The value reads `dpv:hasRetention → dpv:hasStorageCondition` where we know, or can guess, what is meant. */
export function* unknownTerms(graph: Graph, { checkTerm }: InferenceContext): Iterable<Quad> {
  const checked = new Map<string, UnknownTerm | undefined>();
  const check = (iri: string): UnknownTerm | undefined => {
    if (!checked.has(iri)) checked.set(iri, checkTerm(iri));
    return checked.get(iri);
  };
  for (const subject of graph.subjects()) {
    for (const { predicate, object } of graph.about(subject)) {
      for (const word of isNamedNode(object) ? [predicate, object] : [predicate]) {
        const unknown = check(word.value);
        if (!unknown) continue;
        const text = [unknown.term, ...(unknown.suggestion ? [unknown.suggestion] : [])];
        yield quad(namedNode(subject as Iri), kdm.unknownTerm, literal(text.join(' → ')));
      }
    }
  }
}

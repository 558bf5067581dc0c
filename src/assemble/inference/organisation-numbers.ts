/** Organisation numbers of nine digits whose check digit does not hold (rule ORG-01, MOD11). */
import { parseOrganisationNumber } from '../../model/organisation-number.js';
import type { Graph } from '../../rdf/graph.js';
import { literal, quad, type Quad } from '../../rdf/terms.js';
import { dct, kdm, org } from '../../rdf/vocabularies.js';

/** That there is a number, and nine digits, is for a pattern in the shape to say. */
export function* invalidOrganisationNumbers(graph: Graph): Iterable<Quad> {
  for (const type of [org.FormalOrganization, kdm.Supplier]) {
    for (const organisation of graph.instances(type)) {
      for (const { value } of graph.literals(organisation, dct.identifier)) {
        if (/^[0-9]{9}$/.test(value) && parseOrganisationNumber(value) === undefined)
          yield quad(organisation, kdm.invalidOrganisationNumber, literal(value));
      }
    }
  }
}

/** Legal bases of GDPR articles 6(1) and 9(2) in plain words. */
import { dpv } from '../../src/rdf/vocabularies.js';
import type { Value } from './page-model.js';
import { codeOf, nodeValue, type ViewContext } from './values.js';

/** What each stated basis means; the basis itself where we have no words for it. */
export function plainBases(context: ViewContext, processing: string): Value[] {
  const seen = new Set<string>();
  return basisValues(context, processing).flatMap(({ note, ...name }): Value[] => {
    if (note === undefined) return [name];
    if (seen.has(note)) return [];
    seen.add(note);
    return [{ text: note }];
  });
}

/** The bases by name, each with what it means beside it. */
export function basisValues({ catalogue, text }: ViewContext, processing: string): Value[] {
  const iris = catalogue.graph.nodes(processing, dpv.hasLegalBasis).map(({ value }) => value);
  return iris.sort().map((iri) => {
    const value = nodeValue({ catalogue, text }, iri);
    const note = text.find(`basis.${basisCode(iri)}`);
    return note === undefined ? value : { ...value, note };
  });
}

/** `A6-1-a-explicit-consent` → `A6-1-a`; all of article 9 are told alike. */
function basisCode(iri: string): string {
  const [, six, nine] = /^(?:(A6-1-[a-f])|(A9-2)-[a-j])/.exec(codeOf(iri)) ?? [];
  return six ?? nine ?? codeOf(iri);
}

/** Legal bases (GDPR 6 and 9) and special laws: behandlingsgrunnlag_valg, _utdyping, _saerlige_kategorier (model.md 5.2). */
import { describeLaw, lawIri, parseLaw } from '../../src/harvest/law.js';
import { issue, type Issue } from '../../src/model/issue.js';
import { resource } from '../../src/rdf/resource.js';
import { namedNode, quad, type Quad } from '../../src/rdf/terms.js';
import { dpv, gdpr } from '../../src/rdf/vocabularies.js';
import { isGdpr, parseLaws, parseLegalBases } from './legal-basis.js';
import type { ProcessingMap } from './map-context.js';
import type { Basis } from './payload.js';

export function* mapLegalBases(map: ProcessingMap): Iterable<Quad | Issue> {
  const { processing, context } = map;
  const names = new Set(parseLegalBases(processing.specialBasisText ?? ''));
  const laws = new Set(parseLaws(processing.lawText ?? ''));
  for (const basis of processing.bases ?? []) {
    const provisions = isForeign(basis) ? [] : parseLegalBases(basis.provision);
    provisions.forEach((name) => names.add(name));
    if (provisions.length > 0) continue;
    const special = specialLaws(basis);
    special.forEach((law) => laws.add(law));
    if (special.length === 0)
      yield issue('LEGAL_BASIS_UNREAD', 'warning', { found: basis.provision });
  }
  for (const name of [...names].sort())
    yield quad(namedNode(context.subject), dpv.hasLegalBasis, gdpr.$.term(name));
  for (const law of laws) yield* specialLaw(map, law);
}

/** A provision of another law than the regulation: "Artikkel 6" of it is no legal basis of ours. */
function isForeign({ law }: Basis): boolean {
  return law !== undefined && !isGdpr(law);
}
function specialLaws(basis: Basis): string[] {
  return isForeign(basis) ? [`${basis.law ?? ''} ${basis.provision}`] : parseLaws(basis.provision);
}

function* specialLaw({ context, recordClass }: ProcessingMap, text: string): Iterable<Quad> {
  const law = parseLaw(text);
  const subject = lawIri(context, law, recordClass);
  yield* resource(context.subject).link(dpv.hasApplicableLaw, subject);
  yield* describeLaw(subject, law, recordClass);
}

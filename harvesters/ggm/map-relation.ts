/**
 * Associations and generalisations → modelldcatno:Association and Specialization (model.md 4.1; 8.2, rule 4). The class at which they
 * begin has them as properties; how many there may be is told of the class at the other end.
 */
import type { MapContext, RawRecord } from '../../src/harvest/harvester.js';
import { issue, type Issue } from '../../src/model/issue.js';
import { resource, type ResourceBuilder } from '../../src/rdf/resource.js';
import type { Quad } from '../../src/rdf/terms.js';
import { dct, kdm, modelldcatno, xsd } from '../../src/rdf/vocabularies.js';
import { elementIri, moduleIri } from './links.js';
import type { Multiplicity } from './multiplicity.js';
import type { GgmOptions } from './options.js';
import type { AssociationPayload, SpecializationPayload } from './payload.js';
import { stateTexts, words } from './words.js';

const UNNAMED = { nb: 'har relasjon til', nn: 'har relasjon til', en: 'is related to' };
const INHERITS = { nb: 'er en slags', nn: 'er eit slag', en: 'is a kind of' };

export function* mapAssociation(
  { payload, type, key }: RawRecord<AssociationPayload>,
  context: MapContext<GgmOptions>,
): Iterable<Quad | Issue> {
  const { id, to, module, target, written, isNavigable, isVoid } = payload;
  const made = resource(context.subject).a(modelldcatno.Association);
  words(made, context, { ...payload, title: payload.title ?? UNNAMED })
    .value(dct.identifier, id)
    .link(modelldcatno.references, elementIri(context, to.type, to.id))
    .flag(modelldcatno.navigable, isNavigable)
    .value(kdm.sourceMultiplicity, written)
    .link(modelldcatno.belongsToModule, moduleIri(context, module))
    .link(kdm.recordClass, context.recordClass(type, key));
  stateMultiplicity(made, target);
  yield* made;
  if (isVoid) yield issue('MULTIPLICITY_VOID', 'warning');
}

export function mapSpecialization(
  { payload, type, key }: RawRecord<SpecializationPayload>,
  context: MapContext<GgmOptions>,
): Iterable<Quad | Issue> {
  const { id, general, module } = payload;
  const made = resource(context.subject).a(modelldcatno.Specialization);
  stateTexts(made, dct.title, INHERITS);
  return made
    .value(dct.identifier, id)
    .link(modelldcatno.hasGeneralConcept, elementIri(context, general.type, general.id))
    .link(modelldcatno.belongsToModule, moduleIri(context, module))
    .link(kdm.recordClass, context.recordClass(type, key));
}

/** The vocabulary defines these two, the profile's examples write `xsd:`: both, so that every reader finds one (model.md 4.1). */
export function stateMultiplicity(made: ResourceBuilder, { min, max }: Multiplicity): void {
  for (const { minOccurs, maxOccurs } of [modelldcatno, xsd]) {
    made.value(minOccurs, String(min), xsd.nonNegativeInteger);
    made.value(maxOccurs, String(max), max === '*' ? undefined : xsd.nonNegativeInteger);
  }
}

/**
 * The model, its domains and its simple types → modelldcatno:InformationModel, Module and SimpleType (model.md 4.1).
 *   version → dcat:version, and an InformationModel of its own · licence → dct:license · Domein → Module, dct:isPartOf, kdm:layer
 */
import { reference } from '../../src/harvest/found.js';
import { alias, type MapContext, type RawRecord } from '../../src/harvest/harvester.js';
import { iri, type Iri } from '../../src/model/iri.js';
import type { Issue } from '../../src/model/issue.js';
import { resource } from '../../src/rdf/resource.js';
import type { Quad } from '../../src/rdf/terms.js';
import { dcat, dct, foaf, kdm, modelldcatno, xsd } from '../../src/rdf/vocabularies.js';
import { elementIri, modelIri, policyArea } from './links.js';
import type { GgmOptions } from './options.js';
import type { ModelPayload, ModulePayload, SimpleTypePayload } from './payload.js';
import { simpleType } from './simple-type.js';
import { stateTexts, words } from './words.js';

export function* mapModel(
  { payload, type, key }: RawRecord<ModelPayload>,
  context: MapContext<GgmOptions>,
): Iterable<Quad | Issue> {
  const { version, title, description, licence, attribution, homepage } = context.source.options;
  const recordClass = context.recordClass(type, key);
  const release = iri(`${context.subject}/versjon/${version}`);
  const model = resource(context.subject).a(modelldcatno.InformationModel);
  stateTexts(model, dct.title, title);
  stateTexts(model, dct.description, description);
  yield* model
    .link(dct.license, licence)
    .value(dct.bibliographicCitation, attribution)
    .link(foaf.homepage, homepage)
    .value(dcat.version, version)
    .link(dcat.hasVersion, release)
    .link(
      modelldcatno.containsModelElement,
      ...payload.elements.map((one) => elementIri(context, ...one)),
    )
    .link(kdm.recordClass, recordClass);
  const edition = resource(release).a(modelldcatno.InformationModel);
  for (const [language, text] of Object.entries(title))
    edition.text(dct.title, `${text} ${version}`, language);
  yield* edition
    .value(dcat.version, version)
    .link(dct.isVersionOf, context.subject)
    .link(dct.license, licence)
    .value(dct.bibliographicCitation, attribution)
    .link(kdm.recordClass, recordClass);
  const publisher = publisherOf(context);
  if (!publisher) return;
  if ('issue' in publisher) yield publisher.issue;
  else yield* resource(context.subject).link(dct.publisher, publisher.iri);
}

function publisherOf(context: MapContext<GgmOptions>): ReturnType<typeof reference> | undefined {
  const { publisher } = context.source.options;
  return publisher === undefined
    ? undefined
    : reference(context, [alias('virksomhet', publisher)], {
        field: 'publisher',
        shown: publisher,
      });
}

export function* mapModule(
  { payload, type, key }: RawRecord<ModulePayload>,
  context: MapContext<GgmOptions>,
): Iterable<Quad | Issue> {
  const { id, parent, area, layer } = payload;
  const whole: Iri =
    parent === undefined ? modelIri(context) : elementIri(context, 'modul', parent);
  yield* words(resource(context.subject).a(modelldcatno.Module), context, payload)
    .value(dct.identifier, id)
    .link(dct.isPartOf, whole)
    .integer(kdm.layer, layer)
    .link(kdm.recordClass, context.recordClass(type, key));
  yield* policyArea(context, area);
}

/** What the primitive is in XSD; the model it belongs to is the one place that says its licence. */
export function* mapSimpleType(
  { payload, type, key }: RawRecord<SimpleTypePayload>,
  context: MapContext<GgmOptions>,
): Iterable<Quad | Issue> {
  const simple = simpleType(payload.primitive);
  if (!simple) throw new RangeError(`no simple type ${payload.primitive}`);
  const { datatype, maxLength, totalDigits, pattern } = simple;
  const made = resource(context.subject).a(modelldcatno.SimpleType);
  stateTexts(made, dct.title, simple.title);
  yield* made
    .value(modelldcatno.typeDefinitionReference, datatype.value, xsd.anyURI)
    .value(xsd.maxLength, maxLength?.toString(), xsd.nonNegativeInteger)
    .value(xsd.totalDigits, totalDigits?.toString(), xsd.nonNegativeInteger)
    .value(xsd.pattern, pattern)
    .link(dct.isPartOf, modelIri(context))
    .link(kdm.recordClass, context.recordClass(type, key));
}

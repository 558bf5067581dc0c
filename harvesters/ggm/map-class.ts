/**
 * Classes and their attributes → modelldcatno:ObjectType or DataType, and Attribute (model.md 4.1; 8.2, rules 5 and 7).
 *   synoniemen → skos:altLabel · gemma_url → skos:closeMatch · herkomst → dct:source · enumeration → hasValueFrom ·
 *   class → containsObjectType, hasDataType · primitive → hasSimpleType, else kdm:sourceDatatype
 */
import type { MapContext, Mint, RawRecord } from '../../src/harvest/harvester.js';
import { webAddress } from '../../src/harvest/found.js';
import type { Iri } from '../../src/model/iri.js';
import type { Issue } from '../../src/model/issue.js';
import { resource, type ResourceBuilder } from '../../src/rdf/resource.js';
import { namedNode, quad, type Quad } from '../../src/rdf/terms.js';
import { dct, kdm, modelldcatno, skos } from '../../src/rdf/vocabularies.js';
import { globalIri } from './ids.js';
import { elementIri, moduleIri, policyArea } from './links.js';
import { stateMultiplicity } from './map-relation.js';
import type { GgmOptions } from './options.js';
import type { AttributePayload, ClassPayload } from './payload.js';
import { words } from './words.js';

export function* mapClass(
  { payload, type, key }: RawRecord<ClassPayload>,
  context: MapContext<GgmOptions>,
): Iterable<Quad | Issue> {
  const { id, module, synonyms = [], gemmaUrl, area, attributes } = payload;
  const recordClass = context.recordClass(type, key);
  const inModule = moduleIri(context, module);
  const kind = type === 'datatype' ? modelldcatno.DataType : modelldcatno.ObjectType;
  const made = words(resource(context.subject).a(kind), context, payload)
    .value(dct.identifier, id)
    .link(skos.exactMatch, globalIri(id))
    .link(modelldcatno.belongsToModule, inModule)
    .link(modelldcatno.hasProperty, ...propertiesOf(context, payload))
    .link(kdm.recordClass, recordClass);
  for (const synonym of synonyms) made.text(skos.altLabel, synonym, 'nl');
  yield* made;
  yield* policyArea(context, area);
  if (gemmaUrl !== undefined) yield* closeMatch(context.subject, gemmaUrl);
  for (const attribute of attributes)
    yield* mapAttribute(attribute, context, { recordClass, inModule });
}

function propertiesOf(context: MapContext<GgmOptions>, payload: ClassPayload): readonly Iri[] {
  return [
    ...payload.attributes.map((one) => attributeIri(context, one)),
    ...payload.associations.map((id) => elementIri(context, 'assosiasjon', id)),
    ...payload.specializations.map((id) => elementIri(context, 'spesialisering', id)),
  ];
}

function* closeMatch(subject: Iri, url: string): Iterable<Quad | Issue> {
  const found = webAddress(url, 'gemma_url');
  if ('issue' in found) yield found.issue;
  else yield quad(namedNode(subject), skos.closeMatch, namedNode(found.iri));
}

export function attributeIri({ mint }: { readonly mint: Mint }, { key }: AttributePayload): Iri {
  return mint('attributt', key);
}

function mapAttribute(
  attribute: AttributePayload,
  context: MapContext<GgmOptions>,
  { recordClass, inModule }: { readonly recordClass: Iri; readonly inModule: Iri | undefined },
): Iterable<Quad> {
  const { id, source, isRequired } = attribute;
  const made = resource(attributeIri(context, attribute)).a(modelldcatno.Attribute);
  words(made, context, attribute)
    .value(dct.identifier, id)
    .value(dct.source, source)
    .link(modelldcatno.belongsToModule, inModule)
    .link(kdm.recordClass, recordClass);
  stateMultiplicity(made, { min: isRequired ? 1 : 0, max: 1 });
  return stateType(made, attribute, context);
}

function stateType(
  made: ResourceBuilder,
  { type }: AttributePayload,
  context: MapContext<GgmOptions>,
): ResourceBuilder {
  switch (type.kind) {
    case 'list':
      return made.link(modelldcatno.hasValueFrom, elementIri(context, 'kodeliste', type.id));
    case 'class':
      return made.link(
        type.to.type === 'datatype' ? modelldcatno.hasDataType : modelldcatno.containsObjectType,
        elementIri(context, type.to.type, type.to.id),
      );
    case 'simple':
      return made.link(modelldcatno.hasSimpleType, elementIri(context, 'enkeltype', type.key));
    case 'unknown':
      return made.value(kdm.sourceDatatype, type.written || '–');
  }
}

/**
 * A row of the art. 30 record → dpv:Process (model.md 4.6 and 5.2; DPV 2.3).
 *   behandlingen → dct:title · behandlingsansvarlig → dct:publisher (owner of the row, not the controller)
 *   systemer → kdm:usesSystem, by id, else by exact name · fellesbehandling → kdm:sharedProcessing
 *   internt_ansvarlig, funksjonsomraade, behovForDPIA, dates, quality mark → internal literals
 */
import { links, missingField, reference, timeValue, type Found } from '../../src/harvest/found.js';
import { alias, type MapContext } from '../../src/harvest/harvester.js';
import { classWord, statedClass } from '../../src/harvest/stated-class.js';
import { issue, type Issue } from '../../src/model/issue.js';
import type { Iri } from '../../src/model/iri.js';
import { resource } from '../../src/rdf/resource.js';
import type { Quad } from '../../src/rdf/terms.js';
import { dct, dpv, gdpr, kdm } from '../../src/rdf/vocabularies.js';
import { mapProcessors } from './map-agreement.js';
import { namedAliases, shownRef } from './references.js';
import { mapCategories, mapSubjects } from './map-concepts.js';
import { keyOf, type ProcessingMap } from './map-context.js';
import { mapDpiaNeed } from './map-dpia.js';
import { mapLegalBases } from './map-law.js';
import { mapParts } from './map-parts.js';
import { mapTransfer } from './map-transfer.js';
import type { ProcessingRegisterOptions } from './options.js';
import type { Processing, Ref } from './payload.js';

export function* mapProcessing(
  processing: Processing,
  key: string,
  context: MapContext<ProcessingRegisterOptions>,
): Iterable<Quad | Issue> {
  const recordClass = context.recordClass('behandling', key);
  const map = { processing, context, recordClass };
  yield* core(map);
  const owners = owner(map);
  yield* links(context.subject, dct.publisher, owners);
  yield* links(context.subject, kdm.usesSystem, systems(map));
  yield* securityClass(map);
  yield* mapDpiaNeed(map);
  yield* mapSubjects(map);
  yield* mapCategories(map);
  yield* mapLegalBases(map);
  yield* mapParts(map);
  yield* mapProcessors(map, owners);
  yield* mapTransfer(map);
  yield* missing(processing);
}

function* core({ processing, context, recordClass }: ProcessingMap): Iterable<Quad | Issue> {
  const { subject } = context;
  yield* resource(subject)
    .a(dpv.Process)
    .value(dct.identifier, keyOf(subject))
    .value(kdm.sourceNumber, processing.id)
    .text(dct.title, processing.title, 'nb')
    .flag(kdm.sharedProcessing, processing.isShared)
    .flag(kdm.qualityAssured, processing.isQualityAssured)
    .value(kdm.unitText, processing.unit)
    .value(kdm.functionArea, processing.area)
    .add(dpv.hasRight, processing.hasAccessRight ? gdpr.A15 : undefined)
    .add(dpv.hasRight, processing.hasRectification ? gdpr.A16 : undefined)
    .link(kdm.recordClass, recordClass);
  yield* timeValue(subject, { predicate: dct.created, field: 'opprettet' }, processing.created);
  const modified = { predicate: dct.modified, field: 'sist_oppdatert' };
  yield* timeValue(subject, modified, processing.modified);
}

function owner({ processing, context }: ProcessingMap): Found[] {
  const fallback = context.source.options.owner;
  const ref: Ref | undefined = processing.owner ?? (fallback ? { name: fallback } : undefined);
  if (!ref) return [{ issue: missingField('behandlingsansvarlig') }];
  const aliases = [
    ...(ref.id ? [alias('kartoteket:virksomhet', ref.id)] : []),
    ...(ref.name ? namedAliases(['virksomhet', 'enhet'], 'virksomhet', ref.name) : []),
  ];
  return [reference(context, aliases, { field: 'behandlingsansvarlig', shown: shownRef(ref) })];
}

function systems({ processing, context }: ProcessingMap): Found[] {
  return (processing.systems ?? []).map((ref) => {
    const aliases = ref.id
      ? [alias('kartoteket:system', ref.id)]
      : namedAliases(['system'], 'systemnavn', ref.name ?? '');
    return reference(context, aliases, { field: 'systemer', shown: shownRef(ref) });
  });
}

function* securityClass({ processing, context }: ProcessingMap): Iterable<Quad | Issue> {
  const label = processing.securityClass;
  const stated = statedClass(context.scheme, label ? classWord(label) : undefined);
  if (stated.state === 'unknown')
    yield { ...stated.issue, path: kdm.confidentialityClass.value as Iri };
  if (stated.state === 'class')
    yield* resource(context.subject).link(
      kdm.confidentialityClass,
      context.classIri(stated.definition),
    );
}

/** The five fields that the register itself demands (sources.md 2.2), and what was hidden in the export. */
function* missing(processing: Processing): Iterable<Issue> {
  const withheld = processing.withheld ?? [];
  for (const field of withheld) yield issue('VALUE_WITHHELD', 'warning', { field });
  const required: readonly (readonly [string, unknown])[] = [
    ['behandlingen', processing.title],
    ['kategorier_personopplysninger', processing.categories],
    ['den_registrerte', processing.subjects],
    ['systemer', processing.systems],
  ];
  for (const [field, value] of required)
    if (value === undefined && !withheld.includes(field)) yield missingField(field);
}

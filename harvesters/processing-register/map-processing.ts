/**
 * A row of the art. 30 record → dpv:Process (model.md 4.6 and 5.2; DPV 2.3).
 *   behandlingen → dct:title · behandlingsansvarlig → dct:publisher (owner of the row, not the controller)
 *   bekreftet_behandlingsansvarlig → dpv:hasDataController
 *   systemer → kdm:usesSystem, by id, else by exact name · fellesbehandling → kdm:sharedProcessing
 *   internt_ansvarlig, funksjonsomraade, behovForDPIA, dates, quality mark → internal literals
 */
import { links, missingField, reference, timeValue, type Found } from '../../src/harvest/found.js';
import { alias } from '../../src/harvest/harvester.js';
import { classWord, statedClass, unknownClass } from '../../src/harvest/stated-class.js';
import { issue, type Issue } from '../../src/model/issue.js';
import { resource } from '../../src/rdf/resource.js';
import type { Quad } from '../../src/rdf/terms.js';
import { dct, dpv, gdpr, kdm } from '../../src/rdf/vocabularies.js';
import { mapProcessors } from './map-agreement.js';
import { namedAliases, shownRef } from './references.js';
import { mapCategories, mapSubjects } from './map-concepts.js';
import { fieldName, keyOf, type ProcessingMap } from './map-context.js';
import { mapDpiaNeed } from './map-dpia.js';
import { mapLegalBases } from './map-law.js';
import { mapParts } from './map-parts.js';
import { mapTransfer } from './map-transfer.js';
import type { Ref } from './payload.js';

export function* mapProcessing(map: ProcessingMap): Iterable<Quad | Issue> {
  const { context } = map;
  yield* core(map);
  const owners = owner(map);
  yield* links(context.subject, dct.publisher, owners);
  yield* links(context.subject, dpv.hasDataController, controllers(map));
  yield* links(context.subject, kdm.usesSystem, systems(map));
  yield* securityClass(map);
  yield* mapDpiaNeed(map);
  yield* mapSubjects(map);
  yield* mapCategories(map);
  yield* mapLegalBases(map);
  yield* mapParts(map);
  yield* mapProcessors(map, owners);
  yield* mapTransfer(map);
  yield* missing(map);
}

function* core(map: ProcessingMap): Iterable<Quad | Issue> {
  const { processing, context, recordClass } = map;
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
  const created = { predicate: dct.created, field: fieldName(map, 'opprettet') };
  yield* timeValue(subject, created, processing.created);
  const modified = { predicate: dct.modified, field: fieldName(map, 'sist_oppdatert') };
  yield* timeValue(subject, modified, processing.modified);
}

function owner(map: ProcessingMap): Found[] {
  const { processing, context } = map;
  const fallback = context.source.options.owner;
  const ref: Ref | undefined = processing.owner ?? (fallback ? { name: fallback } : undefined);
  const field = fieldName(map, 'behandlingsansvarlig');
  return [ref ? organisation(map, ref, field) : { issue: missingField(field) }];
}

/** Only who confirms it is the controller: the owner of the row need not be. */
function controllers(map: ProcessingMap): Found[] {
  const ref = map.processing.controller;
  return ref ? [organisation(map, ref, fieldName(map, 'bekreftet_behandlingsansvarlig'))] : [];
}

function organisation({ context }: ProcessingMap, ref: Ref, field: string): Found {
  const aliases = [
    ...(ref.id ? [alias('kartoteket:virksomhet', ref.id)] : []),
    ...(ref.name ? namedAliases(['virksomhet', 'enhet'], 'virksomhet', ref.name) : []),
  ];
  return reference(context, aliases, { field, shown: shownRef(ref) });
}

function systems(map: ProcessingMap): Found[] {
  const { processing, context } = map;
  const field = fieldName(map, 'systemer');
  return (processing.systems ?? []).map((ref) => {
    const aliases = ref.id
      ? [alias('kartoteket:system', ref.id)]
      : namedAliases(['system'], 'systemnavn', ref.name ?? '');
    return reference(context, aliases, { field, shown: shownRef(ref) });
  });
}

function* securityClass(map: ProcessingMap): Iterable<Quad | Issue> {
  const { processing, context } = map;
  const label = processing.securityClass;
  const stated = statedClass(context.scheme, label ? classWord(label) : undefined);
  const place = { field: fieldName(map, 'krav_sikkerhetsnivaa'), path: kdm.confidentialityClass };
  if (stated.state === 'unknown') yield unknownClass(context.scheme, stated.found, place);
  if (stated.state === 'class')
    yield* resource(context.subject).link(
      kdm.confidentialityClass,
      context.classIri(stated.definition),
    );
}

/** The five fields that the register itself demands (sources.md 2.2), and what was hidden in the export. */
function* missing(map: ProcessingMap): Iterable<Issue> {
  const { processing } = map;
  const withheld = processing.withheld ?? [];
  for (const field of withheld)
    yield issue('VALUE_WITHHELD', 'warning', { field: fieldName(map, field) });
  const required: readonly (readonly [string, unknown])[] = [
    ['behandlingen', processing.title],
    ['kategorier_personopplysninger', processing.categories],
    ['den_registrerte', processing.subjects],
    ['systemer', processing.systems],
  ];
  for (const [field, value] of required)
    if (value === undefined && !withheld.includes(field)) yield missingField(fieldName(map, field));
}

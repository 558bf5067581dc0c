/**
 * Parts of a process with an IRI of their own and its class (model.md 5.2 b, d, e, f).
 *   formaal, funksjonsomraade → dpv:Purpose · utlevering_ekstern_myndighet → dpv:ThirdParty
 *   planlagte_slettefrister, krav_slettefrister, oppbevaringsplikt → dpv:StorageDuration or StorageDeletion
 *   informering_til_registrerte → dpv:PrivacyNotice · opplysningskilde → dpv:DataSource · sikkerhetstiltak → fixed text
 */
import type { ResourceType } from '../../src/model/resource-type.js';
import { resource, type ResourceBuilder } from '../../src/rdf/resource.js';
import type { NamedNode, Quad } from '../../src/rdf/terms.js';
import { dct, dpv, kdm, skos, xsd } from '../../src/rdf/vocabularies.js';
import { parseDuration } from './duration.js';
import { purposesOf } from './map-concepts.js';
import { partIri, type ProcessingMap } from './map-context.js';

interface Part {
  readonly type: ResourceType;
  readonly link: NamedNode;
  readonly is: NamedNode;
  readonly texts: readonly (string | undefined)[];
}

export function* mapParts(map: ProcessingMap): Iterable<Quad> {
  const { processing } = map;
  yield* purpose(map);
  yield* storage(map);
  if (processing.discloses || processing.disclosure) {
    yield* part(map, {
      type: 'mottaker',
      link: dpv.hasRecipient,
      is: dpv.ThirdParty,
      texts: [processing.disclosure ?? 'Ekstern myndighet, ikke nærmere angitt'],
    });
  }
  const sources = [processing.dataSource, processing.externalSource];
  if (sources.some(Boolean)) {
    yield* part(map, {
      type: 'kilde',
      link: dpv.hasDataSource,
      is: dpv.DataSource,
      texts: sources,
    });
  }
  const notices = [...(processing.noticeLabels ?? []), processing.notice];
  if (notices.some(Boolean)) {
    yield* part(map, {
      type: 'informasjon',
      link: dpv.hasNotice,
      is: dpv.PrivacyNotice,
      texts: notices,
    });
  }
  if (processing.hasMeasures) {
    yield* part(map, {
      type: 'del',
      link: dpv.hasTechnicalOrganisationalMeasure,
      is: dpv.$.term('TechnicalOrganisationalMeasure'),
      texts: ['Beskrevet i internkontroll'],
    });
  }
}

function* purpose(map: ProcessingMap): Iterable<Quad> {
  const { processing, context } = map;
  const broader = purposesOf(context, processing.area);
  if (!processing.purpose && broader.length === 0) return;
  const made = started(map, {
    type: 'formal',
    link: dpv.hasPurpose,
    is: dpv.Purpose,
    texts: [processing.purpose],
  });
  yield* made.link;
  yield* made.node.link(skos.broader, ...broader);
}

function* storage(map: ProcessingMap): Iterable<Quad> {
  const { plannedErasure, requiredErasure, retentionDuty } = map.processing;
  const texts = [plannedErasure, requiredErasure, retentionDuty];
  if (!texts.some(Boolean)) return;
  // The plan counts; the duty to keep is only used when no plan is written.
  const duration = parseDuration(plannedErasure ?? requiredErasure ?? retentionDuty ?? '');
  const made = started(map, {
    type: 'lagring',
    link: dpv.hasStorageCondition,
    is: duration ? dpv.StorageDuration : dpv.StorageDeletion,
    texts,
  });
  yield* made.link;
  yield* made.node.value(dpv.hasDuration, duration, xsd.duration);
}

function* part(map: ProcessingMap, given: Part): Iterable<Quad> {
  const made = started(map, given);
  yield* made.link;
  yield* made.node;
}

function started(
  map: ProcessingMap,
  { type, link, is, texts }: Part,
): { readonly link: Iterable<Quad>; readonly node: ResourceBuilder } {
  const iri = partIri(map, type);
  const written = [...new Set(texts.filter(Boolean))].join('\n');
  const node = resource(iri)
    .a(is)
    .text(dct.description, written, 'nb')
    .link(kdm.recordClass, map.recordClass);
  return { link: resource(map.context.subject).link(link, iri), node };
}

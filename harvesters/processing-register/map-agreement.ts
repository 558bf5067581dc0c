/**
 * Processors, and that there is an agreement with them (model.md 5.2 d). Of the agreement its parties are known here, and
 * nothing else; it never becomes more open than the process or than the policy for agreements.
 */
import { links, missingField, reference, type Found } from '../../src/harvest/found.js';
import { alias } from '../../src/harvest/harvester.js';
import { stricterClass } from '../../src/harvest/stated-class.js';
import type { Iri } from '../../src/model/iri.js';
import type { Issue } from '../../src/model/issue.js';
import { resource } from '../../src/rdf/resource.js';
import type { Quad } from '../../src/rdf/terms.js';
import { dpv, kdm, VOCAB_BASE } from '../../src/rdf/vocabularies.js';
import { fieldName, keyOf, partIri, type ProcessingMap } from './map-context.js';
import type { Ref } from './payload.js';
import { namedAliases, shownRef } from './references.js';

const AGREEMENT_TYPES = `${VOCAB_BASE}kode/avtaletype`;
const PROCESSING_AGREEMENT = '1';

/** `owners`: whoever keeps the row is the municipality's party of the agreement. */
export function* mapProcessors(
  map: ProcessingMap,
  owners: readonly Found[],
): Iterable<Quad | Issue> {
  const { processing, context } = map;
  const found = (processing.processors ?? []).map((ref) => processor(map, ref));
  yield* links(context.subject, dpv.hasDataProcessor, found);
  if (processing.hasAgreement !== true && (processing.agreementCount ?? 0) === 0) return;
  const parties = { controllers: irisOf(owners), processors: irisOf(found) };
  // An agreement with nobody says nothing; whom it is with is what the row must tell.
  if (parties.processors.length > 0) yield* agreement(map, parties);
  else if (processing.processors === undefined)
    yield missingField(fieldName(map, 'navn_databehandler'));
}

function processor(map: ProcessingMap, ref: Ref): Found {
  const { id, name } = ref;
  const aliases = id
    ? [alias('kartoteket:leverandor', id)]
    : namedAliases(['leverandor'], 'leverandornavn', name ?? '');
  return reference(map.context, aliases, {
    field: fieldName(map, 'navn_databehandler'),
    shown: shownRef(ref),
  });
}

interface Parties {
  readonly controllers: readonly Iri[];
  readonly processors: readonly Iri[];
}

function* agreement(map: ProcessingMap, { controllers, processors }: Parties): Iterable<Quad> {
  const { context, recordClass } = map;
  const subject = partIri(map, 'avtale');
  const policy = context.recordClass('avtale', keyOf(subject));
  yield* resource(subject)
    .a(kdm.Agreement, dpv.DataProcessingAgreement)
    .link(kdm.agreementType, context.codes.find(AGREEMENT_TYPES, PROCESSING_AGREEMENT))
    .link(kdm.coversProcess, context.subject)
    .link(kdm.controllerParty, ...controllers)
    .link(kdm.processorParty, ...processors)
    .link(kdm.recordClass, stricterClass(context, recordClass, policy));
}

function irisOf(found: readonly Found[]): Iri[] {
  return found.flatMap((one) => ('iri' in one ? [one.iri] : []));
}

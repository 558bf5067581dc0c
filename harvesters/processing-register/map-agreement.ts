/**
 * Processors, and that there is an agreement with them (model.md 5.2 d). Of the agreement nothing but its existence is
 * known here; it never becomes more open than the process or than the policy for agreements.
 */
import { links, reference, type Found } from '../../src/harvest/found.js';
import { alias } from '../../src/harvest/harvester.js';
import { stricterClass } from '../../src/harvest/stated-class.js';
import type { Issue } from '../../src/model/issue.js';
import { resource } from '../../src/rdf/resource.js';
import type { Quad } from '../../src/rdf/terms.js';
import { dpv, kdm, VOCAB_BASE } from '../../src/rdf/vocabularies.js';
import { keyOf, partIri, type ProcessingMap } from './map-context.js';
import type { Ref } from './payload.js';
import { namedAliases, shownRef } from './references.js';

const AGREEMENT_TYPES = `${VOCAB_BASE}kode/avtaletype`;
const PROCESSING_AGREEMENT = '1';

export function* mapProcessors(map: ProcessingMap): Iterable<Quad | Issue> {
  const { processing, context } = map;
  const found = (processing.processors ?? []).map((ref) => processor(map, ref));
  yield* links(context.subject, dpv.hasDataProcessor, found);
  if (processing.hasAgreement === true || (processing.agreementCount ?? 0) > 0)
    yield* agreement(map, found);
}

function processor({ context }: ProcessingMap, ref: Ref): Found {
  const { id, name } = ref;
  const aliases = id
    ? [alias('kartoteket:leverandor', id)]
    : namedAliases(['leverandor'], 'leverandornavn', name ?? '');
  return reference(context, aliases, {
    field: 'navn_databehandler',
    shown: shownRef(ref),
  });
}

function* agreement(map: ProcessingMap, processors: readonly Found[]): Iterable<Quad> {
  const { context, recordClass } = map;
  const subject = partIri(map, 'avtale');
  const policy = context.recordClass('avtale', keyOf(subject));
  const parties = processors.flatMap((one) => ('iri' in one ? [one.iri] : []));
  yield* resource(subject)
    .a(kdm.Agreement, dpv.DataProcessingAgreement)
    .link(kdm.agreementType, context.codes.find(AGREEMENT_TYPES, PROCESSING_AGREEMENT))
    .link(kdm.coversProcess, context.subject)
    .link(kdm.processorParty, ...parties)
    .link(kdm.recordClass, stricterClass(context, recordClass, policy));
}

/** One reduced record → quads and findings. Pure: everything it knows comes in the context. */
import type { Issue } from '../../src/model/issue.js';
import type { MapContext, RawRecord } from '../../src/harvest/harvester.js';
import type { Quad } from '../../src/rdf/terms.js';
import type { RecordType } from './endpoints.js';
import type { KartoteketPayload, Payloads } from './fields.js';
import {
  mapCapability,
  mapCriticalFunction,
  mapIntegration,
  mapInterfaceType,
  mapPlatform,
  mapSoftware,
  mapUse,
} from './map-landscape.js';
import { mapOrganisation, mapSupplier, organisationPolicyType } from './map-organisation.js';
import { mapSystem } from './map-system.js';
import { Mapping } from './mapping.js';

const MAPPERS: { readonly [T in RecordType]: (mapping: Mapping<Payloads[T]>) => void } = {
  virksomhet: mapOrganisation,
  leverandor: mapSupplier,
  systemtype: mapInterfaceType,
  driftsplattform: mapPlatform,
  programvare: mapSoftware,
  'kritisk-funksjon': mapCriticalFunction,
  'kritisk-kapabilitet': mapCapability,
  // Los belongs to others (`own: false`): the engine does not map it, and there is nothing to say.
  los: () => undefined,
  system: mapSystem,
  systembruk: mapUse,
  systemintegrasjon: mapIntegration,
};

export function map(
  record: RawRecord<KartoteketPayload>,
  context: MapContext,
): Iterable<Quad | Issue> {
  const type = record.type as RecordType;
  const policyType =
    type === 'virksomhet' ? organisationPolicyType(record.payload as Payloads['virksomhet']) : type;
  // The payload is that of the record's type; the table cannot say so to the compiler.
  const mapper = MAPPERS[type] as (mapping: Mapping<unknown>) => void;
  const mapping = new Mapping<unknown>(record, context, policyType);
  mapper(mapping);
  return mapping.outputs();
}

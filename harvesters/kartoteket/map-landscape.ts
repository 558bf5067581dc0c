/**
 * What surrounds the systems (model.md 4.4): interface types and critical functions → skos:Concept of the municipality,
 * Driftsmodell → kdm:Platform, Programvare → kdm:Software, SystemBruk → kdm:SystemUse, SystemIntegration → kdm:Integration.
 */
import { dct, kdm, skos } from '../../src/rdf/vocabularies.js';
import type { Payloads } from './fields.js';
import { byCode, byDigit, byText, CRITICAL_CATEGORY, INTEGRATION_TYPE } from './labels.js';
import { delivery, rating } from './map-system.js';
import type { Mapping } from './mapping.js';
import { words } from './relations.js';

export function mapInterfaceType(mapping: Mapping<Payloads['systemtype']>): void {
  const { payload, to } = mapping;
  mapping.inScheme('systemtype', 'Systemtyper');
  to.text(skos.prefLabel, payload.navn, 'nb')
    .text(skos.definition, payload.definisjon, 'nb')
    .flag(kdm.hasUrl, payload.bool_har_url)
    .flag(kdm.isInfrastructure, payload.bool_er_infrastruktur)
    .flag(kdm.isIntegrationType, payload.bool_er_integrasjon);
  mapping.times(payload);
}

export function mapPlatform(mapping: Mapping<Payloads['driftsplattform']>): void {
  const { payload, to } = mapping;
  to.a(kdm.Platform)
    .text(dct.title, payload.navn, 'nb')
    .text(dct.description, payload.kommentar, 'nb');
  delivery(mapping, payload.plattformklassifisering, payload.bool_er_saas);
  const parent = { to: 'driftsplattform', keys: payload.overordnet_plattform } as const;
  mapping.refer(dct.isPartOf, 'overordnet_plattform', parent);
  mapping.times(payload);
}

export function mapSoftware(mapping: Mapping<Payloads['programvare']>): void {
  const { payload, to } = mapping;
  to.a(kdm.Software)
    .text(dct.title, payload.navn, 'nb')
    .text(dct.description, payload.beskrivelse, 'nb');
  for (const word of words(payload.alias)) to.text(skos.altLabel, word, 'nb');
  mapping.refer(kdm.supplier, 'leverandor', { to: 'leverandor', keys: payload.leverandor });
  mapping.times(payload);
}

export function mapCriticalFunction(mapping: Mapping<Payloads['kritisk-funksjon']>): void {
  const { payload, to } = mapping;
  const text = payload.kategori;
  mapping.inScheme('kritisk-funksjon', 'Kritiske samfunnsfunksjoner');
  to.text(skos.prefLabel, payload.navn, 'nb').text(skos.scopeNote, text, 'nb');
  // With or without its digit; the three categories have no code list, so the text is what is kept.
  const labels = [byText(CRITICAL_CATEGORY, text), byDigit(CRITICAL_CATEGORY, text)];
  if (labels.every((label) => label.found === 'unknown')) {
    const known = Object.values(CRITICAL_CATEGORY).join(', ');
    mapping.find('LABEL_UNKNOWN', { found: text ?? '', field: 'kategori', known }, skos.scopeNote);
  }
  mapping.times(payload);
}

export function mapCapability(mapping: Mapping<Payloads['kritisk-kapabilitet']>): void {
  const { payload, to } = mapping;
  mapping.inScheme('kritisk-kapabilitet', 'Kritiske kapabiliteter');
  to.text(skos.prefLabel, payload.navn, 'nb').text(skos.definition, payload.kategori, 'nb');
  mapping.refer(skos.broader, 'funksjon', { to: 'kritisk-funksjon', keys: payload.funksjon });
  mapping.times(payload);
}

export function mapUse(mapping: Mapping<Payloads['systembruk']>): void {
  const { payload, to } = mapping;
  to.a(kdm.SystemUse)
    .text(dct.description, payload.kommentar, 'nb')
    .integer(kdm.userCount, payload.antall_brukere);
  mapping.refer(kdm.system, 'system', { to: 'system', keys: payload.system });
  mapping.refer(kdm.user, 'virksomhet', { to: 'virksomhet', keys: payload.virksomhet });
  const manager = 'lokal_systemforvalter_virksomhet';
  mapping.refer(kdm.systemManager, manager, { to: 'virksomhet', keys: payload[manager] });
  const availability = 'lokal_tilgjengelighetsvurdering';
  rating(mapping, kdm.availabilityClass, availability, payload[availability]);
  const integrity = 'lokal_integritetsvurdering';
  rating(mapping, kdm.integrityClass, integrity, payload[integrity]);
}

export function mapIntegration(mapping: Mapping<Payloads['systemintegrasjon']>): void {
  const { payload, to } = mapping;
  to.a(kdm.Integration)
    .text(dct.description, payload.beskrivelse, 'nb')
    // Null is "unknown", and says nothing: it is not a no.
    .flag(kdm.transfersPersonalData, payload.bool_personopplysninger);
  mapping.refer(kdm.from, 'system_kilde', { to: 'system', keys: payload.system_kilde });
  mapping.refer(kdm.to, 'system_destinasjon', { to: 'system', keys: payload.system_destinasjon });
  const kind = payload.integrasjonstype;
  if (kind !== null) {
    const label = byCode(INTEGRATION_TYPE, String(kind.id).toLowerCase(), kind.navn);
    const field = { field: 'integrasjonstype', scheme: 'integrasjonstype' };
    const text = kind.navn ?? String(kind.id);
    mapping.code(kdm.integrationType, label, { ...field, labels: INTEGRATION_TYPE, text });
  }
  mapping.times(payload);
}

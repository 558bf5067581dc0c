/**
 * The one field table of each class (sources.md 1.2, 1.3): what a field is, where it goes and whether it may be kept.
 * A field that is not here is never kept. Taking a mark N away is a decision, and a test counts them.
 */
import type { RecordType } from './endpoints.js';
import type { Field, FieldTable, Kind, Mark, Payload } from './field-kinds.js';

type Rest = Pick<Field, 'required' | 'to'>;

function keep<const K extends Kind>(
  mark: Mark,
  kind: K,
  target: string,
  rest: Rest = {},
): Field<K> {
  return { kind, mark, target, ...rest };
}
function refer<const K extends 'ref' | 'refs'>(
  mark: Mark,
  kind: K,
  to: RecordType,
  target: string,
): Field<K> {
  return keep(mark, kind, target, { to });
}
const DROPPED: Field<'dropped'> = { kind: 'dropped', mark: 'N', target: '–' };
const PERSONS: Field<'count'> = { kind: 'count', mark: 'N', target: '– (antall)' };

const HEAD = {
  class: DROPPED,
  id: keep('I', 'id', 'kdm:sourceNumber', { required: 'value' }),
} as const;
const DATED = {
  ...HEAD,
  opprettet: keep('I', 'text', 'dct:created'),
  sist_oppdatert: keep('I', 'text', 'dct:modified'),
} as const;
const TITLE = keep('A', 'text', 'dct:title', { required: 'value' });

export const VIRKSOMHET = {
  ...DATED,
  virksomhetsnavn: keep('P', 'text', 'foaf:name', { required: 'value' }),
  orgnummer: keep('P', 'text', 'dct:identifier'),
  virksomhetsforkortelse: keep('P', 'text', 'skos:altLabel', { required: 'key' }),
  gamle_virksomhetsforkortelser: keep('P', 'text', 'skos:altLabel'),
  www_url: keep('P', 'text', 'foaf:homepage'),
  overordnede_virksomheter: refer('P', 'refs', 'virksomhet', 'org:subOrganizationOf'),
  klientplattform: DROPPED,
  office365_tenant: DROPPED,
  intranett_url: DROPPED,
  rolle_virksomhetsleder: PERSONS,
  rolle_uke_hovedkontakt: PERSONS,
  rolle_ikt_kontakt: PERSONS,
  rolle_autoriserte_bestillere_infotorg: PERSONS,
  rolle_autoriserte_bestillere_uketjenester: PERSONS,
  rolle_personvernkoordinator: PERSONS,
  rolle_informasjonssikkerhetskoordinator: PERSONS,
  rolle_uke_kam: PERSONS,
  rolle_arkitekturkontakter: PERSONS,
  rolle_ks_fiks_admins: PERSONS,
} as const satisfies FieldTable;

export const LEVERANDOR = {
  ...DATED,
  navn: keep('A', 'text', 'foaf:name', { required: 'value' }),
  orgnummer: keep('A', 'text', 'dct:identifier'),
  kontaktinfo: DROPPED,
  notater: DROPPED,
} as const satisfies FieldTable;

export const SYSTEMTYPE = {
  ...DATED,
  navn: keep('P', 'text', 'skos:prefLabel', { required: 'value' }),
  definisjon: keep('P', 'text', 'skos:definition'),
  bool_har_url: keep('P', 'flag', 'kdm:hasUrl'),
  bool_er_infrastruktur: keep('P', 'flag', 'kdm:isInfrastructure', { required: 'key' }),
  bool_er_integrasjon: keep('P', 'flag', 'kdm:isIntegrationType', { required: 'key' }),
} as const satisfies FieldTable;

export const DRIFTSPLATTFORM = {
  ...DATED,
  navn: keep('I', 'text', 'dct:title', { required: 'value' }),
  kommentar: keep('I', 'text', 'dct:description'),
  plattformklassifisering: keep('I', 'coded', 'kdm:deliveryModel'),
  overordnet_plattform: refer('I', 'ref', 'driftsplattform', 'dct:isPartOf'),
  bool_er_saas: keep('I', 'flag', 'kdm:deliveryModel'),
  // No property of ours says these; stricter than the source list, which would keep them inside.
  eier_virksomhet: DROPPED,
  bool_utviklingsplattform: DROPPED,
  bool_samarbeidspartner: DROPPED,
} as const satisfies FieldTable;

export const PROGRAMVARE = {
  ...DATED,
  navn: keep('I', 'text', 'dct:title', { required: 'value' }),
  alias: keep('I', 'text', 'skos:altLabel'),
  beskrivelse: keep('I', 'text', 'dct:description'),
  leverandor: refer('I', 'refs', 'leverandor', 'kdm:supplier'),
} as const satisfies FieldTable;

export const KRITISK_FUNKSJON = {
  ...DATED,
  navn: keep('I', 'text', 'skos:prefLabel', { required: 'value' }),
  kategori: keep('I', 'text', 'skos:scopeNote'),
} as const satisfies FieldTable;

export const KRITISK_KAPABILITET = {
  ...DATED,
  navn: keep('I', 'text', 'skos:prefLabel', { required: 'value' }),
  funksjon: refer('I', 'ref', 'kritisk-funksjon', 'skos:broader'),
  // Called a category by the source, but it is the description.
  kategori: keep('I', 'text', 'skos:definition'),
} as const satisfies FieldTable;

export const LOS = {
  ...DATED,
  los_external_id: keep('P', 'text', 'alias', { required: 'value' }),
  begrep: keep('P', 'text', 'alias'),
  ontologi: refer('P', 'ref', 'los', '–'),
  overordnede_begreper: DROPPED,
  bool_active: keep('P', 'flag', '–'),
} as const satisfies FieldTable;

export const SYSTEM = {
  ...DATED,
  kartotek_url: keep('I', 'text', 'dct:source'),
  navn: TITLE,
  visningsnavn: DROPPED,
  alias: keep('A', 'text', 'skos:altLabel'),
  beskrivelse: keep('A', 'text', 'dct:description'),
  livslop_status: keep('P', 'text', 'kdm:lifecycleStatus', { required: 'key' }),
  ibruk: keep('I', 'flag', 'kdm:inUse'),
  urler: keep('A', 'texts', 'foaf:page'),
  systemtyper: { ...refer('P', 'refs', 'systemtype', 'kdm:interfaceType'), required: 'key' },
  programvarer: refer('I', 'refs', 'programvare', 'kdm:software'),
  eierskapsmodell: keep('P', 'text', 'kdm:ownershipModel'),
  systemeier_virksomhet: refer('P', 'ref', 'virksomhet', 'kdm:systemOwner'),
  systemforvalter_virksomhet: {
    ...refer('P', 'ref', 'virksomhet', 'kdm:systemManager'),
    required: 'value',
  },
  systemforvalter_orgenhet_ouid: keep('I', 'unit', 'kdm:managingUnit'),
  forvaltning_epost: keep('A', 'text', 'dcat:contactPoint'),
  driftsplattform: refer('I', 'ref', 'driftsplattform', 'kdm:operatedOn'),
  bool_egenutviklet: keep('P', 'flag', 'kdm:inHouse'),
  bool_saas: keep('A', 'flag', 'kdm:deliveryModel'),
  plattformklassifisering: keep('A', 'coded', 'kdm:deliveryModel'),
  konfidensialitet: keep('I', 'class', 'kdm:confidentialityClass', { required: 'key' }),
  tilgjengelighet: keep('I', 'text', 'kdm:availabilityClass'),
  integritetsvurdering: keep('I', 'text', 'kdm:integrityClass'),
  kommune_los: refer('P', 'refs', 'los', 'dcat:theme'),
  dsb_kapabilitet: refer('I', 'refs', 'kritisk-kapabilitet', 'kdm:criticalCapability'),
  systemleverandor: refer('A', 'refs', 'leverandor', 'kdm:supplier'),
  basisdriftleverandor: refer('I', 'refs', 'leverandor', 'kdm:hostingProvider'),
  applikasjonsdriftleverandor: refer('I', 'refs', 'leverandor', 'kdm:operatingProvider'),
  systemeier_kontaktpersoner: { ...PERSONS, target: 'kdm:ownerContactCount' },
  systemforvalter_kontaktpersoner: { ...PERSONS, target: 'kdm:managerContactCount' },
  superbrukere: DROPPED,
  nokkelpersonell: DROPPED,
  teknisk_egnethet: DROPPED,
  strategisk_egnethet: DROPPED,
  funksjonell_egnethet: DROPPED,
  service_offerings_external_id: DROPPED,
  service_offerings_navn: DROPPED,
} as const satisfies FieldTable;

export const SYSTEMBRUK = {
  ...HEAD,
  kommentar: keep('I', 'text', 'dct:description'),
  antall_brukere: keep('I', 'number', 'kdm:userCount'),
  system: { ...refer('P', 'ref', 'system', 'kdm:system'), required: 'value' },
  virksomhet: { ...refer('P', 'ref', 'virksomhet', 'kdm:user'), required: 'value' },
  // Rating words ("🟡3 Moderat"), not a class of the scheme: dropped, so that nobody can mistake it for one.
  lokal_konfidensialitetsvurdering: DROPPED,
  lokal_integritetsvurdering: keep('I', 'text', 'kdm:integrityClass'),
  lokal_tilgjengelighetsvurdering: keep('I', 'text', 'kdm:availabilityClass'),
  lokal_systemforvalter_virksomhet: refer('I', 'ref', 'virksomhet', 'kdm:systemManager'),
  lokal_systemforvalter_kontaktpersoner: PERSONS,
  lokal_systemeier_kontaktpersoner: PERSONS,
} as const satisfies FieldTable;

export const SYSTEMINTEGRASJON = {
  ...DATED,
  system_kilde: { ...refer('I', 'ref', 'system', 'kdm:from'), required: 'value' },
  system_destinasjon: { ...refer('I', 'ref', 'system', 'kdm:to'), required: 'value' },
  integrasjonstype: keep('I', 'coded', 'kdm:integrationType'),
  bool_personopplysninger: keep('A', 'flag', 'kdm:transfersPersonalData', { required: 'key' }),
  beskrivelse: keep('I', 'text', 'dct:description'),
} as const satisfies FieldTable;

export const FIELDS = {
  virksomhet: VIRKSOMHET,
  leverandor: LEVERANDOR,
  systemtype: SYSTEMTYPE,
  driftsplattform: DRIFTSPLATTFORM,
  programvare: PROGRAMVARE,
  'kritisk-funksjon': KRITISK_FUNKSJON,
  'kritisk-kapabilitet': KRITISK_KAPABILITET,
  los: LOS,
  system: SYSTEM,
  systembruk: SYSTEMBRUK,
  systemintegrasjon: SYSTEMINTEGRASJON,
} as const satisfies Readonly<Record<RecordType, FieldTable>>;

/** What is kept of a record, by its type. A system also knows its manager's abbreviations: `fetch` joins them in. */
export type Payloads = {
  readonly [T in RecordType]: Payload<(typeof FIELDS)[T]> &
    (T extends 'system' ? { readonly forvalterforkortelser: readonly string[] } : unknown);
};
export type KartoteketPayload = Payloads[RecordType];

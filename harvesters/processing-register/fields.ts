/**
 * The field table (sources.md 2.2). Marks: P may be projected · A after approval · I internal only · N never kept.
 * A field without `to` is known and dropped before anything is kept; a field that is not here is dropped and reported.
 */
import type { Columns } from '../../src/harvest/columns.js';
import { dpiaNeed } from './dpia-need.js';
import type { Processing } from './payload.js';
import {
  bases,
  categories,
  count,
  countries,
  flag,
  label,
  labels,
  presence,
  reference,
  references,
  subjects,
  text,
  type Reader,
} from './readers.js';

export type Mark = 'P' | 'A' | 'I' | 'N';
export interface FieldRule {
  readonly mark: Mark;
  readonly to?: keyof Processing;
  readonly reader?: Reader;
  /** Headers of the same column in spreadsheets: 2019 protocol, later page, Datatilsynet's and Draftit's forms. */
  readonly headers: readonly string[];
}

function kept(mark: Mark, to: keyof Processing, reader: Reader, ...headers: string[]): FieldRule {
  return { mark, to, reader, headers };
}
function dropped(mark: Mark, ...headers: string[]): FieldRule {
  return { mark, headers };
}

export const FIELDS: Readonly<Record<string, FieldRule>> = {
  class: dropped('I'),
  id: kept('I', 'id', text, 'behandling_id', 'behandlings-id'),
  opprettet: kept('I', 'created', text, 'registrert dato'),
  sist_oppdatert: kept('I', 'modified', text, 'sist endret', 'sist oppdatert'),
  informasjon_kvalitetssikret: kept('I', 'isQualityAssured', flag, 'kvalitetssikret'),
  behandlingsansvarlig: kept(
    'P',
    'owner',
    reference,
    ...['virksomhet', 'behandlingsansvarleg'],
    ...['verksemd', 'registrert av', 'controller'],
  ),
  // Not in the register as it is: where a unit confirms who decides on the purpose (GDPR art. 4 no. 7).
  bekreftet_behandlingsansvarlig: kept('P', 'controller', reference),
  internt_ansvarlig: kept('I', 'unit', text, 'avdeling', 'enhet', 'eining', 'unit'),
  funksjonsomraade: kept('A', 'area', text, 'funksjonsområde', 'function area'),
  behandlingen: kept(
    'A',
    'title',
    text,
    ...['behandling', 'behandlinga', 'aktivitet'],
    ...['behandlingsaktivitet', 'kort beskrivelse', 'processing activity'],
  ),
  formaal: kept('A', 'purpose', text, 'formål', 'føremål', 'formål med behandlingen', 'purpose'),
  den_registrerte: kept(
    'P',
    'subjects',
    subjects,
    ...['registrerte', 'de registrerte'],
    ...['kategorier av registrerte', 'kategori registrerte', 'data subjects'],
  ),
  kategorier_personopplysninger: kept(
    'P',
    'categories',
    categories,
    ...['opplysninger', 'opplysningar'],
    ...['personopplysninger', 'kategorier av personopplysninger', 'personal data'],
  ),
  behandlingsgrunnlag_valg: kept(
    'P',
    'bases',
    bases,
    'behandlingsgrunnlag',
    'rettslig grunnlag',
    'legal basis',
  ),
  behandlingsgrunnlag_utdyping: kept('A', 'lawText', text, 'særlov', 'nasjonal lov'),
  behandlingsgrunnlag_saerlige_kategorier: kept(
    'A',
    'specialBasisText',
    text,
    'grunnlag særlige kategorier',
  ),
  opplysningskilde: kept('A', 'dataSource', text, 'kilde', 'kilder', 'kjelde', 'sources'),
  innhenting_ekstern_myndighet: dropped('A'),
  innhenting_ekstern_myndighet_utdyping: kept('A', 'externalSource', text),
  systemer: kept(
    'P',
    'systems',
    references,
    ...['system', 'systemer og programvarer'],
    ...['it-system', 'fagsystem', 'systems'],
  ),
  navn_databehandler: kept(
    'A',
    'processors',
    references,
    ...['eksterne databehandlere'],
    ...['databehandler', 'databehandlere', 'processors'],
  ),
  databehandleravtaler: kept('I', 'agreementCount', count),
  databehandleravtale_status_boolean: kept(
    'A',
    'hasAgreement',
    flag,
    'skriftlig avtale',
    'databehandleravtale',
  ),
  utlevering_ekstern_myndighet: kept('A', 'discloses', flag),
  utlevering_ekstern_myndighet_utdyping: kept(
    'A',
    'disclosure',
    text,
    'mottakere',
    'mottakarar',
    'utleveringer',
    'recipients',
  ),
  utlevering_utenfor_EU: kept(
    'A',
    'transfersOut',
    flag,
    'overføring utenfor EU',
    'utlevering utenfor EU/EØS',
  ),
  garantier_overforing: kept('A', 'transferTool', text, 'overføringsgrunnlag', 'garantier'),
  tjenesteleveranse_land: kept('A', 'countries', countries, 'land'),
  // Only in tables: yes or no, or the names of the countries.
  tredjeland: kept('A', 'thirdCountry', text, 'tredjestat', 'third country'),
  planlagte_slettefrister: kept(
    'A',
    'plannedErasure',
    text,
    ...['slettefrist', 'slettefrister'],
    ...['tidsfrist for sletting', 'lagringstid', 'retention'],
  ),
  krav_slettefrister: kept('A', 'requiredErasure', text),
  oppbevaringsplikt: kept('A', 'retentionDuty', text),
  informering_til_registrerte: kept('A', 'notice', text, 'informasjon til registrerte'),
  informering_til_registrerte_valg: kept('A', 'noticeLabels', labels),
  innsyn_egenkontroll: kept('A', 'hasAccessRight', presence, 'innsyn'),
  rette_opplysninger: kept('A', 'hasRectification', presence, 'retting'),
  fellesbehandling: kept('P', 'isShared', flag, 'felles', 'felles behandling', 'shared'),
  krav_sikkerhetsnivaa: kept(
    'I',
    'securityClass',
    label,
    'krav sikkerhetsnivå',
    'sikkerhetsnivå',
    'konfidensialitet',
  ),
  // The outside text is always "beskrevet i internkontroll": that measures are described is all the graph needs.
  sikkerhetstiltak: kept('I', 'hasMeasures', presence, 'tiltak', 'security measures'),
  behovForDPIA: kept('I', 'dpia', dpiaNeed, 'behov for DPIA'),
  avsluttet: kept('I', 'ended', text, 'slettet', 'slettet dato', 'avsluttet dato'),
  begrensning_tilgang: dropped('I'),
  tilgang_opplysninger: dropped('I', 'enheter med tilgang'),
  den_registrerte_hovedkateogi: dropped('P'),
  relasjon_registrerte: dropped('P'),
  den_registrerte_detaljer: dropped('A'),
  relasjon_registrerte_detaljer: dropped('A'),
  personopplysninger_utdyping: dropped('A'),
  antall_registrerte: dropped('I', 'antall registrerte'),
  valgfriget_registrerte: dropped('I', 'valgfrihet'),
  den_registrerte_sarbare_grupper: dropped('I'),
  programvarer: dropped('P'),
  databehandleravtale_status: dropped('I'),
  utlevering_registrerte_samtykke: dropped('I'),
  utlevering_registrerte_samtykke_utdyping: dropped('I'),
  sikre_dataminimalisering: dropped('I'),
  kopiert: dropped('P'),
  hoy_personvernrisiko: dropped('I'),
  ekstern_DPIA_url: dropped('I'),
  kommunens_maler: dropped('I'),
  kommunens_maler_hvis_nei: dropped('I'),
  ny_endret_prosess: dropped('I'),
  forventet_bruk: dropped('I'),
  frekvens_behandling: dropped('I'),
  frekvens_innsamling: dropped('I'),
  dpia_tidligere_brudd: dropped('N', 'avvik', 'brudd', 'tidligere brudd'),
  tidligere_brudd: dropped('N'),
  oppdateringsansvarlig: dropped('N', 'kontaktperson', 'e-post', 'mobil', 'telefon'),
  virksomhet_blacklist: dropped('N'),
  // Buttons of the page, saved with the table.
  rediger: dropped('N'),
  slett: dropped('N'),
};

/** Fields of the carrier that follow a pattern: the steps of a DPIA are many and none is mapped. */
export const DROPPED_PATTERN = /^(dpia_|frekvens_)/;

export const COLUMNS = Object.fromEntries(
  Object.entries(FIELDS).map(([field, { headers }]): [string, readonly string[]] => [
    field,
    headers,
  ]),
) as Columns<string>;

export const REQUIRED = [
  'behandlingsansvarlig',
  'behandlingen',
  'kategorier_personopplysninger',
  'den_registrerte',
  'systemer',
] as const;

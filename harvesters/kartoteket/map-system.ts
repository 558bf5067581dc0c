/**
 * System → kdm:System, never a dcat resource of its own (model.md 4.4, 5.1).
 *   navn → dct:title · alias → skos:altLabel · beskrivelse → dct:description · urler → foaf:page, if a steward says citizens
 *   livslop_status, ibruk → kdm:lifecycleStatus, inUse · eierskapsmodell → kdm:ownershipModel · konfidensialitet → kdm:confidentialityClass
 *   references → systemOwner, systemManager, interfaceType, software, operatedOn, supplier, hostingProvider, operatingProvider,
 *   criticalCapability · *_kontaktpersoner → kdm:ownerContactCount, managerContactCount (how many, never who) · kommune_los → dcat:theme · forvaltning_epost → dcat:contactPoint
 */
import { links, webAddress } from '../../src/harvest/found.js';
import { heldText, scanText } from '../../src/model/text-scan.js';
import { tryIri } from '../../src/model/iri.js';
import { dct, dpv, foaf, kdm, skos } from '../../src/rdf/vocabularies.js';
import type { RecordType } from './endpoints.js';
import type { Payloads } from './fields.js';
import {
  byCode,
  byDigit,
  byText,
  HOSTING,
  HOSTING_CODES,
  LIFECYCLE,
  OUT_OF_USE,
  OWNERSHIP,
  RATING,
  readClass,
  writtenClasses,
} from './labels.js';
import { projectCode, type Mapping } from './mapping.js';
import { roleContact, unit } from './map-system-parts.js';
import { themes } from './map-theme.js';
import { words } from './relations.js';

type System = Payloads['system'];
type SystemMapping = Mapping<System>;

export function mapSystem(mapping: SystemMapping): void {
  const { payload, to } = mapping;
  to.a(kdm.System, dpv.Technology)
    .text(dct.title, payload.navn, 'nb')
    .text(dct.description, payload.beskrivelse, 'nb')
    .flag(kdm.inHouse, payload.bool_egenutviklet)
    .integer(kdm.ownerContactCount, payload.systemeier_kontaktpersoner)
    .integer(kdm.managerContactCount, payload.systemforvalter_kontaktpersoner)
    .link(dct.source, tryIri(payload.kartotek_url ?? ''));
  otherNames(mapping);
  mapping.times(payload);
  lifecycle(mapping);
  ownership(mapping);
  confidentiality(mapping);
  delivery(mapping, payload.plattformklassifisering, payload.bool_saas);
  rating(mapping, kdm.availabilityClass, 'tilgjengelighet', payload.tilgjengelighet);
  rating(mapping, kdm.integrityClass, 'integritetsvurdering', payload.integritetsvurdering);
  references(mapping);
  themes(mapping, payload.kommune_los);
  pages(mapping);
  unit(mapping);
  roleContact(mapping);
}

/** Read before it is split: a telephone number in pieces would pass any later look (H19). */
function otherNames(mapping: SystemMapping): void {
  const { payload, to } = mapping;
  const risk = scanText(payload.alias ?? '', []);
  if (risk) mapping.add([heldText('alias', risk)]);
  else for (const word of words(payload.alias)) to.text(skos.altLabel, word, 'nb');
}

function lifecycle(mapping: SystemMapping): void {
  const { payload, to } = mapping;
  const text = payload.livslop_status;
  const label = byDigit(LIFECYCLE, text);
  const field = { field: 'livslop_status', scheme: 'livslop', labels: LIFECYCLE, text };
  mapping.code(kdm.lifecycleStatus, label, field);
  to.flag(kdm.inUse, payload.ibruk);
  if (label.found !== 'code' || payload.ibruk === null) return;
  if (payload.ibruk !== OUT_OF_USE.includes(label.code)) return;
  const found = payload.ibruk ? 'ja' : 'nei';
  mapping.find('IN_USE_MISMATCH', { found, status: LIFECYCLE[label.code] ?? '' }, kdm.inUse);
}

function ownership(mapping: SystemMapping): void {
  const text = mapping.payload.eierskapsmodell;
  const field = { field: 'eierskapsmodell', scheme: 'eierskapsmodell', labels: OWNERSHIP, text };
  mapping.code(kdm.ownershipModel, byText(OWNERSHIP, text), field);
}

function confidentiality(mapping: SystemMapping): void {
  const { payload, context, to } = mapping;
  const value = payload.konfidensialitet;
  const read = readClass(context.scheme, value);
  if (read.found === 'class') to.link(kdm.confidentialityClass, context.classIri(read.definition));
  if (read.found === 'class' || read.found === 'none') return;
  const found = typeof value === 'string' ? value : JSON.stringify(value);
  const known = writtenClasses(context.scheme, typeof value === 'string').join(', ');
  const code = read.found === 'conflict' ? 'CLASS_CONFLICT' : 'CLASS_UNKNOWN';
  mapping.find(code, { field: 'konfidensialitet', found, known }, kdm.confidentialityClass);
}

/** Only `true` says anything of SaaS: the source writes false also where the platform is unknown. */
export function delivery(
  mapping: Mapping<unknown>,
  platform: System['plattformklassifisering'],
  saas: boolean | null,
): void {
  if (saas === true) {
    mapping.to.link(kdm.deliveryModel, projectCode('leveransemodell', 'saas'));
    return;
  }
  if (platform === null) return;
  const text = platform.navn;
  const label = byCode(HOSTING, HOSTING_CODES[String(platform.id)], text);
  const field = { field: 'plattformklassifisering', scheme: 'leveransemodell', labels: HOSTING };
  mapping.code(kdm.deliveryModel, label, { ...field, text: text ?? String(platform.id) });
}

export function rating(
  mapping: Mapping<unknown>,
  predicate: typeof kdm.availabilityClass,
  field: string,
  text: string | null,
): void {
  const label = byDigit(RATING, text);
  mapping.code(predicate, label, { field, scheme: 'konsekvens', labels: RATING, text });
}

function references(mapping: SystemMapping): void {
  const { payload } = mapping;
  const list: readonly (readonly [typeof kdm.supplier, keyof System, RecordType])[] = [
    [kdm.systemOwner, 'systemeier_virksomhet', 'virksomhet'],
    [kdm.systemManager, 'systemforvalter_virksomhet', 'virksomhet'],
    [kdm.interfaceType, 'systemtyper', 'systemtype'],
    [kdm.software, 'programvarer', 'programvare'],
    [kdm.operatedOn, 'driftsplattform', 'driftsplattform'],
    [kdm.criticalCapability, 'dsb_kapabilitet', 'kritisk-kapabilitet'],
    [kdm.supplier, 'systemleverandor', 'leverandor'],
    [kdm.hostingProvider, 'basisdriftleverandor', 'leverandor'],
    [kdm.operatingProvider, 'applikasjonsdriftleverandor', 'leverandor'],
  ];
  for (const [predicate, field, to] of list) {
    const keys = payload[field] as string | null | readonly string[];
    mapping.refer(predicate, field, { to, keys });
  }
}

/** The API does not say who an address is for. The table `systemadresser` (adresse, malgruppe) lists those for citizens. */
function pages(mapping: SystemMapping): void {
  const { payload, context } = mapping;
  const table = context.table('systemadresser');
  const citizens = payload.urler.filter(
    (url) => table?.get(url.trim())?.['malgruppe']?.trim().toLowerCase() === 'innbyggere',
  );
  mapping.add(
    links(
      context.subject,
      foaf.page,
      citizens.map((url) => webAddress(url, 'urler')),
    ),
  );
}

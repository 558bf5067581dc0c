/** Which columns a property comes from, for findings: the same pairs as the mappers, the other way. */
import type { PropertyColumns } from '../../src/harvest/harvester.js';
import type { NamedNode } from '../../src/rdf/terms.js';
import {
  adms,
  cv,
  dcat,
  dcatap,
  dcatno,
  dct,
  foaf,
  kdm,
  prov,
  vcard,
} from '../../src/rdf/vocabularies.js';
import { TABLES, type Field } from './columns.js';

const COLUMNS: readonly (readonly [NamedNode, ...Field[]])[] = [
  [dct.title, 'tittel_nb', 'tittel_nn', 'tittel_en'],
  [dct.description, 'beskrivelse_nb', 'beskrivelse_nn', 'beskrivelse_en'],
  [dcat.keyword, 'nokkelord_nb', 'nokkelord_nn', 'nokkelord_en'],
  [dct.publisher, 'utgiver'],
  [dcat.contactPoint, 'kontakt'],
  [dcat.theme, 'tema', 'los'],
  [dct.accessRights, 'tilgang'],
  [kdm.confidentialityClass, 'konfidensialitet'],
  [kdm.recordClass, 'postklasse'],
  [dcatap.applicableLegislation, 'hjemmel', 'vernede_data', 'hvd'],
  [dcatap.hvdCategory, 'hvd_kategori'],
  [dct.accrualPeriodicity, 'frekvens'],
  [dct.issued, 'utgitt'],
  [dct.modified, 'endret'],
  [dct.temporal, 'dekning_fra', 'dekning_til'],
  [dct.spatial, 'geografi'],
  [dct.language, 'sprak'],
  [dct.subject, 'begrep'],
  [dct.conformsTo, 'samsvar'],
  [dct.format, 'format'],
  [dct.license, 'lisens'],
  [dcat.landingPage, 'landingsside'],
  [foaf.page, 'dokumentasjon'],
  [kdm.serviceQuality, 'tjenestekvalitet'],
  [kdm.apiWaiver, 'hvd_uten_api'],
  [kdm.bulkWaiver, 'hvd_uten_nedlasting'],
  [dct.rights, 'vilkar_nb', 'vilkar_nn', 'vilkar_en'],
  [dcatno.accessRequestURL, 'sok_tilgang'],
  [cv.hasCost, 'gebyr_kroner', 'gebyr_nb', 'gebyr_nn', 'gebyr_en'],
  [dcat.byteSize, 'bytes'],
  [adms.status, 'status'],
  [dcat.inSeries, 'serie'],
  [dcat.prev, 'forrige'],
  [dcat.first, 'forste'],
  [dcat.last, 'siste'],
  [prov.wasDerivedFrom, 'avledet_av'],
  [prov.qualifiedAttribution, 'dataeier'],
  [kdm.anonymisedBy, 'anonymisert_ved'],
  [kdm.effectivePrivacyLevel, 'personvernniva'],
  [kdm.differingAccessRights, 'tilgang'],
  [prov.wasGeneratedBy, 'opphav'],
  [kdm.storedIn, 'system_id'],
  [kdm.processedBy, 'behandling_id'],
  [kdm.privacyLevel, 'personvernniva'],
  [kdm.policyArea, 'politikkomrade'],
  [kdm.dataLayer, 'lag'],
  [dcatap.availability, 'tilgjengelighet'],
  [dcat.mediaType, 'medietype'],
  [dcat.accessURL, 'tilgangs_url', 'fil'],
  [dcat.downloadURL, 'nedlastings_url', 'fil'],
  [dcat.accessService, 'tjeneste'],
  [dcat.endpointURL, 'endepunkt'],
  [dcat.endpointDescription, 'endepunktbeskrivelse'],
  [dcat.servesDataset, 'datasett'],
  [vcard.fn, 'navn'],
  [vcard.hasEmail, 'epost'],
  [vcard.hasURL, 'url'],
];

/** Each table has some of the columns. */
export const PROPERTY_COLUMNS: PropertyColumns = Object.fromEntries(
  Object.values(TABLES).map(({ type, columns }) => [
    type,
    COLUMNS.flatMap(([property, ...all]) => {
      const own = all.filter((column) => Object.hasOwn(columns.columns, column));
      return own.length === 0 ? [] : [[property, own.join(', ')] as const];
    }),
  ]),
);

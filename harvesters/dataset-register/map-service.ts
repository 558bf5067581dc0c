/** apier → dcat:DataService (DCAT-AP-NO 3, Datatjeneste): one endpoint, licence and status of its own. */
import { manyValues } from '../../src/harvest/cell-values.js';
import { links, missingField, webAddress } from '../../src/harvest/found.js';
import type { RawRecord } from '../../src/harvest/harvester.js';
import type { Issue } from '../../src/model/issue.js';
import { resource } from '../../src/rdf/resource.js';
import type { Quad } from '../../src/rdf/terms.js';
import { adms, dcat, dcatap, dct, foaf, kdm } from '../../src/rdf/vocabularies.js';
import { accessStatements, recordClassOf, recordClassStatements } from './access.js';
import {
  addresses,
  codes,
  identifierOf,
  onlyQuads,
  laws,
  publisherAndContact,
  references,
  texts,
  themesOf,
  type RegisterContext,
} from './map-resource.js';
import { highValue } from './high-value.js';
import type { RegisterPayload } from './payload.js';

export function* mapService(
  { payload, type, key }: RawRecord<RegisterPayload>,
  context: RegisterContext,
): Iterable<Quad | Issue> {
  const { cells } = payload;
  const given = { cells, context };
  const { subject } = context;
  const recordClass = recordClassOf(given, { type, key });
  yield* resource(subject).a(dcat.DataService).value(dct.identifier, identifierOf(subject));
  yield* texts(dct.title, cells, 'tittel', context);
  yield* texts(dct.description, cells, 'beskrivelse', context);
  yield* texts(dcat.keyword, cells, 'nokkelord', context);
  yield* publisherAndContact(cells, context);
  yield* themesOf(given);
  if (cells.endepunkt)
    yield* links(subject, dcat.endpointURL, [webAddress(cells.endepunkt, 'endepunkt')]);
  else yield missingField('endepunkt');
  yield* addresses(dcat.endpointDescription, 'endepunktbeskrivelse', given);
  yield* addresses(foaf.page, 'dokumentasjon', given);
  // A page like any other to portals; ours tell what it is about (Regulation (EU) 2023/138 article 3(3)).
  yield* addresses(kdm.serviceQuality, 'tjenestekvalitet', given);
  yield* onlyQuads(addresses(foaf.page, 'tjenestekvalitet', given));
  yield* addresses(dcat.landingPage, 'landingsside', given);
  yield* addresses(dct.conformsTo, 'samsvar', given);
  yield* codes(dct.license, 'licence', 'lisens', given);
  yield* codes(dct.format, 'file-type', 'format', given);
  yield* codes(adms.status, 'distribution-status', 'status', given);
  yield* codes(dcatap.availability, 'planned-availability', 'tilgjengelighet', given);
  yield* references(dcat.servesDataset, ['datasett'], 'datasett', given);
  // A service of high-value datasets bears their categories unless it states its own.
  const own = manyValues(cells.hvd_kategori);
  const categories = own.length > 0 ? own : (payload.hvdCategories ?? []);
  yield* highValue(categories, given, { withCategory: true });
  yield* accessStatements(given);
  yield* recordClassStatements(given, recordClass);
  yield* laws(given, recordClass);
}

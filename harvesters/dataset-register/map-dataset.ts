/**
 * datasett → dcat:Dataset (DCAT-AP-NO 3, Datasett; columns shared with others in map-resource.ts).
 *   frekvens → dct:accrualPeriodicity · sprak → dct:language · opphav → prov:wasGeneratedBy · geografi → dct:spatial
 *   dekning_fra, dekning_til → dct:temporal · serie, forrige → dcat:inSeries, dcat:prev · avledet_av → prov:wasDerivedFrom
 *   system_id → kdm:storedIn · behandling_id → kdm:processedBy · begrep → dct:subject · politikkomrade → kdm:policyArea
 *   anonymisert_ved → kdm:anonymisedBy · dataeier → prov:qualifiedAttribution with the role rolle:dataeier
 *   personvernniva → kdm:privacyLevel · lag → kdm:dataLayer · status trukket → adms:status WITHDRAWN
 */
import { manyValues } from '../../src/harvest/cell-values.js';
import { links, missingField, timeValue, webAddress, type Found } from '../../src/harvest/found.js';
import { alias, type RawRecord } from '../../src/harvest/harvester.js';
import { issue, type Issue } from '../../src/model/issue.js';
import { iri, type Iri } from '../../src/model/iri.js';
import { resource } from '../../src/rdf/resource.js';
import type { Quad } from '../../src/rdf/terms.js';
import {
  adms,
  dcat,
  dct,
  euTable,
  foaf,
  kdm,
  prov,
  VOCAB_BASE,
} from '../../src/rdf/vocabularies.js';
import { accessStatements, isAlreadyOpen, recordClassOf, recordClassStatements } from './access.js';
import {
  addresses,
  codes,
  identifierOf,
  laws,
  publisherAndContact,
  references,
  texts,
  themesOf,
  type Given,
  type RegisterContext,
} from './map-resource.js';
import { highValue, waivers } from './high-value.js';
import type { RegisterPayload } from './payload.js';
import { protectedData } from './protected-data.js';

const WITHDRAWN = iri(`${euTable('distribution-status')}/WITHDRAWN`);
const NO_PERSONAL_DATA = iri(`${VOCAB_BASE}kode/personvern/0`);
const DATA_OWNER = iri(`${VOCAB_BASE}kode/rolle/dataeier`);
const PROVENANCE = { scheme: 'https://data.norge.no/vocabulary/provenance-activity-type' };

export function* mapDataset(
  { payload, type, key }: RawRecord<RegisterPayload>,
  context: RegisterContext,
): Iterable<Quad | Issue> {
  const given = { cells: payload.cells, context };
  const recordClass = recordClassOf(given, { type, key });
  yield* resource(context.subject)
    .a(dcat.Dataset)
    .value(dct.identifier, identifierOf(context.subject));
  yield* describe(given);
  yield* publisherAndContact(payload.cells, context);
  yield* accessStatements(given);
  yield* recordClassStatements(given, recordClass);
  yield* laws(given, recordClass);
  yield* highValue(manyValues(payload.cells.hvd_kategori), given, { withCategory: true });
  yield* waivers(given);
  yield* protectedData(given, recordClass);
  yield* coverage(given, recordClass);
  yield* relations(given, payload.distributions ?? []);
  yield* governance(given);
  yield* dataOwner(given, recordClass);
}

function* describe(given: Given): Iterable<Quad | Issue> {
  const { cells, context } = given;
  const { subject } = context;
  yield* texts(dct.title, cells, 'tittel', context);
  yield* texts(dct.description, cells, 'beskrivelse', context);
  yield* texts(dcat.keyword, cells, 'nokkelord', context);
  yield* themesOf(given);
  yield* codes(dct.accrualPeriodicity, 'frequency', 'frekvens', given);
  yield* codes(dct.language, 'language', 'sprak', given);
  yield* codes(prov.wasGeneratedBy, PROVENANCE, 'opphav', given);
  yield* timeValue(subject, { predicate: dct.issued, field: 'utgitt' }, cells.utgitt);
  yield* timeValue(subject, { predicate: dct.modified, field: 'endret' }, cells.endret);
  yield* addresses(dcat.landingPage, 'landingsside', given);
  yield* addresses(foaf.page, 'dokumentasjon', given);
  yield* addresses(dct.conformsTo, 'samsvar', given);
  for (const field of ['tittel_nb', 'beskrivelse_nb', 'tema'] as const)
    if (!cells[field]) yield missingField(field);
}

/** `kommune` is the municipality itself; anything else must be an IRI. */
function* coverage(given: Given, recordClass: Iri | undefined): Iterable<Quad | Issue> {
  const { cells, context } = given;
  const { municipalitySpatial } = context.source.options;
  const places = manyValues(cells.geografi).map((text): Found => {
    const isOwn = text.toLowerCase() === 'kommune' && municipalitySpatial !== undefined;
    return isOwn ? { iri: municipalitySpatial } : webAddress(text, 'geografi');
  });
  yield* links(context.subject, dct.spatial, places);
  if (!cells.dekning_fra && !cells.dekning_til) return;
  const period = context.mint('periode', identifierOf(context.subject));
  const start = { predicate: dcat.startDate, field: 'dekning_fra' };
  const end = { predicate: dcat.endDate, field: 'dekning_til' };
  const bounds = [
    ...timeValue(period, start, cells.dekning_fra),
    ...timeValue(period, end, cells.dekning_til),
  ];
  yield* bounds;
  if (bounds.every((one) => 'code' in one)) return;
  yield* resource(context.subject).link(dct.temporal, period);
  yield* resource(period).a(dct.PeriodOfTime).link(kdm.recordClass, recordClass);
}

function* relations(given: Given, distributions: readonly string[]): Iterable<Quad | Issue> {
  const { context } = given;
  yield* references(dcat.inSeries, ['serie'], 'serie', given);
  yield* references(dcat.prev, ['datasett'], 'forrige', given);
  yield* references(prov.wasDerivedFrom, ['datasett'], 'avledet_av', given);
  yield* references(kdm.anonymisedBy, ['behandling'], 'anonymisert_ved', given);
  yield* references(kdm.storedIn, ['kartoteket:system', 'system'], 'system_id', given);
  yield* references(kdm.processedBy, ['behandling'], 'behandling_id', given);
  // Joined by fetch, so these exist; one that the catalogue turned away since is simply not linked.
  const known = distributions.flatMap((id) => context.resolve(alias('distribusjon', id)));
  yield* resource(context.subject).link(dcat.distribution, ...known);
}

function* governance(given: Given): Iterable<Quad | Issue> {
  const { cells, context } = given;
  const list = (name: string): { scheme: string } => ({ scheme: `${VOCAB_BASE}kode/${name}` });
  yield* codes(kdm.privacyLevel, list('personvern'), 'personvernniva', given);
  if (!cells.personvernniva && isAlreadyOpen(given)) yield* withoutPersonalData(given);
  yield* codes(kdm.policyArea, list('kostra'), 'politikkomrade', given);
  yield* codes(kdm.dataLayer, list('datalag'), 'lag', given);
  yield* references(dct.subject, ['begrep'], 'begrep', given);
  if (cells.status?.toLowerCase() === 'trukket')
    yield* resource(context.subject).link(adms.status, WITHDRAWN);
  else if (cells.status)
    yield issue('LABEL_UNKNOWN', 'warning', {
      found: cells.status,
      field: 'status',
      known: 'trukket',
    });
}

/** Level 0 by the source's decision, which stands beside it (model.md 4.5). */
function withoutPersonalData({ context }: Given): Iterable<Quad> {
  const { decidedBy = '', decidedAt = '', reason = '' } = context.source.options.alreadyOpen ?? {};
  return resource(context.subject)
    .link(kdm.privacyLevel, NO_PERSONAL_DATA)
    .text(kdm.justification, `${reason} (${decidedBy}, ${decidedAt})`, 'nb');
}

/** Who decides over the data, as one who has that role; the role is a thing of its own (DCAT-AP-NO 3, Datasett). */
function* dataOwner(
  { cells, context }: Given,
  recordClass: Iri | undefined,
): Iterable<Quad | Issue> {
  if (!cells.dataeier) return;
  const attribution = context.mint('rolletildeling', `${identifierOf(context.subject)}-dataeier`);
  const owner = { cells, context: { ...context, subject: attribution } };
  yield* resource(context.subject).link(prov.qualifiedAttribution, attribution);
  yield* resource(attribution)
    .a(prov.Attribution)
    .link(dcat.hadRole, DATA_OWNER)
    .link(kdm.recordClass, recordClass);
  yield* references(prov.agent, ['virksomhet', 'enhet'], 'dataeier', owner);
}

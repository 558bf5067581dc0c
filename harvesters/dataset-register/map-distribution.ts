/**
 * distribusjoner → dcat:Distribution (DCAT-AP-NO 3, Distribusjon).
 *   tilgangs_url, nedlastings_url, or fil → {base}fil/{path} for both · tjeneste → dcat:accessService
 *   format, medietype → dct:format, dcat:mediaType · lisens → dct:license · status, tilgjengelighet → adms:status, availability
 * Its record class is never weaker than its dataset's.
 */
import { links, missingField, timeValue, webAddress, type Found } from '../../src/harvest/found.js';
import type { RawRecord } from '../../src/harvest/harvester.js';
import { descriptionClass, statedClass, stricterClass } from '../../src/harvest/stated-class.js';
import { issue, type Issue } from '../../src/model/issue.js';
import { iri, type Iri } from '../../src/model/iri.js';
import { resource } from '../../src/rdf/resource.js';
import type { Quad } from '../../src/rdf/terms.js';
import { adms, dcat, dcatap, dct, xsd } from '../../src/rdf/vocabularies.js';
import { recordClassOf, recordClassStatements } from './access.js';
import {
  addresses,
  codes,
  identifierOf,
  references,
  texts,
  type Given,
  type RegisterContext,
} from './map-resource.js';
import { highValue } from './high-value.js';
import type { RegisterPayload } from './payload.js';

const MEDIA_TYPES = 'https://www.w3.org/ns/iana/media-types/';
const MEDIA_TYPE = /^[a-z]+\/[a-z0-9][a-z0-9.+-]*$/;

export function* mapDistribution(
  { payload, type, key }: RawRecord<RegisterPayload>,
  context: RegisterContext,
): Iterable<Quad | Issue> {
  const { cells } = payload;
  const given = { cells, context };
  const { subject } = context;
  yield* resource(subject).a(dcat.Distribution).value(dct.identifier, identifierOf(subject));
  yield* texts(dct.title, cells, 'tittel', context);
  yield* texts(dct.description, cells, 'beskrivelse', context);
  yield* codes(dct.format, 'file-type', 'format', given);
  yield* mediaType(given);
  yield* codes(dct.license, 'licence', 'lisens', given);
  yield* codes(dct.language, 'language', 'sprak', given);
  yield* codes(adms.status, 'distribution-status', 'status', given);
  yield* codes(dcatap.availability, 'planned-availability', 'tilgjengelighet', given);
  yield* timeValue(subject, { predicate: dct.issued, field: 'utgitt' }, cells.utgitt);
  yield* timeValue(subject, { predicate: dct.modified, field: 'endret' }, cells.endret);
  yield* addresses(dct.conformsTo, 'samsvar', given);
  yield* references(dcat.accessService, ['datatjeneste'], 'tjeneste', given);
  yield* places(given, payload.serviceEndpoint);
  yield* byteSize(given);
  yield* highValue(payload.hvdCategories ?? [], given, { withCategory: false });
  const own = recordClassOf(given, { type, key });
  yield* recordClassStatements(
    given,
    stricterClass(context, own, classOfDataset(payload, context)),
  );
}

function classOfDataset({ dataset }: RegisterPayload, context: RegisterContext): Iri | undefined {
  if (!dataset) return undefined;
  const stated = statedClass(context.scheme, dataset.recordClass);
  return descriptionClass(context, stated, { type: 'datasett', key: dataset.id });
}

function* places(
  { cells, context }: Given,
  serviceEndpoint: string | undefined,
): Iterable<Quad | Issue> {
  const { subject } = context;
  if (cells.fil) {
    const file = fileIri(context, cells.fil);
    yield* resource(subject).link(dcat.accessURL, file).link(dcat.downloadURL, file);
    return;
  }
  yield* addresses(dcat.downloadURL, 'nedlastings_url', { cells, context });
  // The access address is mandatory: without one of its own it is the download, else where the service answers.
  const access = cells.tilgangs_url ?? cells.nedlastings_url ?? serviceEndpoint;
  if (access) yield* links(subject, dcat.accessURL, [webAddress(access, 'tilgangs_url')]);
  else yield missingField('tilgangs_url');
}

/** `{base}fil/{path}`: the path below the catalogue's files/ folder, as the site serves it. */
export function fileIri(context: RegisterContext, path: string): Iri {
  const segments = path.split('/').filter((segment) => !['', '.', '..'].includes(segment));
  return iri(`${context.base}fil/${segments.map(encodeURIComponent).join('/')}`);
}

/** Stated where the file is not ours; of our own files the size is known. */
function* byteSize({ cells, context }: Given): Iterable<Quad | Issue> {
  const { bytes } = cells;
  if (!bytes) return;
  if (/^\d+$/.test(bytes))
    yield* resource(context.subject).value(dcat.byteSize, bytes, xsd.nonNegativeInteger);
  else yield issue('CODE_UNKNOWN', 'warning', { found: bytes, field: 'bytes', known: '1024' });
}

function* mediaType({ cells, context }: Given): Iterable<Quad | Issue> {
  if (!cells.medietype) return;
  const name = cells.medietype.toLowerCase();
  const found: Found = MEDIA_TYPE.test(name)
    ? { iri: iri(MEDIA_TYPES + name) }
    : {
        issue: issue('CODE_UNKNOWN', 'warning', {
          found: cells.medietype,
          field: 'medietype',
          known: 'text/csv, application/json',
        }),
      };
  yield* links(context.subject, dcat.mediaType, [found]);
}

/** A dataset of about 50 statements: itself, its period and its distributions. */
import { dcat, dcatap, dct, rdf } from '../../src/rdf/vocabularies.js';
import type { Defects } from './defects.js';
import { code, thing } from './names.js';
import type { Random } from './random.js';
import { plain, ref, text, typed, type Statements } from './statements.js';
import {
  FORMATS,
  FREQUENCIES,
  HVD_CATEGORIES,
  LICENCES,
  THEMES,
  WORDS_EN,
  WORDS_NB,
} from './words.js';

export const CONCEPTS = 120;
export const SYSTEMS = 20;
const HVD_LAW = 'http://data.europa.eu/eli/reg_impl/2023/138/oj';
const PLACES = 'https://data.geonorge.no/administrativeEnheter/kommune/id/';
const MEDIA_TYPES = 'https://www.iana.org/assignments/media-types/';

export interface Making {
  readonly random: Random;
  readonly statements: Statements;
  readonly defects: Defects;
}
export interface Place {
  readonly municipality: number;
  /** In its municipality. */
  readonly index: number;
  /** In the whole catalogue: decides the defects. */
  readonly serial: number;
}

export function dataset(making: Making, place: Place): void {
  const { random, statements, defects } = making;
  const { municipality, index, serial } = place;
  const key = `${municipality}-${index}`;
  const subject = thing('datasett', key);
  const access = defects.has('unknownAccess', serial)
    ? 'UNKNOWN'
    : random.pick(['PUBLIC', 'PUBLIC', 'PUBLIC', 'RESTRICTED', 'NON_PUBLIC']);
  statements.describe(thing('katalog', municipality), [[dcat.dataset, ref(subject)]]);
  statements.describe(subject, [
    [rdf.type, ref(dcat.Dataset.value)],
    [dct.title, titles(making, place)],
    [dct.description, descriptions(random)],
    [dct.identifier, plain(defects.has('badIdentifier', serial) ? `DS ${key}` : `ds-${key}`)],
    [dct.publisher, links(!defects.has('noPublisher', serial), thing('virksomhet', municipality))],
    [dcat.contactPoint, links(!defects.has('noContact', serial), thing('kontakt', municipality))],
    [dcat.theme, codes(random, 'data-theme', THEMES)],
    [dcat.keyword, keywords(random)],
    [dct.accessRights, ref(code('access-right', access))],
    [dct.issued, issued(random)],
    [dct.modified, typed(`${random.date()}T10:00:00Z`, 'dateTime')],
    [dct.language, ref(code('language', 'NOB'))],
    [dct.spatial, ref(`${PLACES}${municipality}`)],
    [dct.accrualPeriodicity, ref(code('frequency', random.pick(FREQUENCIES)))],
    [dct.subject, ref(thing('begrep', random.below(CONCEPTS)))],
    [dcat.landingPage, links(random.percent(40), `https://www.example.org/data/${key}`)],
    [
      dct.source,
      links(random.percent(50), thing('system', `${municipality}-${random.below(SYSTEMS)}`)),
    ],
  ]);
  if (random.percent(10)) highValue(making, subject);
  if (random.percent(50)) period(making, subject, key);
  const count = 1 + random.below(3);
  for (let part = 0; part < count; part += 1) {
    const isFirst = part === 0;
    distribution(making, subject, `${key}-${part}`, isFirst ? serial : undefined);
  }
}

function titles({ random, defects }: Making, { index, serial }: Place): string[] {
  const nb = text(`Datasett ${random.words(WORDS_NB, 2)} ${index}`, 'nb');
  return [
    ...(defects.has('noTitle', serial) ? [] : [nb]),
    ...(defects.has('twoTitles', serial) ? [text(`Dobbel tittel ${index}`, 'nb')] : []),
    text(`Dataset ${random.words(WORDS_EN, 2)} ${index}`, 'en'),
  ];
}

/** Some texts have what N-Quads must escape. */
function descriptions(random: Random): string[] {
  const nb = random.words(WORDS_NB, 20 + random.below(20));
  const quoted = random.percent(5) ? `«${nb}»\nSe "${random.pick(WORDS_NB)}\\arkiv" – 2.` : nb;
  return [text(quoted, 'nb'), text(random.words(WORDS_EN, 20 + random.below(20)), 'en')];
}

function keywords(random: Random): string[] {
  return [
    ...Array.from({ length: 3 }, () => text(random.pick(WORDS_NB), 'nb')),
    ...Array.from({ length: 2 }, () => text(random.pick(WORDS_EN), 'en')),
  ];
}

function codes(random: Random, table: string, names: readonly string[]): string[] {
  const count = random.percent(30) ? 2 : 1;
  return Array.from({ length: count }, () => ref(code(table, random.pick(names))));
}

function issued(random: Random): string {
  return random.percent(95)
    ? typed(random.date(), 'date')
    : typed(String(2010 + random.below(15)), 'gYear');
}

function links(isThere: boolean, iri: string): string[] {
  return isThere ? [ref(iri)] : [];
}

function highValue({ random, statements }: Making, subject: string): void {
  statements.describe(subject, [
    [dcatap.hvdCategory, ref(`http://data.europa.eu/bna/${random.pick(HVD_CATEGORIES)}`)],
    [dcatap.applicableLegislation, ref(HVD_LAW)],
  ]);
}

function period({ statements }: Making, subject: string, key: string): void {
  const node = thing('periode', key);
  statements.describe(subject, [[dct.temporal, ref(node)]]);
  statements.describe(node, [
    [rdf.type, ref(dct.PeriodOfTime.value)],
    [dcat.startDate, typed('2015-01-01', 'date')],
    [dcat.endDate, typed('2023-12-31', 'date')],
  ]);
}

/** `serial` decides about the defect; only a dataset's first distribution can have it. */
function distribution(
  { random, statements, defects }: Making,
  subject: string,
  key: string,
  serial: number | undefined,
): void {
  const node = thing('distribusjon', key);
  const [format, mediaType] = random.pick(FORMATS);
  const hasAddress = serial === undefined || !defects.has('noAddress', serial);
  statements.describe(subject, [[dcat.distribution, ref(node)]]);
  statements.describe(node, [
    [rdf.type, ref(dcat.Distribution.value)],
    [dct.title, text(`Distribusjon ${format}`, 'nb')],
    [dct.description, text(random.words(WORDS_NB, 8), 'nb')],
    [dcat.accessURL, links(hasAddress, `https://www.example.org/api/${key}`)],
    [dcat.downloadURL, links(random.percent(70), `https://www.example.org/file/${key}`)],
    [dct.format, ref(code('file-type', format))],
    [dcat.mediaType, ref(MEDIA_TYPES + mediaType)],
    [dct.license, ref(code('licence', random.pick(LICENCES)))],
    [dcat.byteSize, typed(String(random.below(1e8)), 'nonNegativeInteger')],
    [dct.modified, typed(random.date(), 'date')],
  ]);
}

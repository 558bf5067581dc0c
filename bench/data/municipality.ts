/** What surrounds the datasets: the shared vocabulary, and a municipality's catalogue, agent, contact, systems and processing. */
import {
  dcat,
  dct,
  dpv,
  foaf,
  gdpr,
  kdm,
  pd,
  rdf,
  skos,
  vcard,
} from '../../src/rdf/vocabularies.js';
import { CONCEPTS, SYSTEMS, type Making } from './datasets.js';
import { catalogOf, code, thing } from './names.js';
import { plain, ref, text, typed } from './statements.js';
import { THEMES, WORDS_EN, WORDS_NB } from './words.js';

const SUPPLIERS = 30;
const PROCESSES = 30;
/** Each concept is the parent of three. */
const CHILDREN = 3;
const LOCAL_AUTHORITY = 'http://purl.org/adms/publishertype/LocalAuthority';
const PURPOSES = ['ServiceProvision', 'PublicBenefit', 'RecordManagement', 'LegalCompliance'];
const LEGAL_BASES = ['A6-1-a', 'A6-1-c', 'A6-1-e'];
const PERSONAL_DATA = ['Name', 'Address', 'EmailAddress', 'Age', 'HealthRecord'];
const DATA_SUBJECTS = ['Citizen', 'Employee', 'Patient', 'Student'];
const MEASURES = ['AccessControlMethod', 'Encryption', 'Pseudonymisation'];

export function vocabulary({ random, statements }: Making): void {
  for (const theme of THEMES) {
    statements.describe(code('data-theme', theme), [
      [rdf.type, ref(skos.Concept.value)],
      [skos.prefLabel, [text(`Tema ${theme}`, 'nb'), text(`Theme ${theme}`, 'en')]],
      [skos.inScheme, ref(code('data-theme', '').slice(0, -1))],
    ]);
  }
  for (let index = 0; index < CONCEPTS; index += 1) {
    const parent = thing('begrep', Math.floor((index - 1) / CHILDREN));
    statements.describe(thing('begrep', index), [
      [rdf.type, ref(skos.Concept.value)],
      [skos.prefLabel, text(`${random.words(WORDS_NB, 2)} ${index}`, 'nb')],
      [skos.broader, index === 0 ? [] : [ref(parent)]],
    ]);
  }
  for (let index = 0; index < SUPPLIERS; index += 1) {
    statements.describe(thing('leverandor', index), [
      [rdf.type, ref(kdm.Supplier.value)],
      [foaf.name, text(`Leverandør ${index}`, 'nb')],
    ]);
  }
}

/** Serial numbers of its processes begin at `municipality * PROCESSES`. */
export function surroundings(making: Making, municipality: number): void {
  const { random, statements } = making;
  const publisher = thing('virksomhet', municipality);
  const contact = thing('kontakt', municipality);
  statements.describe(catalogOf(municipality), [
    [rdf.type, ref(dcat.Catalog.value)],
    [
      dct.title,
      [
        text(`Datakatalog for kommune ${municipality}`, 'nb'),
        text(`Data catalogue of municipality ${municipality}`, 'en'),
      ],
    ],
    [dct.description, text('Data, systemer og behandlinger. Laget for måling.', 'nb')],
    [dct.publisher, ref(publisher)],
    [foaf.homepage, ref(`https://www.example.org/${municipality}`)],
    [dct.modified, typed(random.date(), 'date')],
  ]);
  statements.describe(publisher, [
    [rdf.type, ref(foaf.Agent.value)],
    [foaf.name, text(`Kommune ${municipality}`, 'nb')],
    [dct.identifier, plain(`kommune-${municipality}`)],
    [dct.type, ref(LOCAL_AUTHORITY)],
  ]);
  statements.describe(contact, [
    [rdf.type, ref(vcard.Organization.value)],
    [vcard.fn, text(`Datakontakt ${municipality}`, 'nb')],
    [vcard.hasEmail, ref(`mailto:data@kommune-${municipality}.example.org`)],
  ]);
  for (let index = 0; index < SYSTEMS; index += 1) system(making, municipality, index);
  for (let index = 0; index < PROCESSES; index += 1) process(making, municipality, index);
}

function system({ random, statements }: Making, municipality: number, index: number): void {
  const other = thing('system', `${municipality}-${random.below(Math.max(index, 1))}`);
  statements.describe(thing('system', `${municipality}-${index}`), [
    [rdf.type, ref(kdm.System.value)],
    [dct.title, text(`Fagsystem ${random.pick(WORDS_NB)} ${index}`, 'nb')],
    [dct.description, text(random.words(WORDS_NB, 12), 'nb')],
    [dct.publisher, ref(thing('virksomhet', municipality))],
    [dcat.contactPoint, ref(thing('kontakt', municipality))],
    [kdm.supplier, ref(thing('leverandor', random.below(SUPPLIERS)))],
    [kdm.usedBy, random.percent(60) ? [ref(thing('virksomhet', municipality))] : []],
    [dct.relation, index === 0 ? [] : [ref(other)]],
  ]);
}

function process(making: Making, municipality: number, index: number): void {
  const { random, statements, defects } = making;
  const lacksStorage = defects.has('noStorage', municipality * PROCESSES + index);
  statements.describe(thing('behandling', `${municipality}-${index}`), [
    [rdf.type, ref(dpv.Process.value)],
    [
      dct.title,
      [
        text(`Behandling av ${random.words(WORDS_NB, 3)}`, 'nb'),
        text(`Processing of ${random.words(WORDS_EN, 3)}`, 'en'),
      ],
    ],
    [dpv.hasDataController, ref(thing('virksomhet', municipality))],
    [dpv.hasPurpose, ref(dpv.$.base + random.pick(PURPOSES))],
    [dpv.hasLegalBasis, ref(gdpr.$.base + random.pick(LEGAL_BASES))],
    [
      dpv.hasPersonalData,
      PERSONAL_DATA.slice(0, 2 + random.below(4)).map((name) => ref(pd.$.base + name)),
    ],
    [dpv.hasDataSubject, ref(dpv.$.base + random.pick(DATA_SUBJECTS))],
    [dpv.hasStorageCondition, lacksStorage ? [] : [ref(dpv.StorageDuration.value)]],
    [kdm.usesSystem, ref(thing('system', `${municipality}-${random.below(SYSTEMS)}`))],
    [dpv.hasTechnicalOrganisationalMeasure, ref(dpv.$.base + random.pick(MEASURES))],
  ]);
}

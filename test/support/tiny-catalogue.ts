/**
 * The smallest whole catalogue: one folder of Turtle and one dataset register, a municipality called Eksempel. Everything is
 * invented; the organisation number begins with 3 and belongs to nobody.
 */
import { join } from 'node:path';
import { tempFolder, writeFiles } from './temp-folder.js';

export const TINY_BASE = 'https://data.eksempel.example/';
export const TINY_ORGANISATION = '310000006';

export const TINY_CATALOG_YAML = `base: ${TINY_BASE}
catalog: eksempel
name: { nb: Eksempel kommune, nn: Eksempel kommune, en: Example municipality }
publisher:
  organisation: "${TINY_ORGANISATION}"
  name: { nb: Eksempel kommune, nn: Eksempel kommune, en: Example municipality }
classification:
  open: apen
  classes:
    - { code: apen, rank: 1, label: { nb: Åpen, nn: Open, en: Open }, accessRights: PUBLIC }
    - { code: intern, rank: 2, label: { nb: Intern, nn: Intern, en: Internal }, accessRights: RESTRICTED }
roleMailboxes: [datakatalog@eksempel.example]
`;

const KURATERT_YAML = `kind: turtle
title: { nb: Kuraterte beskrivelser, nn: Kuraterte skildringar, en: Curated descriptions }
options: { folder: curated }
deletions: immediate
recordClass: { default: intern }
`;

const DATASETT_YAML = `kind: dataset-register
title: { nb: Datasettlisten, nn: Datasettlista, en: Dataset list }
options: { folder: datasets }
recordClass:
  default: intern
  rules:
    - types: [kontakt, distribusjon]
      class: apen
      decidedBy: Fagstaben (eksempel)
      decidedAt: 2026-10-01
      reason: Vises bare sammen med et åpent datasett.
`;

const CURATED_TTL = `@prefix dcat: <http://www.w3.org/ns/dcat#> .
@prefix dct: <http://purl.org/dc/terms/> .
@prefix foaf: <http://xmlns.com/foaf/0.1/> .
@prefix kdm: <https://w3id.org/datavev/def/kdm#> .
@prefix konf: <${TINY_BASE}kode/konfidensialitet/> .
@prefix org: <http://www.w3.org/ns/org#> .
@prefix vcard: <http://www.w3.org/2006/vcard/ns#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .

<${TINY_BASE}id/katalog/eksempel> a dcat:Catalog ;
    dct:identifier "eksempel" ;
    dct:title "Datakatalogen (eksempel)"@nb , "Datakatalogen (eksempel)"@nn , "The data catalogue (example)"@en ;
    dct:description "En katalog til bruk i tester."@nb , "A catalogue for tests."@en ;
    dct:publisher <${TINY_BASE}id/virksomhet/${TINY_ORGANISATION}> ;
    dcat:contactPoint <${TINY_BASE}id/kontakt/katalog> ;
    dct:license <http://publications.europa.eu/resource/authority/licence/CC0> ;
    dct:language <http://publications.europa.eu/resource/authority/language/NOB> ;
    foaf:homepage <${TINY_BASE}> ;
    dct:issued "2026-03-02"^^xsd:date ;
    kdm:recordClass konf:apen .

<${TINY_BASE}id/kontakt/katalog> a vcard:Organization , vcard:Kind ;
    vcard:fn "Datakatalogen (eksempel)" ;
    vcard:hasEmail <mailto:datakatalog@eksempel.example> ;
    kdm:recordClass konf:apen .

<${TINY_BASE}id/virksomhet/${TINY_ORGANISATION}> a org:FormalOrganization , foaf:Agent ;
    dct:identifier "${TINY_ORGANISATION}" ;
    foaf:name "Eksempel kommune"@nb , "Example municipality"@en ;
    dct:type <http://purl.org/adms/publishertype/LocalAuthority> ;
    kdm:recordClass konf:apen .
`;

const KONTAKTER = `kontakt_id;navn;epost;url
stab;Eksempel kommune, stab;datakatalog@eksempel.example;
`;
export const TINY_DATASETS = `datasett_id;tittel_nb;tittel_en;beskrivelse_nb;beskrivelse_en;utgiver;kontakt;tema;tilgang;konfidensialitet;postklasse;frekvens;personvernniva;dataeier
badeplasser;Badeplasser;Bathing places;Badeplasser i kommunen, med koordinater.;Bathing places.;${TINY_ORGANISATION};stab;ENVI;PUBLIC;Åpen;Åpen;ANNUAL;0;${TINY_ORGANISATION}
bygdebok;Bygdebok;Village book;Oppslag i bygdeboken.;Entries of the village book.;${TINY_ORGANISATION};stab;EDUC;PUBLIC;Åpen;Åpen;ANNUAL;0;${TINY_ORGANISATION}
lonn;Lønnskjøring;Payroll;Lønn til ansatte.;Pay of employees.;${TINY_ORGANISATION};stab;GOVE;NON_PUBLIC;Intern;Intern;ANNUAL;0;${TINY_ORGANISATION}
`;
const DISTRIBUSJONER = `distribusjon_id;datasett_id;tittel_nb;tittel_en;format;medietype;lisens;fil;status;postklasse
badeplasser-csv;badeplasser;Badeplasser som CSV;Bathing places as CSV;CSV;text/csv;CC_BY_4_0;badeplasser.csv;COMPLETED;Åpen
bygdebok-csv;bygdebok;Bygdebok som CSV;Village book as CSV;CSV;text/csv;CC_BY_4_0;bygdebok.csv;COMPLETED;Åpen
`;

export interface TinyCatalogue {
  /** The folder that holds catalogues. */
  readonly dataFolder: string;
  /** The catalogue's own folder. */
  readonly folder: string;
  readonly varFolder: string;
}

/** Writes the catalogue `eksempel` below `root`; `more` adds or replaces files of its folder. */
export function tinyCatalogue(
  more: Readonly<Record<string, string>> = {},
  root = tempFolder(),
): TinyCatalogue {
  const dataFolder = join(root, 'data');
  const folder = join(dataFolder, 'eksempel');
  writeFiles(folder, {
    'catalog.yaml': TINY_CATALOG_YAML,
    'sources/datasett.yaml': DATASETT_YAML,
    'sources/kuratert.yaml': KURATERT_YAML,
    'curated/katalog.ttl': CURATED_TTL,
    'datasets/kontakter.csv': KONTAKTER,
    'datasets/datasett.csv': TINY_DATASETS,
    'datasets/distribusjoner.csv': DISTRIBUSJONER,
    'files/badeplasser.csv': 'navn;lengdegrad\nHovedøya;10.7\n',
    'files/bygdebok.csv': 'side;tekst\n1;Begynnelsen\n',
    ...more,
  });
  return { dataFolder, folder, varFolder: join(root, 'var') };
}

/** Requirements and findings of the high-value report, in plain words. */
import type { HvdRequirement } from '../../model/hvd-report.js';
import type { LangText } from '../../model/lang-text.js';

export const REQUIREMENT_TEXTS: Readonly<Record<HvdRequirement, LangText>> = {
  category: { nb: 'Kategori', nn: 'Kategori', en: 'Category' },
  legislation: {
    nb: 'Viser til forordningen',
    nn: 'Viser til forordninga',
    en: 'Points to the regulation',
  },
  bulk: { nb: 'Nedlasting', nn: 'Nedlasting', en: 'Bulk download' },
  api: { nb: 'API', nn: 'API', en: 'API' },
  licence: { nb: 'Åpen lisens', nn: 'Open lisens', en: 'Open licence' },
  machineReadable: { nb: 'Maskinlesbart', nn: 'Maskinleseleg', en: 'Machine-readable' },
  contact: { nb: 'Kontaktpunkt', nn: 'Kontaktpunkt', en: 'Contact point' },
  documentation: {
    nb: 'API-dokumentasjon',
    nn: 'API-dokumentasjon',
    en: 'API documentation',
  },
  serviceQuality: { nb: 'Tjenestekvalitet', nn: 'Tenestekvalitet', en: 'Quality of service' },
  english: { nb: 'Engelsk tekst', nn: 'Engelsk tekst', en: 'English text' },
};

export type HvdCode =
  | 'category.none'
  | 'category.unknown'
  | 'legislation.dataset'
  | 'legislation.file'
  | 'legislation.service'
  | 'bulk.none'
  | 'api.none'
  | 'licence.restricted'
  | 'licence.none'
  | 'licence.closed'
  | 'machineReadable.none'
  | 'contact.none'
  | 'documentation.page'
  | 'documentation.description'
  | 'serviceQuality.none'
  | 'english.title'
  | 'english.description';

interface FindingText {
  readonly message: LangText;
  readonly fix: LangText;
}

export const FINDING_TEXTS: Readonly<Record<HvdCode, FindingText>> = {
  'category.none': {
    message: {
      nb: 'Datasettet viser til forordningen, men står ikke i noen kategori.',
      nn: 'Datasettet viser til forordninga, men står ikkje i nokon kategori.',
      en: 'The dataset points to the regulation but is in no category.',
    },
    fix: {
      nb: 'Skriv koden for den mest presise kategorien i kolonnen «hvd_kategori».',
      nn: 'Skriv koden for den mest presise kategorien i kolonnen «hvd_kategori».',
      en: 'Write the code of the most precise category in the column “hvd_kategori”.',
    },
  },
  'category.unknown': {
    message: {
      nb: 'Kategorien finnes ikke i EUs liste.',
      nn: 'Kategorien finst ikkje i EU-lista.',
      en: 'The category is not on the EU list.',
    },
    fix: {
      nb: 'Se etter en skrivefeil i koden, for eksempel c_c3de25e4 for adresser.',
      nn: 'Sjå etter ein skrivefeil i koden, til dømes c_c3de25e4 for adresser.',
      en: 'Look for a slip in the code, for example c_c3de25e4 for addresses.',
    },
  },
  'legislation.dataset': {
    message: {
      nb: 'Datasettet viser ikke til forordningen, så ingen av EUs spørringer finner det.',
      nn: 'Datasettet viser ikkje til forordninga, så ingen av spørjingane til EU finn det.',
      en: 'The dataset does not point to the regulation, so none of the EU queries finds it.',
    },
    fix: {
      nb: 'Legg til dcatap:applicableLegislation <http://data.europa.eu/eli/reg_impl/2023/138/oj> på datasettet.',
      nn: 'Legg til dcatap:applicableLegislation <http://data.europa.eu/eli/reg_impl/2023/138/oj> på datasettet.',
      en: 'Add dcatap:applicableLegislation <http://data.europa.eu/eli/reg_impl/2023/138/oj> to the dataset.',
    },
  },
  'legislation.file': {
    message: {
      nb: 'Filen viser ikke til forordningen, så rapporten til EU ser den ikke.',
      nn: 'Fila viser ikkje til forordninga, så rapporten til EU ser henne ikkje.',
      en: 'The file does not point to the regulation, so the report to the EU does not see it.',
    },
    fix: {
      nb: 'Ta bort «nei» i kolonnen «hvd» på minst én fil som oppfyller kravene.',
      nn: 'Ta bort «nei» i kolonnen «hvd» på minst éi fil som oppfyller krava.',
      en: 'Remove “nei” in the column “hvd” of at least one file that meets the requirements.',
    },
  },
  'legislation.service': {
    message: {
      nb: 'API-et viser ikke til forordningen, så rapporten til EU ser det ikke.',
      nn: 'API-et viser ikkje til forordninga, så rapporten til EU ser det ikkje.',
      en: 'The API does not point to the regulation, so the report to the EU does not see it.',
    },
    fix: {
      nb: 'Nevn datasettet i kolonnen «datasett» på API-et, og ta bort «nei» i kolonnen «hvd».',
      nn: 'Nemn datasettet i kolonnen «datasett» på API-et, og ta bort «nei» i kolonnen «hvd».',
      en: 'Name the dataset in the column “datasett” of the API, and remove “nei” in the column “hvd”.',
    },
  },
  'bulk.none': {
    message: {
      nb: 'Dataene kan ikke lastes ned samlet.',
      nn: 'Dataa kan ikkje lastast ned samla.',
      en: 'The data cannot be downloaded as a whole.',
    },
    fix: {
      nb: 'Legg til en fil som distribusjon. Krever ikke vedlegget nedlasting, skriv hvorfor i kolonnen «hvd_uten_nedlasting».',
      nn: 'Legg til ei fil som distribusjon. Krev ikkje vedlegget nedlasting, skriv kvifor i kolonnen «hvd_uten_nedlasting».',
      en: 'Add a file as a distribution. If the annex asks for no download, write why in the column “hvd_uten_nedlasting”.',
    },
  },
  'api.none': {
    message: {
      nb: 'Dataene kan ikke hentes gjennom et API.',
      nn: 'Dataa kan ikkje hentast gjennom eit API.',
      en: 'The data cannot be fetched through an API.',
    },
    fix: {
      nb: 'Før opp API-et med datasettet i kolonnen «datasett». Krever ikke vedlegget API, skriv hvorfor i kolonnen «hvd_uten_api».',
      nn: 'Før opp API-et med datasettet i kolonnen «datasett». Krev ikkje vedlegget API, skriv kvifor i kolonnen «hvd_uten_api».',
      en: 'Register the API with the dataset in the column “datasett”. If the annex asks for no API, write why in the column “hvd_uten_api”.',
    },
  },
  'licence.restricted': {
    message: {
      nb: 'Datasettet er ikke åpent for alle.',
      nn: 'Datasettet er ikkje ope for alle.',
      en: 'The dataset is not open to everyone.',
    },
    fix: {
      nb: 'Gjør dataene åpne (PUBLIC i kolonnen «tilgang»), eller ta bort kategorien.',
      nn: 'Gjer dataa opne (PUBLIC i kolonnen «tilgang»), eller ta bort kategorien.',
      en: 'Open the data (PUBLIC in the column “tilgang”), or remove the category.',
    },
  },
  'licence.none': {
    message: { nb: 'Lisensen mangler.', nn: 'Lisensen manglar.', en: 'The licence is missing.' },
    fix: {
      nb: 'Skriv CC_BY_4_0 eller CC0 i kolonnen «lisens». Den skal stå både på filen og på API-et.',
      nn: 'Skriv CC_BY_4_0 eller CC0 i kolonnen «lisens». Han skal stå både på fila og på API-et.',
      en: 'Write CC_BY_4_0 or CC0 in the column “lisens”. It belongs on the file as well as on the API.',
    },
  },
  'licence.closed': {
    message: {
      nb: 'Lisensen er ikke åpen nok.',
      nn: 'Lisensen er ikkje open nok.',
      en: 'The licence is not open enough.',
    },
    fix: {
      nb: 'Velg CC_BY_4_0, CC0 eller NLOD_2_0.',
      nn: 'Vel CC_BY_4_0, CC0 eller NLOD_2_0.',
      en: 'Choose CC_BY_4_0, CC0 or NLOD_2_0.',
    },
  },
  'machineReadable.none': {
    message: {
      nb: 'Ingen av filene har et maskinlesbart format.',
      nn: 'Ingen av filene har eit maskinleseleg format.',
      en: 'None of the files has a machine-readable format.',
    },
    fix: {
      nb: 'Legg ut dataene som CSV, JSON, XML eller et annet maskinlesbart format, og skriv det i kolonnen «format».',
      nn: 'Legg ut dataa som CSV, JSON, XML eller eit anna maskinleseleg format, og skriv det i kolonnen «format».',
      en: 'Offer the data as CSV, JSON, XML or another machine-readable format, and write it in the column “format”.',
    },
  },
  'contact.none': {
    message: {
      nb: 'Kontaktpunkt med e-post eller skjema mangler.',
      nn: 'Kontaktpunkt med e-post eller skjema manglar.',
      en: 'A contact point with e-mail or form is missing.',
    },
    fix: {
      nb: 'Oppgi en felles postkasse eller et kontaktskjema i kolonnen «kontakt».',
      nn: 'Oppgje ei felles postkasse eller eit kontaktskjema i kolonnen «kontakt».',
      en: 'Give a shared mailbox or a contact form in the column “kontakt”.',
    },
  },
  'documentation.page': {
    message: {
      nb: 'API-et mangler dokumentasjon.',
      nn: 'API-et manglar dokumentasjon.',
      en: 'The API has no documentation.',
    },
    fix: {
      nb: 'Oppgi siden som forklarer bruken i kolonnen «dokumentasjon».',
      nn: 'Oppgje sida som forklarer bruken i kolonnen «dokumentasjon».',
      en: 'Give the page that explains its use in the column “dokumentasjon”.',
    },
  },
  'documentation.description': {
    message: {
      nb: 'API-et mangler en maskinlesbar beskrivelse, som OpenAPI.',
      nn: 'API-et manglar ei maskinleseleg skildring, som OpenAPI.',
      en: 'The API has no machine-readable description, such as OpenAPI.',
    },
    fix: {
      nb: 'Oppgi adressen til den i kolonnen «endepunktbeskrivelse».',
      nn: 'Oppgje adressa til henne i kolonnen «endepunktbeskrivelse».',
      en: 'Give its address in the column “endepunktbeskrivelse”.',
    },
  },
  'serviceQuality.none': {
    message: {
      nb: 'API-et sier ikke hvilken oppetid, ytelse og kapasitet det har.',
      nn: 'API-et seier ikkje kva oppetid, yting og kapasitet det har.',
      en: 'The API does not say what availability, performance and capacity it has.',
    },
    fix: {
      nb: 'Oppgi siden som sier det i kolonnen «tjenestekvalitet».',
      nn: 'Oppgje sida som seier det i kolonnen «tjenestekvalitet».',
      en: 'Give the page that says so in the column “tjenestekvalitet”.',
    },
  },
  'english.title': {
    message: {
      nb: 'Engelsk tittel mangler, så raden i rapporten blir navnløs.',
      nn: 'Engelsk tittel manglar, så rada i rapporten blir namnlaus.',
      en: 'The English title is missing, so the row of the report is nameless.',
    },
    fix: {
      nb: 'Skriv tittelen på engelsk i kolonnen «tittel_en».',
      nn: 'Skriv tittelen på engelsk i kolonnen «tittel_en».',
      en: 'Write the title in English in the column “tittel_en”.',
    },
  },
  'english.description': {
    message: {
      nb: 'Engelsk beskrivelse mangler.',
      nn: 'Engelsk skildring manglar.',
      en: 'The English description is missing.',
    },
    fix: {
      nb: 'Skriv beskrivelsen på engelsk i kolonnen «beskrivelse_en».',
      nn: 'Skriv skildringa på engelsk i kolonnen «beskrivelse_en».',
      en: 'Write the description in English in the column “beskrivelse_en”.',
    },
  },
};

export const NO_CATEGORY: LangText = {
  nb: 'Uten kjent kategori',
  nn: 'Utan kjend kategori',
  en: 'Without a known category',
};

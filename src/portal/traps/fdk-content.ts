/** Traps in what data.norge.no makes of a description: reasoning, its pages and its score (portals.md 1.1 and 4.4). */
import type { TrapRule } from '../trap.js';

export const FDK_CONTENT_TRAPS = {
  'FDK-50': {
    name: 'no-organisation-number',
    severity: 'warns',
    says: {
      nb: 'Utgiveren har verken organisasjonsnummer i IRI-en eller i dct:identifier. Datasettet mangler i oversikten over virksomheter.',
      nn: 'Utgjevaren har verken organisasjonsnummer i IRI-en eller i dct:identifier. Datasettet manglar i oversynet over verksemder.',
      en: 'The publisher has no organisation number, in its IRI or as dct:identifier. The dataset is missing from the list of organisations.',
    },
    fix: {
      nb: 'Gi utgiveren dct:identifier med ni siffer.',
      nn: 'Gi utgjevaren dct:identifier med ni siffer.',
      en: 'Give the publisher a dct:identifier of nine digits.',
    },
  },
  'FDK-51': {
    name: 'publisher-not-described',
    severity: 'warns',
    says: {
      nb: 'Utgiveren er ikke beskrevet som foaf:Agent med navn. En statlig etat forsvant en gang fra rapportene av den grunn.',
      nn: 'Utgjevaren er ikkje skildra som foaf:Agent med namn. Ein statleg etat forsvann ein gong frå rapportane av den grunnen.',
      en: 'The publisher is not described as a foaf:Agent with a name. A national agency once vanished from the reports for that.',
    },
    fix: {
      nb: 'Beskriv utgiveren i feeden: a foaf:Agent ; foaf:name … ; dct:identifier ….',
      nn: 'Skildre utgjevaren i feeden: a foaf:Agent ; foaf:name … ; dct:identifier ….',
      en: 'Describe the publisher in the feed: a foaf:Agent ; foaf:name … ; dct:identifier ….',
    },
  },
  'FDK-52': {
    name: 'not-marked-open',
    severity: 'warns',
    says: {
      nb: 'Datasettet er offentlig og har filer, men får ikke merket «åpne data»: ingen av lisensene står på listen over åpne lisenser.',
      nn: 'Datasettet er offentleg og har filer, men får ikkje merket «opne data»: ingen av lisensane står på lista over opne lisensar.',
      en: 'The dataset is public and has files, but gets no "open data" mark: none of its licences is on the list of open ones.',
    },
    fix: {
      nb: 'Bruk lisensene i EUs liste på distribusjonen: CC_BY_4_0, CC0 eller NLOD_2_0.',
      nn: 'Bruk lisensane i EU si liste på distribusjonen: CC_BY_4_0, CC0 eller NLOD_2_0.',
      en: 'Use the licences of the EU list on the distribution: CC_BY_4_0, CC0 or NLOD_2_0.',
    },
  },
  'FDK-53': {
    name: 'licence-on-dataset',
    severity: 'warns',
    says: {
      nb: 'Lisensen står på datasettet, og der leses den ikke.',
      nn: 'Lisensen står på datasettet, og der blir han ikkje lesen.',
      en: 'The licence stands on the dataset, where it is not read.',
    },
    fix: {
      nb: 'Flytt dct:license til hver distribusjon og tjeneste.',
      nn: 'Flytt dct:license til kvar distribusjon og teneste.',
      en: 'Move dct:license to each distribution and service.',
    },
  },
  'FDK-54': {
    name: 'access-url-not-an-iri',
    severity: 'warns',
    says: {
      nb: 'Adressen til dataene er skrevet som tekst. Den blir ikke en lenke og gir ingen poeng.',
      nn: 'Adressa til dataa er skriven som tekst. Ho blir ikkje ei lenkje og gir ingen poeng.',
      en: 'The address of the data is written as text. It becomes no link and gives no points.',
    },
    fix: {
      nb: 'Skriv dcat:accessURL og dcat:downloadURL som IRI: <https://…>.',
      nn: 'Skriv dcat:accessURL og dcat:downloadURL som IRI: <https://…>.',
      en: 'Write dcat:accessURL and dcat:downloadURL as IRIs: <https://…>.',
    },
  },
  'FDK-55': {
    name: 'no-norwegian-title',
    severity: 'warns',
    says: {
      nb: 'Datasettet har ingen tittel på norsk, så portalen viser en annen, eller ingen.',
      nn: 'Datasettet har ingen tittel på norsk, så portalen viser ein annan, eller ingen.',
      en: 'The dataset has no title in Norwegian, so the portal shows another, or none.',
    },
    fix: {
      nb: 'Merk tittelen med språk: "…"@nb.',
      nn: 'Merk tittelen med språk: "…"@nb.',
      en: 'Tag the title with its language: "…"@nb.',
    },
  },
  'FDK-56': {
    name: 'contact-without-address',
    severity: 'warns',
    says: {
      nb: 'Kontaktpunktet har verken e-post eller nettadresse, så ingen kan spørre.',
      nn: 'Kontaktpunktet har verken e-post eller nettadresse, så ingen kan spørje.',
      en: 'The contact point has neither mail nor web address, so nobody can ask.',
    },
    fix: {
      nb: 'Gi kontaktpunktet vcard:hasEmail <mailto:…> eller vcard:hasURL.',
      nn: 'Gi kontaktpunktet vcard:hasEmail <mailto:…> eller vcard:hasURL.',
      en: 'Give the contact point vcard:hasEmail <mailto:…> or vcard:hasURL.',
    },
  },
  'FDK-57': {
    name: 'addresses-differ-in-query',
    severity: 'warns',
    says: {
      nb: 'Adressene skiller seg bare etter spørsmålstegnet. Lenkesjekken bruker da ett svar for alle.',
      nn: 'Adressene skil seg berre etter spørjeteiknet. Lenkjesjekken brukar då eitt svar for alle.',
      en: 'The addresses differ only after the question mark. The link checker then uses one answer for all of them.',
    },
    fix: {
      nb: 'Sett datasettets navn i stien, ikke i spørringen.',
      nn: 'Set namnet på datasettet i stien, ikkje i spørjinga.',
      en: "Put the dataset's name into the path, not into the query.",
    },
  },
  'FDK-58': {
    name: 'unknown-theme',
    severity: 'warns',
    says: {
      nb: 'Temaet er verken fra EUs liste eller fra Los, så datasettet finnes ikke under noe tema.',
      nn: 'Temaet er verken frå EU si liste eller frå Los, så datasettet finst ikkje under noko tema.',
      en: 'The theme is neither of the EU list nor of Los, so the dataset is found under no theme.',
    },
    fix: {
      nb: 'Legg til et tema fra publications.europa.eu/resource/authority/data-theme.',
      nn: 'Legg til eit tema frå publications.europa.eu/resource/authority/data-theme.',
      en: 'Add a theme of publications.europa.eu/resource/authority/data-theme.',
    },
  },
} as const satisfies Record<string, TrapRule>;

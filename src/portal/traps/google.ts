/** Traps of search engines that read schema.org from a dataset's own page (portals.md 1.3; limits as Google publishes them). */
import type { TrapRule } from '../trap.js';

const NOT_SHOWN = {
  nb: 'Datasettet vises ikke i Google Dataset Search.',
  nn: 'Datasettet blir ikkje vist i Google Dataset Search.',
  en: 'The dataset is not shown by Google Dataset Search.',
};

export const GOOGLE_TRAPS = {
  'GG-01': {
    name: 'no-sitemap',
    severity: 'hurts',
    says: {
      nb: 'Uten lesbart sitemap finner søkemotoren bare sider som andre lenker til.',
      nn: 'Utan lesbart sitemap finn søkjemotoren berre sider som andre lenkjer til.',
      en: 'Without a readable sitemap the search engine finds only pages that others link to.',
    },
    fix: {
      nb: 'Server sitemap.xml med status 200 og nevn det i robots.txt.',
      nn: 'Server sitemap.xml med status 200 og nemn det i robots.txt.',
      en: 'Serve sitemap.xml with status 200 and name it in robots.txt.',
    },
  },
  'GG-02': {
    name: 'sitemap-without-lastmod',
    severity: 'warns',
    says: {
      nb: 'Sitemap sier ikke når siden ble endret, så endringer oppdages sent.',
      nn: 'Sitemap seier ikkje når sida vart endra, så endringar blir oppdaga seint.',
      en: 'The sitemap does not say when the page changed, so changes are found late.',
    },
    fix: {
      nb: 'Skriv lastmod med datoen for siste endring av datasettet.',
      nn: 'Skriv lastmod med datoen for siste endring av datasettet.',
      en: 'Write lastmod with the date of the last change of the dataset.',
    },
  },
  'GG-03': {
    name: 'page-unreadable',
    severity: 'hurts',
    says: NOT_SHOWN,
    fix: {
      nb: 'Siden i sitemap må svare 200 med HTML.',
      nn: 'Sida i sitemap må svare 200 med HTML.',
      en: 'The page in the sitemap must answer 200 with HTML.',
    },
  },
  'GG-04': {
    name: 'no-dataset-markup',
    severity: 'hurts',
    says: NOT_SHOWN,
    fix: {
      nb: 'Legg en JSON-LD-blokk med @type Dataset fra schema.org på datasettets side.',
      nn: 'Legg ein JSON-LD-blokk med @type Dataset frå schema.org på sida til datasettet.',
      en: "Put a JSON-LD block with @type Dataset of schema.org on the dataset's page.",
    },
  },
  'GG-05': {
    name: 'markup-not-json',
    severity: 'hurts',
    says: NOT_SHOWN,
    fix: {
      nb: 'JSON-LD-blokken er ikke gyldig JSON. Rett den.',
      nn: 'JSON-LD-blokka er ikkje gyldig JSON. Rett ho.',
      en: 'The JSON-LD block is not valid JSON. Mend it.',
    },
  },
  'GG-06': {
    name: 'no-name',
    severity: 'hurts',
    says: NOT_SHOWN,
    fix: {
      nb: 'Skriv name: datasettets tittel.',
      nn: 'Skriv name: tittelen på datasettet.',
      en: "Write name: the dataset's title.",
    },
  },
  'GG-07': {
    name: 'description-length',
    severity: 'hurts',
    says: NOT_SHOWN,
    fix: {
      nb: 'Skriv description på 50 til 5000 tegn.',
      nn: 'Skriv description på 50 til 5000 teikn.',
      en: 'Write a description of 50 to 5000 characters.',
    },
  },
  'GG-08': {
    name: 'canonical',
    severity: 'warns',
    says: {
      nb: 'Siden har ingen, flere eller en annen kanonisk adresse enn den i sitemap. Søkemotoren velger selv hvilken side som vises.',
      nn: 'Sida har ingen, fleire eller ei anna kanonisk adresse enn den i sitemap. Søkjemotoren vel sjølv kva side som blir vist.',
      en: 'The page has no, several or another canonical address than the one in the sitemap. The search engine chooses which page to show.',
    },
    fix: {
      nb: 'Skriv én link rel="canonical" med samme adresse som i sitemap.',
      nn: 'Skriv éi link rel="canonical" med same adresse som i sitemap.',
      en: 'Write one link rel="canonical" with the address of the sitemap.',
    },
  },
  'GG-09': {
    name: 'download-without-address',
    severity: 'warns',
    says: {
      nb: 'En DataDownload uten contentUrl vises ikke som nedlasting.',
      nn: 'Ein DataDownload utan contentUrl blir ikkje vist som nedlasting.',
      en: 'A DataDownload without contentUrl is not shown as a download.',
    },
    fix: {
      nb: 'Skriv contentUrl, eller ta DataDownload bort.',
      nn: 'Skriv contentUrl, eller ta DataDownload bort.',
      en: 'Write contentUrl, or leave the DataDownload out.',
    },
  },
  'GG-10': {
    name: 'closed-data-offered',
    severity: 'hurts',
    says: {
      nb: 'Datasettet er merket som ikke fritt tilgjengelig, men tilbyr nedlasting. Brukeren loves noe som ikke holdes.',
      nn: 'Datasettet er merkt som ikkje fritt tilgjengeleg, men tilbyr nedlasting. Brukaren blir lova noko som ikkje blir halde.',
      en: 'The dataset is marked as not freely accessible but offers a download. Users are promised what is not kept.',
    },
    fix: {
      nb: 'Lukkede data: isAccessibleForFree false og ingen DataDownload.',
      nn: 'Lukka data: isAccessibleForFree false og ingen DataDownload.',
      en: 'Closed data: isAccessibleForFree false and no DataDownload.',
    },
  },
} as const satisfies Record<string, TrapRule>;

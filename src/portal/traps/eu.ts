/** Traps of data.europa.eu and other harvesters that turn pages or speak OAI-PMH (portals.md 1.2 and 1.3). */
import type { TrapRule } from '../trap.js';

const STOPS = {
  nb: 'Høstingen stopper, og datasettene blir stående som de var.',
  nn: 'Haustinga stoppar, og datasetta blir ståande som dei var.',
  en: 'The harvest stops, and the datasets stay as they were.',
};

export const EU_TRAPS = {
  'EU-01': {
    name: 'unreadable',
    severity: 'hurts',
    says: STOPS,
    fix: {
      nb: 'Adressen må svare 2xx innen 60 sekunder, også ved gjentatte forsøk.',
      nn: 'Adressa må svare 2xx innan 60 sekund, også ved gjentekne forsøk.',
      en: 'The address must answer 2xx within 60 seconds, at repeated tries too.',
    },
  },
  'EU-02': {
    name: 'content-type',
    severity: 'hurts',
    says: {
      nb: 'data.europa.eu velger leser ut fra Content-Type. Denne er ikke en RDF-type, og høstingen feiler.',
      nn: 'data.europa.eu vel lesar ut frå Content-Type. Denne er ikkje ein RDF-type, og haustinga feilar.',
      en: 'data.europa.eu chooses its parser by Content-Type. This one is no RDF type, and the harvest fails.',
    },
    fix: {
      nb: 'Svar med den eksakte typen: text/turtle, application/rdf+xml eller application/ld+json.',
      nn: 'Svar med den eksakte typen: text/turtle, application/rdf+xml eller application/ld+json.',
      en: 'Answer with the exact type: text/turtle, application/rdf+xml or application/ld+json.',
    },
  },
  'EU-03': {
    name: 'syntax-error',
    severity: 'hurts',
    says: STOPS,
    fix: {
      nb: 'Siden kan ikke leses som det Content-Type sier. Rett syntaksen, eller typen.',
      nn: 'Sida kan ikkje lesast som det Content-Type seier. Rett syntaksen, eller typen.',
      en: 'The page cannot be read as what Content-Type says. Mend the syntax, or the type.',
    },
  },
  'EU-04': {
    name: 'no-total-items',
    severity: 'hurts',
    says: {
      nb: 'hydra:totalItems mangler på en side som peker videre. Importøren stopper med en nullpeker.',
      nn: 'hydra:totalItems manglar på ei side som peikar vidare. Importøren stoppar med ein nullpeikar.',
      en: 'hydra:totalItems is missing on a page that leads on. The importer stops with a null pointer.',
    },
    fix: {
      nb: 'Skriv hydra:totalItems som heltall på hver side.',
      nn: 'Skriv hydra:totalItems som heiltal på kvar side.',
      en: 'Write hydra:totalItems as an integer on each page.',
    },
  },
  'EU-05': {
    name: 'wrong-total-items',
    severity: 'warns',
    says: {
      nb: 'hydra:totalItems stemmer ikke med det sidene inneholder, så ingen kan se om høstingen er hel.',
      nn: 'hydra:totalItems stemmer ikkje med det sidene inneheld, så ingen kan sjå om haustinga er heil.',
      en: 'hydra:totalItems does not agree with what the pages hold, so nobody can see whether the harvest is whole.',
    },
    fix: {
      nb: 'Tell datasettene og seriene som sidene viser.',
      nn: 'Tel datasetta og seriane som sidene viser.',
      en: 'Count the datasets and series that the pages show.',
    },
  },
  'EU-06': {
    name: 'one-generation-of-paging',
    severity: 'hurts',
    says: {
      nb: 'Siden peker videre med bare de gamle eller bare de nye Hydra-ordene. Høstere som kan de andre, ser bare første side og fjerner resten.',
      nn: 'Sida peikar vidare med berre dei gamle eller berre dei nye Hydra-orda. Haustarar som kan dei andre, ser berre første sida og fjernar resten.',
      en: 'The page leads on by the old Hydra terms only, or by the new ones only. Harvesters that know the others see the first page and remove the rest.',
    },
    fix: {
      nb: 'Skriv både hydra:nextPage på en hydra:PagedCollection og hydra:next på en hydra:PartialCollectionView.',
      nn: 'Skriv både hydra:nextPage på ein hydra:PagedCollection og hydra:next på ein hydra:PartialCollectionView.',
      en: 'Write both hydra:nextPage on a hydra:PagedCollection and hydra:next on a hydra:PartialCollectionView.',
    },
  },
  'EU-07': {
    name: 'paging-loop',
    severity: 'hurts',
    says: {
      nb: 'Sidene peker i ring. Importøren har ingen sperre og blir aldri ferdig.',
      nn: 'Sidene peikar i ring. Importøren har inga sperre og blir aldri ferdig.',
      en: 'The pages lead in a circle. The importer has no guard and never ends.',
    },
    fix: {
      nb: 'La neste side alltid ha et høyere nummer, og den siste ingen neste.',
      nn: 'Lat neste side alltid ha eit høgare nummer, og den siste inga neste.',
      en: 'Let the next page always have a higher number, and the last one no next.',
    },
  },
  'EU-08': {
    name: 'endless-paging',
    severity: 'hurts',
    says: {
      nb: 'Sidene tar ikke slutt. Importøren henter til den blir stoppet.',
      nn: 'Sidene tek ikkje slutt. Importøren hentar til han blir stoppa.',
      en: 'The pages do not end. The importer fetches until somebody stops it.',
    },
    fix: {
      nb: 'En side uten datasett skal ikke ha noen neste.',
      nn: 'Ei side utan datasett skal ikkje ha noka neste.',
      en: 'A page without datasets must have no next.',
    },
  },
  'EU-09': {
    name: 'slow-page',
    severity: 'warns',
    says: {
      nb: 'Siden bruker mer enn fem sekunder. Over ett minutt gir importøren opp etter to forsøk til.',
      nn: 'Sida brukar meir enn fem sekund. Over eitt minutt gir importøren opp etter to forsøk til.',
      en: 'The page takes more than five seconds. Beyond a minute the importer gives up after two more tries.',
    },
    fix: {
      nb: 'Server ferdige sider, eller gjør dem mindre.',
      nn: 'Server ferdige sider, eller gjer dei mindre.',
      en: 'Serve finished pages, or make them smaller.',
    },
  },
  'EU-10': {
    name: 'large-page',
    severity: 'warns',
    says: {
      nb: 'Siden er større enn 10 MB. CKAN-høstere stopper ved 50 MB.',
      nn: 'Sida er større enn 10 MB. CKAN-haustarar stoppar ved 50 MB.',
      en: 'The page is larger than 10 MB. CKAN harvesters stop at 50 MB.',
    },
    fix: {
      nb: 'Vis høyst hundre datasett på en side.',
      nn: 'Vis høgst hundre datasett på ei side.',
      en: 'Show a hundred datasets a page at most.',
    },
  },
  'EU-11': {
    name: 'page-not-self-contained',
    severity: 'hurts',
    says: {
      nb: 'Datasettet hentes ut av sin egen side alene. Det som beskrives på en annen side, går tapt.',
      nn: 'Datasettet blir henta ut av si eiga side åleine. Det som er skildra på ei anna side, går tapt.',
      en: 'A dataset is extracted from its own page alone. What another page describes is lost.',
    },
    fix: {
      nb: 'Gjenta utgiver, kontaktpunkt og distribusjoner på hver side som bruker dem.',
      nn: 'Gjenta utgjevar, kontaktpunkt og distribusjonar på kvar side som brukar dei.',
      en: 'Repeat publisher, contact point and distributions on each page that uses them.',
    },
  },
  'EU-12': {
    name: 'identifiers-collide',
    severity: 'hurts',
    says: {
      nb: 'Identifikatorene er like når de skrives med små bokstaver eller kuttes til siste ledd. Det ene datasettet overskriver det andre.',
      nn: 'Identifikatorane er like når dei blir skrivne med små bokstavar eller kutta til siste ledd. Det eine datasettet overskriv det andre.',
      en: 'The identifiers are equal in lower case, or when cut to the last segment. One dataset overwrites the other.',
    },
    fix: {
      nb: 'Gi hvert datasett en dct:identifier hvis siste ledd er unikt uten hensyn til store bokstaver.',
      nn: 'Gi kvart datasett ein dct:identifier der siste ledd er unikt utan omsyn til store bokstavar.',
      en: 'Give each dataset a dct:identifier whose last segment is unique without regard to case.',
    },
  },
  'EU-13': {
    name: 'dataset-on-two-pages',
    severity: 'warns',
    says: {
      nb: 'Datasettet står på to sider; den siste vinner, og et annet kan ha falt ut mellom sidene.',
      nn: 'Datasettet står på to sider; den siste vinn, og eit anna kan ha falle ut mellom sidene.',
      en: 'The dataset is on two pages; the last wins, and another may have fallen out between them.',
    },
    fix: {
      nb: 'Sorter datasettene fast, for eksempel etter identifikator, før de deles i sider.',
      nn: 'Sorter datasetta fast, til dømes etter identifikator, før dei blir delte i sider.',
      en: 'Sort the datasets in a fixed order, by identifier for example, before paging.',
    },
  },
  'EU-14': {
    name: 'paging-leaves-host',
    severity: 'hurts',
    says: {
      nb: 'Neste side ligger på en annen vert. Ofte er det navnet på maskinen bak mellomtjeneren, som portalen ikke når.',
      nn: 'Neste side ligg på ein annan vert. Ofte er det namnet på maskina bak mellomtenaren, som portalen ikkje når.',
      en: 'The next page is on another host. Often that is the machine behind the proxy, which the portal cannot reach.',
    },
    fix: {
      nb: 'Lag adressene av den oppsatte basisadressen, ikke av Host-hodet.',
      nn: 'Lag adressene av den oppsette basisadressa, ikkje av Host-hovudet.',
      en: 'Make the addresses of the configured base, not of the Host header.',
    },
  },
  'EU-15': {
    name: 'dataset-without-iri',
    severity: 'hurts',
    says: {
      nb: 'Et datasett uten IRI får en ny identitet ved hver høsting og blir til nye kopier.',
      nn: 'Eit datasett utan IRI får ein ny identitet ved kvar hausting og blir til nye kopiar.',
      en: 'A dataset without an IRI gets a new identity at each harvest and becomes new copies.',
    },
    fix: {
      nb: 'Gi datasettet en fast IRI.',
      nn: 'Gi datasettet ein fast IRI.',
      en: 'Give the dataset a lasting IRI.',
    },
  },
  'EU-16': {
    name: 'date-not-iso-8601',
    severity: 'warns',
    says: {
      nb: 'Datoen er ikke skrevet etter ISO 8601, som portalen krever, og faller bort.',
      nn: 'Datoen er ikkje skriven etter ISO 8601, som portalen krev, og fell bort.',
      en: 'The date is not written by ISO 8601, as the portal demands, and is dropped.',
    },
    fix: {
      nb: 'Skriv 2026-03-01 som xsd:date, eller med klokkeslett som xsd:dateTime.',
      nn: 'Skriv 2026-03-01 som xsd:date, eller med klokkeslett som xsd:dateTime.',
      en: 'Write 2026-03-01 as xsd:date, or with the time as xsd:dateTime.',
    },
  },
  'EU-17': {
    name: 'mass-removal',
    severity: 'hurts',
    says: {
      nb: 'Portalen sletter det den ikke ser. Flere enn 5 datasett, eller mer enn 5 %, er borte siden sist.',
      nn: 'Portalen slettar det ho ikkje ser. Fleire enn 5 datasett, eller meir enn 5 %, er borte sidan sist.',
      en: 'The portal deletes what it does not see. More than 5 datasets, or more than 5 %, have gone since last time.',
    },
    fix: {
      nb: 'Se at alle sider er med, og at kilden er hel.',
      nn: 'Sjå at alle sider er med, og at kjelda er heil.',
      en: 'See that all pages are there, and that the source is whole.',
    },
  },
  'EU-20': {
    name: 'oai-error',
    severity: 'hurts',
    says: STOPS,
    fix: {
      nb: 'OAI-PMH-tjenesten svarte med en feil eller ikke med OAI-PMH. Se feilkoden.',
      nn: 'OAI-PMH-tenesta svara med ein feil eller ikkje med OAI-PMH. Sjå feilkoden.',
      en: 'The OAI-PMH service answered by an error, or not in OAI-PMH. See the code.',
    },
  },
  'EU-21': {
    name: 'oai-token-loop',
    severity: 'hurts',
    says: {
      nb: 'Samme resumptionToken kommer igjen. Høsteren går i ring.',
      nn: 'Same resumptionToken kjem att. Haustaren går i ring.',
      en: 'The same resumptionToken comes back. The harvester goes in circles.',
    },
    fix: {
      nb: 'Hvert token skal lede til neste del, og siste del skal ha et tomt.',
      nn: 'Kvart token skal leie til neste del, og siste del skal ha eit tomt.',
      en: 'Each token must lead to the next part, and the last part have an empty one.',
    },
  },
  'EU-22': {
    name: 'oai-deletions-not-kept',
    severity: 'warns',
    says: {
      nb: 'Tjenesten sier ikke fra om slettede datasett (deletedRecord er ikke persistent), så de kan bli stående i portalen.',
      nn: 'Tenesta seier ikkje frå om sletta datasett (deletedRecord er ikkje persistent), så dei kan bli ståande i portalen.',
      en: 'The service does not tell of deleted datasets (deletedRecord is not persistent), so they may stay at the portal.',
    },
    fix: {
      nb: 'Behold opplysningen om hva som er slettet, og svar persistent i Identify.',
      nn: 'Behald opplysninga om kva som er sletta, og svar persistent i Identify.',
      en: 'Keep the knowledge of what was deleted, and answer persistent in Identify.',
    },
  },
  'EU-23': {
    name: 'sets-differ',
    severity: 'hurts',
    says: {
      nb: 'OAI-PMH og sidene viser ikke de samme datasettene. Hva portalen får, kommer an på hvilken vei den tar.',
      nn: 'OAI-PMH og sidene viser ikkje dei same datasetta. Kva portalen får, kjem an på kva veg ho tek.',
      en: 'OAI-PMH and the pages do not show the same datasets. What the portal gets depends on the way it takes.',
    },
    fix: {
      nb: 'Lag begge av samme katalog.',
      nn: 'Lag begge av same katalog.',
      en: 'Make both of the same catalogue.',
    },
  },
} as const satisfies Record<string, TrapRule>;

/** Traps in how data.norge.no cuts a feed into descriptions (portals.md 1.1, rows 8–13). */
import type { TrapRule } from '../trap.js';

export const FDK_MEMBER_TRAPS = {
  'FDK-20': {
    name: 'empty-feed',
    severity: 'hurts',
    says: {
      nb: 'Et gyldig, men tomt svar: data.norge.no fjerner alt den har fra denne kilden.',
      nn: 'Eit gyldig, men tomt svar: data.norge.no fjernar alt ho har frå denne kjelda.',
      en: 'A valid but empty answer: data.norge.no removes everything it has from this source.',
    },
    fix: {
      nb: 'Svar 503 når katalogen ikke kan vises. Aldri 200 uten innhold.',
      nn: 'Svar 503 når katalogen ikkje kan visast. Aldri 200 utan innhald.',
      en: 'Answer 503 when the catalogue cannot be shown. Never 200 without content.',
    },
  },
  'FDK-21': {
    name: 'member-without-iri',
    severity: 'hurts',
    says: {
      nb: 'Et datasett uten egen IRI (blank node) kommer ikke med i portalen.',
      nn: 'Eit datasett utan eigen IRI (blank node) kjem ikkje med i portalen.',
      en: 'A dataset without an IRI of its own (a blank node) does not reach the portal.',
    },
    fix: {
      nb: 'Gi datasettet en fast IRI.',
      nn: 'Gi datasettet ein fast IRI.',
      en: 'Give the dataset a lasting IRI.',
    },
  },
  'FDK-22': {
    name: 'orphan',
    severity: 'hurts',
    says: {
      nb: 'Datasettet er ikke nevnt av noen katalog. data.norge.no lager en katalog til det: «… - Datasettkatalog».',
      nn: 'Datasettet er ikkje nemnt av nokon katalog. data.norge.no lagar ein katalog til det: «… - Datasettkatalog».',
      en: 'No catalogue names the dataset. data.norge.no makes one up for it: "… - Datasettkatalog".',
    },
    fix: {
      nb: 'Nevn hvert datasett med dcat:dataset i katalogen; tjenester med dcat:service.',
      nn: 'Nemn kvart datasett med dcat:dataset i katalogen; tenester med dcat:service.',
      en: 'Name each dataset by dcat:dataset in the catalogue; services by dcat:service.',
    },
  },
  'FDK-23': {
    name: 'two-catalogues',
    severity: 'hurts',
    says: {
      nb: 'Datasettet er nevnt av to kataloger i samme feed. Den første vinner, og hvilken det er, er tilfeldig.',
      nn: 'Datasettet er nemnt av to katalogar i same feed. Den første vinn, og kva for ein det er, er tilfeldig.',
      en: 'Two catalogues in the same feed name the dataset. The first wins, and which that is, is chance.',
    },
    fix: {
      nb: 'La ett datasett stå i én katalog.',
      nn: 'Lat eitt datasett stå i éin katalog.',
      en: 'Let a dataset stand in one catalogue.',
    },
  },
  'FDK-24': {
    name: 'catalogue-without-iri',
    severity: 'hurts',
    says: {
      nb: 'Katalogen er en blank node og regnes ikke; datasettene får en katalog som portalen finner på.',
      nn: 'Katalogen er ein blank node og blir ikkje rekna med; datasetta får ein katalog som portalen finn på.',
      en: 'The catalogue is a blank node and does not count; its datasets get one that the portal makes up.',
    },
    fix: {
      nb: 'Gi katalogen en fast IRI.',
      nn: 'Gi katalogen ein fast IRI.',
      en: 'Give the catalogue a lasting IRI.',
    },
  },
  'FDK-25': {
    name: 'not-a-real-member',
    severity: 'hurts',
    says: {
      nb: 'Et eksempel, en katalogpost eller en gravstein er merket som datasett, og vises som et datasett i portalen.',
      nn: 'Eit døme, ein katalogpost eller ein gravstein er merkt som datasett, og blir vist som eit datasett i portalen.',
      en: 'A sample, a catalogue record or a tombstone is typed as a dataset, and is shown as one by the portal.',
    },
    fix: {
      nb: 'Merk som dcat:Dataset bare det som er et datasett. Eksempler er dcat:Distribution.',
      nn: 'Merk som dcat:Dataset berre det som er eit datasett. Døme er dcat:Distribution.',
      en: 'Type as dcat:Dataset only what is a dataset. Samples are dcat:Distribution.',
    },
  },
  'FDK-26': {
    name: 'blank-node',
    severity: 'hurts',
    says: {
      nb: 'Delen får et navn laget av innholdet, så hver endring i den ser ut som en ny ting, og distribusjoner får ingen poeng.',
      nn: 'Delen får eit namn laga av innhaldet, så kvar endring i han ser ut som ein ny ting, og distribusjonar får ingen poeng.',
      en: 'The part gets a name made of its content, so each change of it looks like a new thing, and distributions get no points.',
    },
    fix: {
      nb: 'Gi distribusjoner, kontaktpunkt, tidsrom og andre deler egne IRI-er.',
      nn: 'Gi distribusjonar, kontaktpunkt, tidsrom og andre delar eigne IRI-ar.',
      en: 'Give distributions, contact points, periods and other parts IRIs of their own.',
    },
  },
  'FDK-27': {
    name: 'blank-node-cycle',
    severity: 'hurts',
    says: {
      nb: 'Blanke noder viser til hverandre i ring. Navngivingen i data.norge.no blir aldri ferdig.',
      nn: 'Blanke nodar viser til kvarandre i ring. Namngivinga i data.norge.no blir aldri ferdig.',
      en: 'Blank nodes refer to each other in a circle. Naming them at data.norge.no never ends.',
    },
    fix: {
      nb: 'Bryt ringen ved å gi minst én av nodene en IRI.',
      nn: 'Bryt ringen ved å gi minst éin av nodane ein IRI.',
      en: 'Break the circle by giving at least one of the nodes an IRI.',
    },
  },
  'FDK-28': {
    name: 'blank-nodes-merge',
    severity: 'warns',
    says: {
      nb: 'To blanke noder med samme innhold i ett datasett blir til én.',
      nn: 'To blanke nodar med same innhald i eitt datasett blir til éin.',
      en: 'Two blank nodes with the same content in one dataset become one.',
    },
    fix: {
      nb: 'Gi dem hver sin IRI.',
      nn: 'Gi dei kvar sin IRI.',
      en: 'Give each an IRI.',
    },
  },
  'FDK-29': {
    name: 'named-but-not-described',
    severity: 'warns',
    says: {
      nb: 'Katalogen nevner noe som ikke er beskrevet som datasett i dette dokumentet (datatjeneste, i feeden for tjenester). Det kommer ikke med i portalen, og ble det vist før, forsvinner det.',
      nn: 'Katalogen nemner noko som ikkje er skildra som datasett i dette dokumentet (datateneste, i feeden for tenester). Det kjem ikkje med i portalen, og vart det vist før, forsvinn det.',
      en: 'The catalogue names something that is not described as a dataset in this document (a data service, in the feed of services). It does not reach the portal, and disappears if it was shown before.',
    },
    fix: {
      nb: 'Beskriv datasettet i samme dokument, med rdf:type dcat:Dataset, eller ta ut lenken.',
      nn: 'Skildre datasettet i same dokumentet, med rdf:type dcat:Dataset, eller ta ut lenkja.',
      en: 'Describe the dataset in the same document, with rdf:type dcat:Dataset, or take the link out.',
    },
  },
  'FDK-30': {
    name: 'catalogue-in-description',
    severity: 'hurts',
    says: {
      nb: 'Datasettet leder til katalogen, så hele katalogen følger med i beskrivelsen. Hver endring av katalogen gjør alle datasett «endret» hver natt.',
      nn: 'Datasettet leier til katalogen, så heile katalogen følgjer med i skildringa. Kvar endring av katalogen gjer alle datasett «endra» kvar natt.',
      en: 'The dataset leads to the catalogue, so the whole catalogue is part of its description. Each change of the catalogue makes every dataset "changed" each night.',
    },
    fix: {
      nb: 'Ta ut lenken fra datasettet til katalogen (dct:isPartOf, foaf:isPrimaryTopicOf og lignende).',
      nn: 'Ta ut lenkja frå datasettet til katalogen (dct:isPartOf, foaf:isPrimaryTopicOf og liknande).',
      en: 'Leave out the link from the dataset to the catalogue (dct:isPartOf, foaf:isPrimaryTopicOf and the like).',
    },
  },
  'FDK-31': {
    name: 'records-in-catalogue',
    severity: 'hurts',
    says: {
      nb: 'Katalogens beskrivelse sendes på nytt med hvert endret datasett. Med dcat:record blir det N × N tripler.',
      nn: 'Katalogen si skildring blir send på nytt med kvart endra datasett. Med dcat:record blir det N × N triplar.',
      en: "The catalogue's description is sent again with each changed dataset. With dcat:record that is N × N triples.",
    },
    fix: {
      nb: 'La katalogpostene ligge i et annet dokument enn feeden.',
      nn: 'Lat katalogpostane liggje i eit anna dokument enn feeden.',
      en: 'Keep catalogue records in another document than the feed.',
    },
  },
  'FDK-32': {
    name: 'services-in-dataset-feed',
    severity: 'warns',
    says: {
      nb: 'Katalogens liste over tjenester (dcat:service) følger med katalogen til hvert datasett som endres.',
      nn: 'Katalogen si liste over tenester (dcat:service) følgjer med katalogen til kvart datasett som blir endra.',
      en: "The catalogue's list of services (dcat:service) goes with the catalogue to each dataset that changes.",
    },
    fix: {
      nb: 'Gi tjenestene en feed og en katalog-IRI for seg, og registrer den som datatjenester.',
      nn: 'Gi tenestene ein feed og ein katalog-IRI for seg, og registrer han som datatenester.',
      en: 'Give the services a feed and a catalogue IRI of their own, and register that as data services.',
    },
  },
  'FDK-33': {
    name: 'leak-between-members',
    severity: 'hurts',
    says: {
      nb: 'Beskrivelsen tar med deler av et annet datasett: endres det ene, ser begge endret ut, og feil filer kan vises.',
      nn: 'Skildringa tek med delar av eit anna datasett: blir det eine endra, ser begge endra ut, og feil filer kan bli viste.',
      en: 'The description drags in parts of another dataset: when one changes both look changed, and the wrong files may be shown.',
    },
    fix: {
      nb: 'Fjern lenken som leder fra det ene datasettets deler til det andres.',
      nn: 'Fjern lenkja som leier frå delane til det eine datasettet til delane til det andre.',
      en: "Remove the link that leads from one dataset's parts to the other's.",
    },
  },
  'FDK-34': {
    name: 'volatile-shared-node',
    severity: 'warns',
    says: {
      nb: 'Noe som mange datasett deler, bærer en dato. Endres den, blir alle datasettene «endret».',
      nn: 'Noko som mange datasett deler, ber ein dato. Blir han endra, blir alle datasetta «endra».',
      en: 'Something that many datasets share carries a date. When that changes, all of them become "changed".',
    },
    fix: {
      nb: 'Ta datoen ut av den delte noden.',
      nn: 'Ta datoen ut av den delte noden.',
      en: 'Leave the date out of the shared node.',
    },
  },
  'FDK-35': {
    name: 'large-description',
    severity: 'warns',
    says: {
      nb: 'Beskrivelsen er mer enn tusen tripler. Ofte er det noe den leder til, som ikke hører til datasettet.',
      nn: 'Skildringa er meir enn tusen triplar. Ofte er det noko ho leier til, som ikkje høyrer til datasettet.',
      en: 'The description is more than a thousand triples. Often it leads to something that is no part of the dataset.',
    },
    fix: {
      nb: 'Se hvilke ting beskrivelsen tar med, og nevn dem uten å beskrive dem.',
      nn: 'Sjå kva ting skildringa tek med, og nemn dei utan å skildre dei.',
      en: 'See what the description drags in, and name it without describing it.',
    },
  },
  'FDK-36': {
    name: 'datasets-in-service-feed',
    severity: 'hurts',
    says: {
      nb: 'Høstingen av tjenester stopper bare ved andre tjenester. Datasett som beskrives her, blir del av tjenesten.',
      nn: 'Haustinga av tenester stoppar berre ved andre tenester. Datasett som blir skildra her, blir del av tenesta.',
      en: 'The harvest of services stops at other services only. Datasets described here become part of the service.',
    },
    fix: {
      nb: 'Nevn datasettene med dcat:servesDataset, men ikke beskriv dem i denne feeden.',
      nn: 'Nemn datasetta med dcat:servesDataset, men ikkje skildre dei i denne feeden.',
      en: 'Name the datasets by dcat:servesDataset, but do not describe them in this feed.',
    },
  },
  'FDK-37': {
    name: 'unbounded-descriptions',
    severity: 'hurts',
    says: {
      nb: 'Beskrivelsene henger sammen slik at hver tar med nesten alt. Portalen ville lagret millioner av tripler om igjen.',
      nn: 'Skildringane heng saman slik at kvar tek med nesten alt. Portalen ville lagra millionar av triplar om att.',
      en: 'The descriptions hang together so that each drags in nearly everything. The portal would store millions of triples over again.',
    },
    fix: {
      nb: 'Finn den delte noden som leder videre, og ta ut lenkene fra den.',
      nn: 'Finn den delte noden som leier vidare, og ta ut lenkjene frå han.',
      en: 'Find the shared node that leads on, and leave out its links.',
    },
  },
} as const satisfies Record<string, TrapRule>;

/** Traps that show only beside what data.norge.no holds already (portals.md 1.1, rows 4, 15–17). */
import type { TrapRule } from '../trap.js';

export const FDK_HISTORY_TRAPS = {
  'FDK-40': {
    name: 'mass-removal',
    severity: 'hurts',
    says: {
      nb: 'Flere enn 5 beskrivelser, eller mer enn 5 %, forsvinner fra data.norge.no i natt. Portalen har ingen sperre.',
      nn: 'Fleire enn 5 skildringar, eller meir enn 5 %, forsvinn frå data.norge.no i natt. Portalen har inga sperre.',
      en: 'More than 5 descriptions, or more than 5 %, disappear from data.norge.no tonight. The portal has no threshold.',
    },
    fix: {
      nb: 'Se at kilden er hel. Er det meningen, godta det med publish --accept.',
      nn: 'Sjå at kjelda er heil. Er det meininga, godta det med publish --accept.',
      en: 'See that the source is whole. If it is meant, accept it by publish --accept.',
    },
  },
  'FDK-41': {
    name: 'removal',
    severity: 'warns',
    says: {
      nb: 'Beskrivelsen forsvinner fra data.norge.no i natt. Lenker til den slutter å virke der.',
      nn: 'Skildringa forsvinn frå data.norge.no i natt. Lenkjer til ho sluttar å verke der.',
      en: 'The description disappears from data.norge.no tonight. Links to it stop working there.',
    },
    fix: {
      nb: 'Ingenting hvis det er meningen. Ellers: finn ut hvorfor den ikke er offentlig lenger.',
      nn: 'Ingenting om det er meininga. Elles: finn ut kvifor ho ikkje er offentleg lenger.',
      en: 'Nothing if it is meant. Otherwise find out why it is no longer public.',
    },
  },
  'FDK-42': {
    name: 'catalogue-conflict',
    severity: 'hurts',
    says: {
      nb: 'Katalogens IRI er kjent fra en annen adresse. data.norge.no stopper hele høstingen med SOURCE_CONFLICT.',
      nn: 'Katalogen sin IRI er kjend frå ei anna adresse. data.norge.no stoppar heile haustinga med SOURCE_CONFLICT.',
      en: "The catalogue's IRI is known from another address. data.norge.no stops the whole harvest with SOURCE_CONFLICT.",
    },
    fix: {
      nb: 'Registrer bare én av adressene. Skal feeden flyttes, må den gamle kilden slettes først.',
      nn: 'Registrer berre éi av adressene. Skal feeden flyttast, må den gamle kjelda slettast først.',
      en: 'Register only one of the addresses. To move the feed, have the old source deleted first.',
    },
  },
  'FDK-43': {
    name: 'member-of-another-source',
    severity: 'hurts',
    says: {
      nb: 'Datasettet finnes fra en annen kilde. data.norge.no hopper over dette og sier det bare i sin egen logg.',
      nn: 'Datasettet finst frå ei anna kjelde. data.norge.no hoppar over dette og seier det berre i sin eigen logg.',
      en: 'The dataset is known from another source. data.norge.no skips this one and says so in its own log only.',
    },
    fix: {
      nb: 'La datasettet ligge i én feed; slett det i den andre, eller i registreringsløsningen til data.norge.no.',
      nn: 'Lat datasettet liggje i éin feed; slett det i den andre, eller i registreringsløysinga til data.norge.no.',
      en: "Keep the dataset in one feed; delete it in the other, or in data.norge.no's registration tool.",
    },
  },
  'FDK-44': {
    name: 'catalogue-moved',
    severity: 'hurts',
    says: {
      nb: 'Katalogen har fått en ny IRI. Den gamle forsvinner fra portalen, og alt i den får ny katalog.',
      nn: 'Katalogen har fått ein ny IRI. Den gamle forsvinn frå portalen, og alt i han får ny katalog.',
      en: 'The catalogue has a new IRI. The old one disappears from the portal, and all in it gets a new catalogue.',
    },
    fix: {
      nb: 'Behold katalogens IRI; den skal aldri endres.',
      nn: 'Behald katalogen sin IRI; han skal aldri endrast.',
      en: "Keep the catalogue's IRI; it should never change.",
    },
  },
  'FDK-45': {
    name: 'renamed-member',
    severity: 'hurts',
    says: {
      nb: 'Samme identifikator, ny IRI: for portalen forsvinner ett datasett og et nytt kommer til. Lenker og historikk går tapt.',
      nn: 'Same identifikator, ny IRI: for portalen forsvinn eitt datasett og eit nytt kjem til. Lenkjer og historikk går tapt.',
      en: 'Same identifier, new IRI: to the portal one dataset disappears and another arrives. Links and history are lost.',
    },
    fix: {
      nb: 'Behold IRI-en, selv om navn, kilde eller mappe endres.',
      nn: 'Behald IRI-en, sjølv om namn, kjelde eller mappe blir endra.',
      en: 'Keep the IRI, even when name, source or folder change.',
    },
  },
  'FDK-46': {
    name: 'shared-change',
    severity: 'warns',
    says: {
      nb: 'Mer enn halvparten av beskrivelsene blir «endret» fordi noe de deler, er endret.',
      nn: 'Meir enn halvparten av skildringane blir «endra» fordi noko dei deler, er endra.',
      en: 'More than half of the descriptions become "changed" because something they share has changed.',
    },
    fix: {
      nb: 'Ingenting hvis det er en gang. Skjer det hver natt, bærer den delte noden noe flyktig.',
      nn: 'Ingenting om det er éin gong. Skjer det kvar natt, ber den delte noden noko flyktig.',
      en: 'Nothing if it is once. If it happens each night, the shared node carries something volatile.',
    },
  },
  'FDK-47': {
    name: 'score-falls',
    severity: 'warns',
    says: {
      nb: 'Snittet av metadatapoeng faller på data.norge.no.',
      nn: 'Snittet av metadatapoeng fell på data.norge.no.',
      en: 'The average metadata score falls at data.norge.no.',
    },
    fix: {
      nb: 'Se npm run quality for hva som mangler.',
      nn: 'Sjå npm run quality for kva som manglar.',
      en: 'See npm run quality for what is missing.',
    },
  },
} as const satisfies Record<string, TrapRule>;

/** Traps of dataset-register, the register of Dutch heritage, as an example of a strict European one (portals.md 1.3). */
import type { TrapRule } from '../trap.js';

export const REGISTER_TRAPS = {
  'REG-01': {
    name: 'gone',
    severity: 'hurts',
    says: {
      nb: 'Registeret merker adressen som borte når den svarer med status over 200.',
      nn: 'Registeret merkjer adressa som borte når ho svarar med status over 200.',
      en: 'The register marks the address as gone when it answers with a status above 200.',
    },
    fix: {
      nb: 'Svar 200 på den registrerte adressen.',
      nn: 'Svar 200 på den registrerte adressa.',
      en: 'Answer 200 at the registered address.',
    },
  },
  'REG-02': {
    name: 'timeout',
    severity: 'warns',
    says: {
      nb: 'Siden brukte mer enn 30 sekunder, eller kunne ikke nås. Registeret lar alt stå til neste gang.',
      nn: 'Sida brukte meir enn 30 sekund, eller kunne ikkje nåast. Registeret lèt alt stå til neste gong.',
      en: 'The page took more than 30 seconds, or could not be reached. The register leaves everything as it was.',
    },
    fix: {
      nb: 'Server en ferdig fil, eller del i sider.',
      nn: 'Server ei ferdig fil, eller del i sider.',
      en: 'Serve a finished file, or turn it into pages.',
    },
  },
  'REG-03': {
    name: 'no-datasets',
    severity: 'hurts',
    says: {
      nb: 'Registeret finner ingen datasett og avviser adressen.',
      nn: 'Registeret finn ingen datasett og avviser adressa.',
      en: 'The register finds no datasets and refuses the address.',
    },
    fix: {
      nb: 'Beskriv datasett med DCAT eller schema.org i dokumentet.',
      nn: 'Skildre datasett med DCAT eller schema.org i dokumentet.',
      en: 'Describe datasets by DCAT or schema.org in the document.',
    },
  },
  'REG-04': {
    name: 'dataset-without-http-iri',
    severity: 'hurts',
    says: {
      nb: 'Datasett som er blanke noder, eller har en annen IRI enn http(s), avvises.',
      nn: 'Datasett som er blanke nodar, eller har ein annan IRI enn http(s), blir avviste.',
      en: 'Datasets that are blank nodes, or whose IRI is not http(s), are refused.',
    },
    fix: {
      nb: 'Gi datasettet en fast https-IRI.',
      nn: 'Gi datasettet ein fast https-IRI.',
      en: 'Give the dataset a lasting https IRI.',
    },
  },
  'REG-05': {
    name: 'unreadable',
    severity: 'hurts',
    says: {
      nb: 'Dokumentet kan ikke leses som RDF, og registreringen avvises.',
      nn: 'Dokumentet kan ikkje lesast som RDF, og registreringa blir avvist.',
      en: 'The document cannot be read as RDF, and the registration is refused.',
    },
    fix: {
      nb: 'Se at Content-Type og innhold stemmer, og rett syntaksen.',
      nn: 'Sjå at Content-Type og innhald stemmer, og rett syntaksen.',
      en: 'See that Content-Type and content agree, and mend the syntax.',
    },
  },
  'REG-06': {
    name: 'no-name',
    severity: 'hurts',
    says: {
      nb: 'Uten tittel består datasettet ikke kontrollen i registeret.',
      nn: 'Utan tittel består datasettet ikkje kontrollen i registeret.',
      en: 'Without a title the dataset does not pass the gate of the register.',
    },
    fix: {
      nb: 'Skriv dct:title med språkmerke.',
      nn: 'Skriv dct:title med språkmerke.',
      en: 'Write dct:title with a language tag.',
    },
  },
} as const satisfies Record<string, TrapRule>;

/** Failures of the program, its configuration, revisions and queries. Codes are stable; wording may change. */
import type { Message } from './message.js';

export const PROGRAM_FAILURES = {
  LOCKED: {
    message: {
      nb: 'En annen kjøring (prosess {pid}) arbeider med katalogen.',
      nn: 'Ei anna køyring (prosess {pid}) arbeider med katalogen.',
      en: 'Another run (process {pid}) is working on the catalogue.',
    },
    hint: {
      nb: 'Vent til den er ferdig, eller stopp den.',
      nn: 'Vent til ho er ferdig, eller stopp ho.',
      en: 'Wait until it is done, or stop it.',
    },
  },
  CONFIG_INVALID: {
    message: {
      nb: 'Konfigurasjonen er feil. {place}: {cause}',
      nn: 'Konfigurasjonen er feil. {place}: {cause}',
      en: 'The configuration is wrong. {place}: {cause}',
    },
  },
  CATALOGUE_UNKNOWN: {
    message: {
      nb: 'Finner ingen katalog «{catalogue}».',
      nn: 'Finn ingen katalog «{catalogue}».',
      en: 'There is no catalogue "{catalogue}".',
    },
    hint: {
      nb: 'Velg en av: {known}.',
      nn: 'Vel ein av: {known}.',
      en: 'Choose one of: {known}.',
    },
  },
  USAGE: {
    message: { nb: '{cause}', nn: '{cause}', en: '{cause}' },
    hint: {
      nb: 'Kjør «npm run -s {command} -- --help» for å se hva kommandoen tar imot.',
      nn: 'Køyr «npm run -s {command} -- --help» for å sjå kva kommandoen tek imot.',
      en: 'Run "npm run -s {command} -- --help" to see what the command takes.',
    },
  },
  PROFILE_UNKNOWN: {
    message: {
      nb: 'Finner ingen valideringsprofil «{profile}».',
      nn: 'Finn ingen valideringsprofil «{profile}».',
      en: 'There is no validation profile "{profile}".',
    },
    hint: { nb: 'Velg en av: {known}.', nn: 'Vel ein av: {known}.', en: 'Choose one of: {known}.' },
  },
  SHAPE_UNSUPPORTED: {
    message: {
      nb: 'Formen {shape} bruker {construct}, som motoren ikke kan kontrollere.',
      nn: 'Forma {shape} bruker {construct}, som motoren ikkje kan kontrollere.',
      en: 'The shape {shape} uses {construct}, which the engine cannot check.',
    },
  },
  VALIDATION_STOPPED: {
    message: {
      nb: 'Kontrollen «{profile}» ble ikke fullført ({cause}): ingenting regnes som gyldig.',
      nn: 'Kontrollen «{profile}» vart ikkje fullført ({cause}): ingenting blir rekna som gyldig.',
      en: 'The check "{profile}" did not finish ({cause}): nothing counts as valid.',
    },
  },
  FEED_TOO_LARGE: {
    message: {
      nb: '{file} ville blitt {megabytes} MB, mer enn data.norge.no leser. Det som er publisert, blir stående.',
      nn: '{file} ville vorte {megabytes} MB, meir enn data.norge.no les. Det som er publisert, blir ståande.',
      en: '{file} would be {megabytes} MB, more than data.norge.no reads. What is published stays.',
    },
    hint: {
      nb: 'Del katalogen i to, eller kort ned beskrivelsene.',
      nn: 'Del katalogen i to, eller kort ned skildringane.',
      en: 'Divide the catalogue in two, or shorten the descriptions.',
    },
  },
  FEED_LARGE: {
    message: {
      nb: '{file} er {megabytes} MB og nærmer seg grensen for hva portalene leser.',
      nn: '{file} er {megabytes} MB og nærmar seg grensa for kva portalane les.',
      en: '{file} is {megabytes} MB and comes close to the limit of what portals read.',
    },
    hint: {
      nb: 'Del katalogen i to før den blir for stor, eller kort ned beskrivelsene.',
      nn: 'Del katalogen i to før han blir for stor, eller kort ned skildringane.',
      en: 'Divide the catalogue in two before it gets too large, or shorten the descriptions.',
    },
  },
  NAME_NOT_XML: {
    message: {
      nb: '{subject} har egenskapen {predicate}, som ikke kan skrives i RDF/XML.',
      nn: '{subject} har eigenskapen {predicate}, som ikkje kan skrivast i RDF/XML.',
      en: '{subject} has the property {predicate}, which cannot be written in RDF/XML.',
    },
  },
  IRI_COLLISION: {
    message: {
      nb: 'To poster får samme identifikator {iri}: {first} og {second}.',
      nn: 'To postar får same identifikator {iri}: {first} og {second}.',
      en: 'Two records get the same identifier {iri}: {first} and {second}.',
    },
  },
  IRI_REUSED: {
    message: {
      nb: 'Adressen {iri} har tilhørt noe annet som er publisert og borte. En adresse brukes aldri om igjen, så posten er holdt tilbake.',
      nn: 'Adressa {iri} har høyrt til noko anna som er publisert og borte. Ei adresse blir aldri brukt om att, så posten er halden tilbake.',
      en: 'The address {iri} was that of something else, published once and gone. An address is never used again, so the record is held back.',
    },
    hint: {
      nb: 'Gi posten en annen nøkkel i kilden, eller en egen adresse i identity.csv. Er det den samme tingen, skriv «{iri};;tilbake;» i successors.csv.',
      nn: 'Gi posten ein annan nøkkel i kjelda, eller ei eiga adresse i identity.csv. Er det den same tingen, skriv «{iri};;tilbake;» i successors.csv.',
      en: 'Give the record another key at its source, or an address of its own in identity.csv. If it is the same thing, write "{iri};;tilbake;" in successors.csv.',
    },
  },
  REVISION_DAMAGED: {
    message: {
      nb: 'Revisjonen i {folder} er skadet: {cause}.',
      nn: 'Revisjonen i {folder} er skadd: {cause}.',
      en: 'The revision in {folder} is damaged: {cause}.',
    },
    hint: {
      nb: 'Kjør «npm run publish» for å bygge den på nytt.',
      nn: 'Køyr «npm run publish» for å byggje han på nytt.',
      en: 'Run "npm run publish" to build it again.',
    },
  },
  REVISION_MISSING: {
    message: {
      nb: 'Ingen revisjon er publisert ennå.',
      nn: 'Ingen revisjon er publisert enno.',
      en: 'No revision is published yet.',
    },
    hint: {
      nb: 'Kjør «npm run harvest» og så «npm run publish».',
      nn: 'Køyr «npm run harvest» og så «npm run publish».',
      en: 'Run "npm run harvest" and then "npm run publish".',
    },
  },
  QUERY_SYNTAX: {
    message: {
      nb: 'Spørringen kan ikke tolkes (linje {line}, kolonne {column}): {cause}',
      nn: 'Spørjinga kan ikkje tolkast (linje {line}, kolonne {column}): {cause}',
      en: 'The query cannot be parsed (line {line}, column {column}): {cause}',
    },
    hint: {
      nb: 'Prefiksene på spørringssiden trenger ingen deklarasjon. Andre deklareres først: PREFIX ex: <https://…>',
      nn: 'Prefiksa på spørjingssida treng inga deklarasjon. Andre blir deklarerte først: PREFIX ex: <https://…>',
      en: 'The prefixes on the query page need no declaration. Declare others first: PREFIX ex: <https://…>',
    },
  },
  QUERY_REFUSED: {
    message: {
      nb: 'Endepunktet tar bare imot spørringer som leser. {form} er ikke tillatt.',
      nn: 'Endepunktet tek berre imot spørjingar som les. {form} er ikkje tillate.',
      en: 'The endpoint takes queries that read only. {form} is not allowed.',
    },
    hint: {
      nb: 'Bruk SELECT, ASK, CONSTRUCT eller DESCRIBE.',
      nn: 'Bruk SELECT, ASK, CONSTRUCT eller DESCRIBE.',
      en: 'Use SELECT, ASK, CONSTRUCT or DESCRIBE.',
    },
  },
  QUERY_TIMEOUT: {
    message: {
      nb: 'Spørringen ble stanset etter {seconds} sekunder.',
      nn: 'Spørjinga vart stansa etter {seconds} sekund.',
      en: 'The query was stopped after {seconds} seconds.',
    },
    hint: {
      nb: 'Gjør den smalere, for eksempel med LIMIT eller færre mønstre uten felles variabel.',
      nn: 'Gjer ho smalare, til dømes med LIMIT eller færre mønster utan felles variabel.',
      en: 'Make it narrower, for example with LIMIT or fewer patterns without a shared variable.',
    },
  },
  QUERY_MEMORY: {
    message: {
      nb: 'Spørringen ble stanset fordi den brukte mer minne enn {megabytes} MB.',
      nn: 'Spørjinga vart stansa fordi ho brukte meir minne enn {megabytes} MB.',
      en: 'The query was stopped because it used more than {megabytes} MB of memory.',
    },
    hint: {
      nb: 'Be om mindre om gangen: færre mønstre uten felles variabel, mindre å sortere og gruppere.',
      nn: 'Be om mindre om gongen: færre mønster utan felles variabel, mindre å sortere og gruppere.',
      en: 'Ask for less at a time: fewer patterns without a shared variable, less to sort and group.',
    },
  },
  QUERY_TOO_LARGE: {
    message: {
      nb: 'Grensen «{limit}» på {value} er overskredet.',
      nn: 'Grensa «{limit}» på {value} er overskriden.',
      en: 'The limit "{limit}" of {value} is exceeded.',
    },
    hint: {
      nb: 'Del opp spørringen, for eksempel med LIMIT og OFFSET. Hele katalogen kan lastes ned som én fil.',
      nn: 'Del opp spørjinga, til dømes med LIMIT og OFFSET. Heile katalogen kan lastast ned som éi fil.',
      en: 'Split the query, for example with LIMIT and OFFSET. The whole catalogue can be downloaded as one file.',
    },
  },
  QUERY_NOT_XML: {
    message: {
      nb: 'Svaret har tegnet {character}, som ikke finnes i XML 1.0.',
      nn: 'Svaret har teiknet {character}, som ikkje finst i XML 1.0.',
      en: 'The answer holds the character {character}, which XML 1.0 does not have.',
    },
    hint: {
      nb: 'Be om JSON, CSV eller TSV.',
      nn: 'Be om JSON, CSV eller TSV.',
      en: 'Ask for JSON, CSV or TSV.',
    },
  },
  QUERY_BUSY: {
    message: {
      nb: 'Endepunktet er opptatt. Prøv igjen om litt.',
      nn: 'Endepunktet er oppteke. Prøv att om litt.',
      en: 'The endpoint is busy. Try again in a moment.',
    },
  },
  QUERY_FAILED: {
    message: {
      nb: 'Spørringen kunne ikke kjøres.',
      nn: 'Spørjinga kunne ikkje køyrast.',
      en: 'The query could not be run.',
    },
  },
} as const satisfies Record<string, Message>;

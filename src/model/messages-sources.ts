/** Failures of sources and files: nothing of the run is used, the last good state stays (H4). Codes are stable. */
import type { Message } from './message.js';

const KEPT = {
  nb: 'Forrige vellykkede høsting er beholdt.',
  nn: 'Førre vellykka hausting er teken vare på.',
  en: 'The last good harvest is kept.',
};
function kept(nb: string, nn: string, en: string): Message['message'] {
  return { nb: `${nb} ${KEPT.nb}`, nn: `${nn} ${KEPT.nn}`, en: `${en} ${KEPT.en}` };
}

export const SOURCE_FAILURES = {
  SOURCE_UNREACHABLE: {
    message: kept(
      'Fikk ikke kontakt med kilden på {url} ({cause}).',
      'Fekk ikkje kontakt med kjelda på {url} ({cause}).',
      'The source at {url} cannot be reached ({cause}).',
    ),
    hint: {
      nb: 'Sjekk nettverk og brannmur, og at adressen i kildefilen er riktig.',
      nn: 'Sjekk nettverk og brannmur, og at adressa i kjeldefila er rett.',
      en: 'Check network and firewall, and the address in the source file.',
    },
  },
  SOURCE_TIMEOUT: {
    message: kept(
      'Kilden på {url} svarte ikke innen {seconds} sekunder.',
      'Kjelda på {url} svarte ikkje innan {seconds} sekund.',
      'The source at {url} did not answer within {seconds} seconds.',
    ),
    hint: {
      nb: 'Prøv igjen senere. Svarer kilden alltid tregt, sett høyere «timeoutSeconds» i kildefilen.',
      nn: 'Prøv att seinare. Svarer kjelda alltid seint, set høgare «timeoutSeconds» i kjeldefila.',
      en: 'Try again later. If the source is always slow, raise "timeoutSeconds" in the source file.',
    },
  },
  SOURCE_STATUS: {
    message: kept(
      'Kilden på {url} svarte med feilkode {status}.',
      'Kjelda på {url} svarte med feilkode {status}.',
      'The source at {url} answered with status {status}.',
    ),
    hint: {
      nb: 'Meld fra til den som drifter kilden.',
      nn: 'Meld frå til den som driftar kjelda.',
      en: 'Tell whoever operates the source.',
    },
  },
  SOURCE_KEY_REJECTED: {
    message: kept(
      'Kilden på {url} avviste nøkkelen: den er feil eller trukket tilbake.',
      'Kjelda på {url} avviste nøkkelen: han er feil eller trekt tilbake.',
      'The source at {url} rejected the key: it is wrong or revoked.',
    ),
    hint: {
      nb: 'Be om ny nøkkel og sett den i miljøvariabelen som kildefilen nevner.',
      nn: 'Be om ny nøkkel og set han i miljøvariabelen som kjeldefila nemner.',
      en: 'Ask for a new key and set it in the environment variable that the source file names.',
    },
  },
  SOURCE_NOT_JSON: {
    message: kept(
      'Kilden på {url} svarte med {found} i stedet for JSON.',
      'Kjelda på {url} svarte med {found} i staden for JSON.',
      'The source at {url} answered with {found} instead of JSON.',
    ),
    hint: {
      nb: 'Svaret ser ut som en innloggings- eller feilside. Sjekk at nøkkelen gjelder og at adressen er riktig.',
      nn: 'Svaret ser ut som ei innloggings- eller feilside. Sjekk at nøkkelen gjeld og at adressa er rett.',
      en: 'The answer looks like a log-in or error page. Check that the key is valid and the address right.',
    },
  },
  SOURCE_TRUNCATED: {
    message: kept(
      'Svaret fra {url} er ikke helt: {cause}.',
      'Svaret frå {url} er ikkje heilt: {cause}.',
      'The answer from {url} is not whole: {cause}.',
    ),
    hint: {
      nb: 'Overføringen ble brutt. Prøv igjen; skjer det på nytt, meld fra til den som drifter kilden.',
      nn: 'Overføringa vart broten. Prøv att; skjer det på nytt, meld frå til den som driftar kjelda.',
      en: 'The transfer was cut. Try again; if it repeats, tell whoever operates the source.',
    },
  },
  SOURCE_INCONSISTENT: {
    message: kept(
      'Svaret fra {url} henger ikke sammen: {cause}.',
      'Svaret frå {url} heng ikkje saman: {cause}.',
      'The answer from {url} contradicts itself: {cause}.',
    ),
  },
  SOURCE_EMPTY: {
    message: kept(
      'Kilden ga ingen poster av typen «{type}», men hadde {before} sist.',
      'Kjelda gav ingen postar av typen «{type}», men hadde {before} sist.',
      'The source gave no records of type "{type}", but had {before} last time.',
    ),
    hint: {
      nb: 'En tom liste regnes som en feil i kilden, ikke som sletting. Er den riktig, kjør «npm run harvest -- {source} --accept».',
      nn: 'Ei tom liste blir rekna som ein feil i kjelda, ikkje som sletting. Er ho rett, køyr «npm run harvest -- {source} --accept».',
      en: 'An empty list counts as a fault of the source, not as deletion. If it is right, run "npm run harvest -- {source} --accept".',
    },
  },
  SOURCE_SHRUNK: {
    message: kept(
      'Kilden ga {after} poster av typen «{type}», men hadde {before} sist. Det er mer enn vernet tillater.',
      'Kjelda gav {after} postar av typen «{type}», men hadde {before} sist. Det er meir enn vernet tillèt.',
      'The source gave {after} records of type "{type}", but had {before} last time. That is more than the guard allows.',
    ),
    hint: {
      nb: 'Se om kilden er hel. Er nedgangen riktig, kjør «npm run harvest -- {source} --accept».',
      nn: 'Sjå om kjelda er heil. Er nedgangen rett, køyr «npm run harvest -- {source} --accept».',
      en: 'See whether the source is whole. If the drop is right, run "npm run harvest -- {source} --accept".',
    },
  },
  SOURCE_TOO_LARGE: {
    message: kept(
      'Svaret fra {url} er større enn grensen på {limit} MB.',
      'Svaret frå {url} er større enn grensa på {limit} MB.',
      'The answer from {url} is larger than the limit of {limit} MB.',
    ),
  },
  SOURCE_TOO_MANY: {
    message: kept(
      'Kilden ga flere enn {limit} poster.',
      'Kjelda gav fleire enn {limit} postar.',
      'The source gave more than {limit} records.',
    ),
    hint: {
      nb: 'Se om kilden gjentar seg selv. Er tallet riktig, del den i flere kilder.',
      nn: 'Sjå om kjelda gjentek seg sjølv. Er talet rett, del ho i fleire kjelder.',
      en: 'See whether the source repeats itself. If the number is right, split it into several sources.',
    },
  },
  SOURCE_REFUSED: {
    message: kept(
      'Adressen {url} er ikke tillatt for denne kilden: {cause}.',
      'Adressa {url} er ikkje tillaten for denne kjelda: {cause}.',
      'The address {url} is not allowed for this source: {cause}.',
    ),
    hint: {
      nb: 'Høstingen går bare til vertene som kildefilen nevner. En intern adresse må stå der med vert og port.',
      nn: 'Haustinga går berre til vertane som kjeldefila nemner. Ei intern adresse må stå der med vert og port.',
      en: 'Harvesting goes only to the hosts that the source file names. An internal address must be listed there with host and port.',
    },
  },
  FILE_MISSING: {
    message: kept(
      'Finner ikke filen {file}.',
      'Finn ikkje fila {file}.',
      'The file {file} is missing.',
    ),
    hint: {
      nb: 'Legg filen der kildefilen sier, eller rett stien i kildefilen.',
      nn: 'Legg fila der kjeldefila seier, eller rett stien i kjeldefila.',
      en: 'Put the file where the source file says, or mend the path there.',
    },
  },
  FILE_UNREADABLE: {
    message: kept(
      'Filen {file} kan ikke leses: {cause}.',
      'Fila {file} kan ikkje lesast: {cause}.',
      'The file {file} cannot be read: {cause}.',
    ),
  },
  TABLE_HEADER_MISSING: {
    message: kept(
      'Fant ingen overskriftsrad i {file}: kolonnene {columns} mangler.',
      'Fann ingen overskriftsrad i {file}: kolonnane {columns} manglar.',
      'No header row found in {file}: the columns {columns} are missing.',
    ),
    hint: {
      nb: 'Overskriften må stå blant de 20 første radene. Se README for harvesteren for navnene på kolonnene.',
      nn: 'Overskrifta må stå blant dei 20 første radene. Sjå README for haustaren for namna på kolonnane.',
      en: 'The header must stand among the first 20 rows. See the harvester’s README for the column names.',
    },
  },
  TABLE_RAGGED: {
    message: kept(
      '{count} av {total} rader i {file} har feil antall kolonner.',
      '{count} av {total} rader i {file} har feil tal på kolonnar.',
      '{count} of {total} rows of {file} have the wrong number of columns.',
    ),
    hint: {
      nb: 'Ofte er det et skilletegn eller anførselstegn inne i en celle. Lagre filen på nytt fra regnearket.',
      nn: 'Ofte er det eit skiljeteikn eller hermeteikn inne i ei celle. Lagre fila på nytt frå reknearket.',
      en: 'Often a delimiter or quote stands inside a cell. Save the file again from the spreadsheet.',
    },
  },
  PARSE_FAILED: {
    message: {
      nb: '{file} kan ikke tolkes, linje {line}: {cause}',
      nn: '{file} kan ikkje tolkast, linje {line}: {cause}',
      en: '{file} cannot be parsed, line {line}: {cause}',
    },
  },
  HARVEST_FAILED: {
    message: kept(
      'Høstingen stanset av en feil i programmet: {cause}.',
      'Haustinga stansa av ein feil i programmet: {cause}.',
      'The harvest stopped because of a fault in the program: {cause}.',
    ),
    hint: {
      nb: 'Meld feilen med loggen fra kjøringen.',
      nn: 'Meld feilen med loggen frå køyringa.',
      en: 'Report the fault with the log of the run.',
    },
  },
} as const satisfies Record<string, Message>;

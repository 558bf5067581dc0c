/** Traps of data.norge.no when it fetches and reads a feed (portals.md 1.1, rows 1–7): nothing is removed, nothing is updated. */
import type { TrapRule } from '../trap.js';

const UNTOUCHED = {
  nb: 'data.norge.no avbryter høstingen. Ingenting fjernes, men ingenting blir oppdatert heller.',
  nn: 'data.norge.no avbryt haustinga. Ingenting blir fjerna, men ingenting blir oppdatert heller.',
  en: 'data.norge.no breaks off the harvest. Nothing is removed, but nothing is updated either.',
};

export const FDK_FETCH_TRAPS = {
  'FDK-01': {
    name: 'accept-header',
    severity: 'hurts',
    says: {
      nb: 'data.norge.no velger leser ut fra Accept-verdien i registreringen. Denne nevner ingen RDF-type, så høstingen feiler.',
      nn: 'data.norge.no vel lesar ut frå Accept-verdien i registreringa. Denne nemner ingen RDF-type, så haustinga feilar.',
      en: 'data.norge.no chooses its parser by the registered Accept value. This one names no RDF type, so the harvest fails.',
    },
    fix: {
      nb: 'Registrer kilden med Accept: text/turtle.',
      nn: 'Registrer kjelda med Accept: text/turtle.',
      en: 'Register the source with Accept: text/turtle.',
    },
  },
  'FDK-02': {
    name: 'status',
    severity: 'hurts',
    says: UNTOUCHED,
    fix: {
      nb: 'Bare status 200 godtas; 204, 206 og 304 uten spørsmål er også feil. Få adressen til å svare 200 med hele katalogen.',
      nn: 'Berre status 200 blir godteken; 204, 206 og 304 utan spørsmål er òg feil. Få adressa til å svare 200 med heile katalogen.',
      en: 'Only status 200 is accepted; 204, 206 and an unasked 304 are faults too. Make the address answer 200 with the whole catalogue.',
    },
  },
  'FDK-03': {
    name: 'redirect-across-schemes',
    severity: 'hurts',
    says: {
      nb: 'data.norge.no følger ikke omdirigering mellom http og https, så adressen kan ikke leses.',
      nn: 'data.norge.no følgjer ikkje omdirigering mellom http og https, så adressa kan ikkje lesast.',
      en: 'data.norge.no does not follow a redirect between http and https, so the address cannot be read.',
    },
    fix: {
      nb: 'Registrer den endelige https-adressen.',
      nn: 'Registrer den endelege https-adressa.',
      en: 'Register the final https address.',
    },
  },
  'FDK-04': {
    name: 'content-encoding',
    severity: 'hurts',
    says: {
      nb: 'data.norge.no leser Content-Encoding som navnet på et tegnsett og stopper med INTERNAL_ERROR.',
      nn: 'data.norge.no les Content-Encoding som namnet på eit teiknsett og stoppar med INTERNAL_ERROR.',
      en: 'data.norge.no takes Content-Encoding for the name of a character set and stops with INTERNAL_ERROR.',
    },
    fix: {
      nb: 'Komprimer aldri svaret når forespørselen mangler Accept-Encoding. Se også på mellomtjeneren foran.',
      nn: 'Komprimer aldri svaret når førespurnaden manglar Accept-Encoding. Sjå òg på mellomtenaren framfor.',
      en: 'Never compress an answer to a request without Accept-Encoding. Check the reverse proxy too.',
    },
  },
  'FDK-05': {
    name: 'too-large',
    severity: 'hurts',
    says: UNTOUCHED,
    fix: {
      nb: 'Grensen er 75 MiB. Ta ut kodelister og katalogposter som ikke trengs.',
      nn: 'Grensa er 75 MiB. Ta ut kodelister og katalogpostar som ikkje trengst.',
      en: 'The limit is 75 MiB. Leave out code lists and catalogue records that are not needed.',
    },
  },
  'FDK-06': {
    name: 'nearly-too-large',
    severity: 'warns',
    says: {
      nb: 'Høstingen går bra nå, men over 75 MiB avbrytes den. Katalogen er over 50 MiB.',
      nn: 'Haustinga går bra no, men over 75 MiB blir ho avbroten. Katalogen er over 50 MiB.',
      en: 'The harvest works now, but is broken off above 75 MiB. The catalogue is above 50 MiB.',
    },
    fix: {
      nb: 'Se hva som gjør beskrivelsene store, før grensen nås.',
      nn: 'Sjå kva som gjer skildringane store, før grensa blir nådd.',
      en: 'See what makes the descriptions large before the limit is reached.',
    },
  },
  'FDK-07': {
    name: 'redirect-loop',
    severity: 'hurts',
    says: UNTOUCHED,
    fix: {
      nb: 'Adressen sender videre i ring. Registrer adressen der svaret ligger.',
      nn: 'Adressa sender vidare i ring. Registrer adressa der svaret ligg.',
      en: 'The address redirects in circles. Register the address where the answer is.',
    },
  },
  'FDK-08': {
    name: 'no-answer',
    severity: 'hurts',
    says: UNTOUCHED,
    fix: {
      nb: 'Se at tjenesten kjører og kan nås utenfra, og at sertifikatet er gyldig.',
      nn: 'Sjå at tenesta køyrer og kan nåast utanfrå, og at sertifikatet er gyldig.',
      en: 'See that the service runs, can be reached from outside and has a valid certificate.',
    },
  },
  'FDK-09': {
    name: 'timeout',
    severity: 'hurts',
    says: UNTOUCHED,
    fix: {
      nb: 'Grensen er ti minutter. Server en ferdig skrevet fil i stedet for å bygge svaret.',
      nn: 'Grensa er ti minutt. Server ei ferdig skriven fil i staden for å byggje svaret.',
      en: 'The limit is ten minutes. Serve a finished file instead of building the answer.',
    },
  },
  'FDK-10': {
    name: 'not-rdf',
    severity: 'hurts',
    says: {
      nb: 'Svaret er en nettside eller et annet dokument med status 200. data.norge.no ser ikke på Content-Type og stopper i leseren.',
      nn: 'Svaret er ei nettside eller eit anna dokument med status 200. data.norge.no ser ikkje på Content-Type og stoppar i lesaren.',
      en: 'The answer is a web page or another document with status 200. data.norge.no ignores Content-Type and stops in its parser.',
    },
    fix: {
      nb: 'Svar med den RDF-typen som ble bedt om; innloggings- og feilsider skal ha status 4xx eller 5xx.',
      nn: 'Svar med den RDF-typen det vart bede om; innloggings- og feilsider skal ha status 4xx eller 5xx.',
      en: 'Answer with the RDF type asked for; log-in and error pages must have status 4xx or 5xx.',
    },
  },
  'FDK-11': {
    name: 'character-encoding',
    severity: 'hurts',
    says: {
      nb: 'data.norge.no leser bytene som UTF-8. Andre tegnsett gir ødelagte bokstaver eller stopper høstingen.',
      nn: 'data.norge.no les bytane som UTF-8. Andre teiknsett gir øydelagde bokstavar eller stoppar haustinga.',
      en: 'data.norge.no reads the bytes as UTF-8. Other encodings give broken letters or stop the harvest.',
    },
    fix: {
      nb: 'Skriv feeden i UTF-8 uten byte order mark.',
      nn: 'Skriv feeden i UTF-8 utan byte order mark.',
      en: 'Write the feed in UTF-8 without a byte order mark.',
    },
  },
  'FDK-12': {
    name: 'syntax-error',
    severity: 'hurts',
    says: {
      nb: 'data.norge.no melder INTERNAL_ERROR og «prøv senere», uten å si hva som er feil. Ingenting blir oppdatert.',
      nn: 'data.norge.no melder INTERNAL_ERROR og «prøv seinare», utan å seie kva som er feil. Ingenting blir oppdatert.',
      en: 'data.norge.no reports INTERNAL_ERROR and "try later", without saying what is wrong. Nothing is updated.',
    },
    fix: {
      nb: 'Rett syntaksfeilen på linjen som er nevnt.',
      nn: 'Rett syntaksfeilen på linja som er nemnd.',
      en: 'Mend the syntax on the line named.',
    },
  },
  'FDK-13': {
    name: 'relative-iri',
    severity: 'hurts',
    says: {
      nb: 'Relative adresser blir til http://example.com/…, og tingene havner der i portalen.',
      nn: 'Relative adresser blir til http://example.com/…, og tinga hamnar der i portalen.',
      en: 'Relative addresses become http://example.com/…, and that is where the things end up in the portal.',
    },
    fix: {
      nb: 'Skriv fulle adresser, også i @base.',
      nn: 'Skriv fulle adresser, også i @base.',
      en: 'Write absolute addresses, in @base too.',
    },
  },
  'FDK-14': {
    name: 'named-graph',
    severity: 'hurts',
    says: {
      nb: 'data.norge.no leser bare standardgrafen. Det som står i navngitte grafer, finnes ikke for portalen.',
      nn: 'data.norge.no les berre standardgrafen. Det som står i namngitte grafar, finst ikkje for portalen.',
      en: 'data.norge.no reads the default graph alone. What stands in named graphs does not exist for the portal.',
    },
    fix: {
      nb: 'Skriv katalogen i standardgrafen; bruk Turtle.',
      nn: 'Skriv katalogen i standardgrafen; bruk Turtle.',
      en: 'Write the catalogue into the default graph; use Turtle.',
    },
  },
  'FDK-15': {
    name: 'illegal-iri',
    severity: 'hurts',
    says: {
      nb: 'En adresse med mellomrom eller andre ulovlige tegn gjør at hele feeden avvises.',
      nn: 'Ei adresse med mellomrom eller andre ulovlege teikn gjer at heile feeden blir avvist.',
      en: 'An address with white space or other illegal characters makes the portal refuse the whole feed.',
    },
    fix: {
      nb: 'Prosentkod tegnet (mellomrom er %20), eller rett adressen i kilden.',
      nn: 'Prosentkod teiknet (mellomrom er %20), eller rett adressa i kjelda.',
      en: 'Percent-encode the character (a space is %20), or mend the address in the source.',
    },
  },
  'FDK-16': {
    name: 'predicate-not-a-name',
    severity: 'hurts',
    says: {
      nb: 'data.norge.no skriver feeden om til RDF/XML. Denne egenskapen kan ikke bli et elementnavn, og høstingen feiler.',
      nn: 'data.norge.no skriv feeden om til RDF/XML. Denne eigenskapen kan ikkje bli eit elementnamn, og haustinga feilar.',
      en: 'data.norge.no rewrites the feed as RDF/XML. This property cannot become an element name, and the harvest fails.',
    },
    fix: {
      nb: 'Bruk en egenskap hvis siste del er et navn: begynner med en bokstav, uten skråstrek.',
      nn: 'Bruk ein eigenskap der siste delen er eit namn: byrjar med ein bokstav, utan skråstrek.',
      en: 'Use a property whose last part is a name: begins with a letter, holds no slash.',
    },
  },
  'FDK-17': {
    name: 'text-not-xml',
    severity: 'hurts',
    says: {
      nb: 'En tekst holder et tegn som XML ikke kan ha. Omskrivingen til RDF/XML feiler, og med den høstingen.',
      nn: 'Ein tekst har eit teikn som XML ikkje kan ha. Omskrivinga til RDF/XML feilar, og med ho haustinga.',
      en: 'A text holds a character that XML cannot hold. Rewriting as RDF/XML fails, and the harvest with it.',
    },
    fix: {
      nb: 'Fjern styretegnet fra teksten i kilden.',
      nn: 'Fjern styreteiknet frå teksten i kjelda.',
      en: 'Remove the control character from the text at its source.',
    },
  },
  'FDK-18': {
    name: 'remote-context',
    severity: 'hurts',
    says: {
      nb: 'JSON-LD-dokumentet viser til en kontekst på nettet. Svarer ikke den, feiler høstingen.',
      nn: 'JSON-LD-dokumentet viser til ein kontekst på nettet. Svarar ikkje den, feilar haustinga.',
      en: 'The JSON-LD document refers to a context on the web. When that does not answer, the harvest fails.',
    },
    fix: {
      nb: 'Skriv konteksten inn i dokumentet, eller registrer Turtle.',
      nn: 'Skriv konteksten inn i dokumentet, eller registrer Turtle.',
      en: 'Write the context into the document, or register Turtle.',
    },
  },
} as const satisfies Record<string, TrapRule>;

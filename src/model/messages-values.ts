/** Findings about values and links: organisation numbers, references, codes, dates, texts. */
import type { Message } from './message.js';

export const VALUE_FINDINGS = {
  ORGNR_INVALID: {
    message: {
      nb: 'Organisasjonsnummeret «{found}» består ikke kontrollen.',
      nn: 'Organisasjonsnummeret «{found}» står ikkje i kontrollen.',
      en: 'The organisation number "{found}" fails the check.',
    },
    hint: {
      nb: 'Slå opp nummeret i Enhetsregisteret og rett det i kilden.',
      nn: 'Slå opp nummeret i Einingsregisteret og rett det i kjelda.',
      en: 'Look the number up in the Central Coordinating Register and mend it at the source.',
    },
  },
  REFERENCE_DANGLING: {
    message: {
      nb: '«{field}» viser til {found}, som ikke finnes.',
      nn: '«{field}» viser til {found}, som ikkje finst.',
      en: '"{field}" refers to {found}, which does not exist.',
    },
    hint: {
      nb: 'Rett henvisningen i kilden, registrer det som mangler, eller slett posten.',
      nn: 'Rett tilvisinga i kjelda, registrer det som manglar, eller slett posten.',
      en: 'Mend the reference at the source, register what is missing, or delete the record.',
    },
  },
  REFERENCE_AMBIGUOUS: {
    message: {
      nb: '«{field}» viser til {found}, som kan være flere.',
      nn: '«{field}» viser til {found}, som kan vere fleire.',
      en: '"{field}" refers to {found}, which may be several.',
    },
    hint: {
      nb: 'Bruk nummeret i stedet for navnet.',
      nn: 'Bruk nummeret i staden for namnet.',
      en: 'Use the number instead of the name.',
    },
  },
  MODEL_NAME_MISSPELT: {
    message: {
      nb: '«{found}» i «{field}» finnes ikke i informasjonsmodellen. Koblingen er utelatt.',
      nn: '«{found}» i «{field}» finst ikkje i informasjonsmodellen. Koplinga er utelaten.',
      en: '"{found}" in "{field}" is not in the information model. The mapping is left out.',
    },
    hint: {
      nb: 'Mente du «{suggestion}»? Mellomrom, understrek og store bokstaver har ingenting å si.',
      nn: 'Meinte du «{suggestion}»? Mellomrom, understrek og store bokstavar har ingenting å seie.',
      en: 'Did you mean "{suggestion}"? Blanks, underscores and capitals do not matter.',
    },
  },
  MODEL_NAME_UNKNOWN: {
    message: {
      nb: '«{found}» i «{field}» finnes ikke i informasjonsmodellen. Koblingen er utelatt.',
      nn: '«{found}» i «{field}» finst ikkje i informasjonsmodellen. Koplinga er utelaten.',
      en: '"{found}" in "{field}" is not in the information model. The mapping is left out.',
    },
    hint: {
      nb: 'Skriv navnet slik det står i modellen, eller id-en til elementet der.',
      nn: 'Skriv namnet slik det står i modellen, eller id-en til elementet der.',
      en: 'Write the name as it stands in the model, or the id of the element there.',
    },
  },
  INTEGRATION_DUPLICATE: {
    message: {
      nb: 'Integrasjonen fra {from} til {to} er registrert {count} ganger.',
      nn: 'Integrasjonen frå {from} til {to} er registrert {count} gonger.',
      en: 'The integration from {from} to {to} is registered {count} times.',
    },
    hint: {
      nb: 'Slett de overflødige.',
      nn: 'Slett dei overflødige.',
      en: 'Delete the superfluous ones.',
    },
  },
  IN_USE_MISMATCH: {
    message: {
      nb: '«I bruk» er {found}, men livsløpet «{status}» sier noe annet.',
      nn: '«I bruk» er {found}, men livsløpet «{status}» seier noko anna.',
      en: '"In use" is {found}, but the life cycle "{status}" says otherwise.',
    },
    hint: {
      nb: 'Rett livsløpet i kilden.',
      nn: 'Rett livsløpet i kjelda.',
      en: 'Mend the life cycle at the source.',
    },
  },
  THEME_UNKNOWN: {
    message: {
      nb: 'Temaet {found} finnes ikke i listen.',
      nn: 'Temaet {found} finst ikkje i lista.',
      en: 'The theme {found} is not in the list.',
    },
    hint: {
      nb: 'Mente du {suggestion}?',
      nn: 'Meinte du {suggestion}?',
      en: 'Did you mean {suggestion}?',
    },
  },
  CODE_UNKNOWN: {
    message: {
      nb: 'Koden «{found}» i «{field}» finnes ikke i kodelisten.',
      nn: 'Koden «{found}» i «{field}» finst ikkje i kodelista.',
      en: 'The code "{found}" in "{field}" is not in the code list.',
    },
    hint: {
      nb: 'Eksempler på koder: {known}.',
      nn: 'Døme på kodar: {known}.',
      en: 'Examples of codes: {known}.',
    },
  },
  TERM_UNMAPPED: {
    message: {
      nb: 'Kategorien «{found}» er ikke koblet til et begrep i DPV (poster som bruker den: {count}).',
      nn: 'Kategorien «{found}» er ikkje kopla til eit omgrep i DPV (postar som bruker han: {count}).',
      en: 'The category "{found}" is not linked to a DPV concept (records that use it: {count}).',
    },
    hint: {
      nb: 'Legg den til i tabellen {table}.',
      nn: 'Legg han til i tabellen {table}.',
      en: 'Add it to the table {table}.',
    },
  },
  LEGAL_BASIS_UNREAD: {
    message: {
      nb: 'Behandlingsgrunnlaget «{found}» lar seg ikke tolke som artikkel 6 eller 9.',
      nn: 'Behandlingsgrunnlaget «{found}» lèt seg ikkje tolke som artikkel 6 eller 9.',
      en: 'The legal basis "{found}" cannot be read as article 6 or 9.',
    },
    hint: {
      nb: 'Skriv for eksempel «Artikkel 6 nr. 1 bokstav e».',
      nn: 'Skriv til dømes «Artikkel 6 nr. 1 bokstav e».',
      en: 'Write for example "Artikkel 6 nr. 1 bokstav e".',
    },
  },
  DATE_INVALID: {
    message: {
      nb: 'Datoen «{found}» i «{field}» finnes ikke.',
      nn: 'Datoen «{found}» i «{field}» finst ikkje.',
      en: 'The date "{found}" in "{field}" does not exist.',
    },
    hint: { nb: 'Skriv ÅÅÅÅ-MM-DD.', nn: 'Skriv ÅÅÅÅ-MM-DD.', en: 'Write YYYY-MM-DD.' },
  },
  IRI_INVALID: {
    message: {
      nb: '«{found}» i «{field}» er ikke en nettadresse.',
      nn: '«{found}» i «{field}» er ikkje ei nettadresse.',
      en: '"{found}" in "{field}" is not a web address.',
    },
    hint: {
      nb: 'Skriv hele adressen, med https:// foran.',
      nn: 'Skriv heile adressa, med https:// framfor.',
      en: 'Write the whole address, beginning with https://.',
    },
  },
  STATEMENT_NOT_WRITABLE: {
    message: {
      nb: '«{found}» i {predicate} kan ikke skrives slik at portalene leser det. Utsagnet er holdt utenfor.',
      nn: '«{found}» i {predicate} kan ikkje skrivast slik at portalane les det. Utsegna er halden utanfor.',
      en: '"{found}" in {predicate} cannot be written so that portals read it. The statement is left out.',
    },
    hint: {
      nb: 'Fjern usynlige tegn fra teksten, og skriv hele nettadressen der et kortnavn som dct:title står som adresse.',
      nn: 'Fjern usynlege teikn frå teksten, og skriv heile nettadressa der eit kortnamn som dct:title står som adresse.',
      en: 'Remove invisible characters from the text, and write the whole web address where a short name such as dct:title stands as one.',
    },
  },
  FOREIGN_SUBJECT: {
    message: {
      nb: 'Kilden sier noe om {found}, som en annen eier. Utsagnet er holdt utenfor.',
      nn: 'Kjelda seier noko om {found}, som nokon annan eig. Utsegna er halden utanfor.',
      en: 'The source states something about {found}, which belongs to another. The statement is kept out.',
    },
    hint: {
      nb: 'Beskriv bare det som er kildens eget.',
      nn: 'Beskriv berre det som er kjelda sitt eige.',
      en: 'Describe only what is the source’s own.',
    },
  },
  VALUE_WITHHELD: {
    message: {
      nb: 'Feltet «{field}» er skjult (***) i eksporten. Verdien er ukjent.',
      nn: 'Feltet «{field}» er løynt (***) i eksporten. Verdien er ukjend.',
      en: 'The field "{field}" is hidden (***) in the export. Its value is unknown.',
    },
    hint: {
      nb: 'Eksporter på nytt med en bruker som får se feltet.',
      nn: 'Eksporter på nytt med ein brukar som får sjå feltet.',
      en: 'Export again as a user who may see the field.',
    },
  },
  HEADER_UNKNOWN: {
    message: {
      nb: 'Kolonnen «{field}» er ukjent og er ikke lest.',
      nn: 'Kolonnen «{field}» er ukjend og er ikkje lesen.',
      en: 'The column "{field}" is unknown and was not read.',
    },
    hint: {
      nb: 'Se README for harvesteren for kolonnene den kjenner.',
      nn: 'Sjå README for haustaren for kolonnane han kjenner.',
      en: 'See the harvester’s README for the columns it knows.',
    },
  },
  SHEET_UNUSED: {
    message: {
      nb: 'Arket «{file}» ligger blant koblingsarkene, men kilden nevner det ikke, og det er ikke lest.',
      nn: 'Arket «{file}» ligg blant koplingsarka, men kjelda nemner det ikkje, og det er ikkje lese.',
      en: 'The sheet "{file}" lies among the mapping sheets, but the source does not name it, and it was not read.',
    },
    hint: {
      nb: 'Før det opp under «mappings» i kildefilen, med id-en til datasettet, eller flytt det.',
      nn: 'Før det opp under «mappings» i kjeldefila, med id-en til datasettet, eller flytt det.',
      en: 'List it under "mappings" in the source file, with the id of the dataset, or move it.',
    },
  },
  LANGUAGE_TAG: {
    message: {
      nb: 'Språkmerket «{found}» er lest som «nb».',
      nn: 'Språkmerket «{found}» er lese som «nb».',
      en: 'The language tag "{found}" was read as "nb".',
    },
  },
  TEXT_HELD: {
    message: {
      nb: 'Teksten i «{field}» ser ut til å inneholde {found} og vises ikke utad.',
      nn: 'Teksten i «{field}» ser ut til å innehalde {found} og blir ikkje vist utover.',
      en: 'The text of "{field}" seems to hold {found} and is not shown in public.',
    },
    hint: {
      nb: 'Skriv teksten uten personopplysninger og interne adresser.',
      nn: 'Skriv teksten utan personopplysningar og interne adresser.',
      en: 'Write the text without personal data and internal addresses.',
    },
  },
  CONTACT_NOT_APPROVED: {
    message: {
      nb: 'E-postadressen er ikke på listen over godkjente rollepostkasser og vises ikke utad.',
      nn: 'E-postadressa er ikkje på lista over godkjende rollepostkassar og blir ikkje vist utover.',
      en: 'The e-mail address is not on the list of approved role mailboxes and is not shown in public.',
    },
    hint: {
      nb: 'Før postkassen opp under «roleMailboxes» i catalog.yaml, eller bruk en annen.',
      nn: 'Før postkassen opp under «roleMailboxes» i catalog.yaml, eller bruk ein annan.',
      en: 'List the mailbox under "roleMailboxes" in catalog.yaml, or use another.',
    },
  },
  NEVER_PUBLIC: {
    message: {
      nb: 'Posten er åpnet for publisering, men {cause} publiseres aldri.',
      nn: 'Posten er opna for publisering, men {cause} blir aldri publisert.',
      en: 'The record is opened for publishing, but {cause} is never published.',
    },
    hint: {
      nb: 'Fjern den fra listen over åpne poster i kildefilen.',
      nn: 'Fjern han frå lista over opne postar i kjeldefila.',
      en: 'Remove it from the list of open records in the source file.',
    },
  },
  MAP_FAILED: {
    message: {
      nb: 'Posten kunne ikke oversettes: {cause}.',
      nn: 'Posten kunne ikkje omsetjast: {cause}.',
      en: 'The record could not be mapped: {cause}.',
    },
    hint: {
      nb: 'Meld feilen; de andre postene er ikke berørt.',
      nn: 'Meld feilen; dei andre postane er ikkje råka.',
      en: 'Report the fault; the other records are not affected.',
    },
  },
  MULTIPLICITY_VOID: {
    message: {
      nb: 'Relasjonen sier «0..0» i den ene enden: da kan den aldri finnes.',
      nn: 'Relasjonen seier «0..0» i den eine enden: då kan han aldri finnast.',
      en: 'The relation says "0..0" at one end: then it can never exist.',
    },
    hint: {
      nb: 'Rett hvor mange det kan være i modellen, for eksempel 0..1 eller 0..*.',
      nn: 'Rett kor mange det kan vere i modellen, til dømes 0..1 eller 0..*.',
      en: 'Correct in the model how many there may be, for example 0..1 or 0..*.',
    },
  },
  MISSING_FROM_SOURCE: {
    message: {
      nb: 'Posten er borte fra kilden siden {since}. Den trekkes tilbake av den første fullstendige høstingen fra og med {from} som heller ikke finner den.',
      nn: 'Posten er borte frå kjelda sidan {since}. Han blir trekt tilbake av den første fullstendige haustinga frå og med {from} som heller ikkje finn han.',
      en: 'The record is gone from the source since {since}. The first complete harvest from {from} on that does not find it either withdraws it.',
    },
    hint: {
      nb: 'Er den slettet med vilje, trengs ikke noe mer enn en ny høsting da. Ellers: legg den inn igjen i kilden.',
      nn: 'Er han sletta med vilje, trengst ikkje meir enn ei ny hausting då. Elles: legg han inn att i kjelda.',
      en: 'If it was deleted on purpose, a new harvest then is all it takes. Otherwise put it back at the source.',
    },
  },
} as const satisfies Record<string, Message>;

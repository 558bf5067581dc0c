/** Findings about records, fields and classes: what a steward can mend at the source. */
import type { Message } from './message.js';

export const RECORD_FINDINGS = {
  FIELD_UNKNOWN: {
    message: {
      nb: 'Kilden leverer feltet «{field}» (type: «{type}», antall poster: {count}), men ingen har bestemt hva det er. Innholdet er ikke tatt vare på.',
      nn: 'Kjelda leverer feltet «{field}» (type: «{type}», talet på postar: {count}), men ingen har avgjort kva det er. Innhaldet er ikkje teke vare på.',
      en: 'The source delivers the field "{field}" (type: "{type}", records: {count}), but nobody has decided what it is. Its content is not kept.',
    },
    hint: {
      nb: 'Før feltet opp i felttabellen til harvesteren, med merket P, A, I eller N.',
      nn: 'Før feltet opp i felttabellen til haustaren, med merket P, A, I eller N.',
      en: 'Enter the field in the harvester’s field table, marked P, A, I or N.',
    },
  },
  FIELD_MISSING: {
    message: {
      nb: 'Feltet «{field}» mangler.',
      nn: 'Feltet «{field}» manglar.',
      en: 'The field "{field}" is missing.',
    },
    hint: {
      nb: 'Fyll ut feltet i kilden.',
      nn: 'Fyll ut feltet i kjelda.',
      en: 'Fill in the field at the source.',
    },
  },
  RECORD_MALFORMED: {
    message: {
      nb: 'Posten kan ikke brukes: {cause}.',
      nn: 'Posten kan ikkje brukast: {cause}.',
      en: 'The record cannot be used: {cause}.',
    },
    hint: {
      nb: 'Rett posten i kilden.',
      nn: 'Rett posten i kjelda.',
      en: 'Mend the record at the source.',
    },
  },
  FIELD_FORM: {
    message: {
      nb: 'Posten kan ikke brukes: det som står i «{field}», har feil form.',
      nn: 'Posten kan ikkje brukast: det som står i «{field}», har feil form.',
      en: 'The record cannot be used: what stands in "{field}" has the wrong form.',
    },
    hint: {
      nb: 'Skriv det slik: {form}.',
      nn: 'Skriv det slik: {form}.',
      en: 'Write it like this: {form}.',
    },
  },
  REFERENCE_FORM: {
    message: {
      nb: 'Posten kan ikke brukes: det som står i «{field}», er ingen henvisning.',
      nn: 'Posten kan ikkje brukast: det som står i «{field}», er inga tilvising.',
      en: 'The record cannot be used: what stands in "{field}" is no reference.',
    },
    hint: {
      nb: 'Skriv {form}. Id-ene står i {file}.',
      nn: 'Skriv {form}. Id-ane står i {file}.',
      en: 'Write {form}. The ids are in {file}.',
    },
  },
  RECORD_DUPLICATE: {
    message: {
      nb: 'Nøkkelen «{key}» er brukt før i samme kilde. Den første posten gjelder.',
      nn: 'Nøkkelen «{key}» er brukt før i same kjelde. Den første posten gjeld.',
      en: 'The key "{key}" was used before in this source. The first record counts.',
    },
    hint: {
      nb: 'Gi postene hver sin nøkkel.',
      nn: 'Gje postane kvar sin nøkkel.',
      en: 'Give each record a key of its own.',
    },
  },
  RECORD_OUT_OF_SCOPE: {
    message: {
      nb: 'Posten beskriver ikke noe katalogen tar med: {cause}.',
      nn: 'Posten beskriv ikkje noko katalogen tek med: {cause}.',
      en: 'The record describes nothing the catalogue takes in: {cause}.',
    },
  },
  GRADED: {
    message: {
      nb: 'Posten er merket som sikkerhetsgradert og er avvist. Innholdet er ikke tatt vare på.',
      nn: 'Posten er merkt som tryggleiksgradert og er avvist. Innhaldet er ikkje teke vare på.',
      en: 'The record is marked as security graded and is rejected. Its content is not kept.',
    },
    hint: {
      nb: 'Gradert informasjon skal ikke registreres her. Fjern den fra kilden.',
      nn: 'Gradert informasjon skal ikkje registrerast her. Fjern han frå kjelda.',
      en: 'Graded information must not be registered here. Remove it from the source.',
    },
  },
  CLASS_UNKNOWN: {
    message: {
      nb: '«{found}» i «{field}» er ingen av kommunens klasser. Posten får ingen klasse.',
      nn: '«{found}» i «{field}» er ingen av klassane til kommunen. Posten får ingen klasse.',
      en: '"{found}" in "{field}" is none of the municipality’s classes. The record gets no class.',
    },
    hint: {
      nb: 'Skriv én av disse: {known}.',
      nn: 'Skriv éin av desse: {known}.',
      en: 'Write one of these: {known}.',
    },
  },
  CLASS_CONFLICT: {
    message: {
      nb: 'Tall og tekst i «{found}» i «{field}» hører til hver sin klasse. Posten får ingen klasse.',
      nn: 'Tal og tekst i «{found}» i «{field}» høyrer til kvar sin klasse. Posten får ingen klasse.',
      en: 'Number and text of "{found}" in "{field}" mean different classes. The record gets no class.',
    },
    hint: {
      nb: 'Skriv én av disse: {known}.',
      nn: 'Skriv éin av desse: {known}.',
      en: 'Write one of these: {known}.',
    },
  },
  LABEL_UNKNOWN: {
    message: {
      nb: '«{found}» er ikke en kjent verdi for «{field}».',
      nn: '«{found}» er ikkje ein kjend verdi for «{field}».',
      en: '"{found}" is not a known value of "{field}".',
    },
    hint: { nb: 'Velg en av: {known}.', nn: 'Vel ein av: {known}.', en: 'Choose one of: {known}.' },
  },
  LABEL_CHANGED: {
    message: {
      nb: 'Teksten «{found}» for «{field}» er endret i kilden. Tallet er brukt.',
      nn: 'Teksten «{found}» for «{field}» er endra i kjelda. Talet er brukt.',
      en: 'The text "{found}" of "{field}" was changed at the source. The number is used.',
    },
  },
} as const satisfies Record<string, Message>;

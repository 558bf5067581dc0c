/** Findings about records, fields and classes: what a steward can mend at the source. */
import type { Message } from './message.js';

export const RECORD_FINDINGS = {
  FIELD_UNKNOWN: {
    message: {
      nb: 'Kilden leverer feltet «{field}» på {count} poster av typen «{type}», men ingen har bestemt hva det er. Innholdet er ikke tatt vare på.',
      nn: 'Kjelda leverer feltet «{field}» på {count} postar av typen «{type}», men ingen har avgjort kva det er. Innhaldet er ikkje teke vare på.',
      en: 'The source delivers the field "{field}" on {count} records of type "{type}", but nobody has decided what it is. Its content is not kept.',
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
      nb: 'Klassen «{found}» finnes ikke i kommunens skala. Posten får ingen klasse.',
      nn: 'Klassen «{found}» finst ikkje i skalaen til kommunen. Posten får ingen klasse.',
      en: 'The class "{found}" is not in the municipality’s scheme. The record gets no class.',
    },
    hint: { nb: 'Velg en av: {known}.', nn: 'Vel ein av: {known}.', en: 'Choose one of: {known}.' },
  },
  CLASS_CONFLICT: {
    message: {
      nb: 'Tall og tekst i klassen «{found}» passer ikke sammen. Posten får ingen klasse.',
      nn: 'Tal og tekst i klassen «{found}» passar ikkje saman. Posten får ingen klasse.',
      en: 'Number and text of the class "{found}" disagree. The record gets no class.',
    },
    hint: {
      nb: 'Velg klassen på nytt i kilden.',
      nn: 'Vel klassen på nytt i kjelda.',
      en: 'Choose the class again at the source.',
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

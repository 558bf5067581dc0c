/** What `npm run query` says, in nb, nn and en. */
import type { LangText } from '../model/lang-text.js';

export const QUERY_TEXTS = {
  queryFileNeeded: {
    nb: 'Si hvilken fil spørringen står i, eller - for det som blir skrevet inn.',
    nn: 'Sei kva fil spørjinga står i, eller - for det som blir skrive inn.',
    en: 'Name the file that holds the query, or - for what is typed in.',
  },
  queryFileUnreadable: {
    nb: 'Kan ikke lese {file}: {cause}',
    nn: 'Kan ikkje lese {file}: {cause}',
    en: 'Cannot read {file}: {cause}',
  },
  querySourceUnknown: {
    nb: '«{source}» er verken en fil eller en adresse som begynner med http.',
    nn: '«{source}» er verken ei fil eller ei adresse som byrjar med http.',
    en: '"{source}" is neither a file nor an address that begins with http.',
  },
  queryFormatUnknown: {
    nb: 'Svaret kan ikke skrives som «{format}». Velg {known}.',
    nn: 'Svaret kan ikkje skrivast som «{format}». Vel {known}.',
    en: 'The answer cannot be written as "{format}". Choose {known}.',
  },
  queryTimeoutInvalid: {
    nb: '--timeout er et antall sekunder, fikk «{value}».',
    nn: '--timeout er eit tal sekund, fekk «{value}».',
    en: '--timeout is a number of seconds, got "{value}".',
  },
  queryBothZones: {
    nb: 'Velg --public eller --internal, ikke begge.',
    nn: 'Vel --public eller --internal, ikkje begge.',
    en: 'Choose --public or --internal, not both.',
  },
  queryPublicAlone: {
    nb: 'Andre blir spurt også, så bare det offentlige er med. --internal tar med alt: da kan innhold bli sendt ut.',
    nn: 'Andre blir òg spurde, så berre det offentlege er med. --internal tek med alt: då kan innhald bli sendt ut.',
    en: 'Others are asked too, so only what is public takes part. --internal takes everything: contents may then be sent out.',
  },
  queryInternalShared: {
    nb: 'Interne opplysninger kan bli sendt til dem som blir spurt.',
    nn: 'Interne opplysningar kan bli sende til dei som blir spurde.',
    en: 'Internal information may be sent to those that are asked.',
  },
  queryRows: { nb: '{rows} rader', nn: '{rows} rader', en: '{rows} rows' },
  queryYes: { nb: 'ja', nn: 'ja', en: 'yes' },
  queryNo: { nb: 'nei', nn: 'nei', en: 'no' },
} as const satisfies Record<string, LangText>;

/** What `npm run portal` says, in nb, nn and en. */
import type { LangText } from '../model/lang-text.js';

export const PORTAL_TEXTS = {
  portalTomorrow: {
    nb: 'I morgen på {portal}: {counts}.{score}',
    nn: 'I morgon på {portal}: {counts}.{score}',
    en: 'Tomorrow at {portal}: {counts}.{score}',
  },
  portalUnread: {
    nb: 'I morgen på {portal}: kan ikke leses ({url}). Ingenting blir oppdatert.',
    nn: 'I morgon på {portal}: kan ikkje lesast ({url}). Ingenting blir oppdatert.',
    en: 'Tomorrow at {portal}: cannot be read ({url}). Nothing is updated.',
  },
  portalTraps: {
    nb: 'Feller: {count}; npm run -s portal viser hva.',
    nn: 'Feller: {count}; npm run -s portal viser kva.',
    en: 'Traps: {count}; npm run -s portal shows what.',
  },
  portalMembers: {
    nb: '{count} datasett i alt',
    nn: '{count} datasett i alt',
    en: '{count} datasets in all',
  },
  portalPages: {
    nb: '{count} sider om datasett',
    nn: '{count} sider om datasett',
    en: '{count} pages about datasets',
  },
  portalFirst: {
    nb: 'første gang, {count} nye',
    nn: 'første gong, {count} nye',
    en: 'first time, {count} new',
  },
  portalAdded: { nb: '{count} nye', nn: '{count} nye', en: '{count} new' },
  portalChanged: { nb: '{count} endret', nn: '{count} endra', en: '{count} changed' },
  portalReturned: { nb: '{count} tilbake', nn: '{count} tilbake', en: '{count} back again' },
  portalRemoved: {
    nb: '{count} FORSVINNER{which}',
    nn: '{count} FORSVINN{which}',
    en: '{count} DISAPPEAR{which}',
  },
  portalConflicts: { nb: '{count} konflikter', nn: '{count} konfliktar', en: '{count} conflicts' },
  portalOrphans: {
    nb: '{count} uten katalog',
    nn: '{count} utan katalog',
    en: '{count} without a catalogue',
  },
  portalScore: {
    nb: ' Poeng {points} av {attainable}.',
    nn: ' Poeng {points} av {attainable}.',
    en: ' Score {points} of {attainable}.',
  },
  portalSince: { nb: 'siden {date}', nn: 'sidan {date}', en: 'since {date}' },
  portalEmpty: {
    nb: 'Tomme felt hos portalen (antall datasett): {fields}',
    nn: 'Tomme felt hos portalen (tal på datasett): {fields}',
    en: 'Fields empty at the portal (number of datasets): {fields}',
  },
  portalBecause: {
    nb: 'Fordi {node} er endret, ser {count} beskrivelser endret ut.',
    nn: 'Fordi {node} er endra, ser {count} skildringar endra ut.',
    en: 'Because {node} has changed, {count} descriptions look changed.',
  },
  portalShared: {
    nb: 'Endres {node}, endres {count} beskrivelser.',
    nn: 'Blir {node} endra, blir {count} skildringar endra.',
    en: 'When {node} changes, {count} descriptions change.',
  },
  portalMore: { nb: '… og {count} til', nn: '… og {count} til', en: '… and {count} more' },
  portalHurts: { nb: 'skader', nn: 'skadar', en: 'hurts' },
  portalWarns: { nb: 'advarsel', nn: 'åtvaring', en: 'warning' },
  portalInfo: { nb: 'merknad', nn: 'merknad', en: 'note' },
  portalRevisionUnknown: {
    nb: 'Revisjon {text} ligger ikke på disken lenger, eller har aldri gjort det.',
    nn: 'Revisjon {text} ligg ikkje på disken lenger, eller har aldri gjort det.',
    en: 'Revision {text} is no longer on disk, or never was.',
  },
  portalUnknown: {
    nb: 'Ukjent portal «{text}»{suggestion}; velg fdk, eu, google, hvd, register eller all.',
    nn: 'Ukjend portal «{text}»{suggestion}; vel fdk, eu, google, hvd, register eller all.',
    en: 'Unknown portal "{text}"{suggestion}; choose fdk, eu, google, hvd, register or all.',
  },
  portalAgainstUnknown: {
    nb: '--against tar nummeret på en revisjon eller en http(s)-adresse, ikke «{text}».',
    nn: '--against tek nummeret på ein revisjon eller ei http(s)-adresse, ikkje «{text}».',
    en: '--against takes the number of a revision or an http(s) address, not "{text}".',
  },
  portalCsvOnlyHvd: {
    nb: '--csv gjelder bare hvd.',
    nn: '--csv gjeld berre hvd.',
    en: '--csv is for hvd only.',
  },
} as const satisfies Record<string, LangText>;

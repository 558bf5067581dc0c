/** Why a data file has no preview: told to the steward alone (ADR 0027). `found` is filled in where the kind of it is known. */
import type { Message } from './message.js';

export const PREVIEW_FINDINGS = {
  PREVIEW_HELD: {
    message: {
      nb: 'Filen {file} får ingen forhåndsvisning: {found} i kolonnen «{column}», linje {line}.',
      nn: 'Fila {file} får inga førehandsvising: {found} i kolonnen «{column}», linje {line}.',
      en: 'The file {file} gets no preview: {found} in the column "{column}", line {line}.',
    },
    hint: {
      nb: 'Filen er fortsatt åpen for alle. Se på den nå: hører opplysningen ikke hjemme der, ta bort filen eller rett den.',
      nn: 'Fila er framleis open for alle. Sjå på ho no: høyrer opplysninga ikkje heime der, ta bort fila eller rett ho.',
      en: 'The file is still open to all. Look at it now: if this does not belong there, remove the file or mend it.',
    },
  },
  PREVIEW_UNREADABLE: {
    message: {
      nb: 'Filen {file} får ingen forhåndsvisning: {cause}.',
      nn: 'Fila {file} får inga førehandsvising: {cause}.',
      en: 'The file {file} gets no preview: {cause}.',
    },
  },
} as const satisfies Record<string, Message>;

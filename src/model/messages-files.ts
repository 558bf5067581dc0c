/** What cannot be shown of the municipality's own files: told to the steward alone (ADR 0027, 0029). */
import type { Message } from './message.js';

export const FILE_FINDINGS = {
  /** `found` is filled in where the kind of it is known. */
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
  API_UNREADABLE: {
    message: {
      nb: 'Filen {file} kan ikke leses som OpenAPI 3.0, 3.1 eller Swagger 2.0. Siden om tjenesten viser derfor ikke hva den kan svare på.',
      nn: 'Fila {file} kan ikkje lesast som OpenAPI 3.0, 3.1 eller Swagger 2.0. Sida om tenesta viser difor ikkje kva ho kan svare på.',
      en: 'The file {file} cannot be read as OpenAPI 3.0, 3.1 or Swagger 2.0. So the page of the service does not show what it answers.',
    },
    hint: {
      nb: 'Filen skal være gyldig JSON eller YAML i UTF-8, begynne med «openapi: 3.1.0» eller lignende, og være på høyst 2 MiB.',
      nn: 'Fila skal vere gyldig JSON eller YAML i UTF-8, byrje med «openapi: 3.1.0» eller liknande, og vere på høgst 2 MiB.',
      en: 'The file must be valid JSON or YAML in UTF-8, say "openapi: 3.1.0" or the like, and be no larger than 2 MiB.',
    },
  },
} as const satisfies Record<string, Message>;

/** From a row of a table to a record, or to the reason why it is none. */
import type { Fetched } from '../../src/harvest/harvester.js';
import { issue, type Issue } from '../../src/model/issue.js';
import type { Described, GgmPayload, Payloads, RecordType, Texts } from './payload.js';
import type { Row } from './read.js';
import { cleanText } from './text.js';
import type { Translations } from './translations.js';

export type GgmRecord = Fetched<GgmPayload>;

export function record<T extends RecordType>(
  type: T,
  { cells, origin }: Row,
  payload: Payloads[T],
): GgmRecord {
  return { type, key: cells.id ?? origin, origin, payload };
}

export function rejection(type: RecordType, { cells, origin }: Row, rejected: Issue): GgmRecord {
  return { type, key: cells.id ?? origin, origin, rejected };
}

export function missing(field: string): Issue {
  return issue('FIELD_MISSING', 'warning', { field });
}
export function dangling(field: string, found: string): Issue {
  return issue('REFERENCE_DANGLING', 'warning', { field, found });
}

/** Name and definition in Dutch, and in the languages of the translations. Undefined without a name (m2). */
export function wordsOf(
  id: string,
  {
    name,
    definitie,
  }: { readonly name?: string | undefined; readonly definitie?: string | undefined },
  translations: Translations,
): Described | undefined {
  const dutch = cleanText(name);
  if (dutch === undefined) return undefined;
  const definition = cleanText(definitie);
  const others = translations.get(id.toLowerCase()) ?? [];
  const description: Texts = {
    ...(definition === undefined ? {} : { nl: definition }),
    ...inLanguages(others.map((one) => [one.language, one.definition])),
  };
  return {
    id,
    title: { nl: dutch, ...inLanguages(others.map((one) => [one.language, one.name])) },
    ...(Object.keys(description).length > 0 ? { description } : {}),
    ...(others.length > 0 ? { isMachineText: true } : {}),
  };
}

function inLanguages(texts: readonly (readonly [string, string | undefined])[]): Texts {
  return Object.fromEntries(texts.filter((one): one is [string, string] => one[1] !== undefined));
}

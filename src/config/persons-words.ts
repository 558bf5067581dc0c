/** successors.csv: `iri;etterfolger;maate;grunn`, a line for each address that a person has decided about. */
import { CatalogError } from '../model/errors.js';
import { tryIri, type Iri } from '../model/iri.js';
import {
  MANNERS,
  type Manner,
  type PersonsWord,
  type PersonsWords,
} from '../model/persons-word.js';
import { scanText } from '../model/text-scan.js';
import type { CsvRow } from './load-catalogue.js';

export interface WordsPlace {
  readonly path: string;
  readonly base: string;
  readonly internalHosts: readonly string[];
}

/** Throws CatalogError CONFIG_INVALID with the line. */
export function personsWords(rows: readonly CsvRow[], place: WordsPlace): PersonsWords {
  const words = new Map<string, PersonsWord>();
  for (const row of rows) {
    const [thing, word] = wordOf(row, place);
    if (words.has(thing)) refuse(row, place, `${thing} står to ganger`);
    words.set(thing, word);
  }
  return words;
}

function wordOf(row: CsvRow, place: WordsPlace): readonly [Iri, PersonsWord] {
  const { maate, etterfolger, grunn: note } = row.record;
  const thing = ours(row, 'iri', place);
  const manner = MANNERS.find((one) => one === maate);
  if (!manner) return refuse(row, place, `«maate» skal være en av ${MANNERS.join(', ')}`);
  const successor =
    needsSuccessor(manner) || etterfolger ? ours(row, 'etterfolger', place) : undefined;
  if (successor === thing) refuse(row, place, 'en adresse kan ikke etterfølge seg selv');
  // It is shown to everybody, as a title is.
  if (note && scanText(note, place.internalHosts))
    refuse(row, place, '«grunn» vises for alle: ingen personnummer, e-post eller interne adresser');
  return [thing, { manner, ...(successor ? { successor } : {}), ...(note ? { note } : {}) }];
}

function needsSuccessor(manner: Manner): boolean {
  return manner === 'erstattet' || manner === 'omdopt';
}

function ours(row: CsvRow, column: 'iri' | 'etterfolger', place: WordsPlace): Iri {
  const text = row.record[column] ?? '';
  const found = tryIri(text);
  if (found?.startsWith(place.base)) return found;
  return refuse(row, place, `«${text}» i «${column}» er ikke en adresse under ${place.base}`);
}

function refuse({ info }: CsvRow, { path }: WordsPlace, cause: string): never {
  throw new CatalogError('CONFIG_INVALID', { place: `${path}:${info.lines}`, cause });
}

/** Delft's `ggm.i18n.json`: `{ "nb": { "classes": [ { "<id>": { "name", "definitie" } } ], … } }`. All of it is machine text. */
import { isJsonObject, member, parseJsonFile } from '../../src/harvest/json-document.js';
import { CatalogError } from '../../src/model/errors.js';
import { cleanText } from './text.js';

export interface Translation {
  readonly language: string;
  readonly name?: string;
  readonly definition?: string;
}
/** By id, folded: case does not count. */
export type Translations = ReadonlyMap<string, readonly Translation[]>;

/** Throws CatalogError FILE_UNREADABLE. */
export function parseTranslations(
  bytes: Uint8Array,
  file: string,
  languages: readonly string[],
): Translations {
  const document = parseJsonFile(bytes, file);
  if (!isJsonObject(document))
    throw new CatalogError('FILE_UNREADABLE', { file, cause: 'ikke et objekt med språk' });
  const found = new Map<string, Translation[]>();
  for (const language of languages) {
    const tables = member(document, language);
    if (!isJsonObject(tables)) continue;
    for (const [id, name, definition] of Object.values(tables).flatMap(entries)) {
      const key = id.toLowerCase();
      const translation = {
        language,
        ...(name === undefined ? {} : { name }),
        ...(definition === undefined ? {} : { definition }),
      };
      found.set(key, [...(found.get(key) ?? []), translation]);
    }
  }
  return found;
}

type Entry = readonly [id: string, name: string | undefined, definition: string | undefined];

function entries(table: unknown): Entry[] {
  if (!Array.isArray(table)) return [];
  return table.filter(isJsonObject).flatMap((one) =>
    Object.entries(one).flatMap(([id, texts]): Entry[] => {
      if (!isJsonObject(texts)) return [];
      const text = (name: string): string | undefined => {
        const value = member(texts, name);
        return typeof value === 'string' ? cleanText(value) : undefined;
      };
      return [[id, text('name'), text('definitie')]];
    }),
  );
}

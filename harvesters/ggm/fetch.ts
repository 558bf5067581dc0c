/** Reads GGM's tables and what may stand beside them, and joins them to records. Nothing leaves the catalogue's folder. */
import type { FetchContext, Fetched, Source } from '../../src/harvest/harvester.js';
import { readDomains } from './gemma.js';
import { joinTables } from './join.js';
import type { GgmOptions } from './options.js';
import type { GgmPayload } from './payload.js';
import { readGgm } from './read.js';
import { parseTranslations } from './translations.js';

/** Throws CatalogError FILE_MISSING, FILE_UNREADABLE, TABLE_HEADER_MISSING, TABLE_RAGGED or PARSE_FAILED. */
export async function* fetchGgm(
  { options }: Source<GgmOptions>,
  context: FetchContext,
): AsyncIterable<Fetched<GgmPayload>> {
  const tables = await readGgm(options, context);
  const domains = await readDomains(options.gemma, context);
  const translations =
    options.i18n === undefined
      ? new Map()
      : parseTranslations(
          await context.files.read(options.i18n),
          options.i18n,
          options.i18nLanguages,
        );
  yield* joinTables(tables, { domains, translations, report: (one) => context.report(one) });
}

/** Reads the register's files and subscriptions; every row comes out reduced, as a record or as a rejection. */
import { parseTime } from '../../src/harvest/dates.js';
import type { FetchContext, Fetched, Source } from '../../src/harvest/harvester.js';
import { classWord } from '../../src/harvest/stated-class.js';
import { CatalogError } from '../../src/model/errors.js';
import { issue, type Issue } from '../../src/model/issue.js';
import { readRows, type ReadRow } from './carriers.js';
import { FIELDS } from './fields.js';
import { ProcessingKeys } from './keys.js';
import type { ProcessingRegisterOptions } from './options.js';
import type { Processing, ProcessingRecordPayload } from './payload.js';
import { readSubscriptions } from './subscriptions.js';

const MAX_SHARE_WITHOUT_OWNER = 0.05;

/** Throws CatalogError when a file is missing, unreadable, has no header, or too many rows without an owner (rule 7). */
export async function* fetchProcessings(
  source: Source<ProcessingRegisterOptions>,
  context: FetchContext,
): AsyncIterable<Fetched<ProcessingRecordPayload>> {
  const { files, subscriptions, owner } = source.options;
  const keys = new ProcessingKeys(source.id, owner);
  for (const file of files) {
    context.signal.throwIfAborted();
    const rows = await readRows(file, owner !== undefined, context);
    if (owner === undefined) checkOwners(rows, file);
    for (const row of rows) yield fetched(row, keys, context);
  }
  if (subscriptions !== undefined) yield* readSubscriptions(subscriptions, context);
}

function checkOwners(rows: readonly ReadRow[], file: string): void {
  const missing = rows.filter(({ processing }) => processing && !processing.owner).length;
  if (missing <= rows.length * MAX_SHARE_WITHOUT_OWNER) return;
  const cause = `${missing} av ${rows.length} rader mangler behandlingsansvarlig`;
  throw new CatalogError('FILE_UNREADABLE', { file, cause });
}

function fetched(
  { origin, headings, processing, fault, misformed }: ReadRow,
  keys: ProcessingKeys,
  context: FetchContext,
): Fetched<ProcessingRecordPayload> {
  const type = 'behandling';
  const key = processing && keys.next(processing);
  if (misformed !== undefined) {
    const params = { field: misformed, form: formOf(misformed) };
    return { key: origin, type, origin, rejected: issue('FIELD_FORM', 'violation', params) };
  }
  if (!processing || key === undefined) {
    const cause = fault ?? 'verken id eller navn på behandlingen';
    return { key: origin, type, origin, rejected: malformed(cause) };
  }
  const rejected = refusal(processing, context);
  if (rejected) return { key, type, origin, rejected };
  return { key, type, origin, ...(headings ? { headings } : {}), payload: { processing } };
}

function formOf(field: string): string {
  return FIELDS[field]?.reader?.form ?? '';
}

function refusal(processing: Processing, context: FetchContext): Issue | undefined {
  const level = processing.securityClass;
  if (level && context.scheme.resolve(classWord(level)).found === 'graded')
    return issue('GRADED', 'violation');
  if (processing.ended && parseTime(processing.ended))
    return issue('RECORD_OUT_OF_SCOPE', 'info', { cause: 'behandlingen er avsluttet' });
  return undefined;
}

function malformed(cause: string): Issue {
  return issue('RECORD_MALFORMED', 'violation', { cause });
}

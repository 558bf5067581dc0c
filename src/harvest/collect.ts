/** One run of a source's `fetch`: everything it gives, or the reason why it failed as a whole. Nothing is written here. */
import { CatalogError } from '../model/errors.js';
import { issue, type Issue, type IssuePlace } from '../model/issue.js';
import {
  isRejection,
  type FetchContext,
  type Fetched,
  type Harvester,
  type Source,
} from './harvester.js';
import { recordId } from './withdrawal.js';

/** H14: more records than this are a fault of the source. */
const MAX_RECORDS = 100_000;

export type Collected =
  | { readonly ok: true; readonly records: readonly Fetched[]; readonly issues: readonly Issue[] }
  | { readonly ok: false; readonly cause: Issue };

export async function collect(
  harvester: Harvester,
  source: Source,
  context: Omit<FetchContext, 'report'>,
): Promise<Collected> {
  const records: Fetched[] = [];
  const issues: Issue[] = [];
  const seen = new Set<string>();
  const place = { source: source.id };
  try {
    const report = (one: Issue): void => void issues.push({ ...one, ...place });
    for await (const fetched of harvester.fetch(source, { ...context, report })) {
      context.signal.throwIfAborted();
      if (records.length >= MAX_RECORDS)
        throw new CatalogError('SOURCE_TOO_MANY', { limit: MAX_RECORDS });
      records.push(
        seen.has(recordId(fetched)) && !isRejection(fetched) ? duplicate(fetched) : fetched,
      );
      seen.add(recordId(fetched));
    }
  } catch (error) {
    return { ok: false, cause: failure(error, place) };
  }
  return { ok: true, records, issues };
}

function duplicate(record: Fetched): Fetched {
  const { key, type, origin } = record;
  return { key, type, origin, rejected: issue('RECORD_DUPLICATE', 'warning', { key }) };
}

/** A failure of the source or of a record in words; a fault of ours is named as such, never as the source's. */
export function failure(
  error: unknown,
  place: IssuePlace,
  unexpected: 'HARVEST_FAILED' | 'MAP_FAILED' = 'HARVEST_FAILED',
): Issue {
  if (error instanceof CatalogError) {
    const made = issue(error.code, 'violation', {}, place);
    return { ...made, message: error.text, ...(error.hint ? { hint: error.hint } : {}) };
  }
  const cause = error instanceof Error ? error.message : String(error);
  return issue(unexpected, 'violation', { cause }, place);
}

/**
 * Reads the eleven lists, strictly one after the other (H20), and yields nothing before all are whole: ten of eleven are
 * never used (H4). Retries are the egress's business.
 */
import type { FetchContext, Fetched, Source } from '../../src/harvest/harvester.js';
import { ENDPOINTS, type RecordType } from './endpoints.js';
import type { KartoteketPayload } from './fields.js';
import type { KartoteketOptions } from './options.js';
import { readList, type ReadList } from './read-list.js';
import { danglingTypes, settle } from './relations.js';

export async function* fetchKartoteket(
  source: Source<KartoteketOptions>,
  context: FetchContext,
): AsyncIterable<Fetched<KartoteketPayload>> {
  const lists = new Map<RecordType, ReadList>();
  for (const endpoint of ENDPOINTS)
    lists.set(endpoint.type, await readList(source, context, endpoint));
  if (source.options.baseUrl !== undefined) {
    // Something was registered between two of the calls: its list is asked once more, then it is a finding.
    const dangling = danglingTypes(lists);
    for (const endpoint of ENDPOINTS)
      if (dangling.has(endpoint.type))
        lists.set(endpoint.type, await readList(source, context, endpoint));
  }
  for (const list of settle(lists)) {
    for (const one of list.issues) context.report(one);
    yield* list.records;
    yield* list.rejections;
  }
}

/**
 * Subscriptions: which organisation takes part in the shared processings of which system. JSON carrier of system uses
 * (`del_behandlinger`), or a table with the columns system_id, virksomhet and del_behandlinger. Everything else is dropped.
 */
import { yesOrNo } from '../../src/harvest/cell-values.js';
import { recogniseTable, type ColumnRule } from '../../src/harvest/columns.js';
import type { FetchContext, Fetched } from '../../src/harvest/harvester.js';
import { isJsonObject, member, type JsonObject } from '../../src/harvest/json-document.js';
import { readTables } from '../../src/harvest/table-reader.js';
import { issue } from '../../src/model/issue.js';
import { carrierData } from './carriers.js';
import { subscriptionKey } from './keys.js';
import type { ProcessingRecordPayload, Ref, Subscription } from './payload.js';
import { reference, WrongType } from './readers.js';

type Field = 'system_id' | 'virksomhet' | 'del_behandlinger';
const RULE: ColumnRule<Field> = {
  columns: {
    system_id: ['system'],
    virksomhet: ['virksomhet_id', 'bruker'],
    del_behandlinger: ['abonnerer'],
  },
  required: ['system_id', 'virksomhet', 'del_behandlinger'],
};

interface Read {
  readonly origin: string;
  readonly subscription?: Subscription;
}

export async function* readSubscriptions(
  file: string,
  context: FetchContext,
): AsyncIterable<Fetched<ProcessingRecordPayload>> {
  const bytes = await context.files.read(file);
  const rows = file.toLowerCase().endsWith('.json')
    ? carrierData(bytes, file).map((row, index) => jsonRow(row, `${file}#/data/${index}`))
    : (await readTables(bytes, file)).flatMap((sheet) =>
        recogniseTable(sheet, RULE).rows.map(({ cells, origin }) => tableRow(cells, origin)),
      );
  for (const { origin, subscription } of rows) {
    const type = 'abonnement';
    if (subscription) {
      yield { key: subscriptionKey(subscription), type, origin, payload: { subscription } };
      continue;
    }
    const cause = 'system, virksomhet eller del_behandlinger mangler';
    yield {
      key: origin,
      type,
      origin,
      rejected: issue('RECORD_MALFORMED', 'violation', { cause }),
    };
  }
}

function jsonRow(row: unknown, origin: string): Read {
  if (!isJsonObject(row)) return { origin };
  const subscribes = member(row, 'del_behandlinger');
  return subscription(origin, refMember(row, 'system'), refMember(row, 'virksomhet'), subscribes);
}

function refMember(row: JsonObject, name: string): Ref | undefined {
  try {
    return reference.json(member(row, name), () => undefined) as Ref | undefined;
  } catch (error) {
    if (error instanceof WrongType) return undefined;
    throw error;
  }
}

function tableRow(cells: Readonly<Partial<Record<Field, string>>>, origin: string): Read {
  const ref = (cell: string | undefined): Ref | undefined =>
    cell ? (reference.cell(cell) as Ref | undefined) : undefined;
  const subscribes = yesOrNo(cells.del_behandlinger);
  return subscription(origin, ref(cells.system_id), ref(cells.virksomhet), subscribes);
}

function subscription(
  origin: string,
  system: Ref | undefined,
  user: Ref | undefined,
  subscribes: unknown,
): Read {
  if (!system || !user || typeof subscribes !== 'boolean') return { origin };
  // Ids are enough to find both; a name is kept only where there is no id.
  return { origin, subscription: { system: lean(system), user: lean(user), subscribes } };
}
function lean({ id, name }: Ref): Ref {
  return id ? { id } : { name: name ?? '' };
}

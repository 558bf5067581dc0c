/** What can be seen only when all lists are there: dangling and graded references, duplicate integrations, abbreviations. */
import { issue, type Issue } from '../../src/model/issue.js';
import type { RawRecord, Rejection } from '../../src/harvest/harvester.js';
import type { RecordType } from './endpoints.js';
import type { FieldTable } from './field-kinds.js';
import { FIELDS, type KartoteketPayload, type Payloads } from './fields.js';
import type { ReadList } from './read-list.js';

export type Lists = ReadonlyMap<RecordType, ReadList>;
type KartoteketRecord = RawRecord<KartoteketPayload>;

/** The types some reference points into without finding anything: there is no snapshot over the eleven calls. */
export function danglingTypes(lists: Lists): ReadonlySet<RecordType> {
  const dangling = new Set<RecordType>();
  const known = new Map<RecordType, ReadonlySet<string>>();
  for (const [type, { records, rejections }] of lists)
    known.set(type, new Set([...records, ...rejections].map((one) => one.key)));
  for (const { records } of lists.values())
    for (const record of records)
      for (const { type, key } of referencesOf(record))
        if (!known.get(type)?.has(key)) dangling.add(type);
  return dangling;
}

function* referencesOf(
  record: KartoteketRecord,
): Iterable<{ readonly type: RecordType; readonly key: string }> {
  const fields: FieldTable = FIELDS[record.type as RecordType];
  const payload = record.payload as Readonly<Record<string, unknown>>;
  for (const [name, field] of Object.entries(fields)) {
    if (field.to === undefined) continue;
    for (const key of [payload[name]].flat())
      if (typeof key === 'string') yield { type: field.to, key };
  }
}

/** All lists with the refusals that follow from other lists. */
export function settle(lists: Lists): ReadList[] {
  return [...lists.values()].map((list) => {
    if (list.endpoint.type === 'system') return withAbbreviations(list, lists);
    if (list.endpoint.type === 'systembruk') return withoutGraded(list, lists);
    if (list.endpoint.type === 'systemintegrasjon')
      return withoutDuplicates(withoutGraded(list, lists), lists);
    return list;
  });
}

/** Others name a system `VA-kart (VAV)`; the source's own display name is not kept, its parts are. */
function withAbbreviations(list: ReadList, lists: Lists): ReadList {
  const abbreviations = new Map(
    recordsOf(lists, 'virksomhet').map((one) => [one.key, abbreviationsOf(one.payload)]),
  );
  const records = list.records.map((record) => {
    const payload = record.payload as Payloads['system'];
    const forvalterforkortelser = abbreviations.get(payload.systemforvalter_virksomhet ?? '') ?? [];
    return { ...record, payload: { ...payload, forvalterforkortelser } };
  });
  return { ...list, records };
}

/** The present abbreviation, then the old ones. */
export function abbreviationsOf(unit: Payloads['virksomhet']): string[] {
  return [
    ...new Set([
      ...words(unit.virksomhetsforkortelse),
      ...words(unit.gamle_virksomhetsforkortelser),
    ]),
  ];
}

/** Words stand by blanks; commas occur. */
export function words(text: string | null): string[] {
  return (text ?? '').split(/[\s,;]+/).filter((word) => word !== '');
}

/** Who uses a graded system, and what it exchanges, says too much about it. */
function withoutGraded(list: ReadList, lists: Lists): ReadList {
  const graded = new Set(
    (lists.get('system')?.rejections ?? [])
      .filter((one) => one.rejected.code === 'GRADED')
      .map((one) => one.key),
  );
  const cause = 'den viser til et gradert system';
  return reject(list, (record) =>
    [...referencesOf(record)].some(({ type, key }) => type === 'system' && graded.has(key))
      ? issue('RECORD_OUT_OF_SCOPE', 'warning', { cause })
      : undefined,
  );
}

/** The source's unique rule is not enforced: of several with the same ends and type the lowest number counts. */
function withoutDuplicates(list: ReadList, lists: Lists): ReadList {
  const groups = new Map<string, string[]>();
  const groupOf = (record: KartoteketRecord): string => {
    const { system_kilde, system_destinasjon, integrasjonstype } =
      record.payload as Payloads['systemintegrasjon'];
    return JSON.stringify([system_kilde, system_destinasjon, integrasjonstype?.id ?? null]);
  };
  for (const record of list.records) {
    const keys = groups.get(groupOf(record)) ?? [];
    groups.set(
      groupOf(record),
      [...keys, record.key].sort((a, b) => Number(a) - Number(b)),
    );
  }
  const names = new Map(
    recordsOf(lists, 'system').map((one) => [one.key, `${one.payload.navn ?? ''} (${one.key})`]),
  );
  const name = (key: string | null): string => names.get(key ?? '') ?? `system ${key ?? '?'}`;
  return reject(list, (record) => {
    const keys = groups.get(groupOf(record)) ?? [];
    if (keys[0] === record.key) return undefined;
    const { system_kilde, system_destinasjon } = record.payload as Payloads['systemintegrasjon'];
    const params = { from: name(system_kilde), to: name(system_destinasjon), count: keys.length };
    return issue('INTEGRATION_DUPLICATE', 'warning', params);
  });
}

function reject(
  list: ReadList,
  reasonFor: (record: KartoteketRecord) => Issue | undefined,
): ReadList {
  const records: KartoteketRecord[] = [];
  const rejections: Rejection[] = [...list.rejections];
  for (const record of list.records) {
    const rejected = reasonFor(record);
    const { key, type, origin } = record;
    if (rejected) rejections.push({ key, type, origin, rejected });
    else records.push(record);
  }
  return { ...list, records, rejections };
}

function recordsOf<T extends RecordType>(lists: Lists, type: T): readonly RawRecord<Payloads[T]>[] {
  // The list of a type holds that type's payloads: `readList` reduced them by its table.
  return (lists.get(type)?.records ?? []) as readonly RawRecord<Payloads[T]>[];
}

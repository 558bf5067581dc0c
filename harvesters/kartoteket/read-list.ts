/** One list of the register: from the network or a folder, through the envelope and `reduce`. */
import type { ClassScheme } from '../../src/model/classification.js';
import { CatalogError } from '../../src/model/errors.js';
import { issue, type Issue } from '../../src/model/issue.js';
import type { FetchContext, RawRecord, Rejection, Source } from '../../src/harvest/harvester.js';
import { assertWanted, endpointUrl, type Endpoint } from './endpoints.js';
import { readEnvelope } from './envelope.js';
import { isObject, type FieldTable } from './field-kinds.js';
import { FIELDS, type KartoteketPayload } from './fields.js';
import type { KartoteketOptions } from './options.js';
import { reduce, type Reduced } from './reduce.js';

/** S3: JSON that is not streamed. */
const MAX_BYTES = 50_000_000;

export interface ReadList {
  readonly endpoint: Endpoint;
  readonly records: readonly RawRecord<KartoteketPayload>[];
  readonly rejections: readonly Rejection[];
  /** About the list as a whole: drift. */
  readonly issues: readonly Issue[];
}

/** Throws CatalogError when the list is not whole; then nothing of the run may be used (H4). */
export async function readList(
  source: Source<KartoteketOptions>,
  context: FetchContext,
  endpoint: Endpoint,
): Promise<ReadList> {
  context.signal.throwIfAborted();
  const { baseUrl, folder } = source.options;
  if (baseUrl === undefined) {
    const file = `${(folder ?? '.').replace(/\/+$/, '')}/${endpoint.list}.json`;
    return readRows(await context.files.read(file), file, { endpoint, scheme: context.scheme });
  }
  const url = endpointUrl(baseUrl, endpoint);
  const body = await ask(url, source.options, context);
  return readRows(body, url, { endpoint, scheme: context.scheme });
}

async function ask(
  url: string,
  { key, timeoutSeconds }: KartoteketOptions,
  context: FetchContext,
): Promise<Uint8Array> {
  const response = await context.egress.get(url, {
    headers: { accept: 'application/json', ...(key === undefined ? {} : { key }) },
    signal: context.signal,
    maxBytes: MAX_BYTES,
    firstByteMs: timeoutSeconds * 1000,
  });
  const { status, body, contentType } = response;
  assertWanted(response.url);
  if (status === 401 || (status === 403 && saysWrongKey(body)))
    throw new CatalogError('SOURCE_KEY_REJECTED', { url });
  if (status !== 200) throw new CatalogError('SOURCE_STATUS', { url, status });
  if (/^text\/html\b/i.test(contentType))
    throw new CatalogError('SOURCE_NOT_JSON', { url, found: 'HTML' });
  return body;
}

/** `{"message":"Missing or wrong key. Supply HTTP header 'key'","data":null}`; a proxy's 403 says something else. */
function saysWrongKey(body: Uint8Array): boolean {
  return /"message"[^}]{0,40}\bkey\b/i.test(Buffer.from(body.subarray(0, 1000)).toString('latin1'));
}

function readRows(
  bytes: Uint8Array,
  place: string,
  { endpoint, scheme }: { readonly endpoint: Endpoint; readonly scheme: ClassScheme },
): ReadList {
  const records: RawRecord<KartoteketPayload>[] = [];
  const rejections: Rejection[] = [];
  const drift = new Drift(endpoint);
  readEnvelope(bytes, place, endpoint).forEach((row, index) => {
    const head = { key: keyOf(row, index), type: endpoint.type, origin: `${place}#/data/${index}` };
    const reduced = reduce(row, endpoint, scheme);
    if ('rejected' in reduced) rejections.push({ ...head, rejected: reduced.rejected });
    else records.push({ ...head, payload: reduced.payload });
    drift.add(head, reduced);
  });
  return { endpoint, records, rejections, issues: drift.issues(place) };
}

/** A row without a usable number is refused by `reduce`; until then its place in the list names it. */
function keyOf(row: unknown, index: number): string {
  const id = isObject(row) ? row['id'] : undefined;
  return Number.isSafeInteger(id) ? String(id) : `rad-${index + 1}`;
}

/** Counts over one list: fields nobody knows, and known ones that are gone. */
class Drift {
  readonly #endpoint: Endpoint;
  readonly #unknown = new Map<string, number>();
  readonly #absent = new Map<string, number>();
  readonly #empty: Issue[] = [];
  #read = 0;

  constructor(endpoint: Endpoint) {
    this.#endpoint = endpoint;
  }

  add({ key, type, origin }: Omit<RawRecord, 'payload'>, reduced: Reduced): void {
    if ('rejected' in reduced) return;
    this.#read++;
    for (const name of reduced.unknown) count(this.#unknown, name);
    for (const name of reduced.absent) count(this.#absent, name);
    for (const field of reduced.empty)
      this.#empty.push(
        issue('FIELD_MISSING', 'warning', { field }, { record: `${type} ${key}`, origin }),
      );
  }

  /** Throws CatalogError SOURCE_INCONSISTENT when a required field is gone from every record (fault mode 25). */
  issues(place: string): Issue[] {
    const { type } = this.#endpoint;
    const fields: FieldTable = FIELDS[type];
    for (const [field, times] of this.#absent) {
      if (times < this.#read || fields[field]?.required === undefined) continue;
      const cause = `feltet «${field}» mangler på alle poster`;
      throw new CatalogError('SOURCE_INCONSISTENT', { url: place, cause });
    }
    const unknown = [...this.#unknown].map(([field, times]) =>
      issue('FIELD_UNKNOWN', 'warning', { field: field.slice(0, 60), type, count: times }),
    );
    const absent = [...this.#absent.keys()]
      .filter((field) => fields[field]?.required !== 'value')
      .map((field) => issue('FIELD_MISSING', 'warning', { field }, { origin: place }));
    return [...unknown, ...absent, ...this.#empty];
  }
}

function count(counts: Map<string, number>, name: string): void {
  counts.set(name, (counts.get(name) ?? 0) + 1);
}

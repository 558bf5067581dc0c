import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ENDPOINTS } from '../../harvesters/kartoteket/endpoints.js';
import { catalogueFiles } from '../../src/harvest/catalogue-files.js';
import { nodeEgress } from '../../src/harvest/node-egress.js';
import { isCatalogError, type CatalogError } from '../../src/model/errors.js';
import {
  startFaultServer,
  type Envelope,
  type FaultMode,
  type FaultServer,
} from '../support/fault-server.js';
import { FIXTURES, KEY, fetchAll, sourceOf, type Fetch } from './kartoteket-support.js';

const folder = `${FIXTURES}/register`;
const ORDER = ENDPOINTS.map((one) => `/api/${one.list}/`);

async function fetchFrom(server: FaultServer, key = KEY, stalls = false): Promise<Fetch> {
  const timeoutSeconds = stalls ? 1 : 60;
  const source = sourceOf({ baseUrl: server.origin, key, timeoutSeconds });
  const limits = stalls ? { idleMs: 100 } : {};
  const egress = nodeEgress({ origins: [server.origin], userAgent: 'test', limits });
  return fetchAll(source, { egress });
}
async function failureOf(work: Promise<unknown>): Promise<CatalogError> {
  const error = await work.then(
    () => undefined,
    (caught: unknown) => caught,
  );
  if (!isCatalogError(error)) throw new Error(`expected a CatalogError, got ${String(error)}`);
  return error;
}
/** A copy of the fixture register with one list changed. */
function edited(list: string, change: (envelope: Envelope) => unknown): string {
  const copy = mkdtempSync(join(tmpdir(), 'kartoteket-'));
  for (const name of readdirSync(folder).filter((one) => one.endsWith('.json'))) {
    const text = readFileSync(join(folder, name), 'utf8');
    const changed = name === `${list}.json` ? change(JSON.parse(text) as Envelope) : undefined;
    const written = typeof changed === 'string' ? changed : JSON.stringify(changed);
    writeFileSync(join(copy, name), changed === undefined ? text : written);
  }
  return copy;
}
function fetchEdited(list: string, change: (envelope: Envelope) => unknown): Promise<Fetch> {
  const files = catalogueFiles(edited(list, change));
  return fetchAll(sourceOf({ folder: '.' }), { files });
}
function rows(change: (row: Record<string, unknown>, index: number) => unknown) {
  return (envelope: Envelope): unknown => ({ ...envelope, data: envelope.data.map(change) });
}

describe('the live register', () => {
  test('is read in order, one list at a time, with the key in its own header', async () => {
    await using server = await startFaultServer({ folder, key: KEY });
    const fetched = await fetchFrom(server);
    // System 999 is nowhere: the list of systems is asked for once more, then it is a finding.
    expect(server.visits.map((one) => one.path)).toEqual([...ORDER, '/api/systemer/']);
    expect(server.visits.every((one) => one.headers['key'] === KEY && one.atOnce === 1)).toBe(true);
    expect(fetched.records.length + fetched.rejections.length).toBe(31);
  });

  test('gives the same records as the folder', async () => {
    await using server = await startFaultServer({ folder, key: KEY });
    const plain = ({ records }: Fetch): unknown =>
      records.map(({ key, type, payload }) => ({ key, type, payload }));
    const fromFolder = await fetchAll(sourceOf({ folder: 'register' }));
    expect(plain(await fetchFrom(server))).toEqual(plain(fromFolder));
  });

  test('says where each record stands', async () => {
    await using server = await startFaultServer({ folder, key: KEY });
    const { records } = await fetchFrom(server);
    expect(records[0]?.origin).toBe(`${server.origin}/api/virksomheter/#/data/0`);
  });

  test('is not used when it turns down the key', async () => {
    await using server = await startFaultServer({ folder, key: KEY });
    const error = await failureOf(fetchFrom(server, 'en-gammel-nokkel'));
    expect(error.code).toBe('SOURCE_KEY_REJECTED');
    expect(error.text.nb).toContain('feil eller trukket tilbake');
    expect(error.text.nb).not.toContain('en-gammel-nokkel');
  });
});

const FAULTS: readonly (readonly [FaultMode, string, string])[] = [
  ['stall-first-byte', 'SOURCE_TIMEOUT', 'svarte ikke innen 1 sekunder'],
  ['stall-body', 'SOURCE_TIMEOUT', 'svarte ikke innen'],
  ['reset-before-answer', 'SOURCE_UNREACHABLE', 'forbindelsen ble brutt'],
  ['reset-in-body', 'SOURCE_TRUNCATED', 'brutt'],
  ['wrong-length', 'SOURCE_TRUNCATED', 'brutt'],
  ['chunked-cut', 'SOURCE_TRUNCATED', 'brutt'],
  ['truncated-json', 'SOURCE_TRUNCATED', 'JSON slutter midt i'],
  ['corrupt-gzip', 'SOURCE_TRUNCATED', 'komprimeringen er skadet'],
  ['status-500', 'SOURCE_STATUS', 'feilkode 500'],
  ['status-502', 'SOURCE_STATUS', 'feilkode 502'],
  ['status-503', 'SOURCE_STATUS', 'feilkode 503'],
  ['status-429', 'SOURCE_STATUS', 'feilkode 429'],
  ['status-401', 'SOURCE_KEY_REJECTED', 'avviste nøkkelen'],
  ['status-403', 'SOURCE_STATUS', 'feilkode 403'],
  ['status-404', 'SOURCE_STATUS', 'feilkode 404'],
  ['redirect-to-login', 'SOURCE_NOT_JSON', 'svarte med HTML'],
  ['redirect-loop', 'SOURCE_UNREACHABLE', 'omdirigeringer'],
  ['html-200', 'SOURCE_NOT_JSON', 'svarte med HTML'],
  ['html-as-json', 'SOURCE_NOT_JSON', 'svarte med HTML'],
  ['empty-200', 'SOURCE_NOT_JSON', 'et tomt svar'],
  ['empty-array', 'SOURCE_INCONSISTENT', 'ikke et objekt'],
  ['error-object', 'SOURCE_INCONSISTENT', 'mangler listen «data»'],
  ['wrong-count', 'SOURCE_INCONSISTENT', 'men listen har'],
  ['missing-key', 'SOURCE_INCONSISTENT', 'mangler på alle poster'],
  ['status-204', 'SOURCE_STATUS', 'feilkode 204'],
  ['status-206', 'SOURCE_STATUS', 'feilkode 206'],
  ['status-304', 'SOURCE_STATUS', 'feilkode 304'],
  ['huge-body', 'SOURCE_TOO_LARGE', 'større enn grensen på 50 MB'],
];

describe('H4 a fault of the register fails the run by name', () => {
  test.each(FAULTS)('%s → %s', async (mode, code, words) => {
    await using server = await startFaultServer({ folder, key: KEY });
    server.fail(mode);
    const error = await failureOf(fetchFrom(server, KEY, mode.startsWith('stall')));
    expect(error.code).toBe(code);
    expect(error.text.nb).toContain(words);
    expect(error.text.nb).toContain('Forrige vellykkede høsting er beholdt');
    expect(`${error.text.nb}${error.stack}${String(error.cause)}`).not.toContain(KEY);
  });

  test.each(ENDPOINTS.map((one) => one.list))(
    'ten of eleven lists are not used: %s fails',
    async (list) => {
      await using server = await startFaultServer({ folder, key: KEY });
      server.fail('status-500', { list });
      const yielded: unknown[] = [];
      const asked = fetchFrom(server).then((all) => yielded.push(...all.records));
      expect((await failureOf(asked)).code).toBe('SOURCE_STATUS');
      expect(yielded).toEqual([]);
    },
  );

  test('half the records and no records are whole answers: the guard judges them', async () => {
    await using server = await startFaultServer({ folder, key: KEY });
    server.fail('half-the-records', { list: 'leverandorer' });
    expect(
      (await fetchFrom(server)).records.filter((one) => one.type === 'leverandor'),
    ).toHaveLength(1);
    server.fail('no-records', { list: 'leverandorer' });
    expect((await fetchFrom(server)).records.filter((one) => one.type === 'leverandor')).toEqual(
      [],
    );
  });

  test('a list missing in the folder', async () => {
    const files = catalogueFiles(mkdtempSync(join(tmpdir(), 'kartoteket-')));
    const error = await failureOf(fetchAll(sourceOf({ folder: '.' }), { files }));
    expect(error.code).toBe('FILE_MISSING');
    expect(error.text.nb).toContain('virksomheter.json');
  });
});

test('a redirect into a refused one is not followed up', async () => {
  await using server = await startFaultServer({ folder, key: KEY });
  server.answer('/api/virksomheter/', (response) =>
    response.writeHead(302, { location: '/cmdb/' }).end(),
  );
  expect((await failureOf(fetchFrom(server))).code).toBe('SOURCE_REFUSED');
});

describe('hostile JSON', () => {
  const failing = (text: string): Promise<CatalogError> =>
    failureOf(fetchEdited('los', () => text));

  test('P4 deeper than 100 levels is refused, 20 000 too', async () => {
    for (const depth of [101, 20_000]) {
      const error = await failing('['.repeat(depth) + ']'.repeat(depth));
      expect(error.text.nb).toContain('dypere nøstet enn 100 nivåer');
    }
  });

  test('P4 a literal of megabytes is read, one that never ends is cut', async () => {
    const long = '\\u00e5\\\\'.repeat(500_000);
    await fetchEdited('los', () => `{"beskrivelse":"${long}","antall":0,"data":[]}`);
    expect((await failing(`{"beskrivelse":"${long}`)).code).toBe('SOURCE_TRUNCATED');
  });

  test('P4 a key twice in one object is refused, once in two is not', async () => {
    const error = await failing('{"antall":0,"data":[{"id":1},{"id":2}],"antall" :1}');
    expect(error.code).toBe('SOURCE_INCONSISTENT');
    expect(error.text.nb).toContain('nøkkelen "antall" står to ganger');
  });

  test('P3 __proto__ and constructor are unknown fields and nothing else', async () => {
    const { records, reported } = await fetchEdited('leverandorer', (envelope) =>
      JSON.stringify(envelope).replace(
        '"navn":',
        '"__proto__":{"polluted":1},"constructor":{"polluted":1},"navn":',
      ),
    );
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
    expect(records.filter((one) => one.type === 'leverandor')).toHaveLength(2);
    expect(reported.map((one) => one.message.nb).join()).toContain('«__proto__»');
  });

  test('P6 text is NFC, also out of \\u escapes', async () => {
    const { records } = await fetchEdited(
      'leverandorer',
      rows((row) => ({ ...row, navn: 'A\u030asane æøå' })),
    );
    const supplier = records.find((one) => one.type === 'leverandor');
    expect(supplier?.payload).toMatchObject({ navn: 'Åsane æøå' });
  });

  test('text with NUL or half a surrogate pair is malformed', async () => {
    for (const navn of ['a\0b', 'a\ud800b']) {
      const { rejections } = await fetchEdited(
        'leverandorer',
        rows((row) => ({ ...row, navn })),
      );
      expect(rejections.filter((one) => one.type === 'leverandor')).toHaveLength(2);
    }
  });

  test('a byte order mark is no part of the text; other encodings are no JSON', async () => {
    await fetchEdited('los', (envelope) => `\ufeff${JSON.stringify(envelope)}`);
    const copy = edited('los', () => '');
    writeFileSync(join(copy, 'los.json'), Buffer.from('{"beskrivelse":"æ"}', 'latin1'));
    const files = catalogueFiles(copy);
    const error = await failureOf(fetchAll(sourceOf({ folder: '.' }), { files }));
    expect(error.code).toBe('SOURCE_NOT_JSON');
  });
});

describe('records that see each other', () => {
  test('something registered between two calls is found by asking once more', async () => {
    await using server = await startFaultServer({ folder, key: KEY });
    server.fail('half-the-records', { list: 'leverandorer', times: 1 });
    const { records } = await fetchFrom(server);
    expect(server.visits.map((one) => one.path)).toEqual([
      ...ORDER,
      '/api/leverandorer/',
      '/api/systemer/',
    ]);
    expect(records.filter((one) => one.type === 'leverandor')).toHaveLength(2);
  });

  test('duplicate integrations are merged: the lowest number stays', async () => {
    const { records, rejections } = await fetchAll(sourceOf({ folder: 'register' }));
    const kept = records.filter((one) => one.type === 'systemintegrasjon').map((one) => one.key);
    expect(kept).toEqual(['1', '2']);
    const duplicate = rejections.find((one) => one.rejected.code === 'INTEGRATION_DUPLICATE');
    expect(duplicate?.key).toBe('3');
    expect(duplicate?.rejected.message.nb).toBe(
      'Integrasjonen fra Kundeportal vann (2) til VA-kart (1) er registrert 2 ganger.',
    );
  });

  test('C what points to a graded system is not kept either', async () => {
    const { records, rejections } = await fetchAll(sourceOf({ folder: 'register' }));
    expect(rejections.map((one) => `${one.type} ${one.key} ${one.rejected.code}`)).toEqual([
      'system 5 GRADED',
      'systembruk 4 RECORD_OUT_OF_SCOPE',
      'systemintegrasjon 4 RECORD_OUT_OF_SCOPE',
      'systemintegrasjon 3 INTEGRATION_DUPLICATE',
    ]);
    expect(JSON.stringify(records)).not.toContain('HEMMELIG');
  });
});

/** Done-when 5 (H4, H5): a source that fails, is empty or shrinks loses nothing, says why in Norwegian, and stops no other. */
import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startFaultServer, type FaultMode, type FaultServer } from '../support/fault-server.js';
import { digests, tempCatalogue, type TempCatalogue } from '../support/temp-catalogue.js';

const KEY = 'hemmelig-nokkel-for-proving';

describe('the live register', () => {
  let server: FaultServer;
  let temp: TempCatalogue;
  let iris: string[];
  let published: Map<string, Buffer>;

  const irisNow = async () =>
    (await temp.catalogue.states.read('kartoteket'))!.records.map(({ iri }) => iri);

  beforeAll(async () => {
    server = await startFaultServer({
      folder: join(process.cwd(), 'catalog-data/oslo/samples/kartoteket'),
      key: KEY,
    });
    temp = await tempCatalogue('oslo', (folder) => useServer(folder, server.origin), {
      KARTOTEKET_KEY: KEY,
    });
    await temp.harvest();
    await temp.publish();
    iris = await irisNow();
    published = await temp.publicTree();
  });
  afterAll(async () => {
    await temp[Symbol.asyncDispose]();
    await server.close();
  });

  test('gives the same catalogue over HTTP as from its files', async () => {
    await using fromFiles = await tempCatalogue('oslo');
    await fromFiles.harvest();
    await fromFiles.publish();
    expect(iris).toHaveLength(777);
    expect(digests(await fromFiles.publicTree())).toEqual(digests(published));
  });

  const modes: readonly (readonly [FaultMode, 'failed' | 'held', RegExp])[] = [
    ['stall-first-byte', 'failed', /svarte ikke innen 1 sekund/],
    ['reset-before-answer', 'failed', /Fikk ikke kontakt/],
    ['reset-in-body', 'failed', /ikke helt/],
    ['wrong-length', 'failed', /ikke helt/],
    ['truncated-json', 'failed', /ikke helt/],
    ['corrupt-gzip', 'failed', /ikke helt/],
    ['status-500', 'failed', /feilkode 500/],
    ['status-503', 'failed', /feilkode 503/],
    ['status-429', 'failed', /feilkode 429/],
    ['status-401', 'failed', /avviste nøkkelen/],
    ['status-404', 'failed', /feilkode 404/],
    ['status-204', 'failed', /svarte|svaret/i],
    ['status-304', 'failed', /feilkode 304/],
    ['redirect-to-login', 'failed', /i stedet for JSON/],
    ['html-200', 'failed', /i stedet for JSON/],
    ['html-as-json', 'failed', /i stedet for JSON/],
    ['empty-200', 'failed', /svar/i],
    ['empty-array', 'failed', /henger ikke sammen/],
    ['error-object', 'failed', /henger ikke sammen/],
    ['wrong-count', 'failed', /henger ikke sammen/],
    ['missing-key', 'failed', /henger ikke sammen/],
    ['no-records', 'failed', /ingen poster av typen/],
    ['half-the-records', 'held', /mer enn vernet tillater/],
  ];

  test.each(modes)(
    'loses nothing and names the cause when it answers %s',
    async (mode, outcome, cause) => {
      server.fail(mode);
      const [report] = await temp.harvest(['kartoteket']);
      expect(report).toMatchObject({ outcome, withdrawn: [], added: [], changed: [] });
      expect(report!.cause?.message.nb).toMatch(cause);
      expect(report!.cause?.message.nb).toContain('Forrige vellykkede høsting er beholdt.');
      expect(JSON.stringify(report)).not.toContain(KEY);
      expect(await irisNow()).toEqual(iris);
      server.fail('good');
    },
  );

  test.each(['html-200', 'half-the-records'] as const)(
    'the other sources go on, and what is published stays, when it answers %s',
    async (mode) => {
      server.fail(mode);
      const reports = await temp.harvest();
      const others = reports.filter(({ source }) => source !== 'kartoteket');
      expect(others).toHaveLength(6);
      expect(others.map((one) => one.outcome)).toEqual(others.map(() => 'unchanged'));
      await temp.publish();
      expect(digests(await temp.publicTree())).toEqual(digests(published));
      server.fail('good');
    },
  );

  test('never uses ten of eleven lists', async () => {
    server.fail('half-the-records', { list: 'systemintegrasjoner' });
    const [held] = await temp.harvest(['kartoteket']);
    expect(held).toMatchObject({ outcome: 'held', withdrawn: [] });
    server.fail('status-500', { list: 'los' });
    const [failed] = await temp.harvest(['kartoteket']);
    expect(failed).toMatchObject({ outcome: 'failed', withdrawn: [] });
    expect(await irisNow()).toEqual(iris);
    server.fail('good');
  });

  test('says that the key is wrong', async () => {
    await using wrong = await tempCatalogue('oslo', (folder) => useServer(folder, server.origin), {
      KARTOTEKET_KEY: 'feil',
    });
    const [report] = await wrong.harvest(['kartoteket']);
    expect(report?.cause?.code).toBe('SOURCE_KEY_REJECTED');
    expect(report?.cause?.message.nb).toMatch(
      /avviste nøkkelen: den er feil eller trukket tilbake/,
    );
  });
});

describe('files', () => {
  const half = (path: string) => async (folder: string) => {
    const content = await readFile(join(folder, path));
    await writeFile(join(folder, path), content.subarray(0, content.length >> 1));
  };
  const halfRows = (path: string) => async (folder: string) => {
    const rows = (await readFile(join(folder, path), 'utf8')).trimEnd().split('\n');
    await writeFile(join(folder, path), `${rows.slice(0, rows.length >> 1).join('\n')}\n`);
  };
  const put = (path: string, text: string) => (folder: string) =>
    writeFile(join(folder, path), text);
  const drop = (path: string) => (folder: string) => rm(join(folder, path), { recursive: true });

  const cases: readonly (readonly [string, string, (folder: string) => Promise<void>, RegExp])[] = [
    [
      'a missing dump',
      'kartoteket',
      drop('samples/kartoteket/los.json'),
      /Finner ikke filen .*los\.json/,
    ],
    [
      'an empty dump',
      'kartoteket',
      put('samples/kartoteket/systemer.json', ''),
      /systemer\.json|ikke helt/,
    ],
    [
      'half a dump',
      'kartoteket',
      half('samples/kartoteket/systemer.json'),
      /ikke helt|kan ikke leses/,
    ],
    [
      'a log-in page as dump',
      'kartoteket',
      put('samples/kartoteket/systemer.json', '<!doctype html><title>Logg inn</title>'),
      /i stedet for JSON|kan ikke leses/,
    ],
    ['a missing register table', 'datasett', drop('samples/datasets/datasett.csv'), /datasett/],
    [
      'a register without rows',
      'datasett',
      put('samples/datasets/datasett.csv', 'datasett_id;tittel_nb;utgiver\n'),
      /datasett/,
    ],
    [
      'a register without its header',
      'datasett',
      put('samples/datasets/datasett.csv', 'a;b;c\n1;2;3\n'),
      /overskriftsrad/,
    ],
    [
      'half a register',
      'datasett',
      halfRows('samples/datasets/datasett.csv'),
      /mer enn vernet tillater|feil antall/,
    ],
    [
      'a half-copied workbook',
      'dataplattform-bgo',
      half('samples/datasets/dataplattform-bgo.xlsx'),
      /kan ikke leses/,
    ],
    [
      'a text file named as a workbook',
      'dataplattform-bgo',
      put('samples/datasets/dataplattform-bgo.xlsx', 'hei'),
      /kan ikke leses/,
    ],
    [
      'half a processing register',
      'behandlinger',
      half('samples/processing/behandlinger.json'),
      /behandlinger\.json/,
    ],
    [
      'a processing register of another shape',
      'behandlinger',
      put('samples/processing/behandlinger.json', '{"message":"x","data":null}'),
      /behandlinger\.json|henger ikke sammen/,
    ],
    [
      'a protocol gone',
      'behandlinger',
      drop('samples/processing/protokoll-vav.csv'),
      /protokoll-vav\.csv/,
    ],
    [
      'broken Turtle',
      'kuratert',
      put('curated/barnehager.ttl', '@prefix a: <https://a.example/> .\na:b a:c'),
      /barnehager\.ttl.*linje 2/,
    ],
    ['no Turtle at all', 'kuratert', drop('curated'), /curated/],
    [
      'half the Turtle',
      'kuratert',
      drop('curated/begreper.ttl'),
      /ingen poster|mer enn vernet tillater/,
    ],
  ];

  let temp: TempCatalogue;
  beforeAll(async () => {
    temp = await tempCatalogue('oslo');
    await temp.harvest();
  });
  afterAll(() => temp[Symbol.asyncDispose]());

  test.each(cases)('%s loses nothing and is named', async (_name, source, damage, cause) => {
    const before = await temp.catalogue.states.read(source);
    const path = (await import('node:fs/promises')).cp;
    const backup = `${temp.folder}.backup`;
    await path(temp.folder, backup, { recursive: true });
    try {
      await damage(temp.folder);
      const [report] = await temp.harvest([source]);
      expect(['failed', 'held']).toContain(report!.outcome);
      expect(report!.withdrawn).toEqual([]);
      expect(report!.cause?.message.nb).toMatch(cause);
      const after = await temp.catalogue.states.read(source);
      expect(after?.quads).toBe(before?.quads);
      expect(after?.records).toEqual(before?.records);
    } finally {
      await rm(temp.folder, { recursive: true });
      await path(backup, temp.folder, { recursive: true });
      await rm(backup, { recursive: true });
    }
  });
});

async function useServer(folder: string, origin: string): Promise<void> {
  const file = join(folder, 'sources/kartoteket.yaml');
  const text = await readFile(file, 'utf8');
  const options = `  baseUrl: ${origin}\n  key: env:KARTOTEKET_KEY\n  timeoutSeconds: 1\n`;
  await writeFile(file, text.replace(/^ {2}folder: .*\n/m, options));
}

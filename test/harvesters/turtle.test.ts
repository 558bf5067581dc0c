import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import turtle from '../../harvesters/turtle/index.js';
import type { TurtleRecord } from '../../harvesters/turtle/records.js';
import { catalogueFiles } from '../../src/harvest/catalogue-files.js';
import {
  isRejection,
  type Fetched,
  type FetchContext,
  type MapContext,
  type RawRecord,
} from '../../src/harvest/harvester.js';
import { classScheme } from '../../src/model/classification.js';
import { isCatalogError } from '../../src/model/errors.js';
import { iri } from '../../src/model/iri.js';
import { isIssue, type Issue } from '../../src/model/issue.js';
import { canonicalNQuads } from '../../src/rdf/canonical.js';
import { codeLists } from '../../src/rdf/code-lists.js';
import { parseTurtle } from '../../src/rdf/parse.js';
import { serialize } from '../../src/rdf/serialize.js';
import { dataset, type Quad } from '../../src/rdf/terms.js';

const BASE = iri('https://data.oslo.example/');
const FIXTURES = new URL('../../harvesters/turtle/fixtures/', import.meta.url);
const DCAT =
  '@prefix dcat: <http://www.w3.org/ns/dcat#> . @prefix dct: <http://purl.org/dc/terms/> .';
const DS = 'https://data.oslo.example/id/datasett/';

const open = {
  code: 'apen',
  rank: 0,
  label: { nb: 'Åpen' },
  synonyms: [],
  accessRights: 'PUBLIC' as const,
};
const scheme = classScheme([open], 'apen');

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'turtle-'));
});
afterEach(() => rm(folder, { recursive: true }));

interface Harvest {
  readonly fetched: Fetched<TurtleRecord>[];
  readonly records: RawRecord<TurtleRecord>[];
  readonly findings: Issue[];
}

async function harvest(files: Record<string, string>, options: object = {}): Promise<Harvest> {
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
  const findings: Issue[] = [];
  const context: FetchContext = {
    signal: new AbortController().signal,
    egress: { get: () => Promise.reject(new Error('no network')) },
    files: catalogueFiles(folder),
    scheme,
    report: (finding) => findings.push(finding),
  };
  const fetched: Fetched<TurtleRecord>[] = [];
  for await (const one of turtle.fetch(source(options), context)) fetched.push(one);
  const records = fetched.filter((one): one is RawRecord<TurtleRecord> => !isRejection(one));
  return { fetched, records, findings };
}

function source(options: object = {}): MapContext<{ folder: string }>['source'] {
  return {
    id: 'redaksjonelt',
    kind: 'turtle',
    options: turtle.options.parse({ folder: '.', ...options }),
  };
}

function map(
  record: RawRecord<TurtleRecord>,
  options: object = {},
): { quads: Quad[]; issues: Issue[] } {
  const minted = (type: string, key: string) => iri(`${BASE}id/${type}/${key}`);
  const context: MapContext<{ folder: string }> = {
    base: BASE,
    source: source(options),
    subject: turtle.identify(record, minted, source(options)).iri,
    scheme,
    codes: codeLists(dataset()),
    mint: minted,
    classIri: ({ code }) => iri(`${BASE}kode/konfidensialitet/${code}`),
    code: (list, code) => iri(`${BASE}kode/${list}/${code}`),
    recordClass: () => iri(`${BASE}kode/konfidensialitet/apen`),
    resolve: () => [],
    names: () => [],
    table: () => undefined,
  };
  const all = [...turtle.map(record, context)];
  const issues = all.filter((one): one is Issue => isIssue(one));
  return { quads: all.filter((one): one is Quad => !isIssue(one)), issues };
}

describe('fixtures', () => {
  for (const [name, options] of [
    ['datasett', { defaultLanguage: 'nb' }],
    ['egen-klasse', {}],
  ] as const) {
    test(`${name}.ttl is mapped as ${name}.expected.ttl says`, async () => {
      const text = await readFile(new URL(`${name}.ttl`, FIXTURES), 'utf8');
      const { records } = await harvest({ [`${name}.ttl`]: text }, options);
      const quads = records.flatMap((record) => map(record, options).quads);
      const expected = await readFile(new URL(`${name}.expected.ttl`, FIXTURES), 'utf8');
      expect(canonicalNQuads(quads), serialize(quads, 'ttl')).toBe(
        canonicalNQuads(parseTurtle(expected).quads),
      );
    });
  }
});

test('one record a described subject, with type, key, place and alias', async () => {
  const text = await readFile(new URL('egen-klasse.ttl', FIXTURES), 'utf8');
  const { records } = await harvest({ 'b.ttl': text });
  expect(records.map(({ key, type, origin }) => [key, type, origin])).toEqual([
    ['https://data.oslo.example/id/datatjeneste/badetemperatur', 'datatjeneste', 'b.ttl#L6'],
    ['https://data.oslo.example/id/system/mosaikk', 'system', 'b.ttl#L12'],
  ]);
  const [first] = records;
  const identity = first && turtle.identify(first, () => BASE, source());
  expect(identity).toEqual({
    iri: first?.key,
    own: true,
    aliases: ['datatjeneste:badetemperatur'],
  });
});

test('the language tag «no» becomes «nb» and is reported with its line', async () => {
  const text = await readFile(new URL('datasett.ttl', FIXTURES), 'utf8');
  const { records } = await harvest({ 'datasett.ttl': text });
  const { issues } = map(records[0] as RawRecord<TurtleRecord>);
  expect(issues).toMatchObject([{ code: 'LANGUAGE_TAG', origin: 'datasett.ttl#L11' }]);
});

test('H9 comments, order and layout change nothing in the payload', async () => {
  const text = await readFile(new URL('datasett.ttl', FIXTURES), 'utf8');
  const { records: before } = await harvest({ 'datasett.ttl': text });
  const other = `# ny\n\n${text.replace('dcat:keyword "bading"@nb ;\n', '').replace('dcat:byteSize', '# ny\n dcat:keyword "bading"@nb ; dcat:byteSize')}`;
  const { records: after } = await harvest({ 'datasett.ttl': other });
  expect(JSON.stringify(after[0]?.payload)).toBe(JSON.stringify(before[0]?.payload));
  expect(after[0]?.payload.lines).not.toEqual(before[0]?.payload.lines);
  expect(JSON.stringify(before[0]?.payload)).not.toContain('"lines"');
});

test('a payload kept as JSON maps to the same quads', async () => {
  const text = await readFile(new URL('datasett.ttl', FIXTURES), 'utf8');
  const [record] = (await harvest({ 'datasett.ttl': text })).records as [RawRecord<TurtleRecord>];
  const kept = { ...record, payload: JSON.parse(JSON.stringify(record.payload)) as TurtleRecord };
  expect(canonicalNQuads(map(kept).quads)).toBe(canonicalNQuads(map(record).quads));
});

describe('what cannot be used is rejected, the rest is kept', () => {
  test('a subject without class, and a description without IRI', async () => {
    const text = `${DCAT}\n<${DS}a> dct:title "uten klasse" .\n<${DS}b> a dcat:Dataset .\n[] a dcat:Dataset .`;
    const { fetched } = await harvest({ 'a.ttl': text });
    expect(fetched).toMatchObject([
      { key: `${DS}a`, origin: 'a.ttl#L2', rejected: { code: 'RECORD_MALFORMED' } },
      { key: `${DS}b`, type: 'datasett' },
      { origin: 'a.ttl#L4', rejected: { code: 'RECORD_MALFORMED' } },
    ]);
  });

  test('a subject in two files: the second is a duplicate', async () => {
    const text = `${DCAT} <${DS}a> a dcat:Dataset .`;
    const { fetched } = await harvest({ 'a.ttl': text, 'b.ttl': text });
    expect(fetched).toMatchObject([
      { origin: 'a.ttl#L1', type: 'datasett' },
      { origin: 'b.ttl#L1', type: 'datasett', rejected: { code: 'RECORD_DUPLICATE' } },
    ]);
  });

  test('P7 a statement with an illegal IRI is reported, the others are kept', async () => {
    const text = `${DCAT}\n<${DS}a> a dcat:Dataset ;\n dcat:landingPage <http://x.example/{a}> ;\n dct:title "A"@nb .`;
    const { records, findings } = await harvest({ 'a.ttl': text });
    expect(findings).toMatchObject([{ code: 'IRI_INVALID', origin: 'a.ttl#L3' }]);
    expect(records[0]?.payload.statements).toHaveLength(2);
  });

  test('a file that does not parse fails the source, naming file and line', async () => {
    const files = {
      'a.ttl': `${DCAT} <${DS}a> a dcat:Dataset .`,
      'b.ttl': `${DCAT}\n<${DS}b> a ;`,
    };
    const failure = await harvest(files).catch((error: unknown) => error);
    expect(isCatalogError(failure, 'PARSE_FAILED')).toBe(true);
    expect((failure as Error).message).toContain('b.ttl cannot be parsed, line 2');
  });

  test('a file that is not UTF-8 fails the source', async () => {
    await writeFile(join(folder, 'c.ttl'), Buffer.from('# æ', 'latin1'));
    await expect(harvest({})).rejects.toMatchObject({ code: 'PARSE_FAILED' });
  });
});

test('options: unknown keys are refused', () => {
  expect(() => turtle.options.parse({ folder: 'curated', foldr: 'x' })).toThrow('foldr');
  expect(() => turtle.options.parse({})).toThrow();
});

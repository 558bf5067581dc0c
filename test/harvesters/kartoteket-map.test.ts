import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { RECORD_TYPES } from '../../harvesters/kartoteket/endpoints.js';
import kartoteket from '../../harvesters/kartoteket/index.js';
import { alias } from '../../src/harvest/harvester.js';
import { hashedKey } from '../../src/model/key.js';
import { canonicalNQuads, canonicalNTriples } from '../../src/rdf/canonical.js';
import { parseTurtle } from '../../src/rdf/parse.js';
import { dcat, foaf, kdm } from '../../src/rdf/vocabularies.js';
import { BASE, FIXTURES, fetchAll, lines, mapAll, mint, sourceOf } from './kartoteket-support.js';

const source = sourceOf({ folder: 'register' });
const register = await fetchAll(source);

describe('the fixture register', () => {
  test.each(RECORD_TYPES.filter((type) => type !== 'los'))('maps %s as expected', (type) => {
    const { quads } = mapAll(register.records, { only: (record) => record.type === type });
    const file = `${FIXTURES}/register/${type}.ttl`;
    const expected = parseTurtle(readFileSync(file, 'utf8'), { file }).quads;
    expect(canonicalNQuads(quads)).toBe(canonicalNQuads(expected));
  });

  test('says nothing about Los itself', () => {
    const { quads } = mapAll(register.records);
    const foreign = quads.filter((one) => !one.subject.value.startsWith(BASE));
    expect(foreign).toEqual([]);
  });

  test('gives every resource exactly one record class', () => {
    const { quads } = mapAll(register.records);
    const classes = new Map<string, Set<string>>();
    for (const one of quads) {
      const found = classes.get(one.subject.value) ?? new Set();
      if (one.predicate.equals(kdm.recordClass)) found.add(one.object.value);
      classes.set(one.subject.value, found);
    }
    expect([...classes].filter(([, found]) => found.size !== 1)).toEqual([]);
  });

  test('leads to these findings and no others', () => {
    expect(lines(mapAll(register.records).issues)).toEqual([
      'system 1 THEME_UNKNOWN',
      'system 2 LABEL_CHANGED',
      'system 3 CLASS_CONFLICT',
      'system 3 LABEL_UNKNOWN',
      'system 3 LABEL_UNKNOWN',
      'system 4 IN_USE_MISMATCH',
      'system 4 IRI_INVALID',
      'systembruk 3 REFERENCE_DANGLING',
      'virksomhet 2 IRI_INVALID',
      'virksomhet 3 ORGNR_INVALID',
    ]);
  });

  test('H10 gives the same statements in any order', () => {
    const forwards = canonicalNTriples(mapAll(register.records).quads);
    const backwards = canonicalNTriples(mapAll([...register.records].reverse()).quads);
    expect(backwards).toBe(forwards);
  });
});

test('an unknown theme is suggested the word of the same name', () => {
  const [theme] = mapAll(register.records).issues.filter((one) => one.code === 'THEME_UNKNOWN');
  expect(theme?.hint?.nb).toBe('Mente du https://psi.norge.no/los/ord/vann-og-avlop?');
});

test('what is no mailbox is reported without its text, which may be a name', () => {
  const { issues } = mapAll(register.records);
  expect(JSON.stringify(issues)).not.toContain('Hemmelig');
});

test('an address becomes a page only when a steward says it is for citizens', () => {
  const rows = new Map([
    ['https://kart.register.example/apent', { malgruppe: 'Innbyggere' }],
    ['https://vakart.register.example', { malgruppe: 'ansatte' }],
  ]);
  const table = (name: string): typeof rows | undefined =>
    name === 'systemadresser' ? rows : undefined;
  const pages = (quads: ReturnType<typeof mapAll>['quads']): string[] =>
    quads.filter((one) => one.predicate.equals(foaf.page)).map((one) => one.object.value);
  expect(pages(mapAll(register.records, { table }).quads)).toEqual([
    'https://kart.register.example/apent',
  ]);
  expect(pages(mapAll(register.records).quads)).toEqual([]);
});

test('a pseudo-unit is not opened with the units', () => {
  const { quads } = mapAll(register.records);
  const open = quads.filter(
    (one) => one.predicate.equals(kdm.recordClass) && one.object.value.endsWith('/apen'),
  );
  expect(open.map((one) => one.subject.value)).toEqual([
    mint('virksomhet', '314000013'),
    mint('virksomhet', '314000102'),
  ]);
});

describe('identity', () => {
  const identityOf = (type: string, key: string): ReturnType<typeof kartoteket.identify> => {
    const record = register.records.find((one) => one.type === type && one.key === key);
    if (!record) throw new Error(`no ${type} ${key}`);
    return kartoteket.identify(record, mint, source);
  };

  test('of a unit is its number, and its names lead to it', () => {
    const { iri, aliases } = identityOf('virksomhet', '2');
    expect(iri).toMatch(/\/id\/virksomhet\/3\d{8}$/);
    expect(aliases).toEqual([
      'kartoteket:virksomhet:2',
      'virksomhet:dig',
      'virksomhet:uke',
      'virksomhet:uke2',
      alias('virksomhet', iri.slice(-9)),
      'virksomhet:digitaliseringsetaten',
    ]);
  });

  test('of a unit without a valid number is its abbreviation', () => {
    expect(identityOf('virksomhet', '3').iri).toBe(mint('virksomhet', 'vav'));
    expect(identityOf('virksomhet', '3').aliases).not.toContain('virksomhet:999000003');
  });

  test('C7 of a system is a hash; its name and the name with the manager lead to it', () => {
    const { iri, aliases } = identityOf('system', '1');
    expect(iri).toBe(mint('system', hashedKey('kartoteket:System', 1)));
    expect(aliases).toEqual([
      'kartoteket:system:1',
      'systemnavn:va-kart',
      'systemnavn:va-kart (vav)',
    ]);
    expect(identityOf('system', '2').aliases).toContain('systemnavn:kundeportal vann (uke)');
  });

  test('of a Los word is Los’s own', () => {
    expect(identityOf('los', '3')).toEqual({
      iri: 'https://psi.norge.no/los/tema/bygg-og-eiendom',
      own: false,
      aliases: ['kartoteket:los:3'],
    });
  });

  test('of an interface type is a code of the municipality', () => {
    expect(identityOf('systemtype', '1').iri).toBe(`${BASE}kode/systemtype/webapplikasjon`);
  });
});

test.runIf(existsSync('catalog-data/oslo/samples/kartoteket/systemer.json'))(
  'the Oslo sample gives its planted findings',
  async () => {
    const { catalogueFiles } = await import('../../src/harvest/catalogue-files.js');
    const files = catalogueFiles('catalog-data/oslo/samples');
    const sample = await fetchAll(sourceOf({ folder: 'kartoteket' }), { files });
    expect(lines(sample.reported)).toEqual([]);
    expect(sample.rejections.map((one) => `${one.type} ${one.key} ${one.rejected.code}`)).toEqual([
      'system 152 GRADED',
      'systemintegrasjon 85 INTEGRATION_DUPLICATE',
    ]);
    const { issues, quads } = mapAll(sample.records);
    expect(lines(issues)).toEqual([
      'system 146 LABEL_CHANGED',
      'system 151 THEME_UNKNOWN',
      'system 160 LABEL_CHANGED',
      'system 162 CLASS_CONFLICT',
      'system 167 IN_USE_MISMATCH',
      'system 206 IN_USE_MISMATCH',
      'system 215 LABEL_UNKNOWN',
      'systembruk 291 REFERENCE_DANGLING',
      'virksomhet 28 ORGNR_INVALID',
      'virksomhet 29 ORGNR_INVALID',
    ]);
    expect(quads.filter((one) => one.predicate.equals(dcat.contactPoint)).length).toBeGreaterThan(
      0,
    );
  },
);

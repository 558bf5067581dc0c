/** A catalogue's folder: what is good is read, what is wrong is refused with place, fault and way out. */
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { catalogueIds, loadCatalogue } from '../../src/config/load-catalogue.js';
import { CatalogError } from '../../src/model/errors.js';
import { PROJECT_ROOT } from '../../src/compose.js';
import { TINY_CATALOG_YAML, tinyCatalogue } from '../support/tiny-catalogue.js';

const SAMPLES = join(PROJECT_ROOT, 'catalog-data');

function refusal(more: Readonly<Record<string, string>>): string {
  const { dataFolder, folder } = tinyCatalogue(more);
  try {
    loadCatalogue(dataFolder, 'eksempel');
  } catch (error) {
    expect(error).toBeInstanceOf(CatalogError);
    expect((error as CatalogError).code).toBe('CONFIG_INVALID');
    return (error as CatalogError).text.nb.replaceAll(`${folder}/`, '');
  }
  return 'nothing was refused';
}
const refusedCatalog = (from: string, to: string): string => {
  expect(TINY_CATALOG_YAML).toContain(from);
  return refusal({ 'catalog.yaml': TINY_CATALOG_YAML.replace(from, to) });
};
const SOURCE = `kind: turtle
title: { nb: Kuratert, nn: Kuratert, en: Curated }
options: { folder: curated }
recordClass: { default: intern }
`;
const refusedSource = (from: string, to: string): string => {
  expect(SOURCE).toContain(from);
  return refusal({ 'sources/kuratert.yaml': SOURCE.replace(from, to) });
};

test.each(catalogueIds(SAMPLES))('the sample catalogue %s is read', (id) => {
  const config = loadCatalogue(SAMPLES, id);
  expect(config.id).toBe(id);
  expect(config.base).toBe(`https://data.${id}.example/`);
  expect(config.sources.length).toBeGreaterThan(2);
  expect(config.scheme.open.code).toBe('apen');
  expect([...config.tables.keys()].length).toBeGreaterThan(0);
});

test('both sample catalogues are there', () => {
  expect(catalogueIds(SAMPLES)).toEqual(['oslo', 'trondheim']);
});

test('what is not said has its default', () => {
  const { dataFolder } = tinyCatalogue({ 'sources/kuratert.yaml': SOURCE });
  const { settings, sources } = loadCatalogue(dataFolder, 'eksempel');
  expect(settings).toMatchObject({
    guard: { maxDropShare: 0.2, maxDropCount: 10 },
    store: { kind: 'embedded' },
    shacl: { failOn: 'violation' },
    sparql: { timeoutSeconds: 10, children: 2 },
    site: { port: 8080, host: '127.0.0.1', trustedProxies: [], theme: 'standard' },
    internalHosts: [],
  });
  expect(sources.map(({ id }) => id)).toEqual(['datasett', 'kuratert']);
  expect(sources[1]).toMatchObject({ review: 'auto', deletions: 'confirm', origins: [] });
});

test('D5 trusted proxies are addresses and networks, and nothing else', () => {
  const read = (value: string): readonly string[] => {
    const catalog = `${TINY_CATALOG_YAML}\nsite: { trustedProxies: [${value}] }\n`;
    const { dataFolder } = tinyCatalogue({ 'catalog.yaml': catalog });
    return loadCatalogue(dataFolder, 'eksempel').settings.site.trustedProxies;
  };
  const given = ['10.0.0.1', '192.168.0.0/24', '2001:db8::1', '2001:db8::/32'];
  expect(read(given.map((one) => `'${one}'`).join())).toEqual(given);
  for (const wrong of ['proxy.example', '10.0.0', '10.0.0.1/40', 'true'])
    expect(() => read(`'${wrong}'`)).toThrow(/trustedProxies/);
});

test('an unknown catalogue is refused with those that there are', () => {
  const { dataFolder } = tinyCatalogue();
  for (const id of ['bergen', '../eksempel', '']) {
    expect(() => loadCatalogue(dataFolder, id)).toThrow(
      expect.objectContaining({
        code: 'CATALOGUE_UNKNOWN',
        text: expect.objectContaining({ nb: `Finner ingen katalog «${id}».` }) as unknown,
        hint: expect.objectContaining({ nb: 'Velg en av: eksempel.' }) as unknown,
      }),
    );
  }
  expect(catalogueIds(join(dataFolder, 'finnes-ikke'))).toEqual([]);
});

test.each([
  [
    'an unknown key, with the nearest one',
    'roleMailboxes:',
    'rolemailboxs:',
    'Konfigurasjonen er feil. catalog.yaml:12:1 (rolemailboxs): ukjent nøkkel «rolemailboxs» i catalog.yaml; mente du «roleMailboxes»?',
  ],
  [
    'an unknown key inside a list, with its own column',
    'accessRights: RESTRICTED',
    'accessRight: RESTRICTED, accessRights: RESTRICTED',
    'Konfigurasjonen er feil. catalog.yaml:11:81 (classification.classes.1.accessRight): ukjent nøkkel «accessRight» i catalog.yaml; mente du «accessRights»?',
  ],
  [
    'an unknown key that is like no other',
    'catalog: eksempel',
    'catalog: eksempel\nkjøleskap: 4',
    'Konfigurasjonen er feil. catalog.yaml:3:1 (kjøleskap): ukjent nøkkel «kjøleskap» i catalog.yaml',
  ],
  [
    'a wrong type',
    'rank: 2',
    'rank: to',
    'Konfigurasjonen er feil. catalog.yaml:11:23 (classification.classes.1.rank): Invalid input: expected number, received string',
  ],
  [
    'a missing key',
    'catalog: eksempel\n',
    '',
    'Konfigurasjonen er feil. catalog.yaml:1:1 (catalog): Invalid input: expected string, received undefined',
  ],
  [
    'a base without a slash at the end',
    'https://data.eksempel.example/',
    'https://data.eksempel.example',
    'Konfigurasjonen er feil. catalog.yaml:1:1 (base): må slutte med /',
  ],
  [
    'a base that is no web address',
    'https://data.eksempel.example/',
    'ftp://data.eksempel.example/',
    'Konfigurasjonen er feil. catalog.yaml:1:1 (base): Invalid URL',
  ],
  [
    'an open class of another rank than 1 (CLS-02)',
    'code: apen, rank: 1',
    'code: apen, rank: 3',
    'Konfigurasjonen er feil. catalog.yaml:7:1 (classification): den åpne klassen skal ha rang 1',
  ],
  [
    'a rank twice (C2)',
    'rank: 2',
    'rank: 1',
    'Konfigurasjonen er feil. catalog.yaml:7:1: RangeError: rank 1 is used twice',
  ],
  [
    'a class word twice (C2)',
    'nb: Intern',
    'nb: Åpen',
    'Konfigurasjonen er feil. catalog.yaml:7:1: RangeError: "åpen" means two classes',
  ],
  [
    'an open class that is not there (C2)',
    'open: apen',
    'open: offentlig',
    'Konfigurasjonen er feil. catalog.yaml:7:1: RangeError: no class offentlig in the scheme',
  ],
])('catalog.yaml with %s is refused', (_, from, to, message) => {
  expect(refusedCatalog(from, to)).toBe(message);
});

test('a key written twice is refused', () => {
  expect(refusedCatalog('catalog: eksempel\n', 'catalog: eksempel\ncatalog: annen\n')).toMatch(
    /^Konfigurasjonen er feil\. catalog\.yaml:3:1: Map keys must be unique/,
  );
});

test('a file that is no YAML is refused with its place', () => {
  expect(refusedCatalog('publisher:\n', 'publisher: {\n')).toMatch(
    /^Konfigurasjonen er feil\. catalog\.yaml:\d+:\d+: /,
  );
});

test.each([
  [
    'an unknown key',
    'options:',
    'option:',
    'Konfigurasjonen er feil. sources/kuratert.yaml:3:1 (option): ukjent nøkkel «option» i sources/kuratert.yaml; mente du «options»?',
  ],
  [
    'a class that is not in the scheme',
    'default: intern',
    'default: hemmelig',
    'Konfigurasjonen er feil. sources/kuratert.yaml: klassen «hemmelig» finnes ikke; velg en av apen, intern',
  ],
  [
    'a class in a rule that is not in the scheme',
    'default: intern }',
    'default: intern, rules: [{ types: [x], class: beskyttet, decidedBy: a, decidedAt: 2026-01-01, reason: b }] }',
    'Konfigurasjonen er feil. sources/kuratert.yaml: klassen «beskyttet» finnes ikke; velg en av apen, intern',
  ],
  [
    'a rule without the one who decided',
    'default: intern }',
    'default: intern, rules: [{ types: [x], class: apen, decidedBy: "", decidedAt: 2026-01-01, reason: b }] }',
    'Konfigurasjonen er feil. sources/kuratert.yaml:4:68 (recordClass.rules.0.decidedBy): Too small: expected string to have >=1 characters',
  ],
  [
    'a date that does not exist',
    'default: intern }',
    'default: intern, rules: [{ types: [x], class: apen, decidedBy: a, decidedAt: 2026-02-30, reason: b }] }',
    'Konfigurasjonen er feil. sources/kuratert.yaml:4:82 (recordClass.rules.0.decidedAt): Invalid ISO date',
  ],
])('a source file with %s is refused', (_, from, to, message) => {
  expect(refusedSource(from, to)).toBe(message);
});

test.each(['Kart.yaml', 'kart.test.yaml', 'kart oteket.yaml', 'kårt.yaml'])(
  'a source file called %s is refused: its name becomes file and graph names',
  (name) => {
    const id = name.replace(/\.yaml$/, '');
    expect(refusal({ [`sources/${name}`]: SOURCE })).toBe(
      `Konfigurasjonen er feil. sources/${name}: kilde-id «${id}»: bare små bokstaver, tall og bindestrek`,
    );
  },
);

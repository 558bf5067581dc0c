/** `npm run shacl` over a tiny catalogue: what is chosen, what is said, and the code it ends with. */
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import type { Finding } from '../../src/model/finding.js';
import { run, type Ran } from '../support/cli.js';
import { tempFolder } from '../support/temp-folder.js';
import {
  TINY_BASE,
  TINY_DATASETS,
  TINY_ORGANISATION,
  tinyCatalogue,
  type TinyCatalogue,
} from '../support/tiny-catalogue.js';

/** One fault that must be mended: a dataset without a description. */
const BROKEN = {
  'datasets/datasett.csv': TINY_DATASETS.replace(
    'Badeplasser i kommunen, med koordinater.;Bathing places.',
    ';',
  ),
};
/** A smaller set of rules, so that the tests are about the command. */
const FEW = ['--profile', 'dcat-ap-no-3'];

interface Shown {
  readonly findings: readonly Finding[];
  readonly counts: Record<string, number>;
  readonly profiles: readonly string[];
  readonly rules: number;
  readonly things: number;
  readonly known?: number;
  readonly unreadable: readonly { file: string; line: number; column: number }[];
  readonly notChecked: { leftOut: string[]; withoutTargets: string[]; rules: string[] };
}

/** Harvested and checked once, then copied: a test begins with what an earlier run left. */
const templates = new Map<string, Promise<string>>();
const templateFolder = mkdtempSync(join(tmpdir(), 'datavev-templates-'));
afterAll(() => {
  rmSync(templateFolder, { recursive: true });
});

async function harvested(more: Readonly<Record<string, string>> = {}): Promise<TinyCatalogue> {
  const key = JSON.stringify(more);
  const made =
    templates.get(key) ?? makeTemplate(more, join(templateFolder, String(templates.size)));
  templates.set(key, made);
  const root = tempFolder();
  cpSync(await made, root, { recursive: true });
  return placesIn(root);
}

async function makeTemplate(more: Readonly<Record<string, string>>, root: string): Promise<string> {
  const { dataFolder } = tinyCatalogue(more);
  cpSync(dataFolder, join(root, 'data'), { recursive: true });
  await run(['harvest'], placesIn(root));
  await run(['shacl', ...FEW], placesIn(root));
  return root;
}

function placesIn(root: string): TinyCatalogue {
  const dataFolder = join(root, 'data');
  return { dataFolder, folder: join(dataFolder, 'eksempel'), varFolder: join(root, 'var') };
}

const shacl = (catalogue: TinyCatalogue, ...argv: string[]): Promise<Ran> =>
  run(['shacl', ...FEW, ...argv], catalogue, { environment: { INIT_CWD: catalogue.folder } });
async function asData(catalogue: TinyCatalogue, ...argv: string[]): Promise<Shown> {
  return JSON.parse((await shacl(catalogue, ...argv, '--format', 'json')).out) as Shown;
}

test('says what is wrong, where, whose it is and what to write', async () => {
  const catalogue = await harvested(BROKEN);
  const { code, out, err } = await shacl(catalogue, 'Badeplasser', '--severity', 'violation');
  expect([code, err]).toEqual([1, 'Kontrollerer mot reglene\n']);
  expect(out).toMatch(
    /^«Badeplasser» {2}Eksempel kommune\ndatasets\/datasett\.csv:2\n {2}✖ feil {6}Beskrivelse/,
  );
  expect(out).toMatch(/\n {14}→ \S/);
  expect(out).toContain('DCAT-description · kolonne «beskrivelse_nb, beskrivelse_nn,');
  expect(out).toMatch(/\nansvarlig +feil  advarsler  tips\nEksempel kommune +1\n/);
  expect(out).toContain(
    '\nFunn: 1 på 1 ting (feil: 1, advarsler: 0, tips: 0).\nKontrollert: 2 ting mot ',
  );
});

test.each([
  ['nn', '«Badeplasser»', 'ansvarleg', 'Kontrollert: 2 ting mot'],
  ['en', '«Badeplasser»', 'owner', 'Things checked: 2, against'],
])('the whole report is in %s', async (language, ...words) => {
  const { out } = await shacl(await harvested(BROKEN), 'Badeplasser', '--lang', language);
  for (const word of words) expect(out).toContain(word);
  const nb = /\b(feil|advarsler|ansvarlig|mangler|ikke|koster)\b/;
  if (language === 'en') expect(out.replaceAll(/«[^»]*»/g, '')).not.toMatch(nb);
});

test('a thing without a finding is checked, and fine: exit 0', async () => {
  const catalogue = await harvested();
  const ran = await shacl(catalogue, 'kontakt/katalog', '--severity', 'violation');
  expect(ran).toMatchObject({ code: 0 });
  expect(ran.out).toMatch(/^Ingen funn\.\nKontrollert: 1 ting mot \d+ regler \(dcat-ap-no-3\)\.\n/);
});

describe('chooses', () => {
  test.each([
    ['a source', 'datasett'],
    ['its graph', `${TINY_BASE}graph/harvested/datasett`],
    ['its file', 'datasets/datasett.csv'],
    ['a thing by its IRI', `${TINY_BASE}id/datasett/badeplasser`],
    ['a thing by the end of its IRI', 'datasett/badeplasser'],
    ['a word in its title', 'badepl'],
  ])('by %s', async (_, word) => {
    const { findings } = await asData(await harvested(BROKEN), word);
    expect(findings.map(({ rule }) => rule)).toContain('DCAT-description');
    expect(new Set(findings.map(({ source }) => source))).toEqual(new Set(['datasett']));
  });

  test('by rule', async () => {
    const { findings } = await asData(await harvested(BROKEN), 'DCAT-description');
    expect(findings.map(({ rule, label }) => [rule, label])).toEqual([
      ['DCAT-description', 'Badeplasser'],
    ]);
  });

  test('by several words: what fits any of them', async () => {
    const { findings } = await asData(await harvested(), 'bygdebok', 'lønnskjøring');
    const labels = new Set(findings.map(({ label }) => label));
    expect([...labels].sort()).toEqual(expect.arrayContaining(['Bygdebok', 'Lønnskjøring']));
    expect(labels).not.toContain('Badeplasser');
  });

  test('by owner', async () => {
    const { findings } = await asData(await harvested(BROKEN), '--owner', 'eksempel KOMM');
    expect(new Set(findings.map(({ owner }) => owner))).toEqual(new Set(['Eksempel kommune']));
  });

  test('by severity, under both names', async () => {
    const catalogue = await harvested(BROKEN);
    const { counts } = await asData(catalogue, '--severity', 'warning');
    expect([counts['violation'], counts['info']]).toEqual([1, 0]);
    expect((await asData(catalogue, '--min-severity', 'violation')).counts).toMatchObject({
      warning: 0,
    });
  });
});

describe('H17 nothing matched is exit 2, never success', () => {
  test.each([
    [
      'nb',
      'Ingenting passet til utvalget: det finnes ikke noe å kontrollere.\n  → Hent kildene først: ',
    ],
    [
      'nn',
      'Ingenting passa til utvalet: det finst ikkje noko å kontrollere.\n  → Hent kjeldene først: ',
    ],
    [
      'en',
      'Nothing matched the selection: there is nothing to check.\n  → Fetch the sources first: ',
    ],
  ])('a catalogue without records, in %s', async (language, message) => {
    const { code, out, err } = await shacl(tinyCatalogue(), '--lang', language);
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain(`${message}npm run -s harvest\n`);
  });

  test.each([
    [
      ['badeplaser'],
      'Finner ingen fil, kilde eller ting som heter «badeplaser». Mente du «Badeplasser»?',
    ],
    [['finnes-ikke'], 'Finner ingen fil, kilde eller ting som heter «finnes-ikke».'],
    [['borte.ttl'], 'Finner ingen fil, kilde eller ting som heter «borte.ttl».'],
    [['borte/*.ttl'], 'Finner ingen fil, kilde eller ting som heter «borte/*.ttl».'],
    [['--owner', 'Eksmpel'], 'Ingen virksomhet heter «Eksmpel». Mente du «Eksempel kommune»?'],
    [
      ['--explain', 'DCAT-descripton'],
      'Ingen regel heter «DCAT-descripton». Mente du «DCAT-description»?',
    ],
    [['--baseline', 'borte.json'], 'Finner ikke borte.json. Lag den med --update-baseline.'],
  ])('%j', async (argv, message) => {
    const { code, out, err } = await shacl(await harvested(), ...argv);
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain(`✖ ${message}\n`);
  });

  test('a profile that nothing here is an example of', async () => {
    const ran = await run(['shacl', '--profile', 'art30'], await harvested());
    expect(ran).toMatchObject({ code: 2, out: '' });
  });
});

describe('exit codes', () => {
  test('warnings fail when the catalogue says so, or when they are more than allowed', async () => {
    const catalogue = await harvested();
    const { counts } = await asData(catalogue);
    const warnings = counts['warning']!;
    expect(warnings).toBeGreaterThan(0);
    expect((await shacl(catalogue)).code).toBe(0);
    expect((await shacl(catalogue, '--max-warnings', String(warnings))).code).toBe(0);
    const over = await shacl(catalogue, '--max-warnings', String(warnings - 1));
    expect(over.code).toBe(1);
    expect(over.err).toContain(
      `${warnings} advarsler, og grensen er ${warnings - 1} (--max-warnings).`,
    );
    const yaml = join(catalogue.folder, 'catalog.yaml');
    writeFileSync(yaml, `${readFileSync(yaml, 'utf8')}shacl: { failOn: warning }\n`);
    expect((await shacl(catalogue)).code).toBe(1);
  });

  test('--quiet says nothing on standard output', async () => {
    expect(await shacl(await harvested(BROKEN), '--quiet')).toMatchObject({ code: 1, out: '' });
  });
});

test('the report names what was looked at, and what was not', async () => {
  const shown = await asData(await harvested());
  expect(shown.profiles).toEqual(['dcat-ap-no-3']);
  expect(shown.rules).toBeGreaterThan(50);
  expect(shown.things).toBeGreaterThan(5);
  const everything = ['shacl', '--profile', 'all', '--format', 'json'];
  const all = JSON.parse((await run(everything, await harvested())).out) as Shown;
  expect(all.notChecked.leftOut).toEqual([]);
  expect(all.notChecked.withoutTargets).toContain('art30');
  expect(all.profiles).toContain('kdm-source');
  expect(all.profiles).not.toContain('public-view');
});

test('the same findings come in the same order every time, from memory too', async () => {
  const catalogue = await harvested(BROKEN);
  const first = await run(['shacl', '--format', 'json'], catalogue);
  expect((await run(['shacl', '--format', 'json'], catalogue)).out).toBe(first.out);
});

describe('files', () => {
  const WRONG = `@prefix dcat: <http://www.w3.org/ns/dcat#> .
@prefix dct: <http://purl.org/dc/terms/> .

<${TINY_BASE}id/datasett/ny> a dcat:Dataset ;
    dct:title "Ny"@nb ;
    dct:publisher "Eksempel kommune" .
`;
  const fileIn = (catalogue: TinyCatalogue, name: string, text: string): string => {
    writeFileSync(join(catalogue.folder, name), text);
    return name;
  };

  test('are checked by themselves, with the exact line of each property', async () => {
    const catalogue = await harvested();
    const { findings } = await asData(catalogue, fileIn(catalogue, 'ny.ttl', WRONG));
    const places = findings.map(({ rule, origin }) => [rule, origin!.replace(/^.*\//, '')]);
    expect(places).toContainEqual(['DCAT-publisher', 'ny.ttl#L6']);
    expect(places).toContainEqual(['DCAT-description', 'ny.ttl#L4']);
    expect(new Set(findings.map(({ focus }) => focus))).toEqual(
      new Set([`${TINY_BASE}id/datasett/ny`]),
    );
  });

  test('are shown as they were given, file:line', async () => {
    const catalogue = await harvested();
    const { out } = await shacl(catalogue, fileIn(catalogue, 'ny.ttl', WRONG));
    expect(out).toMatch(/^«Ny» {2}uten ansvarlig\nny\.ttl:\d+\n/);
    expect(out).toContain('ny.ttl:6');
  });

  test('may point to what the catalogue has', async () => {
    const catalogue = await harvested();
    const right = WRONG.replace(
      '"Eksempel kommune"',
      `<${TINY_BASE}id/virksomhet/${TINY_ORGANISATION}>`,
    );
    const { findings } = await asData(catalogue, fileIn(catalogue, 'ny.ttl', right));
    expect(findings.map(({ rule }) => rule)).not.toContain('DCAT-publisher');
    expect(new Set(findings.map(({ owner }) => owner))).toEqual(new Set(['Eksempel kommune']));
  });

  test('replace what the catalogue says of the same thing', async () => {
    const catalogue = await harvested(BROKEN);
    const same = WRONG.replace('datasett/ny', 'datasett/badeplasser').replace('"Ny"', '"Nye bad"');
    const { findings } = await asData(catalogue, fileIn(catalogue, 'bad.ttl', same));
    expect(new Set(findings.map(({ label }) => label))).toEqual(new Set(['Nye bad']));
    expect(findings.map(({ rule }) => rule)).not.toContain('FOREIGN_SUBJECT');
  });

  test('may be JSON-LD, and may be given as a pattern', async () => {
    const catalogue = await harvested();
    mkdirSync(join(catalogue.folder, 'nye'));
    fileIn(catalogue, 'nye/a.ttl', WRONG);
    const json = {
      '@id': `${TINY_BASE}id/datasett/json`,
      '@type': 'http://www.w3.org/ns/dcat#Dataset',
    };
    fileIn(catalogue, 'nye/b.jsonld', JSON.stringify(json));
    fileIn(catalogue, 'nye/c.txt', 'ikke RDF');
    const { findings, things } = await asData(catalogue, 'nye/*');
    expect(things).toBe(2);
    expect(new Set(findings.map(({ focus }) => focus!.split('/').at(-1)))).toEqual(
      new Set(['ny', 'json']),
    );
  });

  test('that cannot be read are told with line, column and a caret: exit 1', async () => {
    const catalogue = await harvested();
    const broken = WRONG.replace('"Ny"@nb ;', '"Ny"@nb');
    const { code, out } = await shacl(catalogue, fileIn(catalogue, 'feil.ttl', broken));
    expect(code).toBe(1);
    expect(out).toContain(
      'feil.ttl:6:5\n  ✖ Filen kan ikke leses: Foran dette mangler et skilletegn: «;» før neste egenskap, «,» før neste verdi, «.» til slutt.\n' +
        '  6 │     dct:publisher "Eksempel kommune" .\n    │     ^\n',
    );
    expect(out).toContain('Kan ikke lese 1 fil(er).');
  });

  test('one that cannot be read hides nothing in the others', async () => {
    const catalogue = await harvested();
    fileIn(catalogue, 'a.ttl', '<');
    fileIn(catalogue, 'b.ttl', WRONG);
    const { unreadable, findings } = await asData(catalogue, 'a.ttl', 'b.ttl');
    expect(unreadable).toMatchObject([{ file: 'a.ttl', line: 1, column: 1 }]);
    expect(findings.length).toBeGreaterThan(1);
  });

  test('without a thing of a known kind are nothing to check: exit 2', async () => {
    const catalogue = await harvested();
    const empty = fileIn(catalogue, 'tom.ttl', '# ingenting\n');
    expect(await shacl(catalogue, empty)).toMatchObject({ code: 2, out: '' });
  });
});

test('--out writes files beside what is printed', async () => {
  const catalogue = await harvested(BROKEN);
  const { out, err } = await shacl(catalogue, '--out', 'csv:funn.csv', '--out', 'sarif:funn.sarif');
  expect(out).toContain('Kontrollert: ');
  expect(err).toContain('Skrev funn.csv\nSkrev funn.sarif\n');
  expect(readFileSync(join(catalogue.folder, 'funn.csv'), 'utf8')).toContain(
    'DCAT-description;feil',
  );
  const sarif = JSON.parse(readFileSync(join(catalogue.folder, 'funn.sarif'), 'utf8')) as object;
  expect(sarif).toMatchObject({ version: '2.1.0' });
});

test('--format github writes the summary of the build too', async () => {
  const catalogue = await harvested(BROKEN);
  const summary = join(tempFolder(), 'summary.md');
  const environment = { GITHUB_STEP_SUMMARY: summary, INIT_CWD: catalogue.folder };
  const { out } = await run(['shacl', ...FEW, '--format', 'github'], catalogue, { environment });
  expect(out).toMatch(
    /^::error file=datasets\/datasett\.csv,line=2,title=DCAT-description::«Badeplasser»/,
  );
  expect(readFileSync(summary, 'utf8')).toContain('# Hva må rettes i Eksempel kommune?');
});

test('a baseline keeps known findings out, and lets new ones through', async () => {
  const catalogue = await harvested();
  const written = await shacl(catalogue, '--baseline', 'kjent.json', '--update-baseline');
  expect(written).toMatchObject({ code: 0, out: '' });
  expect(written.err).toMatch(/Skrev \d+ kjente funn til kjent\.json\.\n$/);
  const before = await asData(catalogue, '--baseline', 'kjent.json');
  expect(before.findings).toEqual([]);
  expect(before.known).toBeGreaterThan(5);
  writeFileSync(join(catalogue.folder, 'datasets/datasett.csv'), BROKEN['datasets/datasett.csv']);
  await run(['harvest'], catalogue);
  const after = await shacl(catalogue, '--baseline', 'kjent.json', '--severity', 'violation');
  expect(after.code).toBe(1);
  expect(after.out).toContain('Funn: 1 på 1 ting (feil: 1, ');
  expect(after.out).toContain(`Kjent fra før og ikke vist: ${before.known!} (fra kjent.json).`);
});

test('--explain says what a rule is, what to write, and how many break it', async () => {
  const catalogue = await harvested(BROKEN);
  const { code, out } = await shacl(catalogue, '--explain', 'DCAT-description');
  expect(code).toBe(0);
  expect(out).toMatch(/^DCAT-description {2}\S.*\(feil\)\n/);
  for (const head of ['Melding:', 'Gjør slik:', 'Egenskap:', 'Kilde:', 'Regelsett:'])
    expect(out).toContain(`\n${head}`);
  expect(out).toContain('\n1 ting bryter regelen nå: npm run -s shacl -- DCAT-description\n');
});

test('--explain knows the codes of the program too', async () => {
  const { out } = await shacl(await harvested(), '--explain', 'FIELD_MISSING', '--lang', 'en');
  expect(out).toMatch(/^FIELD_MISSING\nMessage: /);
  expect(out).toContain('Nothing breaks the rule now.');
});

test('--details shows IRIs, which a steward does not see else', async () => {
  const catalogue = await harvested(BROKEN);
  const plain = await shacl(catalogue, 'Badeplasser');
  expect(plain.out).not.toContain(TINY_BASE);
  const details = await shacl(catalogue, 'Badeplasser', '--details');
  expect(details.out).toContain(`<${TINY_BASE}id/datasett/badeplasser>`);
  expect(details.out).toContain('https://w3id.org/datavev/shapes#DCAT-description');
});

test.each([
  ['owner', 'Eksempel kommune\n  «'],
  ['rule', 'DCAT-description\n  «Badeplasser»  Eksempel kommune\n'],
  ['file', 'datasets/datasett.csv\n  «Badeplasser»  Eksempel kommune\n'],
])('--group-by %s', async (group, head) => {
  const { out } = await shacl(await harvested(BROKEN), '--group-by', group);
  expect(out).toContain(head);
});

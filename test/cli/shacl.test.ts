/** `npm run shacl` over a tiny catalogue: what is chosen, what is said, and the code it ends with. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { run } from '../support/cli.js';
import { asData, BROKEN, FEW, harvested, shacl, type Shown } from '../support/shacl-world.js';
import { tempFolder } from '../support/temp-folder.js';
import { TINY_BASE, tinyCatalogue } from '../support/tiny-catalogue.js';

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
  expect(out).toContain('\nFunn: 1 på 1 ting (feil: 1).\nKontrollert: 2 ting mot ');
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
  expect(ran.out).toMatch(
    /^Ingen funn for «kontakt\/katalog»\.\nKontrollert: 1 ting mot \d+ regler \(dcat-ap-no-3\)\.\n$/,
  );
});

test.each([['DCAT-description'], ['CLASS_CONFLICT'], ['DCAT-series']])(
  'a rule that nothing breaks, %s: exit 0',
  async (rule) => {
    const ran = await shacl(await harvested(), rule);
    expect(ran).toMatchObject({ code: 0 });
    expect(ran.out).toMatch(new RegExp(`^Ingen funn for «${rule}»\\.\nKontrollert: 9 ting mot `));
  },
);

test('H17 a rule that no source has data for is told of as not checked', async () => {
  const { out } = await shacl(await harvested(), 'DCAT-subject-missing');
  expect(out).toContain('Ikke kontrollert, fordi ingen kilde leverer det: DCAT-subject-missing.\n');
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

  test('by the beginning of a rule', async () => {
    const { findings } = await asData(await harvested(BROKEN), 'DCAT', 'Badeplasser');
    expect(findings.length).toBeGreaterThan(1);
    for (const { rule } of findings) expect(rule).toMatch(/^DCAT-/);
  });

  test.each([
    ['as it is printed', 'datasets/datasett.csv:3'],
    ['without its folder', 'datasett.csv:3'],
  ])('by file and line, %s', async (_, word) => {
    const { findings } = await asData(await harvested(BROKEN), word);
    expect(new Set(findings.map(({ label }) => label))).toEqual(new Set(['Bygdebok']));
  });

  test('by several words: what fits them all', async () => {
    const catalogue = await harvested(BROKEN);
    const { findings } = await asData(catalogue, 'badeplasser', 'DCAT-description', 'datasett');
    expect(findings.map(({ rule, label }) => [rule, label])).toEqual([
      ['DCAT-description', 'Badeplasser'],
    ]);
    expect((await shacl(catalogue, 'bygdebok', 'lønnskjøring')).code).toBe(2);
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
    [['borte.ttl'], 'Filen finnes ikke: borte.ttl.'],
    [['borte/*.ttl'], 'Filen finnes ikke: borte/*.ttl.'],
    [
      ['curated/katalogen.ttl'],
      'Filen finnes ikke: curated/katalogen.ttl. Mente du «curated/katalog.ttl»?',
    ],
    [['dataset.csv'], 'Filen finnes ikke: dataset.csv. Mente du «datasett.csv»?'],
    [
      ['catalog.yaml'],
      'Filen catalog.yaml kan ikke kontrolleres for seg, og ingen kilde leser den. Filer som kan leses for seg: .ttl, .jsonld, .rdf, .nt, .nq, .trig.',
    ],
    [['datasett.csv:1'], 'Ingen post står på datasett.csv:1.'],
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
  expect(after.out).toContain('Funn: 1 på 1 ting (feil: 1).');
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

test('--explain tells of every rule that begins so', async () => {
  const { code, out } = await shacl(await harvested(), '--explain', 'DCAT-series');
  expect(code).toBe(0);
  const heads = out.match(/^DCAT-series-\S+/gm)!;
  expect(heads.length).toBeGreaterThan(1);
  expect(heads).toEqual([...heads].sort());
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

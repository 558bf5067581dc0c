/** What the commands take, and what they say when they are asked wrongly: exit 2, in three languages. */
import { expect, test } from 'vitest';
import { main } from '../../src/cli/main.js';
import { instant } from '../../src/model/instant.js';
import { run } from '../support/cli.js';
import { tinyCatalogue } from '../support/tiny-catalogue.js';

const COMMANDS = ['start', 'harvest', 'shacl', 'publish', 'quality', 'doctor'];

test.each([[], ['help'], ['--help'], ['-h']])('%j lists the commands', async (...argv) => {
  const { code, out, err } = await run(argv);
  expect([code, err]).toEqual([0, '']);
  expect(out.split('\n').map((line) => /npm run -s (\w+)/.exec(line)?.[1])).toEqual(
    expect.arrayContaining(COMMANDS),
  );
});

test.each(
  COMMANDS.flatMap((command) => [
    [command, '--help'],
    [command, '-h'],
  ]),
)('%s %s tells its options and exit codes, and does nothing', async (command, flag) => {
  const { code, out, err } = await run([command, flag]);
  expect([code, err]).toEqual([0, '']);
  expect(out).toMatch(
    command === 'start' ? /npm start --/ : new RegExp(`npm run -s ${command} --`),
  );
  expect(out).toContain('Exit codes: 0');
});

test.each([
  ['nb', 'Ukjent kommando «harvst». (harvest?)'],
  ['nn', 'Ukjend kommando «harvst». (harvest?)'],
  ['en', 'Unknown command "harvst". (harvest?)'],
])('an unknown command is told in %s, with the nearest one', async (language, message) => {
  const { code, out, err } = await run(['harvst', '--lang', language]);
  expect([code, out]).toEqual([2, '']);
  expect(err.split('\n')[0]).toBe(message);
});

test.each([
  [
    'nb',
    '✖ Ukjent valg --dryrun. Mente du --dry-run?',
    '  → Kjør «npm run -s harvest -- --help» for å se hva kommandoen tar imot.',
  ],
  [
    'nn',
    '✖ Ukjent val --dryrun. Meinte du --dry-run?',
    '  → Køyr «npm run -s harvest -- --help» for å sjå kva kommandoen tek imot.',
  ],
  [
    'en',
    '✖ Unknown option --dryrun. Did you mean --dry-run?',
    '  → Run "npm run -s harvest -- --help" to see what the command takes.',
  ],
])('an unknown option is told in %s, with the nearest one', async (language, ...expected) => {
  const { code, out, err } = await run(['harvest', '--dryrun', '--lang', language]);
  expect([code, out]).toEqual([2, '']);
  expect(err.trimEnd().split('\n')).toEqual(expected);
});

test.each([
  [['doctor', '--xyzzy'], 'Ukjent valg --xyzzy.'],
  [['harvest', '--lang'], 'Valget --lang trenger en verdi.'],
  [['harvest', '--dry-run=ja'], 'Valget --dry-run tar ingen verdi.'],
  [['publish', 'kuratert'], 'Kommandoen tar ikke imot «kuratert».'],
  [['doctor', 'alt'], 'Kommandoen tar ikke imot «alt».'],
  [['shacl', '--lang', 'se'], 'Ukjent språk «se»; velg nb, nn eller en.'],
  [['shacl', '--severity', 'alt'], 'Ukjent alvor «alt»; velg violation, warning eller info.'],
  [
    ['shacl', '--format', 'xml'],
    'Ukjent format «xml»; velg blant text, table, json, sarif, junit, csv, html, turtle, github, markdown.',
  ],
  [['shacl', '--out', 'funn.csv'], '--out skrives slik: --out csv:funn.csv (fikk «funn.csv»).'],
  [['shacl', '--max-warnings', 'ti'], '--max-warnings skal være et helt tall, fikk «ti».'],
  [
    ['shacl', '--group-by', 'ting'],
    'Kan ikke gruppere etter «ting»; velg resource, owner, rule eller file.',
  ],
  [['shacl', '--update-baseline'], '--update-baseline trenger --baseline <fil>.'],
  [['start', '--port', 'åtti'], 'PORT må være et tall mellom 0 og 65535, fikk «åtti».'],
  [['start', '--port', '65536'], 'PORT må være et tall mellom 0 og 65535, fikk «65536».'],
  [['harvest', 'kart'], 'Finner ingen kilde «kart». Velg blant: datasett, kuratert.'],
  [
    ['publish', '--accept', 'kuratert,kart'],
    'Finner ingen kilde «kart». Velg blant: datasett, kuratert.',
  ],
  [['harvest', '-c', 'bergen'], 'Finner ingen katalog «bergen».'],
  [['shacl', '--profile', 'kdm'], 'Finner ingen valideringsprofil «kdm».'],
])('%j is refused: %s', async (argv, message) => {
  const catalogue = tinyCatalogue();
  if (argv.includes('--profile')) await run(['harvest'], catalogue);
  const { code, out, err } = await run(argv, catalogue);
  expect([code, out]).toEqual([2, '']);
  expect(err).toContain(`✖ ${message}\n`);
});

test('a hint names the command that was asked', async () => {
  const { err } = await run(['harvest', '--lang', 'se'], tinyCatalogue());
  expect(err).toContain('«npm run -s harvest -- --help»');
});

test('a wrong configuration is told with its place: exit 2', async () => {
  const catalogue = tinyCatalogue({ 'catalog.yaml': 'bas: https://data.eksempel.example/\n' });
  const { code, err } = await run(['harvest', '--lang', 'en'], catalogue);
  expect(code).toBe(2);
  expect(err).toMatch(/^✖ The configuration is wrong\. .*catalog\.yaml:1:1 /);
});

test('a wrong option of a source is told with its place and the nearest key', async () => {
  const source = `kind: turtle
title: { nb: A, nn: A, en: A }
options: { folder: curated, defaultLanguag: nb }
recordClass: { default: intern }
`;
  const catalogue = tinyCatalogue({ 'sources/kuratert.yaml': source });
  const { code, err } = await run(['harvest'], catalogue);
  expect(code).toBe(2);
  expect(err).toContain(
    'kuratert.yaml:3:29 (defaultLanguag): ukjent nøkkel «defaultLanguag» i sources/kuratert.yaml; mente du «defaultLanguage»?',
  );
});

test('an unknown kind of source is told with those that there are', async () => {
  const source = 'kind: excel\ntitle: { nb: A, nn: A, en: A }\nrecordClass: { default: intern }\n';
  const { code, err } = await run(['harvest'], tinyCatalogue({ 'sources/ark.yaml': source }));
  expect(code).toBe(2);
  expect(err).toMatch(/sources\/ark\.yaml: ukjent kind «excel»; velg en av .*turtle/);
});

test('a fault of the program is exit 3, with its stack and without its data', async () => {
  const written: string[] = [];
  const code = await main(['doctor', '--lang', 'en'], {
    out: () => {
      throw new TypeError('x is not a function');
    },
    err: (text) => void written.push(text),
    isTerminal: false,
    environment: { DATAVEV_DATA: '/finnes-ikke', DATAVEV_VAR: tinyCatalogue().varFolder },
    clock: () => instant('2026-11-22T12:00:00Z'),
    signal: new AbortController().signal,
    pid: process.pid,
  });
  expect(code).toBe(3);
  expect(written.join('')).toMatch(
    /^A fault in the program\. Report it with the text below\.\nTypeError: x is not a function\n/,
  );
});

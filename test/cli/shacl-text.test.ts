/** The report that people read on a terminal. */
import { describe, expect, test } from 'vitest';
import { FORMATS } from '../../src/cli/report/formats.js';
import { parseCause } from '../../src/cli/report/parse-cause.js';
import { fault, report, stopped, TITLE } from '../support/sample-report.js';

describe('text', () => {
  test('groups by thing, with place, cost and owner, and says what was not checked', () => {
    expect(FORMATS.text(report())).toBe(
      `«A»  Etaten
katalog/liste.csv:4
  ✖ feil      Tittel mangler.
              → Skriv en tittel.
              D-01-title, E-01-title · kolonne «tittel_nb» · kvalitetspoeng som
              går tapt: 20 norske, 10 europeiske

«B»  uten ansvarlig
katalog/protokoll.xlsx (ark «Ark 1», rad 12)
  ! advarsel  Databehandler: Mangler avtale. Det gjelder: Leverandør AS
              P-01

Kilden som helhet  uten ansvarlig
liste
  · tips      Ukjent kolonne.
              HEADER_UNKNOWN

ansvarlig       feil  advarsler  tips
Etaten             1
uten ansvarlig                1     1

Funn: 3 på 3 ting (feil: 1, advarsler: 1, tips: 1).
Kontrollert: 5 ting mot 3 regler (a).
Ikke kontrollert, fordi ingen kilde leverer det: Z-01.
Ikke kontrollert, fordi det ikke finnes noe slikt her: b.
Ikke med nå: stor. Ta dem med slik: --profile stor
`,
    );
  });

  test('shows the first 50 of a rule and counts the rest, unless all are asked for', () => {
    const many = Array.from({ length: 62 }, (_, at) => ({
      ...TITLE,
      focus: `urn:${at}`,
      label: `T${at}`,
    }));
    const short = FORMATS.text(report({ findings: many }));
    expect(short.match(/✖ feil/g)).toHaveLength(50);
    expect(short).toContain('… og 12 til av samme slag som D-01-title (vis alle med --all)');
    expect(FORMATS.text(report({ findings: many, showAll: true })).match(/✖ feil/g)).toHaveLength(
      62,
    );
  });

  test('a look at everything shows 10 of what can wait; one at something shows 50', () => {
    const many = Array.from({ length: 12 }, (_, at) => ({
      ...TITLE,
      severity: 'warning' as const,
      focus: `urn:${at}`,
    }));
    const short = FORMATS.text(report({ findings: many }));
    expect(short.match(/! advarsel/g)).toHaveLength(10);
    expect(short).toContain('… og 2 til av samme slag som D-01-title (vis alle med --all)');
    const asked = FORMATS.text(report({ findings: many, asked: ['liste'] }));
    expect(asked.match(/! advarsel/g)).toHaveLength(12);
  });

  test('begins with the sum when it is long, and ends with it always', () => {
    const many = Array.from({ length: 30 }, (_, at) => ({ ...TITLE, focus: `urn:${at}` }));
    const sum = 'Funn: 30 på 30 ting (feil: 30, advarsler: 0, tips: 0).\n';
    const said = FORMATS.text(report({ findings: many }));
    expect(said.startsWith(`${sum}\n«A»`)).toBe(true);
    expect(said.split(sum)).toHaveLength(3);
    expect(FORMATS.text(report())).toMatch(/^«A»/);
  });

  test('does not count what it does not show', () => {
    const said = FORMATS.text(report({ findings: [TITLE], lowest: 'violation' }));
    expect(said).toContain('\nFunn: 1 på 1 ting (feil: 1).\n');
  });

  test('tells what the whole lacks only when the whole was asked for', () => {
    const said = FORMATS.text(report({ asked: ['A'] }));
    expect(said).toMatch(/\nKontrollert: 5 ting mot 3 regler \(a\)\.\n$/);
    expect(FORMATS.text(report({ asked: ['A', 'Z'] }))).toContain('leverer det: Z-01.\n');
  });

  test('a list in JSON has fields, a table has columns', () => {
    const inList = { ...TITLE, origin: 'system.json#/data/61', column: 'navn' };
    expect(FORMATS.text(report({ findings: [inList] }))).toContain(' · felt «navn»');
    expect(FORMATS.text(report({ findings: [TITLE] }))).toContain(' · kolonne «tittel_nb»');
  });

  test('H17 a profile that stopped is said aloud', () => {
    const { notChecked } = report();
    const said = FORMATS.text(
      report({ findings: [], notChecked: { ...notChecked, stopped: [stopped] } }),
    );
    expect(said).toContain(
      'Ingen funn.\nIKKE KONTROLLERT: Kontrollen «a» ble ikke fullført (exit 9)',
    );
  });

  test('is in colour only when asked, and no wider than the terminal', () => {
    expect(FORMATS.text(report())).not.toContain('\u001b');
    expect(FORMATS.text(report({ color: true }))).toContain('\u001b[31m  ✖ feil      \u001b[39m');
    const lines = FORMATS.text(report({ width: 60 })).split('\n');
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(60);
  });

  test('points at the fault of a file that cannot be read', () => {
    expect(FORMATS.text(report({ unreadable: [fault], findings: [] }))).toContain(
      'ny.ttl:4:3\n  ✖ Filen kan ikke leses: Prefikset «dct:» er ikke oppgitt. Skriv «@prefix dct: <…> .» øverst i filen.\n  4 │   dct:title "x"\n    │   ^\n',
    );
  });

  test('sums the owners, those with most errors first, and no more than ten', () => {
    const many = Array.from({ length: 12 }, (_, at) => ({
      ...TITLE,
      owner: `Etat ${String.fromCharCode(65 + at)}`,
      severity: at === 11 ? ('violation' as const) : ('info' as const),
    }));
    const said = FORMATS.text(report({ findings: many }));
    expect(said).toMatch(/tips\nEtat L +1\nEtat A +1\n/);
    expect(said).toContain('\n… og 2 til\n');
  });
});

test.each([
  [
    'Expected entity but got eof',
    'Filen slutter midt i en setning. Den siste linjen skal ende med «.».',
  ],
  [
    'Expected predicate but got literal',
    'Her skulle det stå en egenskap, for eksempel dct:title, ikke «literal».',
  ],
  ['Expected entity but got .', 'Her skulle det stå en verdi, ikke «.».'],
  ['Unexpected "foo"', 'Dette passer ikke her: «foo». Mangler et anførselstegn eller en < foran?'],
  ['Invalid IRI', 'Adressen mellom < og > er ikke gyldig.'],
  ['noe annet', 'noe annet'],
])('a parser that says %j is understood', (cause, said) => {
  expect(parseCause(cause, 'nb')).toBe(said);
});

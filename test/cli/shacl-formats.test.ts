/** Each format of the report: what its readers need, and nothing that a text in the data could turn into something else. */
import { describe, expect, test } from 'vitest';
import { FORMATS } from '../../src/cli/report/formats.js';
import { parseCause } from '../../src/cli/report/parse-cause.js';
import type { Report } from '../../src/cli/report/report.js';
import { CatalogError } from '../../src/model/errors.js';
import type { Finding } from '../../src/model/finding.js';
import type { Rule } from '../../src/validate/validator.js';

const text = (nb: string): { nb: string; nn: string; en: string } => ({
  nb,
  nn: `${nb} (nn)`,
  en: `${nb} (en)`,
});
const TITLE: Finding = {
  rule: 'D-01-title',
  also: ['E-01-title'],
  shape: 'https://w3id.org/datavev/shapes#D-01-title',
  component: 'MinCount',
  severity: 'violation',
  message: text('Tittel mangler.'),
  hint: text('Skriv en tittel.'),
  focus: 'https://data.eksempel.example/id/datasett/a',
  label: 'A',
  path: 'http://purl.org/dc/terms/title',
  property: text('Tittel'),
  source: 'liste',
  record: 'datasett a',
  origin: 'liste.csv#L4',
  column: 'tittel_nb',
  owner: 'Etaten',
  points: { no: 20, eu: 10 },
};
const PROCESSOR: Finding = {
  rule: 'P-01',
  severity: 'warning',
  message: text('Mangler avtale.'),
  property: text('Databehandler'),
  focus: 'https://data.eksempel.example/id/behandling/b',
  label: 'B',
  value: 'Leverandør AS',
  valueTerm: '<urn:l>',
  source: 'protokoll',
  record: 'behandling 3',
  origin: 'protokoll.xlsx#Ark 1!R12',
};
const HINT: Finding = {
  rule: 'HEADER_UNKNOWN',
  severity: 'info',
  message: text('Ukjent kolonne.'),
  label: 'liste',
  source: 'liste',
};
const RULES: readonly Rule[] = ['D-01-title', 'P-01', 'Q-01'].map((name) => ({
  shape: `https://w3id.org/datavev/shapes#${name}`,
  severity: 'warning',
  message: text(`Regelen ${name}`),
}));

function report(more: Partial<Report> = {}): Report {
  return {
    language: 'nb',
    catalogue: 'Eksempel',
    base: 'https://data.eksempel.example/',
    findings: [TITLE, PROCESSOR, HINT],
    things: 5,
    profiles: ['a', 'b'],
    rules: RULES,
    notChecked: { rules: ['Z-01'], withoutTargets: ['b'], stopped: [], leftOut: ['stor'] },
    unreadable: [],
    folder: '/arbeid/katalog',
    from: '/arbeid',
    groupBy: 'resource',
    showAll: false,
    details: false,
    width: 80,
    color: false,
    ...more,
  };
}
const stopped = {
  profile: 'a',
  error: new CatalogError('VALIDATION_STOPPED', { profile: 'a', cause: 'exit 9' }),
};
const fault = {
  file: 'ny.ttl',
  text: '  dct:title "x"',
  error: new CatalogError('PARSE_FAILED', {
    ...{ file: 'ny.ttl', line: 4, column: 3 },
    cause: 'Undefined prefix "dct:"',
  }),
};
/** What a hostile register may hold. */
const HOSTILE = { ...TITLE, label: '=cmd|"</td><script>|`x`\n::error::,', message: text('a;b') };

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
`.replace(/^(uten ansvarlig +1 +1)$/m, '$1'),
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

test('table has a line for each finding, aligned', () => {
  const lines = FORMATS.table(report()).split('\n');
  expect(lines[0]).toMatch(/^alvor +regel +tittel +melding +ansvarlig +sted$/);
  expect(lines[1]).toMatch(
    /^feil +D-01-title +A +Tittel mangler\. +Etaten +katalog\/liste\.csv:4$/,
  );
  expect(lines[1]!.indexOf('D-01-title')).toBe(lines[0]!.indexOf('regel'));
});

test('json has findings in three languages, and all that was and was not looked at', () => {
  const { notChecked } = report();
  const data = JSON.parse(
    FORMATS.json(
      report({ notChecked: { ...notChecked, stopped: [stopped] }, unreadable: [fault] }),
    ),
  ) as object;
  expect(data).toMatchObject({
    catalogue: 'Eksempel',
    things: 5,
    rules: 3,
    counts: { violation: 1, warning: 1, info: 1 },
    notChecked: { rules: ['Z-01'], leftOut: ['stor'], stopped: [{ profile: 'a' }] },
    unreadable: [{ file: 'ny.ttl', line: 4, column: 3 }],
    findings: [TITLE, PROCESSOR, HINT],
  });
});

describe('csv', () => {
  test('has a row for each finding, as Norwegian spreadsheets read it', () => {
    expect(FORMATS.csv(report()).split('\r\n')).toEqual([
      '\uFEFFfil;linje;kolonne;ressurs;tittel;regel;alvor;egenskap;melding;slik retter du;verdi;ansvarlig;poeng norsk;poeng europeisk',
      `katalog/liste.csv;4;tittel_nb;${TITLE.focus!};A;D-01-title;feil;Tittel;Tittel mangler.;Skriv en tittel.;;Etaten;20;10`,
      `katalog/protokoll.xlsx;ark «Ark 1», rad 12;;${PROCESSOR.focus!};B;P-01;advarsel;Databehandler;Mangler avtale.;;Leverandør AS;;;`,
      'liste;;;;liste;HEADER_UNKNOWN;tips;;Ukjent kolonne.;;;;;',
      '',
    ]);
  });

  test('P5 makes no formula and no column of a text', () => {
    const row = FORMATS.csv(report({ findings: [HOSTILE] }));
    expect(row).toContain(`;"'=cmd|""</td><script>|\`x\`\n::error::,";`);
    expect(row).toContain(';"a;b";');
  });
});

describe('sarif', () => {
  const log = (more: Partial<Report> = {}) =>
    JSON.parse(FORMATS.sarif(report(more))) as {
      version: string;
      runs: {
        tool: { driver: { rules: { id: string }[] } };
        invocations: { executionSuccessful: boolean }[];
        results: {
          ruleId: string;
          ruleIndex: number;
          level: string;
          message: { text: string };
          locations: object[];
          partialFingerprints: Record<string, string>;
        }[];
      }[];
    };

  test('has rules, levels, places below the folder, and fingerprints', () => {
    const [run] = log().runs;
    expect(run!.results.map(({ ruleId, level }) => [ruleId, level])).toEqual([
      ['D-01-title', 'error'],
      ['P-01', 'warning'],
      ['HEADER_UNKNOWN', 'note'],
    ]);
    for (const { ruleId, ruleIndex } of run!.results)
      expect(run!.tool.driver.rules[ruleIndex]!.id).toBe(ruleId);
    expect(run!.results[0]!.locations).toEqual([
      {
        physicalLocation: {
          artifactLocation: { uri: 'katalog/liste.csv', uriBaseId: '%SRCROOT%' },
          region: { startLine: 4 },
        },
      },
    ]);
    expect(run!.results[0]!.message.text).toBe('«A»: Tittel mangler.\n→ Skriv en tittel.');
  });

  test('a fingerprint holds though wording and line change, and not when the property does', () => {
    const print = (one: Finding): string =>
      log({ findings: [one] }).runs[0]!.results[0]!.partialFingerprints['datavev/v1']!;
    expect(print(TITLE)).toMatch(/^[0-9a-f]{32}$/);
    expect(print({ ...TITLE, message: text('Annet'), origin: 'liste.csv#L9' })).toBe(print(TITLE));
    expect(print({ ...TITLE, path: 'urn:other' })).not.toBe(print(TITLE));
  });

  test('H17 a profile that stopped makes the run unsuccessful', () => {
    const { notChecked } = report();
    expect(log().runs[0]!.invocations[0]!.executionSuccessful).toBe(true);
    const broken = log({ notChecked: { ...notChecked, stopped: [stopped] } });
    expect(broken.runs[0]!.invocations[0]!.executionSuccessful).toBe(false);
  });

  test('an address is a place of its own', () => {
    const origin = 'https://kartotek.example/systemer#/data/2';
    expect(log({ findings: [{ ...TITLE, origin }] }).runs[0]!.results[0]!.locations).toEqual([
      {
        physicalLocation: { artifactLocation: { uri: 'https://kartotek.example/systemer' } },
        logicalLocations: [{ name: 'post nr. 3' }],
      },
    ]);
  });
});

describe('junit', () => {
  test('has a suite for each file; rules without findings pass; hints fail nothing', () => {
    const xml = FORMATS.junit(report());
    expect(xml).toContain('<testsuites name="datavev" tests="4" failures="2" errors="0">');
    expect(xml).toContain('<testsuite name="katalog/liste.csv" tests="1" failures="1" errors="0">');
    expect(xml).toContain('<testcase classname="Q-01" name="Q-01"/>');
    expect(xml).toMatch(/<testcase classname="HEADER_UNKNOWN" name="liste"><system-out>/);
  });

  test('H17 a profile that stopped is an error', () => {
    const { notChecked } = report();
    const xml = FORMATS.junit(report({ notChecked: { ...notChecked, stopped: [stopped] } }));
    expect(xml).toContain('errors="1">');
    expect(xml).toContain('<testcase name="a"><error message="Kontrollen «a»');
  });

  test('escapes what would be markup', () => {
    expect(FORMATS.junit(report({ findings: [HOSTILE] }))).toContain(
      'name="=cmd|&quot;&lt;/td&gt;&lt;script&gt;|`x`\n::error::,"',
    );
  });
});

describe('html', () => {
  test('is one file without script, filtered by boxes, in its language', () => {
    const page = FORMATS.html(report({ language: 'nn' }));
    expect(page).toMatch(/^<!doctype html>\n<html lang="nn">/);
    expect(page).toContain("default-src 'none'; style-src 'unsafe-inline'");
    expect(page).toContain('<input type="checkbox" id="violation" checked> feil (1)');
    expect(page).toContain('body:not(:has(#violation:checked)) tr.violation{display:none}');
    expect(page).toContain('<code>katalog/liste.csv:4</code><br>kolonne «tittel_nb»');
    expect(page).not.toMatch(/<script|<link|src=/);
  });

  test('X1 makes no markup of a text', () => {
    expect(FORMATS.html(report({ findings: [HOSTILE] }))).not.toContain('<script>');
  });
});

describe('github', () => {
  test('annotates files and lines', () => {
    expect(FORMATS.github(report()).split('\n').slice(0, 3)).toEqual([
      '::error file=katalog/liste.csv,line=4,title=D-01-title::«A» (Etaten): Tittel mangler.%0A→ Skriv en tittel.',
      '::warning file=katalog/protokoll.xlsx,title=P-01::«B» (–): Mangler avtale.',
      '::notice title=HEADER_UNKNOWN::«liste» (–): Ukjent kolonne.',
    ]);
  });

  test('X1 no text begins a command of its own', () => {
    const lines = FORMATS.github(report({ findings: [HOSTILE] })).split('\n');
    expect(lines.filter((line) => line.startsWith('::'))).toHaveLength(1);
  });
});

describe('markdown', () => {
  test('has a table for each severity', () => {
    const page = FORMATS.markdown(report());
    expect(page).toContain('# Hva må rettes i Eksempel?\n');
    expect(page).toContain(
      '## Feil (1)\n\n| tittel | melding | slik retter du | ansvarlig | sted | regel |\n| --- | --- | --- | --- | --- | --- |\n| A | Tittel mangler. | Skriv en tittel. | Etaten | katalog/liste.csv:4 | D-01-title |\n',
    );
  });

  test('makes no cell, tag or link of a text', () => {
    const page = FORMATS.markdown(report({ findings: [HOSTILE] }));
    expect(page).toContain('| =cmd\\|"&lt;/td>&lt;script>\\|\\`x\\` ::error::, |');
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

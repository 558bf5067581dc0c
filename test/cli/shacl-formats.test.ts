/** Each format of the report: what its readers need, and nothing that a text in the data could turn into something else. */
import { describe, expect, test } from 'vitest';
import { FORMATS } from '../../src/cli/report/formats.js';
import type { Report } from '../../src/cli/report/report.js';
import type { Finding } from '../../src/model/finding.js';
import {
  fault,
  HOSTILE,
  PROCESSOR,
  report,
  stopped,
  text,
  TITLE,
} from '../support/sample-report.js';

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
    findings: report().findings,
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

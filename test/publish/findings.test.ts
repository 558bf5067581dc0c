/** Findings as a steward meets them: what, where, whose, how to mend it (promise 5); and what a revision is made from. */
import { expect, test } from 'vitest';
import { issue } from '../../src/model/issue.js';
import { iri } from '../../src/model/iri.js';
import { findings } from '../../src/publish/findings.js';
import { inputHash } from '../../src/publish/input-hash.js';
import type { ReviewedSource } from '../../src/review/accepted-states.js';
import { instant } from '../../src/model/instant.js';
import type { ValidationResult } from '../../src/validate/validator.js';
import { assembled, assembledSource, sourceState } from '../support/assembled.js';
import { tempFolder, writeFiles } from '../support/temp-folder.js';
import { id } from '../support/turtle.js';

const ASSEMBLY = assembled([
  assembledSource('register', {
    records: ['datasett/a', 'system/s', 'virksomhet/v'],
    graph: `:datasett\\/a dct:title "The A"@en , "Datasett A"@nb ; dct:publisher :virksomhet\\/v ; dcat:contactPoint :del\\/1 ; dcat:distribution :distribusjon\\/x .
      :del\\/1 dct:identifier "1" . :system\\/s dct:title "Systemet"@nb ; kdm:systemOwner :virksomhet\\/o ; kdm:systemManager :virksomhet\\/v .
      :virksomhet\\/v a org:FormalOrganization ; foaf:name "Vann- og avløpsetaten"@nb .`,
  }),
]);
function result(focus: string, more: Partial<ValidationResult> = {}): ValidationResult {
  const message = { nb: 'Mangler tittel', nn: 'Manglar tittel', en: 'No title' };
  return {
    severity: 'violation',
    focus: id(focus),
    message,
    shape: 'https://w3id.org/datavev/shapes#DAT-01-title',
    ...more,
  } as ValidationResult;
}

test('a result of a shape has rule, title, source record and owner', () => {
  const fix = { nb: 'Skriv en', nn: 'Skriv ein', en: 'Write one' };
  const [found] = findings(
    ASSEMBLY,
    [
      result('datasett/a', {
        fix,
        path: 'http://purl.org/dc/terms/title',
        value: id('virksomhet/v'),
      }),
    ],
    [],
  );
  expect(found).toEqual({
    rule: 'DAT-01-title',
    severity: 'violation',
    message: { nb: 'Mangler tittel', nn: 'Manglar tittel', en: 'No title' },
    focus: id('datasett/a'),
    label: 'Datasett A',
    hint: fix,
    path: 'http://purl.org/dc/terms/title',
    value: 'Vann- og avløpsetaten',
    source: 'register',
    record: 'datasett datasett/a',
    origin: 'register#datasett/a',
    owner: 'Vann- og avløpsetaten',
  });
});

test.each([
  ['a dataset', 'datasett/a', 'Vann- og avløpsetaten'],
  ['a part of a dataset', 'del/1', 'Vann- og avløpsetaten'],
  ['a distribution: that of its dataset', 'distribusjon/x', 'Vann- og avløpsetaten'],
  ['a system: its manager before its owner', 'system/s', 'Vann- og avløpsetaten'],
  ['an organisation: itself', 'virksomhet/v', 'Vann- og avløpsetaten'],
  ['a thing that nobody has', 'datasett/finnes-ikke', undefined],
])('the owner of a finding about %s', (_, focus, owner) => {
  expect(findings(ASSEMBLY, [result(focus)], [])[0]!.owner).toBe(owner);
});

test('a thing without a title is called by the end of its IRI', () => {
  expect(findings(ASSEMBLY, [result('del/1')], [])[0]!.label).toBe('del/1');
});

test('an issue of a record keeps its own place; one of a source stands for the source', () => {
  const place = {
    source: 'liste',
    record: 'rad 4',
    origin: 'liste.csv#R4',
    focus: iri(id('datasett/a')),
  };
  const found = findings(
    ASSEMBLY,
    [],
    [
      issue('FIELD_MISSING', 'warning', { field: 'tittel' }, place),
      issue('HEADER_UNKNOWN', 'warning', { field: 'x' }, { source: 'liste' }),
      issue('RECORD_MALFORMED', 'violation', { cause: 'x' }, { source: 'liste', record: 'rad 9' }),
    ],
  );
  expect(found).toMatchObject([
    { rule: 'RECORD_MALFORMED', label: 'rad 9' },
    { rule: 'FIELD_MISSING', label: 'Datasett A', owner: 'Vann- og avløpsetaten', ...place },
    { rule: 'HEADER_UNKNOWN', label: 'liste' },
  ]);
});

test('the worst come first, then by title as Norwegian sorts, whatever the order they came in', () => {
  const issues = ['Ål', 'Øl', 'Ærfugl', 'Alm'].map((record) =>
    issue('MAP_FAILED', 'warning', {}, { record }),
  );
  const results = [result('system/s', { severity: 'info' }), result('datasett/a')];
  const order = (found: readonly { label: string }[]): string[] => found.map(({ label }) => label);
  const expected = ['Datasett A', 'Alm', 'Ærfugl', 'Øl', 'Ål', 'Systemet'];
  expect(order(findings(ASSEMBLY, results, issues))).toEqual(expected);
  expect(order(findings(ASSEMBLY, [...results].reverse(), [...issues].reverse()))).toEqual(
    expected,
  );
});

const reviewed = (
  quads = 'q',
  more: Partial<ReviewedSource['accepted']> = {},
): ReviewedSource[] => [
  {
    source: 'register',
    accepted: { ...sourceState('register'), quads, ...more },
    waiting: undefined,
  },
  { source: 'ny', accepted: undefined, waiting: undefined },
];

test('H9 the same input has the same hash, in whatever folder it lies and however often it was harvested', () => {
  const hashes = [1, 2].map((day) => {
    const folder = tempFolder();
    writeFiles(folder, { 'catalog.yaml': 'a', 'files/b/c.csv': 'd' });
    const at = instant(`2026-12-0${day}T00:00:00Z`);
    return inputHash(reviewed('q', { harvestedAt: at }), [
      [folder, ['catalog.yaml', 'files', 'finnes-ikke']],
    ]);
  });
  expect(hashes[0]).toMatch(/^[0-9a-f]{64}$/);
  expect(hashes[1]).toBe(hashes[0]);
});

test('every change of state, name or content gives another hash', () => {
  const hashOf = (states: ReviewedSource[], files: Record<string, string>): string => {
    const folder = tempFolder();
    writeFiles(folder, files);
    return inputHash(states, [[folder, ['files']]]);
  };
  const hashes = [
    hashOf(reviewed(), { 'files/a': 'bc' }),
    hashOf(reviewed('r'), { 'files/a': 'bc' }),
    hashOf(reviewed('q', { raw: 'x' }), { 'files/a': 'bc' }),
    hashOf(reviewed('q', { changedAt: instant('2027-01-01T00:00:00Z') }), { 'files/a': 'bc' }),
    hashOf([...reviewed()].reverse(), { 'files/a': 'bc' }),
    hashOf(reviewed(), { 'files/a': 'bd' }),
    hashOf(reviewed(), { 'files/ab': 'c' }),
    hashOf(reviewed(), { 'files/a': 'bc', 'files/b': '' }),
    hashOf(reviewed(), {}),
  ];
  expect(new Set(hashes).size).toBe(hashes.length);
});

/** Findings as a steward meets them: what, where, whose, how to mend it (promise 5); and what a revision is made from. */
import { describe, expect, test } from 'vitest';
import type { Points } from '../../src/model/finding.js';
import { dcat } from '../../src/rdf/vocabularies.js';
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
    records: ['datasett/a', 'system/s', 'virksomhet/v', 'integrasjon/i'],
    graph: `:integrasjon\\/i kdm:from :system\\/s ; kdm:to :system\\/t . :datasett\\/a a dcat:Dataset ; dct:title "The A"@en , "Datasett A"@nb ; dct:publisher :virksomhet\\/v ; dcat:contactPoint :del\\/1 ; dcat:distribution :distribusjon\\/x .
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
    shape: 'https://w3id.org/datavev/shapes#DAT-01-title',
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

test.each([
  ['by the thing that it is part of', 'del/1', 'Datasett A (del)'],
  ['by the two systems that it joins', 'integrasjon/i', 'Systemet → system/t'],
  ['by the end of its IRI', 'datasett/finnes-ikke', 'datasett/finnes-ikke'],
])('a thing without a title is called %s', (_, focus, label) => {
  expect(findings(ASSEMBLY, [result(focus)], [])[0]!.label).toBe(label);
});

test('a ring of systems that flow into each other has no owner, and an end', () => {
  const ring = assembled([
    assembledSource('register', {
      records: ['integrasjon/a', 'integrasjon/b'],
      graph:
        ':integrasjon\\/a kdm:from :integrasjon\\/b . :integrasjon\\/b kdm:from :integrasjon\\/a .',
    }),
  ]);
  expect(findings(ring, [result('integrasjon/a')], [])[0]!.owner).toBeUndefined();
});

describe('a property that two rules miss is one finding', () => {
  const missing = (rule: string, more: Partial<ValidationResult> = {}): ValidationResult =>
    result('datasett/a', {
      shape: `https://w3id.org/datavev/shapes#${rule}`,
      component: 'MinCount',
      path: 'http://purl.org/dc/terms/title',
      ...more,
    });
  const fix = { nb: 'Skriv en tittel', nn: 'Skriv ein tittel', en: 'Write a title' };

  test('the graver, then the one that says what to write', () => {
    const found = findings(
      ASSEMBLY,
      [missing('A-1', { severity: 'info', fix }), missing('B-1'), missing('C-1', { fix })],
      [],
    );
    expect(found).toMatchObject([{ rule: 'C-1', severity: 'violation', also: ['A-1', 'B-1'] }]);
  });

  test('but two wrong values are two', () => {
    const wrong = [missing('A-1', { value: 'x' }), missing('B-1', { component: 'Pattern' })];
    expect(findings(ASSEMBLY, wrong, [])).toHaveLength(2);
  });
});

test('a message names things by their titles', () => {
  const message = {
    nb: 'Leverandøren {value}',
    nn: 'Leverandøren {value}',
    en: 'Supplier {value}',
  };
  const [found] = findings(
    ASSEMBLY,
    [result('datasett/a', { openMessage: message, value: id('virksomhet/v') })],
    [],
  );
  expect(found!.message.nn).toBe('Leverandøren Vann- og avløpsetaten');
});

test.each([
  ['a term of a vocabulary', 'http://www.w3.org/ns/dcat#theme', 'dcat:theme'],
  ['a thing of ours without a title', id('system/ukjent'), 'system/ukjent'],
  ['an address', 'https://andre.example/a/b', 'https://andre.example/a/b'],
  ['a text', 'Etaten', 'Etaten'],
])('the value is shown as people write it: %s', (_, value, shown) => {
  expect(findings(ASSEMBLY, [result('datasett/a', { value })], [])[0]!.value).toBe(shown);
});

test('a finding costs what its property is worth for the class of the thing', () => {
  const pointsOf = (path: string, type?: string): Points | undefined =>
    path.endsWith('title') && type === dcat.Dataset.value ? { no: 20, eu: 10 } : undefined;
  const path = 'http://purl.org/dc/terms/title';
  const points = (focus: string): unknown =>
    findings(ASSEMBLY, [result(focus, { path })], [], { pointsOf })[0]!.points;
  expect([points('datasett/a'), points('system/s')]).toEqual([{ no: 20, eu: 10 }, undefined]);
});

test('the place of a property replaces that of the record where it is known', () => {
  const placeOf = (
    record: { key: string },
    { path }: { path?: string },
  ): { origin: string; column: string } => ({ origin: `${record.key}#L7`, column: path ?? '' });
  const [found] = findings(ASSEMBLY, [result('datasett/a', { path: 'urn:p' })], [], { placeOf });
  expect(found).toMatchObject({ origin: 'datasett/a#L7', column: 'urn:p' });
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

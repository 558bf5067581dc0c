/** The findings that everybody may see: from what is public alone, and nothing that tells of what is not. */
import { expect, test } from 'vitest';
import { publicFindings } from '../../src/publish/public-findings.js';
import type { ValidationReport, Validator } from '../../src/validate/validator.js';
import { id, turtle } from '../support/turtle.js';

const QUADS =
  turtle(`:datasett\\/a a dcat:Dataset ; dct:title "A"@nb ; dct:publisher :virksomhet\\/v .
  :virksomhet\\/v foaf:name "Etaten"@nb .`);
const message = { nb: 'Tema mangler.', nn: 'Tema manglar.', en: 'No theme.' };
const signal = new AbortController().signal;

function saying(report: ValidationReport): Validator {
  return {
    profiles: new Map(),
    validate: () => Promise.resolve(report),
    validateParts: () => Promise.resolve([report]),
    fingerprint: () => '',
    rules: () => [],
    close: () => Promise.resolve(),
  };
}

function found(...focuses: string[]): ValidationReport {
  const results = focuses.map((focus) => ({
    focus,
    path: 'http://www.w3.org/ns/dcat#theme',
    severity: 'warning' as const,
    component: 'MinCount',
    shape: 'https://w3id.org/datavev/shapes#D-02-theme',
    rule: 'D-02',
    message,
  }));
  return { state: 'valid', results, counts: { violation: 0, warning: 1, info: 0 }, unchecked: [] };
}

test('a public finding has rule, title, owner and cost, and no place in a source', async () => {
  const pointsOf = (): { no: number; eu: number } => ({ no: 30, eu: 30 });
  const validator = saying(found(id('datasett/a')));
  expect(await publicFindings(QUADS, { validator, profile: 'feed', signal, pointsOf })).toEqual([
    {
      rule: 'D-02-theme',
      severity: 'warning',
      message,
      focus: id('datasett/a'),
      label: 'A',
      path: 'http://www.w3.org/ns/dcat#theme',
      points: { no: 30, eu: 30 },
      owner: 'Etaten',
    },
  ]);
});

test('C3 what is not described in public is not mentioned', async () => {
  const validator = saying(found(id('datasett/hemmelig')));
  expect(await publicFindings(QUADS, { validator, profile: 'feed', signal })).toEqual([]);
});

test('a catalogue with nothing of the kind has no findings', async () => {
  const validator = saying({ state: 'no-targets', profile: 'feed' });
  expect(await publicFindings([], { validator, profile: 'feed', signal })).toEqual([]);
});

test('H17 a check that stops gives no list at all', async () => {
  const validator = { ...saying(found()), validate: () => Promise.reject(new Error('stopped')) };
  await expect(publicFindings(QUADS, { validator, profile: 'feed', signal })).rejects.toThrow(
    'stopped',
  );
});

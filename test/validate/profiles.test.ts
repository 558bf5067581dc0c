import { describe, expect, test } from 'vitest';
import { holdsRecords, profileOf, readProfiles, toProfiles } from '../../src/validate/profiles.js';
import { ofStages } from '../../src/validate/load-shapes.js';
import { SHAPES } from '../shapes/fixtures.js';
import { quadsOf } from './quads.js';

const good = { stage: 'source', files: ['a.ttl'], violation: 'report' };

describe('profiles.yaml', () => {
  test('is read with its defaults', () => {
    expect(toProfiles({ one: good }, 'x.yaml').get('one')).toEqual({
      id: 'one',
      stage: 'source',
      rules: ['source', 'assembled', 'quality', 'public'],
      files: ['a.ttl'],
      beside: [],
      focus: '',
      violation: 'report',
      noTargets: 'report',
      sources: [],
      isDefault: true,
    });
  });

  test.each([
    ['hold-record', true],
    ['hold-record-then-stop', true],
    ['stop', false],
    ['report', false],
  ])('a violation of a profile that says %s holds the record: %s', (violation, holds) => {
    const profile = toProfiles({ one: { ...good, violation } }, 'x.yaml').get('one');
    expect(holdsRecords(profile!)).toBe(holds);
  });

  test.each([
    ['an unknown key', { ...good, shapes: [] }, 'shapes'],
    ['a wrong stage', { ...good, stage: 'later' }, 'source, assembled, public'],
    ['a wrong consequence', { ...good, violation: 'ignore' }, 'hold-record'],
    ['files that are no list', { ...good, files: 'a.ttl' }, 'liste'],
    ['a rule stage nobody knows', { ...good, rules: ['sometimes'] }, 'quality'],
    ['a default that is no yes or no', { ...good, default: 'nei' }, 'true eller false'],
    ['a profile that is a word', 'kdm', 'nøkler'],
  ])('refuses %s and says where', (_name, profile, cause) => {
    const read = (): unknown => toProfiles({ one: profile }, 'x.yaml');
    expect(read).toThrow(expect.objectContaining({ code: 'CONFIG_INVALID' }));
    expect(read).toThrow(/x\.yaml: one/);
    expect(read).toThrow(cause);
  });

  test('names the known profiles when one is unknown', () => {
    expect(() => profileOf(readProfiles(SHAPES), 'kdm')).toThrow(
      expect.objectContaining({
        code: 'PROFILE_UNKNOWN',
        hint: expect.objectContaining({
          nb: expect.stringContaining('kdm-source') as string,
        }) as object,
      }),
    );
  });

  test('a gate that finds nothing to check stops publishing', () => {
    expect(readProfiles(SHAPES).get('public-view')).toMatchObject({
      noTargets: 'stop',
      violation: 'hold-record-then-stop',
    });
  });
});

test('rules of another stage lose their targets; rules without a stage keep them', () => {
  const shapes = quadsOf(`
    kdms:Always sh:targetClass ex:A .
    kdms:Early sh:targetClass ex:A ; kdms:stage "source" .
    kdms:Late sh:targetClass ex:A ; kdms:stage "assembled" , "quality" .`);
  const left = (stage: string): string[] =>
    ofStages(shapes, [stage])
      .filter(({ predicate }) => predicate.value.endsWith('targetClass'))
      .map(({ subject }) => subject.value.split('#')[1] ?? '');
  expect(left('source')).toEqual(['Always', 'Early']);
  expect(left('quality')).toEqual(['Always', 'Late']);
});

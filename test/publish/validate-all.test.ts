/** All profiles over an assembly: by source and as a whole, each finding once, and what was not checked said aloud. */
import { expect, test } from 'vitest';
import { CatalogError } from '../../src/model/errors.js';
import { findings } from '../../src/publish/findings.js';
import { validateAll } from '../../src/publish/validate-all.js';
import { createValidator } from '../../src/validate/create-validator.js';
import type { Profile } from '../../src/validate/profiles.js';
import type { Rule, ValidationReport, Validator } from '../../src/validate/validator.js';
import type { Quad } from '../../src/rdf/terms.js';
import { SHAPES, ONTOLOGY } from '../shapes/fixtures.js';
import { assembled, assembledSource } from '../support/assembled.js';
import { BASE } from '../support/harvest-world.js';
import { id } from '../support/turtle.js';

const ASSEMBLY = assembled([
  assembledSource('register', { records: ['system/a'], graph: ':system\\/a a kdm:System .' }),
  assembledSource('liste', {
    records: ['system/b'],
    graph: ':system\\/b a kdm:System .',
    state: { kind: 'liste' },
  }),
]);
const signal = new AbortController().signal;
const messages = { nb: 'x', nn: 'x', en: 'x' };

/** A profile, and what checking against it says. */
interface Answering {
  readonly profile: Partial<Profile>;
  readonly rules?: readonly string[];
  readonly answer: (quads: readonly Quad[]) => ValidationReport;
}

function report(
  focus: readonly string[],
  rule: string,
  unchecked: readonly string[] = [],
): ValidationReport {
  const results = focus.map((one) => ({
    focus: one,
    severity: 'violation' as const,
    component: 'MinCount',
    shape: `urn:shape#${rule}`,
    rule,
    message: messages,
  }));
  const counts = { violation: results.length, warning: 0, info: 0 };
  return {
    state: results.length > 0 ? 'invalid' : 'valid',
    results,
    counts,
    unchecked: unchecked.map((one) => `urn:shape#${one}`),
  };
}

function validator(answering: Readonly<Record<string, Answering>>): Validator {
  const profiles = Object.entries(answering).map(([name, { profile }]) => {
    const whole = {
      id: name,
      stage: 'assembled',
      violation: 'hold-record',
      sources: [],
      ...profile,
    };
    return [name, whole as unknown as Profile] as const;
  });
  return {
    profiles: new Map(profiles),
    validate: async (quads, profile) => answering[profile]!.answer([...quads]),
    validateParts: async (_quads, parts, profile) => parts.map(answering[profile]!.answer),
    fingerprint: () => '',
    rules: (profile) =>
      (answering[profile]!.rules ?? []).map(
        (one) => ({ shape: `urn:shape#${one}` }) as unknown as Rule,
      ),
    close: () => Promise.resolve(),
  };
}

const systemsIn = (quads: readonly Quad[]): string[] =>
  quads
    .filter(({ object }) => object.value.endsWith('#System'))
    .map(({ subject }) => subject.value);

test('a profile of stage source sees one source at a time, the others everything', async () => {
  const seen: Record<string, string[][]> = { early: [], only: [], late: [] };
  const look = (name: string) => (quads: readonly Quad[]) => {
    seen[name]!.push(systemsIn(quads));
    return report([], 'A');
  };
  await validateAll(ASSEMBLY, {
    validator: validator({
      early: { profile: { stage: 'source' }, answer: look('early') },
      only: { profile: { stage: 'source', sources: ['liste'] }, answer: look('only') },
      late: { profile: {}, answer: look('late') },
    }),
    profiles: ['early', 'only', 'late'],
    signal,
  });
  expect(seen).toEqual({
    early: [[id('system/a')], [id('system/b')]],
    only: [[id('system/b')]],
    late: [[id('system/a'), id('system/b')]],
  });
});

test('a finding of two profiles stands once, and holds if one of them holds', async () => {
  const answer = (): ValidationReport => report([id('system/a')], 'A-01');
  const checked = await validateAll(ASSEMBLY, {
    validator: validator({
      told: { profile: { violation: 'report' }, answer },
      held: { profile: {}, answer },
      other: { profile: { violation: 'report' }, answer: () => report([id('system/a')], 'B-01') },
    }),
    profiles: ['told', 'held', 'other'],
    signal,
  });
  const pairs = (all: typeof checked.results): string[] =>
    all.map(({ profile, rule }) => `${profile} ${rule}`);
  expect(pairs(checked.results)).toEqual(['held A-01', 'other B-01']);
  expect(pairs(checked.holding)).toEqual(['held A-01']);
});

test('H17 a profile that stops is named, and the others are checked all the same', async () => {
  const stop = new CatalogError('VALIDATION_STOPPED', { profile: 'broken', cause: 'exit 9' });
  const checked = await validateAll(ASSEMBLY, {
    validator: validator({
      broken: {
        profile: {},
        answer: () => {
          throw stop;
        },
      },
      whole: { profile: {}, answer: () => report([id('system/a')], 'A-01') },
    }),
    profiles: ['broken', 'whole'],
    signal,
  });
  expect(checked.stopped).toEqual([{ profile: 'broken', error: stop }]);
  expect(checked.withoutTargets).toEqual([]);
  expect(checked.results).toHaveLength(1);
});

test('a fault of the program is no stop of a profile', async () => {
  const broken = validator({
    broken: {
      profile: {},
      answer: () => {
        throw new TypeError('x');
      },
    },
  });
  const run = validateAll(ASSEMBLY, { validator: broken, profiles: ['broken'], signal });
  await expect(run).rejects.toThrow(TypeError);
});

test('H17 a profile that nothing is an example of is named', async () => {
  const checked = await validateAll(ASSEMBLY, {
    validator: validator({
      none: {
        profile: { stage: 'source' },
        answer: () => ({ state: 'no-targets', profile: 'none' }),
      },
      some: { profile: {}, answer: () => report([], 'A') },
    }),
    profiles: ['none', 'some'],
    signal,
  });
  expect(checked.withoutTargets).toEqual(['none']);
});

test('whether a rule was checked is decided by everything put together, where it is asked there', async () => {
  const checked = await validateAll(ASSEMBLY, {
    validator: validator({
      early: {
        profile: { stage: 'source' },
        rules: ['A-01', 'B-01'],
        answer: () => report([], 'A', ['A-01', 'B-01']),
      },
      late: { profile: {}, rules: ['A-01', 'C-01'], answer: () => report([], 'A', ['C-01']) },
    }),
    profiles: ['early', 'late'],
    signal,
  });
  expect(checked.unchecked).toEqual(['B-01', 'C-01']);
});

test('an unknown profile is refused', async () => {
  const run = validateAll(ASSEMBLY, { validator: validator({}), profiles: ['x'], signal });
  await expect(run).rejects.toMatchObject({ code: 'PROFILE_UNKNOWN' });
});

test('two runs over shuffled sources give the same findings in the same order', async () => {
  const graph = (name: string): string =>
    `:system\\/${name} a kdm:System ; dct:title "${name}"@en . :integrasjon\\/${name} a kdm:Integration .`;
  const source = (name: string) =>
    assembledSource(name, {
      records: [`system/${name}`, `integrasjon/${name}`],
      graph: graph(name),
    });
  const run = async (names: readonly string[], threads: number) => {
    const real = createValidator({
      shapesFolder: SHAPES,
      ontologyFolder: ONTOLOGY,
      base: BASE,
      threads,
    });
    const sources = names.map(source).map((one) => ({ ...one, quads: [...one.quads].reverse() }));
    const assembly = assembled(sources);
    const profiles = ['kdm-source', 'kdm-assembled', 'art30'];
    const checked = await validateAll(assembly, { validator: real, profiles, signal });
    await real.close();
    return findings(assembly, checked.results, []);
  };
  const first = await run(['a', 'b', 'c'], 1);
  expect(first.length).toBeGreaterThan(10);
  expect(await run(['a', 'b', 'c'], 2)).toEqual(first);
  expect(await run(['c', 'a', 'b'], 2)).toEqual(first);
});

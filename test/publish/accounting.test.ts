/** read = published + held back + rejected, always (H16); a violation holds the whole record (H17). */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Assembly } from '../../src/assemble/assembly.js';
import { issue } from '../../src/model/issue.js';
import { iri } from '../../src/model/iri.js';
import type { Projection } from '../../src/project/project.js';
import { accounts, assertBalanced } from '../../src/publish/accounting.js';
import { heldBack } from '../../src/publish/held-records.js';
import type { ValidationResult } from '../../src/validate/validator.js';
import { assembled, assembledSource } from '../support/assembled.js';
import { id } from '../support/turtle.js';

function projectionOf(
  subjects: readonly string[],
  neverPublic: readonly string[] = [],
): Projection {
  return {
    quads: [],
    subjects: new Set(subjects.map(id)),
    issues: neverPublic.map((name) =>
      issue('NEVER_PUBLIC', 'warning', {}, { focus: iri(id(name)) }),
    ),
  };
}
function result(
  focus: string,
  severity: ValidationResult['severity'] = 'violation',
): ValidationResult {
  const message = { nb: 'Feil', nn: 'Feil', en: 'Wrong' };
  return {
    severity,
    focus: id(focus),
    message,
    shape: 'https://ex.example/S',
    component: 'MinCount',
  } as ValidationResult;
}
/** Two sources: the parts `del/1` and `lov/1` belong to the first record of each that names them. */
function world(): Assembly {
  return assembled([
    assembledSource('en', {
      records: ['system/a', 'system/b', 'system/c'],
      graph: ':del\\/1 dct:title "Del"@nb . :lov\\/1 dct:title "Lov"@nb .',
      state: { rejections: [{ type: 't', key: 'x', origin: 'o', code: 'GRADED' }] },
    }),
    assembledSource('to', { records: ['system/d'], graph: ':lov\\/1 dct:title "Lov"@nb .' }),
  ]);
}

test('H16 every record has one reason, and the reasons add up', () => {
  const assembly = world();
  const held = heldBack(assembly, [result('system/b')]);
  const isOpen = (subject: string): boolean => subject !== id('system/c');
  const [en, to] = accounts(assembly, projectionOf(['system/a'], ['system/d']), held, { isOpen });
  expect(en).toEqual({
    source: 'en',
    read: 4,
    published: 1,
    heldBack: { class: 1, invalid: 1 },
    rejected: { GRADED: 1 },
    graded: ['en t x'],
  });
  expect(to).toMatchObject({ read: 1, published: 0, heldBack: { 'never-public': 1 } });
});

test('H16 an open part that nothing public points to, and a look-up, are held back as such', () => {
  const assembly = world();
  const records = assembly.records.map((one) =>
    one.key === 'system/d' ? { ...one, own: false } : one,
  );
  const held = heldBack(assembly, []);
  const [en, to] = accounts({ ...assembly, records }, projectionOf([]), held, {
    isOpen: () => true,
  });
  expect(en!.heldBack).toEqual({ part: 3 });
  expect(to!.heldBack).toEqual({ reference: 1 });
});

test('H16 the numbers add up whatever is published, held or rejected', () => {
  const some = fc.subarray([...'abcdefgh'].map((name) => `system/${name}`));
  const codes = fc.constantFrom(
    'GRADED' as const,
    'RECORD_MALFORMED' as const,
    'MAP_FAILED' as const,
  );
  const run = fc.record({
    records: some,
    rejected: fc.array(codes),
    published: some,
    wrong: some,
    never: some,
    closed: some,
  });
  fc.assert(
    fc.property(run, ({ records, rejected, published, wrong, never, closed }) => {
      const rejections = rejected.map((code, at) => ({
        type: 't',
        key: `${at}`,
        origin: 'o',
        code,
      }));
      const assembly = assembled([
        assembledSource('en', { records, graph: '', state: { rejections } }),
      ]);
      const held = heldBack(
        assembly,
        wrong.map((focus) => result(focus)),
      );
      const isOpen = (subject: string): boolean => !closed.some((name) => id(name) === subject);
      const [account] = accounts(assembly, projectionOf(published, never), held, { isOpen });
      expect(account!.read).toBe(records.length + rejected.length);
      assertBalanced(account!);
    }),
  );
});

test('H16 a record that was lost on the way stops the revision', () => {
  const account = { source: 'en', read: 3, published: 1, heldBack: { class: 1 }, rejected: {} };
  expect(() => {
    assertBalanced(account);
  }).toThrow(/^records of en do not add up: /);
  expect(() => {
    assertBalanced({ ...account, rejected: { GRADED: 1 } });
  }).not.toThrow();
});

test('H17 a violation in a part holds every record that has it, and all they describe', () => {
  const assembly = world();
  const { records, subjects } = heldBack(assembly, [result('lov/1')]);
  expect([...records].map(({ key }) => key)).toEqual(['system/a', 'system/d']);
  expect([...subjects].sort()).toEqual(['del/1', 'lov/1', 'system/a', 'system/d'].map(id));
});

test('H17 a part that a sound record describes too is not held', () => {
  const { records, subjects } = heldBack(world(), [result('system/a')]);
  expect([...records].map(({ key }) => key)).toEqual(['system/a']);
  expect([...subjects].sort()).toEqual(['del/1', 'system/a'].map(id));
});

test('H17 a warning holds nothing; a violation in what no record describes holds the thing itself', () => {
  expect(
    heldBack(world(), [result('system/a', 'warning'), result('system/b', 'info')]).subjects.size,
  ).toBe(0);
  const { records, subjects } = heldBack(world(), [result('protokoll/x')]);
  expect([records.size, [...subjects]]).toEqual([0, [id('protokoll/x')]]);
});

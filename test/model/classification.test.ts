/** Classes are found exactly or not at all; the order is by rank (safety C2). */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { classScheme, type ClassDefinition } from '../../src/model/classification.js';

function definition(
  code: string,
  rank: number,
  nb: string,
  synonyms: string[] = [],
): ClassDefinition {
  return {
    code,
    rank,
    label: { nb },
    synonyms,
    accessRights: rank === 1 ? 'PUBLIC' : 'NON_PUBLIC',
  };
}
const CLASSES = [
  definition('beskyttet', 3, 'Beskyttet'),
  definition('apen', 1, 'Åpen', ['åpent']),
  definition('strengt-beskyttet', 4, 'Strengt beskyttet'),
  definition('intern', 2, 'Intern', ['internt']),
];
const scheme = classScheme(CLASSES, 'apen');
const found = (label: string | null | undefined): string => {
  const lookup = scheme.resolve(label);
  return lookup.found === 'class' ? lookup.definition.code : lookup.found;
};

test.each([
  ['exact', 'Åpen', 'apen'],
  ['code', 'apen', 'apen'],
  ['synonym', 'åpent', 'apen'],
  ['upper case', 'ÅPEN', 'apen'],
  ['lower case', 'strengt beskyttet', 'strengt-beskyttet'],
  ['outer blanks', '  Intern ', 'intern'],
  ['decomposed Unicode', 'A\u030Apen', 'apen'],
  ['the angstrom sign, canonically the same letter', '\u212Bpen', 'apen'],
  ['zero-width blank inside', 'Å\u200Bpen', 'unknown'],
  ['zero-width blank outside', '\u200BÅpen', 'unknown'],
  ['byte order mark', '\uFEFFÅpen', 'unknown'],
  ['soft hyphen', 'Å\u00ADpen', 'unknown'],
  ['no-break blank outside', '\u00A0Åpen', 'unknown'],
  ['tab outside', '\tÅpen', 'unknown'],
  ['line break outside', 'Åpen\n', 'unknown'],
  ['cyrillic look-alike', 'Åре\u043D', 'unknown'],
  ['cyrillic р in it', 'Å\u0440en', 'unknown'],
  ['greek look-alike', 'Å\u03C1en', 'unknown'],
  ['full-width letters', 'Åｐｅｎ', 'unknown'],
  ['letter without ring', 'Apén', 'unknown'],
  ['two blanks inside', 'Strengt  beskyttet', 'unknown'],
  ['right-to-left mark', 'Åpen\u200F', 'unknown'],
  ["another scheme's word", 'Offentlig', 'unknown'],
  ["another scheme's open word", 'Public', 'unknown'],
  ['a bare number', '1', 'unknown'],
  ['number and word', '1 Åpen', 'unknown'],
  ['two values in one', 'Åpen, Intern', 'unknown'],
  ['two values by a slash', 'Åpen/Intern', 'unknown'],
  ['a word more', 'Åpen?', 'unknown'],
  ['a grading', 'Hemmelig', 'graded'],
  ['a grading in capitals', 'STRENGT FORTROLIG', 'graded'],
  ['graded', 'Gradert', 'graded'],
  ['nothing', '', 'none'],
  ['blanks', '   ', 'none'],
  ['null', null, 'none'],
  ['undefined', undefined, 'none'],
  ['not rated', '0 ?', 'none'],
  ['a dash', '-', 'none'],
  ['unknown in words', 'Ukjent', 'none'],
])('C2 %s (%j) gives %s', (_, label, expected) => {
  expect(found(label)).toBe(expected);
});

test('C2 a scheme that names Fortrolig as a class uses it so, and the other gradings stay gradings', () => {
  const other = classScheme(
    [definition('apen', 1, 'Åpen'), definition('fortrolig', 2, 'Fortrolig')],
    'apen',
  );
  expect(other.resolve('fortrolig').found).toBe('class');
  expect(other.resolve('Begrenset').found).toBe('graded');
  expect(other.resolve('Intern').found).toBe('unknown');
});

test('C2 nothing but the listed words is ever found', () => {
  const words = new Set(
    CLASSES.flatMap((one) => [one.code, ...Object.values(one.label), ...one.synonyms]).map((word) =>
      word.toLowerCase(),
    ),
  );
  const near = fc
    .tuple(fc.constantFrom(...words), fc.nat(20), fc.string({ unit: 'binary', maxLength: 2 }))
    .map(([word, at, extra]) => word.slice(0, at) + extra + word.slice(at));
  fc.assert(
    fc.property(fc.oneof(near, fc.string({ unit: 'binary' })), (label) => {
      const isListed = words.has(
        label
          .normalize('NFC')
          .replace(/^ +| +$/g, '')
          .toLowerCase(),
      );
      expect(scheme.resolve(label).found === 'class').toBe(isListed);
    }),
    { numRuns: 3000 },
  );
});

test('C2 the order is by rank, whatever the order in the file and whatever the codes are called', () => {
  const ranks = fc.uniqueArray(fc.integer({ min: 1, max: 9 }), { minLength: 2, maxLength: 9 });
  fc.assert(
    fc.property(ranks, (chosen) => {
      const classes = chosen.map((rank) =>
        definition(`k${(rank * 7) % 11}`, rank, `Klasse ${rank}`),
      );
      const lowest = classes.reduce((a, b) => (a.rank < b.rank ? a : b));
      const made = classScheme(classes, lowest.code);
      expect(made.classes.map(({ rank }) => rank)).toEqual([...chosen].sort((a, b) => a - b));
      expect(made.open).toBe(made.classes[0]);
    }),
  );
});

test.each([
  ['a rank twice', [definition('a', 1, 'A'), definition('b', 1, 'B')], 'a', 'rank 1 is used twice'],
  [
    'a word twice',
    [definition('a', 1, 'A', ['x']), definition('b', 2, 'X')],
    'a',
    '"x" means two classes',
  ],
  ['no such open class', [definition('a', 1, 'A')], 'b', 'no class b in the scheme'],
  [
    'an open class that is not the lowest',
    [definition('a', 1, 'A'), definition('b', 2, 'B')],
    'b',
    'the open class must have the lowest rank',
  ],
])('C2 a scheme with %s is refused', (_, classes, open, message) => {
  expect(() => classScheme(classes, open)).toThrow(new RangeError(message));
});

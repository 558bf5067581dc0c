import { describe, expect, test } from 'vitest';
import { distance } from '../../src/search/distance.js';
import { countedWords, Speller } from '../../src/search/spelling.js';

describe('the speller', () => {
  const speller = new Speller(
    countedWords([
      'Barnehage i bydel',
      'Barnehage og skole',
      'Skole, bydel 2026',
      'Stole på skjema',
      'bibliotek',
    ]),
  );

  test.each([
    ['skloe', 'skole'],
    ['barnehgae', 'barnehage'],
    ['bibbliotekk', 'bibliotek'],
    ['bydle', 'bydel'],
    ['xkole', 'skole'],
  ])('takes «%s» for «%s»', (word, expected) => {
    expect(speller.correct(word)).toBe(expected);
  });

  test.each(['skole', 'Barnehage'.toLowerCase(), 'xyzzy', 'sko', '2025', 'og'])(
    'leaves «%s» alone',
    (word) => {
      expect(speller.correct(word)).toBeUndefined();
    },
  );

  test('counts each text once for a word', () => {
    expect(countedWords(['luft luft', 'Luft 2026'])).toEqual([['luft', 2]]);
  });
});

describe('the distance', () => {
  test.each([
    ['luft', 'vann', 2, 3],
    ['luft', 'luftkvalitet', 3, 4],
    ['skloe', 'skole', 1, 1],
    ['abc', 'abc', 0, 0],
  ])('between «%s» and «%s», looked for up to %i, is %i', (a, b, most, expected) => {
    expect(distance(a, b, most)).toBe(expected);
  });
});

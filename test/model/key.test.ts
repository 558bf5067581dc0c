/** Keys of resources: readable, lower-case ASCII, and never a source's running number (safety C7, H10). */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { hashedKey, isKey, slug } from '../../src/model/key.js';

test.each([
  ['Barnehager i Oslo', 'barnehager-i-oslo'],
  ['Ærfugl på Øya', 'aerfugl-paa-oya'],
  ['ÆØÅ', 'aeoaa'],
  ['Næringsetaten', 'naeringsetaten'],
  ['pa\u030A', 'paa'],
  ['Čohkkiras', 'cohkkiras'],
  ['Kárášjohka', 'karasjohka'],
  ['Deatnu – Tana', 'deatnu-tana'],
  ['Romssa suohkan / Tromsø', 'romssa-suohkan-tromso'],
  ['Unjárgga gielda đŋŧ', 'unjargga-gielda-dnt'],
  ['Álaheaju ž č š', 'alaheaju-z-c-s'],
  ['Straße', 'strasse'],
  ['  --hei--  ', 'hei'],
  ['50 % rabatt!', '50-rabatt'],
  ['🟡3 Moderat', '3-moderat'],
  ['…', ''],
  ['', ''],
])('the key of %j is %j', (text, key) => {
  expect(slug(text)).toBe(key);
});

test('a long title gives at most 80 characters and never ends with a hyphen', () => {
  expect(slug(`${'a'.repeat(79)} b`)).toBe('a'.repeat(79));
  expect(slug('ø'.repeat(200))).toBe('o'.repeat(80));
});

test('a key is empty or may stand as a key, and its own key is itself', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) => {
      const key = slug(text);
      expect(key === '' || (isKey(key) && /^[a-z0-9-]{1,80}$/.test(key))).toBe(true);
      expect(slug(key)).toBe(key);
    }),
  );
});

test('decomposed and composed letters give one key', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'æøåéèäöáčđŋšŧž abc') }), (text) => {
      expect(slug(text.normalize('NFD'))).toBe(slug(text));
    }),
  );
});

test('C7 a hashed key depends on scheme and id alone', () => {
  expect(hashedKey('system', 412)).toBe('oo4nfnlaiv');
  expect(hashedKey('system', '412')).toBe(hashedKey('system', 412));
  expect(hashedKey('behandling', 412)).not.toBe(hashedKey('system', 412));
});

test('C7 hashed keys are ten characters of base32, and ten thousand of them differ', () => {
  const keys = Array.from({ length: 10_000 }, (_, id) => hashedKey('system', id));
  expect(new Set(keys).size).toBe(10_000);
  expect(keys.filter((key) => !/^[a-z2-7]{10}$/.test(key))).toEqual([]);
});

test.each([
  ['barnehager', true],
  ['a.b_c-1', true],
  ['a'.repeat(80), true],
  ['a'.repeat(81), false],
  ['-a', false],
  ['A', false],
  ['æ', false],
  ['', false],
  ['a/b', false],
])('%j as a key: %s', (text, expected) => {
  expect(isKey(text)).toBe(expected);
});

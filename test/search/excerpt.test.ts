import { describe, expect, test } from 'vitest';
import { excerptOf, segmentsOf, type Segment } from '../../src/search/excerpt.js';

const written = (segments: readonly Segment[] | undefined): string | undefined =>
  segments?.map(({ text, isMatch }) => (isMatch ? `[${text}]` : text)).join('');
const isWord =
  (...words: string[]) =>
  (word: string): boolean =>
    words.includes(word);

describe('an excerpt', () => {
  test('keeps every letter of the text', () => {
    const text = 'Om «Barnehager» <b>og</b> SKOLER – 2026.';
    const segments = segmentsOf(text, isWord('barnehager', 'skoler'));
    expect(segments.map((one) => one.text).join('')).toBe(text);
    expect(written(segments)).toBe('Om «[Barnehager]» <b>og</b> [SKOLER] – 2026.');
  });

  test('begins where the text does when the word stands early, and ends with a whole word', () => {
    const text = 'Antall plasser i barnehagene, og hvor mange som søker om plass i hver bydel.';
    expect(written(excerptOf(text, isWord('plasser'), 40))).toBe(
      'Antall [plasser] i barnehagene, og hvor …',
    );
  });

  test('begins with the sentence that has the word', () => {
    const text = `${'Mange ord om annet. '.repeat(10)}Her står luftkvalitet. ${'Og mer. '.repeat(10)}`;
    expect(written(excerptOf(text, isWord('luftkvalitet'), 30))).toBe(
      '… Her står [luftkvalitet]. Og …',
    );
  });

  test('of a text without the word there is none', () => {
    expect(excerptOf('Noe annet.', isWord('luft'), 100)).toBeUndefined();
  });

  test('is given soon of a long text without blanks', () => {
    const text = `${'x'.repeat(100_000)} luft`;
    expect(written(excerptOf(text, isWord('luft'), 40))).toContain('[luft]');
  });
});

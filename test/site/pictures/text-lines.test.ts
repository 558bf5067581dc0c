/** Names in boxes: whole where there is room, cut with … where there is not, and never wider than the box. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { textWidth, wrapped } from '../../../site/pictures/text-lines.js';

const BOX = { width: 172, size: 14, lines: 3 };

describe('a name', () => {
  test('that fits has one line', () => {
    expect(wrapped('Fagsystemet', BOX)).toEqual(['Fagsystemet']);
  });
  test('that is longer is broken between words', () => {
    expect(wrapped('Hjemmetjeneste, tidsbruk per team i bydelen', BOX)).toEqual([
      'Hjemmetjeneste,',
      'tidsbruk per team i',
      'bydelen',
    ]);
  });
  test('that is too long ends in an ellipsis', () => {
    const lines = wrapped(
      'Oversikt over alle tjenester som bydelen gir til dem som bor der nå',
      BOX,
    );
    expect(lines).toEqual([
      'Oversikt over alle',
      'tjenester som bydelen',
      'gir til dem som bor d…',
    ]);
  });
  test('of three hundred letters without a space is broken by hyphens', () => {
    const lines = wrapped('å'.repeat(300), BOX);
    expect(lines).toHaveLength(3);
    expect(lines[0]).toBe(`${'å'.repeat(19)}-`);
    expect(lines[2]?.endsWith('…')).toBe(true);
  });
  test('of emoji is never broken inside one', () => {
    const family = '👩‍👩‍👧‍👦';
    for (const line of wrapped(family.repeat(40), BOX))
      expect(line.replaceAll(family, '').replace(/[-…]$/u, '')).toBe('');
  });
  test('of nothing but space has no line', () => {
    expect(wrapped(' \n\t ', BOX)).toEqual([]);
  });
});

test('no line of any text is wider than the box, and there are never more lines than there is room for', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 120 }), (text) => {
      const lines = wrapped(text, BOX);
      expect(lines.length).toBeLessThanOrEqual(BOX.lines);
      for (const line of lines) expect(textWidth(line, BOX.size)).toBeLessThanOrEqual(BOX.width);
    }),
  );
});

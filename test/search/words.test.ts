import { describe, expect, test } from 'vitest';
import { distance } from '../../src/search/distance.js';
import { Lexicon, makeLexicon } from '../../src/search/lexicon.js';
import { folded, formOf, wordsOf } from '../../src/search/words.js';

describe('words', () => {
  test('are letters and digits in small letters, Sámi letters among them', () => {
    expect(wordsOf('Sjøsámegiella (2026): Åpne «data» – PM2.5')).toEqual([
      'sjøsámegiella',
      '2026',
      'åpne',
      'data',
      'pm2',
      '5',
    ]);
  });

  test.each([
    ['søknad', 'soknad'],
    ['blåbærtæring', 'blabaertaering'],
    ['Čáhcesuolu'.toLowerCase(), 'cahcesuolu'],
    ['kvæfjord', 'kvaefjord'],
    ['aasgaard', 'asgard'],
  ])('%s has no marks as %s', (word, expected) => {
    expect(folded(word)).toBe(expected);
  });

  test.each([
    [['barnehage', 'barnehager', 'barnehagen', 'barnehagene', 'barnehagar', 'barnehagane']],
    [['søknad', 'søknader', 'søknadene', 'søknadar', 'soknad']],
    [['luftkvalitet', 'luftkvaliteten']],
    [['bibliotek', 'biblioteket', 'biblioteker', 'biblioteka']],
  ])('%j are forms of one word', (forms) => {
    expect(new Set(forms.map(formOf)).size).toBe(1);
  });

  test.each([
    ['luft', 'luft', 0],
    ['luft', 'lutf', 1],
    ['barnehage', 'barnhage', 1],
    ['', 'vann', 4],
    ['vatn', 'vann', 1],
  ])('between «%s» and «%s» there are %i changes', (a, b, expected) => {
    expect(distance(a, b)).toBe(expected);
  });
});

describe('the lexicon', () => {
  const lexicon = new Lexicon(
    makeLexicon(
      ['barnehage plasser luft kvalitet måling arbeid liv vann sykkel vei'],
      [
        { nb: 'vei', nn: 'veg' },
        { nb: 'vann og avløp', nn: 'vatn og avløp' },
        { nb: 'søppel', nn: 'boss' },
        { nb: 'en to tre', nn: 'ein to' },
      ],
    ),
  );

  test.each([
    ['barnehageplasser', ['barnehag', 'plass']],
    ['luftkvalitetsmåling', ['luft', 'kvalit', 'maling']],
    ['arbeidsliv', ['arbeid', 'liv']],
    ['vannkvalitet', ['vann', 'kvalit']],
  ])('takes %s apart into %j', (word, parts) => {
    expect(lexicon.termsOf(word).parts).toEqual(parts);
  });

  test('knows a word of nynorsk as the one of bokmål, also inside compounds', () => {
    expect(lexicon.termsOf('vegen').whole).toBe(lexicon.termsOf('veien').whole);
    expect(lexicon.termsOf('sykkelveg').parts).toEqual(lexicon.termsOf('sykkelvei').parts);
  });

  test('takes two words for the same only when they look alike', () => {
    expect(lexicon.termsOf('boss').whole).toBe('boss');
  });

  test('leaves a short word whole', () => {
    expect(lexicon.termsOf('vannet').parts).toEqual([]);
  });
});

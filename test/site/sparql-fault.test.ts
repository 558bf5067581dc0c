/** What the query page says of a query that gave no answer: what is wrong, where, and what to change. */
import { describe, expect, test } from 'vitest';
import { loadTranslators } from '../../site/translator.js';
import { sparqlFault, type Fault } from '../../site/view-models/sparql-fault.js';
import { LANGUAGES } from '../../src/model/lang-text.js';

const texts = loadTranslators();
const words = { title: 'Title', detail: 'Detail', hint: 'Hint' };
const QUERY = 'SELECT ?s\nWHERE {\n  ?s ?p }\n\nLIMIT 1\n# end';

function explain(query: string, fault: Partial<Fault>, lang: 'nb' | 'nn' | 'en' = 'nb') {
  return sparqlFault(texts[lang], query, { ...words, params: {}, ...fault }, []);
}
const syntax = (line: number, column: number, cause = 'unexpected "}"'): Partial<Fault> => ({
  code: 'QUERY_SYNTAX',
  params: { line, column, cause },
});

describe('a fault with a place', () => {
  test('shows two lines before and after it, and marks the word from the place on', () => {
    const { line, column, lines } = explain(QUERY, syntax(3, 9));
    expect([line, column]).toEqual([3, 9]);
    expect(lines).toEqual([
      { number: 1, text: 'SELECT ?s' },
      { number: 2, text: 'WHERE {' },
      { number: 3, text: '  ?s ?p }', fault: { before: '  ?s ?p ', at: '}', after: '' } },
      { number: 4, text: '' },
      { number: 5, text: 'LIMIT 1' },
    ]);
  });

  test.each([
    ['SELECTT ?s {}', 1, 1, { before: '', at: 'SELECTT', after: ' ?s {}' }],
    ['SELECT ?s { ?s ex:p ?o }', 1, 16, { before: 'SELECT ?s { ?s ', at: 'ex:p', after: ' ?o }' }],
    ['SELECT ?s {', 1, 12, { before: 'SELECT ?s ', at: '{', after: '' }],
    ['', 1, 1, { before: '', at: '', after: '' }],
  ])('in %j at %i:%i', (query, line, column, fault) => {
    expect(explain(query, syntax(line, column)).lines?.[0]?.fault).toEqual(fault);
  });

  test.each([
    ['unexpected "}"', '«}» kan ikke stå her. Ofte mangler noe rett før.'],
    ['unexpected character T', 'Tegnet «T» kan ikke stå her. Ofte er ordet skrevet feil.'],
    ['Unknown prefix: foo', 'Prefikset «foo» er ikke kjent her.'],
    [
      'unexpected end of the query',
      'Spørringen slutter før den er ferdig. Kanskje mangler en «}» til slutt.',
    ],
    ['something else', 'Spørringen kan ikke tolkes (linje 1, kolonne 2): something else'],
  ])('says what the parser calls %j in plain words', (cause, said) => {
    expect(explain('x', syntax(1, 2, cause)).detail).toBe(said);
  });

  test.each(LANGUAGES)('has advice and place in %s', (lang) => {
    const { title, detail, advice } = explain(QUERY, syntax(3, 9), lang);
    expect(title).toMatch(/3.*9/);
    expect(detail).toContain('}');
    expect(advice).toHaveLength(3);
  });
});

describe('a limit', () => {
  test.each([
    ['maxRows', 10_000, 'Svaret har mer enn 10 000 rader.'],
    ['maxBytes', 4_000_000, 'Svaret er større enn 4 MB.'],
    ['nesting', 200, 'Spørringen har parenteser inni hverandre i mer enn 200 nivåer.'],
  ])('%s is told in words, with what to do', (limit, value, said) => {
    const fault = explain(QUERY, { code: 'QUERY_TOO_LARGE', params: { limit, value } });
    expect(fault.detail.replace(/\s/gu, ' ')).toBe(said);
    expect(fault.advice[0]).toMatch(/^Tell først/);
    expect(fault.lines).toBeUndefined();
  });

  test('one without words of ours keeps those of the endpoint', () => {
    const params = { limit: 'pathDepth', value: 8 };
    expect(explain(QUERY, { code: 'QUERY_TOO_LARGE', params }).detail).toBe('Detail');
  });

  test.each(['QUERY_TIMEOUT', 'QUERY_MEMORY'])('%s tells how to ask for less', (code) => {
    expect(explain(QUERY, { code }).advice).toHaveLength(4);
  });

  test('the endpoint’s own hint is not said besides the advice, but for prefixes', () => {
    expect(explain(QUERY, { code: 'QUERY_TIMEOUT' }).hint).toBeUndefined();
    expect(explain(QUERY, syntax(1, 1)).hint).toBeUndefined();
    expect(explain(QUERY, syntax(1, 1, 'Unknown prefix: foo')).hint).toBe('Hint');
  });

  test('what is no fault of the query has no advice', () => {
    expect(explain(QUERY, { code: 'QUERY_BUSY' })).toEqual({ ...words, advice: [], downloads: [] });
  });
});

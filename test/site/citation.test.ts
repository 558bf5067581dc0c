/** Citations of datasets (site.md 2): each format as its readers want it, whatever the title. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bibtex } from '../../site/citations/bibtex.js';
import type { Citation } from '../../site/citations/citation.js';
import { cslJson } from '../../site/citations/csl-json.js';
import { plainText } from '../../site/citations/plain-text.js';
import { ris } from '../../site/citations/ris.js';
import { loadTranslators } from '../../site/translator.js';
import { BASE, PAYLOAD } from './fixture.ttl.js';
import { startSite, type TestSite } from './site-server.js';

const texts = loadTranslators();
const FULL: Citation = {
  key: 'folkemengde',
  title: 'Folkemengde per bydel',
  publisher: 'Prøveetaten',
  date: '2025-03-15',
  version: '2.1',
  abstract: 'Antall innbyggere.',
  keywords: ['alder', 'bydel'],
  language: 'nb',
  iri: `${BASE}id/datasett/folkemengde`,
};
const BARE: Citation = {
  ...FULL,
  publisher: undefined,
  date: undefined,
  version: undefined,
  abstract: undefined,
  keywords: [],
};

describe('as text', () => {
  test('names publisher, year, title, version, kind and lasting address, in the language of the page', () => {
    expect(plainText(FULL, texts.nb)).toBe(
      `Prøveetaten. (2025). Folkemengde per bydel (versjon 2.1) [Datasett]. ${FULL.iri}`,
    );
    expect(plainText(FULL, texts.en)).toBe(
      `Prøveetaten. (2025). Folkemengde per bydel (version 2.1) [Data set]. ${FULL.iri}`,
    );
  });
  test('begins with the title when nobody is known to have made it', () => {
    expect(plainText(BARE, texts.nn)).toBe(`Folkemengde per bydel [Datasett]. (u.å.). ${FULL.iri}`);
  });
});

describe('as BibTeX', () => {
  test('has the fields of biblatex’s @dataset', () => {
    expect(bibtex(FULL)).toBe(`@dataset{folkemengde,
  author = {{Prøveetaten}},
  title = {{Folkemengde per bydel}},
  publisher = {Prøveetaten},
  date = {2025-03-15},
  version = {2.1},
  keywords = {alder, bydel},
  langid = {norsk},
  url = {${FULL.iri}}
}
`);
  });
  test('leaves out what is not known', () => {
    expect(bibtex(BARE)).toBe(
      `@dataset{folkemengde,\n  title = {{Folkemengde per bydel}},\n  langid = {norsk},\n  url = {${FULL.iri}}\n}\n`,
    );
  });
  test('no title can end its field or begin a command: braces stay paired, and what TeX reads is written out', () => {
    const hostile = { ...FULL, title: '}\\input{/etc/passwd} 50 % & #1 $x_2^3 ~ {', key: 'a,b c}' };
    const text = bibtex(hostile);
    expect(text).toContain(
      '  title = {{\\textbraceright{}\\textbackslash{}input\\textbraceleft{}/etc/passwd\\textbraceright{} 50 \\% \\& \\#1 \\$x\\_2\\textasciicircum{}3 \\textasciitilde{} \\textbraceleft{}}},\n',
    );
    expect(text.split('\n')[0]).toBe('@dataset{a-b-c-,');
    expect(depths(text)).toEqual({ lowest: 0, end: 0 });
  });
  test('a keyword with a comma is one keyword', () => {
    expect(bibtex({ ...FULL, keywords: ['bydel, ny', 'alder'] })).toContain(
      'keywords = {bydel  ny, alder}'.replace('  ', ' '),
    );
  });
});

/** How deep braces are nested at most below the outermost, and at the end. */
function depths(text: string): { lowest: number; end: number } {
  let [depth, lowest] = [0, 0];
  for (const char of text) {
    depth += char === '{' ? 1 : char === '}' ? -1 : 0;
    lowest = Math.min(lowest, depth);
  }
  return { lowest, end: depth };
}

describe('as RIS', () => {
  test('has one field a line, from TY to ER', () => {
    expect(ris(FULL).split('\r\n')).toEqual([
      'TY  - DATA',
      'ID  - folkemengde',
      'AU  - Prøveetaten',
      'TI  - Folkemengde per bydel',
      'PB  - Prøveetaten',
      'PY  - 2025',
      'DA  - 2025/03/15',
      'ET  - 2.1',
      'AB  - Antall innbyggere.',
      'KW  - alder',
      'KW  - bydel',
      'LA  - nb',
      `UR  - ${FULL.iri}`,
      'ER  - ',
      '',
    ]);
  });
  test('a line end in a title begins no field of its own', () => {
    const text = ris({
      ...FULL,
      title: 'Ett\r\nER  - \u2028TY  - BOOK',
      abstract: 'to\n\navsnitt',
    });
    expect(text).toContain('TI  - Ett ER - TY - BOOK\r\n');
    expect(text).toContain('AB  - to avsnitt\r\n');
    expect(text.match(/^(TY|ER) {2}- /gm)).toEqual(['TY  - ', 'ER  - ']);
  });
});

test('as CSL-JSON it is one item of the schema', () => {
  expect(JSON.parse(cslJson(FULL))).toEqual([
    {
      id: 'folkemengde',
      type: 'dataset',
      title: 'Folkemengde per bydel',
      author: [{ literal: 'Prøveetaten' }],
      publisher: 'Prøveetaten',
      issued: { 'date-parts': [[2025, 3, 15]] },
      version: '2.1',
      abstract: 'Antall innbyggere.',
      keyword: 'alder, bydel',
      language: 'nb',
      URL: FULL.iri,
    },
  ]);
  expect(JSON.parse(cslJson({ ...BARE, date: '2025' }))).toEqual([
    {
      id: 'folkemengde',
      type: 'dataset',
      title: 'Folkemengde per bydel',
      issued: { 'date-parts': [[2025]] },
      language: 'nb',
      URL: FULL.iri,
    },
  ]);
});

describe('on the site', () => {
  let site: TestSite;
  beforeAll(async () => {
    site = await startSite();
  });
  afterAll(() => site.close());

  test.each([
    ['bib', 'application/x-bibtex; charset=utf-8', '@dataset{apent,'],
    ['ris', 'application/x-research-info-systems; charset=utf-8', 'TY  - DATA\r\n'],
    ['json', 'application/vnd.citationstyles.csl+json', '[\n {\n  "id": "apent",'],
    ['txt', 'text/plain; charset=utf-8', 'Prøveetaten. (2026). Ope datasett [Datasett].'],
  ])(
    'sitering.%s has its own type, and the lasting address to cite',
    async (extension, type, start) => {
      const response = await site.get(`/nn/datasett/apent/sitering.${extension}`);
      expect(response.headers.get('content-type')).toBe(type);
      expect(response.headers.get('link')).toBe(`<${BASE}id/datasett/apent>; rel="cite-as"`);
      const body = await response.text();
      expect(body.slice(0, start.length)).toBe(start);
      expect(body).toContain(`${BASE}id/datasett/apent`);
    },
  );

  test('X1 the page shows a hostile title as text to copy', async () => {
    const page = await (await site.get('/nb/datasett/farlig')).text();
    expect(page).toContain('data-copied="Kopiert">&lt;img src');
    const json = await (await site.get('/nb/datasett/farlig/sitering.json')).text();
    expect((JSON.parse(json) as { title: string }[])[0]?.title).toBe(PAYLOAD);
  });

  test('what is no data, and what does not exist, has no citation', async () => {
    for (const path of ['/nb/system/fag', '/nb/datasett/finnes-ikke', '/datasett/apent'])
      expect([path, (await site.get(`${path}/sitering.bib`)).status]).toEqual([path, 404]);
  });
});

/** "What does the municipality know about me?": situations in life, the processing that belongs to each, and how to ask. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { publicCatalogue } from '../../site/public-catalogue.js';
import { loadTranslators } from '../../site/translator.js';
import { accessLetter } from '../../site/view-models/ask.js';
import { citizensPage, situationPage } from '../../site/view-models/life-situations.js';
import type { ViewContext } from '../../site/view-models/values.js';
import { openPublicZone } from '../../src/store/public-zone.js';
import { TERMS } from './fixture.ttl.js';
import { BASE, quadsOf, startSite, type TestSite } from './site-server.js';

const LIST = readFileSync(
  join(import.meta.dirname, '..', '..', 'ontology', 'codes', 'livssituasjon.ttl'),
  'utf8',
);
const PREFIXES = `
@prefix dcat: <http://www.w3.org/ns/dcat#> . @prefix dct: <http://purl.org/dc/terms/> . @prefix dpv: <https://w3id.org/dpv#> .
@prefix eli: <http://data.europa.eu/eli/ontology#> . @prefix gdpr: <https://w3id.org/dpv/legal/eu/gdpr#> .
@prefix kdm: <https://w3id.org/datavev/def/kdm#> . @prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix vcard: <http://www.w3.org/2006/vcard/ns#> . @prefix ex: <${BASE}id/> .
`;
/** One is known by its name, one by its law, one by whom it concerns, one by what its system is about. */
const MORE = `${PREFIXES}
<${BASE}id/behandling/plass> a dpv:Process ; dct:title "Opptak i barnehage"@nb ; dct:publisher <${BASE}id/virksomhet/1> ;
  dpv:hasLegalBasis gdpr:A6-1-e , gdpr:A9-2-g ; dpv:hasDataProtectionOfficer <${BASE}id/kontakt/ombud> .
<${BASE}id/kontakt/ombud> a vcard:Kind ; vcard:fn "Ombudet" ; vcard:hasEmail <mailto:ombud@prove.example> .
<${BASE}id/behandling/tilskudd> a dpv:Process ; dct:title "Tilskudd"@nb ; dpv:hasApplicableLaw <${BASE}id/lov/b> .
<${BASE}id/lov/b> a eli:LegalResource ; dct:title "Barnehageloven § 19"@nb .
<${BASE}id/behandling/leie> a dpv:Process ; dct:title "Husleie"@nb ; dpv:hasDataSubject <${BASE}id/registrert/leie> .
<${BASE}id/registrert/leie> a dpv:DataSubject ; skos:prefLabel "Leietakere"@nb .
<${BASE}id/behandling/bil> a dpv:Process ; dct:title "Gebyr"@nb ; kdm:usesSystem <${BASE}id/system/gebyr> .
<${BASE}id/system/gebyr> a kdm:System ; dct:title "Gebyrer"@nb ; dcat:theme <https://psi.norge.no/los/ord/parkering-og-hvileplasser> .
<${BASE}id/behandling/farlig> a dpv:Process ; dct:title "Parkering\\r\\nBcc: x@y.example & <b>"@nb .
`;

let site: TestSite;
let context: ViewContext;
const texts = loadTranslators();
beforeAll(async () => {
  site = await startSite(MORE, {
    terms: quadsOf(TERMS),
    codes: quadsOf(LIST),
    context: '{}',
  });
  context = { catalogue: site.zones.current(), text: texts.nb };
});
afterAll(() => site.close());

const titles = (code: string): string[] | undefined =>
  situationPage(context, code)?.cards.map(({ title }) => title.text);

describe('processing belongs to a situation', () => {
  test('by its name and by the laws it rests on', () => {
    expect(titles('barnehage')).toEqual(['Opptak i barnehage', 'Tilskudd']);
  });
  test('by whom it concerns', () => {
    expect(titles('bolig')).toEqual(['Husleie']);
  });
  test('by the themes of its systems', () => {
    expect(titles('bil')).toContain('Gebyr');
  });
  test('only where a word begins so', () => {
    expect(titles('skole')).toEqual(['Opptak til skole']);
    expect(titles('far-barn')).toEqual([]);
  });
});

test('the situations stand in the order of the list, with how many processings belong to each', () => {
  const { situations } = citizensPage(context, '');
  expect(situations).toHaveLength(17);
  expect(situations.slice(0, 3).map(({ title, count }) => [title.text, title.href, count])).toEqual(
    [
      ['Får barn', '/nb/hva-vet-kommunen/far-barn', '0 behandlinger'],
      ['Barn i barnehage', '/nb/hva-vet-kommunen/barnehage', '2 behandlinger'],
      ['Barn i grunnskolen', '/nb/hva-vet-kommunen/skole', '1 behandling'],
    ],
  );
});

test.each([
  [
    'som forelder',
    ['Får barn', 'Barn i barnehage', 'Barn i grunnskolen', 'Familie som trenger hjelp'],
  ],
  ['jeg har bil', ['Bil og parkering']],
  ['Flyktning', ['Ny i Norge']],
  [
    'as a parent',
    ['Får barn', 'Barn i barnehage', 'Barn i grunnskolen', 'Familie som trenger hjelp'],
  ],
  ['som', []],
  ['xyzzy', []],
])('who asks for «%s» is shown %j', (asked, expected) => {
  expect(citizensPage(context, asked).situations.map(({ title }) => title.text)).toEqual(expected);
});

test('a search finds processings too, and leads on to the search of everything', () => {
  const { found } = citizensPage(context, 'barnehage');
  expect(found?.items.map(({ title }) => title.text)).toEqual(['Opptak i barnehage']);
  expect(found?.all.href).toBe('/nb/sok?q=barnehage&type=behandling');
});

test('a card tells in plain words what allows the processing, and what is not stated', () => {
  const card = situationPage(context, 'barnehage')?.cards[0];
  const facts = Object.fromEntries(
    (card?.facts ?? []).map(({ label, values }) => [label, values.map(({ text }) => text)]),
  );
  expect(facts['Hva som gir kommunen lov']).toEqual([
    'Oppgaven er i allmennhetens interesse eller hører til kommunens myndighet etter loven.',
    'Følsomme opplysninger, for eksempel om helse, brukes bare fordi et av unntakene i personvernforordningen artikkel 9 åpner for det.',
  ]);
  expect(facts['Hvor lenge de lagres']).toEqual([]);
  expect(facts['Hvem som har ansvaret']).toEqual(['Prøveetaten']);
});

describe('a letter that asks for access', () => {
  const fields = (processing?: string): [string, URLSearchParams] => {
    const [mailbox = '', query = ''] = (accessLetter(context, processing) ?? '').split('?');
    return [mailbox, new URLSearchParams(query)];
  };
  test('goes to whom the processing names, and says what it is about', () => {
    const [mailbox, query] = fields(`${BASE}id/behandling/plass`);
    expect(mailbox).toBe('mailto:ombud@prove.example');
    expect(query.get('subject')).toBe('Be om innsyn: Opptak i barnehage');
    expect(query.get('body')).toContain(`\r\n\r\n${BASE}id/behandling/plass\r\n\r\n`);
  });
  test('goes to the mailbox of the catalogue where nobody else is named', () => {
    expect(fields()[0]).toBe('mailto:post@prove.example');
  });
  test('X1 a title cannot add a field or a recipient', () => {
    const [mailbox, query] = fields(`${BASE}id/behandling/farlig`);
    expect(mailbox).toBe('mailto:post@prove.example');
    expect([...query.keys()]).toEqual(['subject', 'body']);
    expect(accessLetter(context, `${BASE}id/behandling/farlig`)).not.toMatch(/[\r\n<>]/);
  });
});

describe('the pages', () => {
  test.each(['nb', 'nn', 'en'])(
    'answer in %s, and lead from the home page to how to ask',
    async (lang) => {
      const read = async (path: string): Promise<string> => {
        const answer = await site.get(path);
        expect([path, answer.status]).toEqual([path, 200]);
        return answer.text();
      };
      expect(await read(`/${lang}/`)).toContain(`href="/${lang}/hva-vet-kommunen"`);
      expect(await read(`/${lang}/hva-vet-kommunen`)).toContain(
        `href="/${lang}/hva-vet-kommunen/barnehage"`,
      );
      expect(await read(`/${lang}/hva-vet-kommunen/barnehage`)).toContain(
        `href="/${lang}/behandling/plass#rettigheter"`,
      );
      const processing = await read(`/${lang}/behandling/plass`);
      expect(processing).toContain('id="rettigheter"');
      expect(processing).toContain('Ombudet');
      expect(processing).toContain('href="mailto:ombud@prove.example?subject&#x3D;');
      expect(processing).toContain(`href="/${lang}/hva-vet-kommunen/barnehage"`);
    },
  );
  test('lead on without a language, with what was asked for', async () => {
    const answer = await site.get('/hva-vet-kommunen/barnehage', { 'Accept-Language': 'nn' });
    expect([answer.status, answer.headers.get('location')]).toEqual([
      303,
      '/nn/hva-vet-kommunen/barnehage',
    ]);
    const search = await site.get('/hva-vet-kommunen?q=bil');
    expect(search.headers.get('location')).toBe('/nb/hva-vet-kommunen?q=bil');
  });
  test('say 404 of a situation that the list does not have', async () => {
    expect((await site.get('/nb/hva-vet-kommunen/finnes-ikke')).status).toBe(404);
    expect((await site.get('/nb/hva-vet-kommunen/%00')).status).toBe(404);
  });
  test('say so where nothing belongs to a situation, and tell how to ask all the same', async () => {
    const html = await (await site.get('/nb/hva-vet-kommunen/dodsfall')).text();
    expect(html).toContain('Ingen åpent beskrevne behandlinger hører til her.');
    expect(html).toContain(
      'mailto:post@prove.example?subject&#x3D;Be%20om%20innsyn&amp;body&#x3D;',
    );
  });
  test('the search box keeps what was asked for, escaped (X1)', async () => {
    const asked = '"><script>alert(1)</script>';
    const html = await (
      await site.get(`/nb/hva-vet-kommunen?q=${encodeURIComponent(asked)}`)
    ).text();
    expect(html).not.toContain('<script>alert');
    expect(html).toContain('value="&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;"');
  });
});

test('a processing tells how much of its record is stated, and what is missing', async () => {
  const html = await (await site.get('/nb/behandling/tilskudd')).text();
  const [, section = ''] = /id="protokoll">(.*?)<\/section>/s.exec(html) ?? [];
  expect(section).toContain('1 av 11 opplysninger om behandlingen er åpent oppgitt.');
  expect(section.match(/<li>/g)).toHaveLength(10);
});

test('a revision without the list of situations has the page all the same', async () => {
  await using old = await without();
  const zone = await openPublicZone(join(old.folder, 'current', 'public'));
  const page = citizensPage({ catalogue: publicCatalogue(zone), text: texts.nb }, '');
  expect(page.situations).toEqual([]);
  expect(page.all.text).toBe(
    'Vis {count} behandling som er åpent beskrevet'.replace('{count}', '1'),
  );
});

async function without(): Promise<AsyncDisposable & { readonly folder: string }> {
  const other = await startSite();
  return { folder: other.folder, [Symbol.asyncDispose]: () => other.close() };
}

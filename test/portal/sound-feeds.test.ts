/** Twenty feeds in order, of many styles: the twin is silent about all of them (issue 5, done-when 8). */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseTurtle } from '../../src/rdf/parse.js';
import { serialize } from '../../src/rdf/serialize.js';
import {
  BASE,
  catalogue,
  dataset,
  feed,
  KEYS,
  PREFIXES,
  PUBLISHER,
  service,
} from './catalogue-turtle.js';
import { harvest, trapsOf } from './fdk-run.js';
import { answer } from './portal-server.js';

const many = (count: number): string[] => Array.from({ length: count }, (_, index) => `nr${index}`);
const quads = () => parseTurtle(feed(KEYS)).quads;
const series = `d:serie a dcat:DatasetSeries ; dct:title "Serie"@nb ; dct:publisher <${BASE}id/virksomhet/958935420> ; dcat:contactPoint <${BASE}id/kontakt/post> .`;

const SOUND: Readonly<Record<string, string>> = {
  'one dataset': feed(['tre']),
  'five datasets': feed(KEYS),
  'two hundred': feed(many(200)),
  'datasets that name each other': feed(
    KEYS,
    'd:tre dct:relation d:skole . d:skole dct:relation d:tre .',
  ),
  'a series':
    PREFIXES +
    catalogue(['serie', 'ar']) +
    series +
    dataset('ar', 'dcat:inSeries d:serie') +
    PUBLISHER,
  'a service that datasets are reached by': feed(
    KEYS,
    `f:tre dcat:accessService t:kart . f:skole dcat:accessService t:kart . ${service('kart')}`,
  ),
  'two catalogues with datasets of their own': `${feed(['tre'])}<${BASE}id/katalog/to> a dcat:Catalog ; dct:title "To"@nb ; dcat:dataset d:skole . ${dataset('skole')}`,
  'a catalogue in a catalogue': feed(
    KEYS,
    `<${BASE}id/katalog/stor> a dcat:Catalog ; dcat:catalog <${BASE}id/katalog/alt> .`,
  ),
  'closed data without files': feed(KEYS, `d:tre dct:accessRights access:NON_PUBLIC .`),
  'codes that are described': feed(
    KEYS,
    'theme:ENVI dct:title "Miljø"@nb . licence:CC_BY_4_0 dct:title "CC BY 4.0" .',
  ),
  'three languages': feed(
    KEYS,
    'd:tre dct:title "Tre"@nn, "Trees"@en ; dct:description "Trees of the city."@en .',
  ),
  'a title in Nynorsk alone': feed(KEYS).replace('"Datasett tre"@nb', '"Datasettet om tre"@nn'),
  'an IRI with Norwegian letters': feed(KEYS, `d:tre dcat:landingPage <${BASE}side/trær> .`),
  'percent-encoded white space': feed(KEYS, `d:tre dcat:landingPage <${BASE}side/om%20trær> .`),
  'newlines and quotes in texts': feed(
    KEYS,
    'd:tre dct:description """Første linje.\n"Andre" linje & <tre>."""@nn .',
  ),
  'Los as the only theme': feed(KEYS).replaceAll(
    'theme:ENVI',
    '<https://psi.norge.no/los/tema/natur-klima-og-miljo>',
  ),
  'a web address instead of mail': feed(KEYS).replace(
    'vcard:hasEmail <mailto:data@kommune.example>',
    'vcard:hasURL <https://kommune.example/kontakt>',
  ),
  'no prefixes at all': serialize(quads(), 'nt'),
  'another municipality’s way with IRIs': feed(KEYS).replaceAll(
    `${BASE}id/`,
    'https://opendata.annen.example/dataset.php/',
  ),
  'SPARQL-style prefixes and numbers': `PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>\n${feed(KEYS, 'f:tre dcat:byteSize 12345 ; dcat:spatialResolutionInMeters 0.5 .')}`,
  'a license on every file, of several kinds': feed(KEYS)
    .replace('licence:CC_BY_4_0', 'licence:CC0')
    .replace('licence:CC_BY_4_0', 'licence:NLOD_2_0'),
};

test('there are at least twenty', () => {
  expect(Object.keys(SOUND).length).toBeGreaterThanOrEqual(20);
});

test.each(Object.entries(SOUND))('%s', async (_name, turtle) => {
  const { verdict } = await harvest(turtle);
  expect([verdict.isRead, verdict.traps]).toEqual([true, []]);
});

describe('the same feed in other syntaxes', () => {
  test.each([
    ['application/rdf+xml', 'rdf'],
    ['application/n-triples', 'nt'],
    ['application/ld+json', 'jsonld'],
  ] as const)('%s', async (accept, syntax) => {
    const turtle = (await harvest(feed(KEYS))).found;
    const body = serialize(quads(), syntax);
    const other = await harvest(answer(200, { 'content-type': accept }, body), { accept });
    expect([other.verdict.traps, other.found?.members]).toEqual([[], turtle?.members]);
  });
});

test('generated catalogues: any titles, keywords and numbers of datasets', async () => {
  const word = fc
    .string({ unit: 'grapheme', minLength: 1, maxLength: 40 })
    .filter((text) => !/[\p{C}"\\]/u.test(text));
  const one = fc.record({ title: word, keyword: word });
  await fc.assert(
    fc.asyncProperty(fc.array(one, { minLength: 1, maxLength: 8 }), async (all) => {
      const keys = many(all.length);
      const more = all.map(
        ({ title, keyword }, at) =>
          `d:nr${at} dct:title "${title}"@nn ; dcat:keyword "${keyword}"@nn .`,
      );
      expect(await trapsOf(feed(keys, more.join('\n')))).toEqual([]);
    }),
    { numRuns: 20 },
  );
});

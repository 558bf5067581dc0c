/** What a change says in words, and that nothing in it is passed over. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { differing, shortened } from '../../site/changes/differing.js';
import { diffInWords } from '../../site/changes/diff.js';
import { editsOf } from '../../site/changes/edits.js';
import { plain } from '../../site/changes/sentence.js';
import { folded } from '../../site/changes/words.js';
import { catalogueOf, type PublicCatalogue } from '../../site/public-catalogue.js';
import { loadTranslators } from '../../site/translator.js';
import type { Change } from '../../src/model/change.js';
import { instant } from '../../src/model/instant.js';
import { iri } from '../../src/model/iri.js';
import { LANGUAGES, type Lang } from '../../src/model/lang-text.js';
import { GraphIndex } from '../../src/rdf/graph-index.js';
import { ntriplesLine } from '../../src/rdf/nquads.js';
import type { Quad } from '../../src/rdf/terms.js';
import type { PublicZone } from '../../src/store/public-zone.js';
import { CATALOGUE } from './fixture.ttl.js';
import { BASE, quadsOf, SETTINGS } from './site-server.js';

const texts = loadTranslators();
const PREFIXES = `${CATALOGUE.slice(0, CATALOGUE.indexOf('\n\n'))}\n@prefix spdx: <http://spdx.org/rdf/terms#> .`;
const THING = `${BASE}id/datasett/x`;
const lines = (turtle: string): string[] => quadsOf(`${PREFIXES}\n${turtle}`).map(ntriplesLine);

function catalogueWith(quads: readonly Quad[]): PublicCatalogue {
  const nothing = new GraphIndex([]);
  const zone = { settings: SETTINGS, files: {}, changes: [] } as unknown as PublicZone;
  return catalogueOf(zone, {
    graph: new GraphIndex(quads),
    ontology: nothing,
    tombstones: nothing,
  });
}

function update(removed: readonly string[], added: readonly string[]): Change {
  const at = instant('2026-11-22T12:00:00Z');
  return { key: 'k', kind: 'update', thing: iri(THING), type: 'datasett', at, removed, added };
}

/** From one description to the other, told when the other is what is published. */
function told(before: string, after: string, lang: Lang = 'nb'): string[] {
  const [old, now] = [lines(before), lines(after)];
  const catalogue = catalogueWith(quadsOf(`${PREFIXES}\n${after}`));
  const change = update(
    old.filter((line) => !now.includes(line)),
    now.filter((line) => !old.includes(line)),
  );
  return diffInWords({ catalogue, text: texts[lang] }, change).map(plain);
}

const dataset = (rest: string): string => `<${THING}> a dcat:Dataset ; ${rest} .`;
const many = (from: number, to: number): string =>
  Array.from({ length: to - from }, (_, at) => `"ord ${from + at}"@nb`).join(' , ');

test.each([
  [
    'moments of one day as they are written',
    dataset('dct:modified "2026-01-02T08:00:00Z"^^xsd:dateTime'),
    dataset('dct:modified "2026-01-02T09:00:00Z"^^xsd:dateTime'),
    ['Sist oppdatert endret fra 2026-01-02T08:00:00Z til 2026-01-02T09:00:00Z'],
  ],
  [
    'a text in a language that we have no name for by the name that the platform has',
    dataset('dct:title "Jienat"@se'),
    dataset('dct:title "Čázit"@se'),
    ['Tittel (nordsamisk) endret fra «Jienat» til «Čázit»'],
  ],
  [
    'a text that a language has got',
    dataset('dct:title "Elver"@nb'),
    dataset('dct:title "Elver"@nb , "Rivers"@en'),
    ['Tittel (engelsk) lagt til: Rivers'],
  ],
  [
    'the first ten of many values, and how many more',
    dataset('dct:title "A"@nb'),
    dataset(`dct:title "A"@nb ; dcat:keyword ${many(0, 12)}`),
    [
      'Nøkkelord (bokmål) lagt til: ord 0, ord 1, ord 2, ord 3, ord 4, ord 5, ord 6, ord 7, ord 8, ord 9 og 2 til',
    ],
  ],
  [
    'a data file that is gone, by the name it had',
    `${dataset('dcat:distribution <d>')} <d> a dcat:Distribution ; dct:title "Som CSV"@nb ; dcat:byteSize 12 .`,
    dataset('dct:title "A"@nb'),
    ['Tittel (bokmål) lagt til: A', 'Datafil fjernet: Som CSV'],
  ],
  [
    'a part of a part',
    `${dataset('dcat:distribution <d>')} <d> a dcat:Distribution ; dct:title "Som CSV"@nb ; spdx:checksum <c> .
     <c> a spdx:Checksum ; spdx:checksumValue "aa" .`,
    `${dataset('dcat:distribution <d>')} <d> a dcat:Distribution ; dct:title "Som CSV"@nb ; spdx:checksum <c> .
     <c> a spdx:Checksum ; spdx:checksumValue "bb" .`,
    ['Datafil «Som CSV», Sjekksum: sjekksum endret fra «aa» til «bb»'],
  ],
  [
    'a period that was exchanged for another',
    `${dataset('dct:temporal <p>')} <p> a dct:PeriodOfTime ; dcat:startDate "2020-01-01"^^xsd:date .`,
    `${dataset('dct:temporal <q>')} <q> a dct:PeriodOfTime ; dcat:startDate "2021-01-01"^^xsd:date .`,
    ['Tidsperiode endret fra «Fra 1. januar 2020» til «Fra 1. januar 2021»'],
  ],
  [
    'markup as it is',
    dataset('dct:title "<b>A</b>"@nb'),
    dataset('dct:title "{property} & {from}"@nb'),
    ['Tittel (bokmål) endret fra «<b>A</b>» til «{property} & {from}»'],
  ],
  [
    'a property that nobody has named by its short name',
    dataset('dct:title "A"@nb'),
    dataset('dct:title "A"@nb ; dct:extent "3"'),
    ['dct:extent lagt til: 3'],
  ],
])('tells %s', (_what, before, after, expected) => {
  expect(told(before, after)).toEqual(expected);
});

test('a change that the log keeps no difference of has nothing to tell', () => {
  const context = { catalogue: catalogueWith([]), text: texts.nb };
  expect(diffInWords(context, update([], []))).toEqual([]);
});

test('a node that comes without a link is said to be a change that words do not tell', () => {
  const context = { catalogue: catalogueWith([]), text: texts.en };
  const said = diffInWords(context, update([], lines('<y> a dct:Location .')));
  expect(said.map(plain)).toEqual([
    'The description was changed in a way that words do not tell. See the change as data.',
  ]);
});

describe('of any two descriptions', () => {
  const pool = quadsOf(`${PREFIXES}
    ${dataset('dct:title "A"@nb , "B"@nb , "C"@en ; dcat:keyword "k"@nb , "l"@nb , "m"@en ; dct:modified "2026-01-01"^^xsd:date , "2026-01-02"^^xsd:date ; dcat:distribution <d> , <e> ; dct:license <l1> , <l2> ; dct:temporal <p>')}
    <d> a dcat:Distribution ; dct:title "D"@nb ; dcat:byteSize 1 , 2 ; spdx:checksum <c> .
    <e> a dcat:Distribution ; dct:format <f> .
    <c> a spdx:Checksum ; spdx:checksumValue "x" , "y" .
    <p> a dct:PeriodOfTime ; dcat:startDate "2020-01-01"^^xsd:date , "2021-01-01"^^xsd:date .`);
  const someOf = fc.subarray([...pool]);
  const changeOf = (before: readonly Quad[], after: readonly Quad[]): Change => {
    const [old, now] = [before.map(ntriplesLine), after.map(ntriplesLine)];
    return update(
      old.filter((line) => !now.includes(line)),
      now.filter((line) => !old.includes(line)),
    );
  };
  const statements = (graph: GraphIndex | ReturnType<typeof editsOf>['before']): string[] =>
    [...graph.subjects()].flatMap((one) => graph.about(one).map(ntriplesLine)).sort();

  test('the change undone gives the one, and done the other', () => {
    fc.assert(
      fc.property(someOf, someOf, (before, after) => {
        const edits = editsOf(new GraphIndex(after), changeOf(before, after));
        expect(statements(edits.before)).toEqual(before.map(ntriplesLine).sort());
        expect(statements(edits.after)).toEqual(after.map(ntriplesLine).sort());
      }),
      { numRuns: 200 },
    );
  });

  test('each statement is told by its own edit, or with the node that came or went', () => {
    fc.assert(
      fc.property(someOf, someOf, (before, after) => {
        const change = changeOf(before, after);
        const { edits, before: old, after: now } = editsOf(new GraphIndex(after), change);
        const count = edits.reduce((sum, one) => sum + one.removed.length + one.added.length, 0);
        const inWhole = [...before, ...after].filter(
          (quad) =>
            quad.subject.value !== THING &&
            [...(change.removed ?? []), ...(change.added ?? [])].includes(ntriplesLine(quad)) &&
            (old.types(quad.subject).length === 0) !== (now.types(quad.subject).length === 0),
        );
        const all = (change.removed?.length ?? 0) + (change.added?.length ?? 0);
        expect(count + inWhole.length).toBe(all);
      }),
      { numRuns: 200 },
    );
  });

  test('there are words for it in every language, and none of them is empty', () => {
    fc.assert(
      fc.property(someOf, someOf, fc.constantFrom(...LANGUAGES), (before, after, lang) => {
        const change = changeOf(before, after);
        const context = { catalogue: catalogueWith(after), text: texts[lang] };
        const said = diffInWords(context, change).map(plain);
        const isChanged = (change.removed?.length ?? 0) + (change.added?.length ?? 0) > 0;
        expect(said.length > 0).toBe(isChanged);
        for (const one of said) expect(one).not.toMatch(/^\s*$|undefined|\[object|NaN|\bchanges\./);
      }),
      { numRuns: 200 },
    );
  });
});

/** Half a character does not come back from UTF-8. */
const isWhole = (text: string): boolean => Buffer.from(text).toString() === text;

describe('long texts', () => {
  const words =
    'ett to tre fire fem seks sju åtte ni ti elleve tolv tretten fjorten femten seksten sytten atten nitten tjue ';

  test('are shown around what differs', () => {
    const text = words.repeat(3);
    const [before, after] = differing(`${text}gammelt ${text}`, `${text}nytt og fint ${text}`);
    expect(before).toBe(
      '… seksten sytten atten nitten tjue gammelt ett to tre fire fem seks sju …',
    );
    expect(after).toBe(
      '… seksten sytten atten nitten tjue nytt og fint ett to tre fire fem seks sju …',
    );
  });

  test('that differ in all of it are cut at a word', () => {
    const [before, after] = differing('a '.repeat(400), 'b '.repeat(400));
    expect([before.length, after.length].every((length) => length <= 245)).toBe(true);
    expect(before.endsWith(' …')).toBe(true);
  });

  test('are never shown alike, whatever they are, and no character is halved', () => {
    const text = fc.string({
      unit: fc.constantFrom('a', ' ', 'ø', '🌊', '🌋', 'ord '),
      maxLength: 150,
    });
    fc.assert(
      fc.property(text, text, text, text, (start, one, other, end) => {
        fc.pre(one !== other);
        const [before, after] = [`${start}${one}${end}`, `${start}${other}${end}`];
        const shown = differing(before, after);
        expect(shown[0]).not.toBe(shown[1]);
        expect(shown.every(isWhole)).toBe(true);
        expect(isWhole(shortened(before, 7))).toBe(true);
      }),
      { numRuns: 1_000 },
    );
  });
});

test('search folds case and accents, and keeps the letters that are others', () => {
  expect(['ÅLESUND', 'Ærlig', 'søk', 'Müller', 'é'].map(folded)).toEqual([
    'alesund',
    'aerlig',
    'sok',
    'muller',
    'e',
  ]);
});

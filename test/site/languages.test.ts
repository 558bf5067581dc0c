/** Languages of texts (site.md 13): the reader's before its nearest, and never another one in silence; WCAG 2.1, 3.1.2. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { inBestLanguage } from '../../site/labels.js';
import type { Lang } from '../../src/model/lang-text.js';
import { isLiteral, type Literal } from '../../src/rdf/terms.js';
import { LABEL_PREDICATES } from '../../src/rdf/label.js';
import { publicPaths, quadsOf, startSite, type TestSite } from './site-server.js';

const MORE = `
@prefix dct: <http://purl.org/dc/terms/> .
<https://data.prove.example/id/datasett/arabisk> a <http://www.w3.org/ns/dcat#Dataset> ;
  dct:title "بيانات"@ar ; dct:description "وصف البيانات"@ar ; dct:publisher <https://data.prove.example/id/virksomhet/1> .
`;

let site: TestSite;
beforeAll(async () => {
  site = await startSite(MORE);
});
afterAll(() => site.close());

const html = async (path: string): Promise<string> => (await site.get(path)).text();

function literals(tags: readonly string[]): readonly Literal[] {
  const values = tags.map((tag) => (tag === '' ? '"uten"' : `"${tag}"@${tag}`)).join(' , ');
  return quadsOf(`<https://x.example/> <https://x.example/p> ${values} .`).map(
    ({ object }) => object as Literal,
  );
}

test.each<[Lang, readonly string[], string]>([
  ['nn', ['nn', 'nb', 'no', 'en', '', 'de'], 'nn'],
  ['nn', ['nb', 'no', 'en', '', 'de'], 'nb'],
  ['nn', ['no', 'en', '', 'de'], 'no'],
  ['nn', ['en', '', 'de'], 'en'],
  ['nn', ['', 'de'], ''],
  ['nn', ['de'], 'de'],
  ['nb', ['nn', 'no', 'en'], 'no'],
  ['nb', ['nn', 'en'], 'nn'],
  ['en', ['nn', 'nb'], 'nb'],
  ['en', ['nn', 'de'], 'nn'],
])('a reader of %s is given, of %j, the text in "%s"', (lang, tags, expected) => {
  expect(inBestLanguage(literals(tags), lang).map(({ language }) => language)).toEqual([expected]);
});

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

test('on every page of every kind, a name in another language than the page’s has lang', async () => {
  const silent: unknown[] = [];
  let seen = 0;
  for (const path of publicPaths(site.zones.current())) {
    const document = quadsOf(await (await site.get(`${path}.ttl`)).text());
    const names = document.filter(({ predicate }) =>
      LABEL_PREDICATES.some((one) => one.equals(predicate)),
    );
    for (const lang of ['nn', 'en'] as const) {
      const main = /<main.*?<\/main>/s.exec(await html(`/${lang}${path}`))?.[0] ?? '';
      // The same word may be the reader's own too: "System", "Status".
      const own = new Set(
        names.flatMap(({ object }) =>
          isLiteral(object) && [lang, ''].includes(object.language) ? [object.value] : [],
        ),
      );
      for (const { object } of names) {
        if (!isLiteral(object) || own.has(object.value) || /[<>&"']/.test(object.value)) continue;
        const found = [
          ...main.matchAll(
            new RegExp(`<(?:a|span|h1)([^>]*)>${escaped(object.value)}</(?:a|span|h1)>`, 'g'),
          ),
        ];
        seen += found.length;
        for (const [all, attributes] of found)
          if (!/ lang="/.test(attributes ?? '')) silent.push([`/${lang}${path}`, all]);
      }
    }
  }
  expect(silent).toEqual([]);
  expect(seen).toBeGreaterThan(50);
});

test('a language that has no name here is named all the same, and its texts run their own way', async () => {
  const page = await html('/en/datasett/arabisk');
  expect(page).toContain('lang="ar" dir="auto">بيانات</h1>');
  expect(page).toContain('The name is in Arabic.');
  expect(await html('/nb/datasett/arabisk')).toContain('Teksten er på arabisk.');
});

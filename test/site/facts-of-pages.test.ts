/**
 * Done-when 5: what a page states about its thing equals the RDF of the same IRI, both ways. The page is read as HTML: labels of facts
 * are turned back into properties, links into IRIs, and compared with the statements of the document that the page points to.
 */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { loadTranslators, readTexts } from '../../site/translator.js';
import { irisOf } from '../../site/local-paths.js';
import { isLiteral, isNamedNode, type Quad, type Term } from '../../src/rdf/terms.js';
import { dcat, dct, kdm, PREFIXES, rdf } from '../../src/rdf/vocabularies.js';
import { CATALOGUE } from './fixture.ttl.js';
import { BASE, publicPaths, quadsOf, SETTINGS, startSite, type TestSite } from './site-server.js';

const TURTLE_PREFIXES = CATALOGUE.slice(0, CATALOGUE.indexOf('\n\n'));
/** With what the small fixture has nothing of. */
const MORE = `${TURTLE_PREFIXES}
:datasett\\/rikt a dcat:Dataset ; dct:title "Rikt beskrevet"@nb , "Richly described"@en ; dct:description "Mye er sagt."@nb ;
  dct:publisher :virksomhet\\/2 ; dct:creator :virksomhet\\/1 ; dct:accessRights eu:access-right\\/RESTRICTED ; dcat:version "2.1" ;
  adms:versionNotes "Nye tall."@nb ; dct:issued "2020-02-03"^^xsd:date ; dct:modified "2026-10-01T10:00:00Z"^^xsd:dateTime ;
  dcat:landingPage <https://prove.example/rikt> ; dcat:inSeries :serie\\/arlig ; dcat:prev :datasett\\/apent ;
  dct:relation :datasett\\/lukket ; dct:replaces :datasett\\/farlig ; dct:source :datasett\\/apent ; dct:language eu:language\\/NOB ;
  dct:accrualPeriodicity eu:frequency\\/MONTHLY ; dcat:keyword "tall"@nb , "figures"@en ; dct:rights :rettighet\\/rikt .
:rettighet\\/rikt a dct:RightsStatement ; dct:description "Bare for forskning."@nb .
:serie\\/arlig dct:accrualPeriodicity eu:frequency\\/ANNUAL ; dcat:first :datasett\\/apent ; dcat:last :datasett\\/rikt .
:begrep\\/elev a skos:Concept ; skos:prefLabel "Elev"@nb ; skos:altLabel "Skoleelev"@nb ; skos:hiddenLabel "Pupill"@nb ;
  skos:definition "Den som går på skole."@nb ; skos:related :begrep\\/skole ; dct:publisher :virksomhet\\/1 .
`;

let site: TestSite;
beforeAll(async () => {
  site = await startSite(MORE);
});
afterAll(() => site.close());

const text = loadTranslators().nb;
const PROPERTY_OF = new Map<string, string[]>();
for (const [key, label] of Object.entries(readTexts('nb'))) {
  const [, prefix = '', name = ''] = /^prop\.(\w+):(\w+)$/.exec(key) ?? [];
  const namespace = (PREFIXES as Record<string, string>)[prefix];
  if (namespace) PROPERTY_OF.set(label, [...(PROPERTY_OF.get(label) ?? []), namespace + name]);
}

interface Shown {
  readonly text: string;
  readonly href: string | undefined;
  readonly datetime: string | undefined;
}

function unescaped(html: string): string {
  return html
    .replace(/&#x([0-9A-F]+);/gi, (_all, code: string) => String.fromCodePoint(parseInt(code, 16)))
    .replace(/&(lt|gt|quot|amp);/g, (_all, name: string) => ENTITIES[name] ?? '');
}
const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', amp: '&' };

function plain(html: string): string {
  return unescaped(html.replace(/<[^>]*>/g, ' '))
    .replace(/\s+/g, ' ')
    .trim();
}

/** A value alone: what is heard only, notes and names of languages are not part of it. */
function shownIn(html: string): Shown {
  const bare = html.replace(/<span class="(ds-sr-only|app-note|app-language)">.*?<\/span>/gs, '');
  return {
    text: plain(bare),
    href: unescaped(/href="([^"]*)"/.exec(bare)?.[1] ?? '') || undefined,
    datetime: /datetime="([^"]*)"/.exec(bare)?.[1],
  };
}

interface PageFact {
  readonly label: string;
  readonly values: readonly Shown[];
}

function factsIn(html: string): PageFact[] {
  const stated = html.replace(/<dl class="app-facts app-explanations">.*?<\/dl>/gs, '');
  return [...stated.matchAll(/<div><dt>(.*?)<\/dt><dd>(.*?)<\/dd><\/div>/gs)].map(
    ([, label = '', value = '']) => {
      const items = [...value.matchAll(/<li>(.*?)<\/li>/gs)].map(([, item]) => item ?? '');
      const all = items.length > 0 ? items : value.includes('app-missing') ? [] : [value];
      return { label: plain(label), values: all.map(shownIn) };
    },
  );
}

/** All that a link of the page may stand for. */
function irisOfHref(href: string): string[] {
  if (!href.startsWith('/')) return [href];
  if (href.startsWith('/fil/')) return [BASE + href.slice(1)];
  return [
    ...irisOf(
      SETTINGS.base,
      decodeURIComponent(href.replace(/^\/(nb|nn|en)/, '').replace(/[?#].*/, '')),
    ),
  ];
}

const COUNTRIES = new Intl.DisplayNames(['nb'], { type: 'region' });

/** Each way that a page may write a term. */
function formsOf(term: Term, document: readonly Quad[]): string[] {
  if (isLiteral(term)) {
    const { value } = term;
    const number = Number(value);
    return [
      value.replace(/\s+/g, ' ').trim(),
      text.date(value),
      ...(value !== '' && Number.isFinite(number) ? [text.number(number), text.bytes(number)] : []),
      ...(/^P\d+Y$/.test(value) ? [text.count('duration.year', Number(value.slice(1, -1)))] : []),
      ...(value === 'true' ? [text.t('value.yes')] : value === 'false' ? [text.t('value.no')] : []),
    ].map((one) => one.replace(/\s+/g, ' '));
  }
  const own = document.filter(({ subject, object }) => subject.equals(term) && isLiteral(object));
  // Status and access are told in plain words of ours.
  const status = text.find(`status.${term.value.replace(/^.*\//, '')}`);
  const country = /^https:\/\/w3id\.org\/dpv\/loc#([A-Z]{2})$/.exec(term.value)?.[1];
  return [
    ...(status === undefined ? [] : [status]),
    ...(country === undefined ? [] : [COUNTRIES.of(country) ?? country]),
    term.value,
    term.value.replace(/^(mailto:|tel:)/, ''),
    ...own.flatMap(({ object }) => formsOf(object, [])),
  ];
}

function isThe(
  term: Term,
  { text: words, href, datetime }: Shown,
  document: readonly Quad[],
): boolean {
  if (href !== undefined && irisOfHref(href).includes(term.value)) return true;
  if (datetime !== undefined && datetime === term.value) return true;
  // A fallback to the last part of an IRI, and parts that are told by more than one of their texts.
  return formsOf(term, document).some(
    (one) => one !== '' && (words === one || words.includes(one)),
  );
}

/** What portals make of descriptions, and what a term's address and type say. */
const MADE_OF_IT = /^(data\.norge\.no|data\.europa\.eu|Kvaliteten på beskrivelsene|Kode|Slag)$/;

interface Read {
  readonly iri: string;
  readonly main: string;
  readonly document: readonly Quad[];
}

async function read(path: string): Promise<Read> {
  const iri = site.zones.current().resolve(path)?.iri ?? '';
  const html = await (await site.get(`/nb${path}`)).text();
  const main = /<main.*?<\/main>/s.exec(html)?.[0] ?? '';
  return { iri, main, document: quadsOf(await (await site.get(`${path}.ttl`)).text()) };
}

test('every fact is a statement of the document, of the property that it is named after', async () => {
  let compared = 0;
  const invented: unknown[] = [];
  for (const path of publicPaths(site.zones.current())) {
    const { iri, main, document } = await read(path);
    // Told from the other end: the dataset of a file.
    const pointing = site.zones
      .current()
      .graph.pointingTo(iri)
      .map(({ subject }): Term => subject);
    const known = [
      ...document,
      ...pointing.flatMap((one) => site.zones.current().description(one.value)),
    ];
    for (const { label, values } of factsIn(main)) {
      if (MADE_OF_IT.test(label)) continue;
      const properties = PROPERTY_OF.get(label);
      const objects = (path.startsWith('/serie/') ? known : document)
        .filter(({ predicate }) => properties?.includes(predicate.value) ?? true)
        .map(({ object }): Term => object)
        .concat(pointing);
      for (const value of values) {
        compared++;
        const isStated = objects.some((one) => isThe(one, value, known));
        if (!isStated) invented.push([path, label, value.text]);
      }
    }
  }
  expect(invented).toEqual([]);
  expect(compared).toBeGreaterThan(60);
});

/** Said by the address or the kind of page, or listed on pages of its own. */
const IMPLIED = [rdf.type, kdm.recordClass, dcat.dataset, dcat.service];

function isImplied({ predicate, object }: Quad, path: string): boolean {
  if (IMPLIED.some((one) => one.equals(predicate))) return true;
  return predicate.equals(dct.identifier) && path.endsWith(`/${object.value}`);
}

test('every statement of the document about the thing is on its page', async () => {
  const hidden: unknown[] = [];
  for (const path of publicPaths(site.zones.current())) {
    const { iri, main, document } = await read(path);
    const words = plain(main);
    const hrefs = new Set(
      [...main.matchAll(/href="([^"]*)"/g)].flatMap(([, one]) => irisOfHref(unescaped(one ?? ''))),
    );
    const dates = [...main.matchAll(/datetime="([^"]*)"/g)].map(([, one]) => one);
    const about = (subject: string): Quad[] =>
      document.filter((one) => one.subject.value === subject && !isImplied(one, path));
    const isSeen = (one: Quad): boolean => {
      const { subject, predicate, object } = one;
      if (hrefs.has(object.value) || dates.includes(object.value)) return true;
      if (formsOf(object, document).some((form) => form !== '' && words.includes(form)))
        return true;
      // Of texts in several languages the page shows the reader's.
      const others = about(subject.value).filter((other) => other.predicate.equals(predicate));
      if (isLiteral(object))
        return (
          object.language !== 'nb' &&
          others.some(({ object: other }) => isLiteral(other) && other.language === 'nb')
        );
      // A part without a name is told by all that is stated of it.
      const part = isNamedNode(object) ? about(object.value) : [];
      return part.length > 0 && part.every(isSeen);
    };
    const unseen = about(iri).filter((one) => !isSeen(one));
    for (const { predicate, object } of unseen) hidden.push([path, predicate.value, object.value]);
  }
  expect(hidden).toEqual([]);
});

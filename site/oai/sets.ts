/**
 * Sets for selective harvesting (OAI-PMH 2.0, section 2.6): by type, publisher and theme. A set's name is made from the IRI
 * alone, so it stays the same for ever.
 */
import { hashedKey, slug } from '../../src/model/key.js';
import { LANGUAGES, type Lang } from '../../src/model/lang-text.js';
import { euTable, LOS } from '../../src/rdf/vocabularies.js';
import { localName } from '../labels.js';
import type { PublicCatalogue } from '../public-catalogue.js';
import type { Translators } from '../translator.js';

export interface RecordFacts {
  readonly type: string;
  readonly publishers: readonly string[];
  readonly themes: readonly string[];
}

/** Lists that Norwegian datasets have their themes from, and what their codes are called here. */
const THEME_LISTS = [
  [`${euTable('data-theme')}/`, ''],
  [LOS, 'los.'],
] as const;

/** Sets that the record is in; the sets above them have it too (`type:serie` lies in `type`). */
export function setsOf(base: string, { type, publishers, themes }: RecordFacts): string[] {
  return [
    `type:${type}`,
    ...publishers.map((one) => publisherSet(base, one)).sort(),
    ...themes.map(themeSet).sort(),
  ];
}

function publisherSet(base: string, publisher: string): string {
  const own = /^id\/([a-z]+)\/([\w.-]+)$/.exec(publisher.slice(base.length));
  const isOwn = publisher.startsWith(base) && own !== null;
  return `utgiver:${isOwn ? `${own[1]}.${own[2]}` : foreign(publisher)}`;
}

/** `tema:EDUC`, `tema:los.tema.grunnskole`. */
function themeSet(theme: string): string {
  for (const [list, prefix] of THEME_LISTS) {
    const code = theme.slice(list.length).replaceAll('/', '.');
    if (theme.startsWith(list) && /^[\w.-]+$/.test(code)) return `tema:${prefix}${code}`;
  }
  return `tema:${foreign(theme)}`;
}

/** Two lists may name their entries alike: the hash tells them apart. */
function foreign(iri: string): string {
  return `${slug(localName(iri))}-${hashedKey('oai-set', iri)}`;
}

/** Colon-separated names of letters, digits and unreserved marks (OAI-PMH.xsd, setSpecType). */
export function isSetSpec(text: string): boolean {
  return /^[\w\-.!~*'()]+(:[\w\-.!~*'()]+)*$/.test(text);
}

export function isInSet(sets: readonly string[], wanted: string): boolean {
  return sets.some((one) => one === wanted || one.startsWith(`${wanted}:`));
}

export interface OaiSet {
  readonly spec: string;
  readonly names: Readonly<Record<Lang, string>>;
}

/**
 * All there are, upper ones first: the three kinds and both types always, publishers and themes as far as records have them.
 */
export function allSets(
  catalogue: PublicCatalogue,
  records: readonly { readonly facts: RecordFacts }[],
  texts: Translators,
): OaiSet[] {
  const named = (spec: string, name: (lang: Lang) => string): OaiSet => ({
    spec,
    names: Object.fromEntries(LANGUAGES.map((lang) => [lang, name(lang)])) as OaiSet['names'],
  });
  const ofText = (spec: string, key: string): OaiSet => named(spec, (lang) => texts[lang].t(key));
  const ofThings = (iris: Iterable<string>, spec: (iri: string) => string): OaiSet[] =>
    [...new Set(iris)]
      .map((iri) => named(spec(iri), (lang) => catalogue.label(iri, lang).text))
      .sort((a, b) => (a.spec < b.spec ? -1 : 1));
  const facts = records.map((one) => one.facts);
  return [
    ofText('type', 'oai.set.type'),
    ofText('type:datasett', 'kind.datasett'),
    ofText('type:serie', 'kind.serie'),
    ofText('utgiver', 'oai.set.utgiver'),
    ...ofThings(
      facts.flatMap(({ publishers }) => publishers),
      (iri) => publisherSet(catalogue.settings.base, iri),
    ),
    ofText('tema', 'oai.set.tema'),
    ...ofThings(
      facts.flatMap(({ themes }) => themes),
      themeSet,
    ),
  ];
}

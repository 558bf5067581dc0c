/** One hit as it is shown: what it is, and the words of its texts that it was found by. */
import type { SearchEntry } from '../../src/model/search-file.js';
import type { SearchAnswer } from '../../src/search/search-index.js';
import { excerptOf, segmentsOf, type Segment } from '../../src/search/excerpt.js';
import { FIELDS, searchLiterals, type Field } from '../../src/search/search-document.js';
import { dct, skos } from '../../src/rdf/vocabularies.js';
import type { Literal } from '../../src/rdf/terms.js';
import { inBestLanguage, langString, textOf } from '../labels.js';
import { qualityTags } from './dataset-quality.js';
import { listItem } from './lists.js';
import type { Tag } from './page-model.js';
import type { ViewContext } from './values.js';

export interface Marked {
  readonly segments: readonly Segment[];
  readonly lang?: string | undefined;
}
export interface SearchHit {
  readonly href: string;
  readonly title: Marked;
  readonly meta: readonly string[];
  readonly tags: readonly Tag[];
  readonly excerpt?: Marked | undefined;
  /** Where it was found, when neither title nor excerpt shows it. */
  readonly foundIn?: (Marked & { readonly label: string }) | undefined;
}

const EXCERPT_LENGTH = 180;
/** Values of a field that a hit was found by. */
const MAX_VALUES = 3;
const MAX_FORMATS = 4;
const SHOWN_ALREADY: readonly Field[] = ['title', 'description'];

export function searchHit(context: ViewContext, answer: SearchAnswer, hit: SearchEntry): SearchHit {
  const { text } = context;
  const { iri, type } = hit;
  const isMatch = answer.matcher(hit);
  const item = listItem(context, type, iri);
  const title = { segments: segmentsOf(item.title.text, isMatch), lang: item.title.lang };
  const described = describedBy(context, iri, isMatch);
  const isExplained = described !== undefined || hasMatch(title);
  const excerpt =
    described ?? (item.summary && { segments: plain(item.summary.text), lang: item.summary.lang });
  return {
    href: item.title.href ?? '',
    title,
    meta: [text.t(`search.type.${type}`), ...item.meta],
    tags: [...item.tags, ...moreTags(context, hit)],
    excerpt,
    ...(isExplained ? {} : { foundIn: foundIn(context, iri, isMatch) }),
  };
}

type IsMatch = (word: string) => boolean;

/** The sentence that has the words, in the reader's language if it has them there. */
function describedBy(
  { catalogue, text }: ViewContext,
  iri: string,
  isMatch: IsMatch,
): Marked | undefined {
  const properties = [dct.description, skos.definition, skos.scopeNote];
  const own = textOf(catalogue.graph, iri, properties, text.lang);
  const first = own && excerptOf(own.text, isMatch, EXCERPT_LENGTH);
  return first && { segments: first, lang: own.lang };
}

function foundIn(
  { catalogue, text }: ViewContext,
  iri: string,
  isMatch: IsMatch,
): SearchHit['foundIn'] {
  const literals = searchLiterals(catalogue, iri);
  const fields = [...FIELDS.filter((one) => !SHOWN_ALREADY.includes(one)), ...SHOWN_ALREADY];
  for (const field of fields) {
    const matching = literals[field].filter(({ value }) => excerptOf(value, isMatch, 1));
    const best = inBestLanguage(matching, text.lang);
    const [first] = best;
    if (first)
      return {
        label: text.t(`search.field.${field}`),
        segments: joined(best, isMatch),
        lang: langString(first, text.lang).lang,
      };
  }
  return undefined;
}

function joined(literals: readonly Literal[], isMatch: IsMatch): Segment[] {
  const values = [...new Set(literals.map(({ value }) => value))].slice(0, MAX_VALUES);
  return values.flatMap((value, index) => [
    ...(index === 0 ? [] : [{ text: ', ', isMatch: false }]),
    ...(excerptOf(value, isMatch, EXCERPT_LENGTH) ?? []),
  ]);
}

function moreTags(context: ViewContext, { iri, type, facets }: SearchEntry): Tag[] {
  if (type !== 'datasett' && type !== 'serie') return [];
  const { catalogue, text } = context;
  const formats = facets.format.slice(0, MAX_FORMATS).map((one) => catalogue.label(one, text.lang));
  return [
    ...(facets.hvd.length > 0 ? [{ text: text.t('search.hvd'), tone: 'info' } as const] : []),
    ...formats.map((one) => ({ text: one.text, tone: 'neutral' }) as const),
    ...qualityTags(context, iri),
  ];
}

function hasMatch({ segments }: Marked): boolean {
  return segments.some(({ isMatch }) => isMatch);
}

function plain(text: string): Segment[] {
  return [{ text, isMatch: false }];
}

/** Suggestions for the search box: things by their names, as a reader of the language knows them. */
import type { SearchType } from '../../src/model/search-file.js';
import { searchLiterals } from '../../src/search/search-document.js';
import { folded, wordsOf } from '../../src/search/words.js';
import { pageHref, type ViewContext } from './values.js';

const MAX_SUGGESTIONS = 8;

export interface Suggestion {
  readonly title: string;
  /** Language of the title, when it is not the one that was asked for. */
  readonly lang?: string | undefined;
  /** The other name that was begun, when the title does not show it. */
  readonly alsoCalled?: string | undefined;
  readonly type: SearchType;
  /** The type in words. */
  readonly kind: string;
  readonly iri: string;
  readonly href: string;
}

/** Best first. */
export function suggestions(context: ViewContext, written: string): Suggestion[] {
  const { catalogue, text } = context;
  const found = catalogue.search?.suggest(written, MAX_SUGGESTIONS) ?? [];
  const begun = wordsOf(written).map(folded);
  return found.flatMap(({ iri, type }) => {
    const { text: title, lang } = catalogue.label(iri, text.lang);
    const href = pageHref(context, iri);
    if (href === undefined) return [];
    const literals = searchLiterals(catalogue, iri);
    const other = hasBegun(title, begun)
      ? undefined
      : [...literals.title, ...literals.alternative].find(({ value }) => hasBegun(value, begun));
    return {
      title,
      ...(lang === undefined ? {} : { lang }),
      ...(other === undefined ? {} : { alsoCalled: other.value }),
      type,
      kind: text.t(`search.type.${type}`),
      iri,
      href,
    };
  });
}

function hasBegun(name: string, begun: readonly string[]): boolean {
  const words = wordsOf(name).map(folded);
  return begun.every((part) => words.some((word) => word.startsWith(part)));
}

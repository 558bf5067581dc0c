/** Themes and keywords that lead to everything else with the same (site.md 3.3). */
import { dcat } from '../../src/rdf/vocabularies.js';
import { facetCode } from '../search-request.js';
import type { Fact, Value } from './page-model.js';
import { nodeValue, type ViewContext } from './values.js';

export function themeValues(context: ViewContext, thing: string): Value[] {
  return context.catalogue.graph.nodes(thing, dcat.theme).map(({ value }) => ({
    ...nodeValue(context, value),
    href: searchFor(context, { tema: facetCode(value) }),
  }));
}

/** A fact of keywords, each a search for the same word. */
export function withSearches(context: ViewContext, keywords: Fact): Fact {
  const values = keywords.values.map((one) => ({
    ...one,
    href: searchFor(context, { q: one.text }),
  }));
  return { ...keywords, values };
}

function searchFor({ text }: ViewContext, parameters: Readonly<Record<string, string>>): string {
  return `/${text.lang}/sok?${new URLSearchParams(parameters).toString()}`;
}

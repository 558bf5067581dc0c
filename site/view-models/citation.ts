/** How to cite a dataset: the line to copy, and the formats that reference managers read. */
import { citationOf } from '../citations/citation.js';
import { CITATION_FORMATS } from '../citations/formats.js';
import { plainText } from '../citations/plain-text.js';
import type { PageKind } from '../page-kinds.js';
import type { Section } from './page-model.js';
import { pageHref, type ViewContext } from './values.js';

/** What is data, and is cited as such. */
export function isCitable(kind: PageKind): boolean {
  return kind === 'datasett' || kind === 'serie';
}

export function citationPart(context: ViewContext, iri: string): Section[] {
  const { catalogue, text } = context;
  const page = pageHref(context, iri);
  if (page === undefined || !isCitable(catalogue.kindOf(iri))) return [];
  return [
    {
      id: 'siter',
      heading: text.t('citation.heading'),
      copy: plainText(citationOf(catalogue, iri, text.lang), text),
      list: CITATION_FORMATS.filter(({ extension }) => extension !== 'txt').map(
        ({ extension, label }) => ({ text: label, href: `${page}/sitering.${extension}` }),
      ),
    },
  ];
}

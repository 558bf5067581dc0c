/** The catalogue's own page: what it is, how much is in it, and how to take all of it. */
import { dcat, dct, foaf } from '../../src/rdf/vocabularies.js';
import { MAIN_SYNTAXES } from '../document-syntaxes.js';
import { LIST_NAMES } from '../page-kinds.js';
import type { FactSheet } from './facts.js';
import type { Section } from './page-model.js';
import { contactSection } from './related.js';
import type { ThingBody } from './thing-body.js';
import type { ViewContext } from './values.js';

export function catalogueBody(context: ViewContext, iri: string, sheet: FactSheet): ThingBody {
  const { text } = context;
  sheet.cover(dcat.contactPoint);
  return {
    subtitle: [sheet.expected(dct.publisher), sheet.expected(dct.modified)],
    sections: [
      contentSection(context),
      {
        id: 'hele',
        heading: text.t('section.whole'),
        paragraphs: [{ text: text.t('catalogue.whole') }],
        list: MAIN_SYNTAXES.map(({ extension, label }) => ({
          text: label,
          href: `/katalog.${extension}`,
        })),
      },
      {
        id: 'oversikt',
        heading: text.t('section.overview'),
        facts: [
          ...sheet.expectedAll(dct.license, dct.language),
          ...sheet.stated(dcat.themeTaxonomy, dct.spatial, foaf.homepage, dct.issued),
        ],
      },
      contactSection(context, iri),
    ],
  };
}

function contentSection({ catalogue, text }: ViewContext): Section {
  return {
    id: 'innhold',
    heading: text.t('section.content'),
    list: LIST_NAMES.map((name) => ({
      text: text.t(`list.${name}.title`),
      href: `/${text.lang}/${name}`,
      note: text.number(catalogue.list(name, text.lang).length),
    })),
  };
}

/** The page of a data service (site.md 3.5): where it is, how one is let in, what it promises, which data it gives, and how to call it. */
import { adms, dcat, dcatap, dct, foaf, kdm } from '../../src/rdf/vocabularies.js';
import { accessSection, licenceSection } from './access.js';
import type { FactSheet } from './facts.js';
import type { Action, Section } from './page-model.js';
import { contactSection, relatedSection } from './related.js';
import { authenticationFact, explorerHref, serviceAddress } from './service-facts.js';
import { fetchSnippets } from './snippets.js';
import { accessTag, statusTags } from './tags.js';
import type { ThingBody } from './thing-body.js';
import { valuesOf, type ViewContext } from './values.js';

export function dataServiceBody(context: ViewContext, iri: string, sheet: FactSheet): ThingBody {
  const { catalogue, text } = context;
  const { graph } = catalogue;
  sheet.cover(dcat.contactPoint, dcat.servesDataset);
  const served = graph
    .nodes(iri, dcat.servesDataset)
    .map((one) => one.value)
    .filter((one) => catalogue.pathOf(one) !== undefined);
  return {
    tags: [
      accessTag(context, iri),
      ...(graph.node(iri, adms.status) ? statusTags(context, iri) : []),
    ],
    subtitle: [sheet.expected(dct.publisher), ...sheet.stated(dct.modified)],
    actions: serviceActions(context, iri),
    sections: [
      {
        id: 'bruk',
        heading: text.t('section.use'),
        facts: [
          sheet.expected(dcat.endpointURL),
          authenticationFact(context, iri),
          sheet.expected(dcat.endpointDescription),
          ...sheet.stated(foaf.page, dcat.landingPage, kdm.serviceQuality, dcatap.availability),
          ...sheet.stated(adms.status, dct.conformsTo, dct.format, dct.license, dct.rights),
          ...sheet.stated(dcat.theme, dcat.keyword),
        ],
      },
      ...callSection(context, iri),
      ...relatedSection(context, served, {
        id: 'datasett',
        heading: text.t('section.served'),
        kind: 'datasett',
        empty: text.t('service.empty'),
      }),
      accessSection(context, iri, sheet),
      ...licenceSection(context, iri),
      contactSection(context, iri),
    ],
  };
}

function serviceActions(context: ViewContext, iri: string): Action[] {
  const { catalogue, text } = context;
  const explore = explorerHref(context, iri);
  const documentation = valuesOf(context, iri, foaf.page).find(({ href }) => href)?.href;
  const hidden = `: ${catalogue.label(iri, text.lang).text}`;
  return [
    ...(explore === undefined
      ? []
      : [{ href: explore, text: text.t('service.explore'), isPrimary: true }]),
    ...(documentation === undefined
      ? []
      : [{ href: documentation, text: text.t('service.documentation'), hidden, isPrimary: false }]),
  ];
}

function callSection(context: ViewContext, iri: string): Section[] {
  const address = serviceAddress(context, iri);
  if (address === undefined) return [];
  const heading = context.text.t('service.call');
  return [{ id: 'kall', heading, address, snippets: fetchSnippets(address) }];
}

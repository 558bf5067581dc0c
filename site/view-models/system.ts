/** System page (site.md 3.5): who owns and manages it, where it is in its life, who uses it, and what it is used for. */
import { adms, dcat, dct, foaf, kdm, skos } from '../../src/rdf/vocabularies.js';
import { chainSection } from './chain.js';
import type { FactSheet } from './facts.js';
import { neighboursSection } from './neighbours.js';
import type { Section } from './page-model.js';
import { contactSection, pointingHere, relatedSection } from './related.js';
import { statusTags } from './tags.js';
import type { ThingBody } from './thing-body.js';
import { nodeValue, type ViewContext } from './values.js';

export function systemBody(context: ViewContext, iri: string, sheet: FactSheet): ThingBody {
  const { text } = context;
  sheet.cover(dcat.contactPoint, kdm.usedBy, kdm.holds, adms.status);
  const processings = pointingHere(context, iri, 'behandling', [kdm.usesSystem]);
  const datasets = pointingHere(context, iri, 'datasett', [kdm.storedIn]);
  return {
    tags: statusTags(context, iri),
    subtitle: [sheet.expected(kdm.systemOwner), ...sheet.stated(kdm.systemManager)],
    sections: [
      {
        id: 'oversikt',
        heading: text.t('section.aboutSystem'),
        facts: [
          ...sheet.stated(skos.altLabel),
          ...sheet.stated(kdm.managingUnit),
          ...sheet.expectedAll(kdm.supplier, kdm.ownershipModel),
          ...sheet.stated(kdm.interfaceType, kdm.deliveryModel, kdm.inHouse, kdm.inUse),
          ...sheet.stated(dcat.theme, kdm.policyArea, foaf.page),
          ...sheet.stated(dct.issued, dct.modified),
        ],
      },
      usersSection(context, iri),
      ...relatedSection(context, processings, {
        id: 'behandlinger',
        heading: text.t('section.processings'),
        kind: 'behandling',
        empty: text.t('system.noProcessings'),
      }),
      ...relatedSection(context, datasets, {
        id: 'datasett',
        heading: text.t('section.datasets'),
        kind: 'datasett',
        empty: text.t('system.noDatasets'),
      }),
      ...chainSection(context, iri),
      ...neighboursSection(context, iri),
      contactSection(context, iri),
    ],
  };
}

function usersSection(context: ViewContext, iri: string): Section {
  const { catalogue, text } = context;
  const users = catalogue.graph.nodes(iri, kdm.usedBy).map((one) => nodeValue(context, one.value));
  const collator = new Intl.Collator('nb');
  const list = users.sort((a, b) => collator.compare(a.text, b.text));
  const heading = text.t('section.users');
  return list.length > 0
    ? { id: 'brukere', heading: `${heading} (${text.number(list.length)})`, list }
    : { id: 'brukere', heading, empty: text.t('system.noUsers') };
}

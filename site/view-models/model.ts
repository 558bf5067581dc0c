/** Information models and their modules (model.md 4.1). Every element has a page, so that what a dataset realises can be read. */
import { dcat, dct, foaf, kdm, modelldcatno } from '../../src/rdf/vocabularies.js';
import type { PageKind } from '../page-kinds.js';
import type { FactSheet } from './facts.js';
import { listSection, translationTags } from './model-parts.js';
import type { Fact, Section } from './page-model.js';
import { pointingHere } from './related.js';
import type { ThingBody } from './thing-body.js';
import { fileHref, type ViewContext } from './values.js';

export function modelBody(context: ViewContext, iri: string, sheet: FactSheet): ThingBody {
  const { text } = context;
  sheet.cover(modelldcatno.containsModelElement, dct.license, dct.bibliographicCitation);
  const modules = pointingHere(context, iri, 'modul', [dct.isPartOf]);
  return {
    subtitle: [sheet.expected(dct.publisher), ...sheet.stated(dcat.version, dct.isVersionOf)],
    sections: [
      ...listSection(context, 'moduler', modules),
      ...dumpSection(context, iri),
      {
        id: 'oversikt',
        heading: text.t('section.overview'),
        facts: [
          ...linkFacts(context, iri, sheet),
          ...sheet.stated(dcat.hasVersion, dct.issued, dct.modified),
        ],
      },
    ].filter(({ facts }) => facts?.length !== 0),
  };
}

/** The model's own site is a link, whether or not we know what it is called. */
function linkFacts({ catalogue }: ViewContext, iri: string, sheet: FactSheet): Fact[] {
  sheet.cover(foaf.homepage);
  const values = catalogue.graph
    .nodes(iri, foaf.homepage)
    .map(({ value }) => ({ text: value, href: value }));
  return values.length === 0 ? [] : [{ ...sheet.label(foaf.homepage), values }];
}

/** All of the model in one file, which the zone holds under the model's own name. */
function dumpSection(context: ViewContext, iri: string): Section[] {
  const { catalogue, text } = context;
  const file = `${catalogue.settings.base}fil/modell/${iri.slice(iri.lastIndexOf('/') + 1)}.ttl`;
  const href = fileHref(catalogue, file);
  if (href === undefined) return [];
  const more = { href, text: text.t('model.dump') };
  return [{ id: 'hele', heading: text.t('section.dump'), more }];
}

export function moduleBody(context: ViewContext, iri: string, sheet: FactSheet): ThingBody {
  return {
    tags: translationTags(context, iri, sheet),
    subtitle: sheet.stated(dct.isPartOf, kdm.policyArea),
    sections: [
      ...listSection(context, 'moduler', pointingHere(context, iri, 'modul', [dct.isPartOf])),
      ...listSection(context, 'objekttyper', membersOf(context, iri, 'objekttype')),
      ...listSection(context, 'kodelister', membersOf(context, iri, 'kodeliste')),
    ],
  };
}

function membersOf(context: ViewContext, module: string, kind: PageKind): string[] {
  return pointingHere(context, module, kind, [modelldcatno.belongsToModule]);
}

/** Dataset and series pages (site.md 3.3). Data that are closed have the same page: it says why, by which law, and whom to ask. */
import type { NamedNode } from '../../src/rdf/terms.js';
import { adms, dcat, dcatap, dct, dpv, foaf, kdm, prov } from '../../src/rdf/vocabularies.js';
import { accessSection, licenceSection } from './access.js';
import { qualitySections } from './dataset-quality.js';
import { distributionSection } from './distribution.js';
import type { FactSheet } from './facts.js';
import type { Section, Tag } from './page-model.js';
import { contactSection, pointingHere, relatedSection } from './related.js';
import { accessTag } from './tags.js';
import type { ThingBody } from './thing-body.js';
import { nodeValue, type ViewContext } from './values.js';
import { wayInSection } from './way-in.js';

const ABOUT: readonly NamedNode[] = [
  dcat.theme,
  kdm.policyArea,
  dcat.keyword,
  dct.spatial,
  dct.temporal,
  dct.accrualPeriodicity,
];

export function datasetBody(context: ViewContext, iri: string, sheet: FactSheet): ThingBody {
  const { text } = context;
  sheet.cover(dcat.distribution, dcat.contactPoint);
  const facts = [
    ...sheet.expectedAll(...ABOUT),
    ...sheet.stated(dct.language, dct.subject, kdm.realises, dct.type, dct.conformsTo, dct.issued),
    ...sheet.stated(dcat.landingPage, foaf.page, dcatap.hvdCategory, adms.status),
  ];
  return {
    tags: datasetTags(context, iri),
    subtitle: [
      sheet.expected(dct.publisher),
      ...sheet.stated(dcat.inSeries),
      sheet.expected(dct.modified),
    ],
    sections: [
      { id: 'oversikt', heading: text.t('section.overview'), facts },
      ...distributionSection(context, iri),
      ...serviceSection(context, iri),
      accessSection(context, iri, sheet),
      ...wayInSection(context, iri, sheet),
      ...licenceSection(context, iri),
      ...originSections(context, iri, sheet),
      contactSection(context, iri),
      ...qualitySections(context, iri),
    ],
  };
}

export function datasetTags(context: ViewContext, iri: string): Tag[] {
  const { catalogue, text } = context;
  const hvd = catalogue.graph.nodes(iri, dcatap.hvdCategory);
  const isSeriesMember = catalogue.graph.node(iri, dcat.inSeries) !== undefined;
  return [
    accessTag(context, iri),
    ...hvd.map((one): Tag => ({
      text: text.t('tag.hvd', { category: nodeValue(context, one.value).text }),
      tone: 'info',
    })),
    ...(isSeriesMember ? [{ text: text.t('tag.series'), tone: 'neutral' } as const] : []),
  ];
}

function serviceSection(context: ViewContext, iri: string): Section[] {
  const services = pointingHere(context, iri, 'datatjeneste', [dcat.servesDataset]);
  return relatedSection(context, services, {
    id: 'api',
    heading: context.text.t('section.services'),
    kind: 'datatjeneste',
  });
}

function originSections(context: ViewContext, iri: string, sheet: FactSheet): Section[] {
  const { text } = context;
  const facts = [
    ...sheet.stated(kdm.storedIn, prov.wasGeneratedBy, prov.wasDerivedFrom, dct.source),
    ...sheet.stated(dct.provenance, dct.relation, dct.replaces, dct.isReplacedBy),
    ...sheet.stated(dcat.version, dcat.hasVersion, adms.versionNotes, kdm.dataLayer),
  ];
  sheet.cover(kdm.processedBy, dpv.hasProcess);
  const processings = pointingHere(context, iri, 'behandling', [kdm.processesDataset]);
  const heading = text.t('section.processings');
  return [
    ...(facts.length > 0 ? [{ id: 'herkomst', heading: text.t('section.origin'), facts }] : []),
    ...relatedSection(context, processings, { id: 'behandlinger', heading, kind: 'behandling' }),
  ];
}

export function seriesBody(context: ViewContext, iri: string, sheet: FactSheet): ThingBody {
  const { catalogue, text } = context;
  sheet.cover(dcat.contactPoint);
  const members = pointingHere(context, iri, 'datasett', [dcat.inSeries]);
  const start = (one: string): string => {
    const period = catalogue.graph.node(one, dct.temporal);
    return (period && catalogue.graph.text(period, dcat.startDate)) ?? '';
  };
  const ordered = [...members].sort((a, b) => start(b).localeCompare(start(a), 'en'));
  return {
    subtitle: [sheet.expected(dct.publisher)],
    sections: [
      ...relatedSection(context, ordered, {
        id: 'datasett',
        heading: text.t('section.members'),
        kind: 'datasett',
        empty: text.t('series.empty'),
      }),
      {
        id: 'oversikt',
        heading: text.t('section.overview'),
        facts: [
          ...sheet.expectedAll(dcat.theme, dct.accrualPeriodicity),
          ...sheet.stated(dcat.keyword, dct.spatial, dct.temporal, dct.issued, dct.modified),
        ],
      },
      contactSection(context, iri),
    ],
  };
}

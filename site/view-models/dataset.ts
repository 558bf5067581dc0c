/** The dataset page (site.md 3.3). Data that are closed have the same page: it says why, by which law, and whom to ask. */
import type { NamedNode } from '../../src/rdf/terms.js';
import { adms, dcat, dcatap, dct, dpv, foaf, kdm, prov } from '../../src/rdf/vocabularies.js';
import { accessSection, licenceSection, licenceTags } from './access.js';
import { datasetActions } from './actions.js';
import { chainSection } from './chain.js';
import { qualitySection, qualityTags } from './dataset-quality.js';
import { distributionPart } from './distribution.js';
import type { FactSheet } from './facts.js';
import { freshnessOf } from './freshness.js';
import type { Fact, Section, Tag } from './page-model.js';
import { contentSection } from './preview-section.js';
import { contactSection, pointingHere, relatedSection } from './related.js';
import { yearsOf } from './series.js';
import { similarSection } from './similar.js';
import { accessTag } from './tags.js';
import type { ThingBody } from './thing-body.js';
import { nodeValue, type ViewContext } from './values.js';
import { themeValues, withSearches } from './searched-for.js';
import { wayInSection } from './way-in.js';

export function datasetBody(context: ViewContext, iri: string, sheet: FactSheet): ThingBody {
  sheet.cover(dcat.distribution, dcat.contactPoint);
  return {
    tags: datasetTags(context, iri),
    subtitle: [
      sheet.expected(dct.publisher),
      ...seriesFact(context, iri, sheet),
      modifiedFact(context, iri, sheet),
    ],
    actions: datasetActions(context, iri),
    sections: [
      overview(context, iri, sheet),
      dataSection(context, iri),
      ...contentSection(context, iri),
      rightsSection(context, iri, sheet),
      ...originSection(context, iri, sheet),
      contactSection(context, iri),
      ...qualitySection(context, iri),
      ...similarSection(context, iri, sheet),
    ],
  };
}

function overview(context: ViewContext, iri: string, sheet: FactSheet): Section {
  return {
    id: 'oversikt',
    heading: context.text.t('section.overview'),
    facts: [
      { ...sheet.expected(dcat.theme), values: themeValues(context, iri) },
      ...sheet.expectedAll(kdm.policyArea),
      withSearches(context, sheet.expected(dcat.keyword)),
      ...sheet.expectedAll(dct.spatial, dct.temporal, dct.accrualPeriodicity),
      ...sheet.stated(dct.language, dct.subject, kdm.realises, dct.type, dct.conformsTo),
      ...sheet.stated(dct.issued, dcat.landingPage, foaf.page, dcatap.hvdCategory, adms.status),
    ],
  };
}

function seriesFact(context: ViewContext, iri: string, sheet: FactSheet): Fact[] {
  const series = context.catalogue.graph.node(iri, dcat.inSeries)?.value;
  const years = series === undefined ? '' : yearsOf(context, series);
  return sheet.stated(dcat.inSeries).map((fact) => ({
    ...fact,
    values: fact.values.map((one) => (years === '' ? one : { ...one, note: `(${years})` })),
  }));
}

/** When, how often, and whether that was kept. */
function modifiedFact(context: ViewContext, iri: string, sheet: FactSheet): Fact {
  const { catalogue, text } = context;
  const fact = sheet.expected(dct.modified);
  const frequency = catalogue.graph.node(iri, dct.accrualPeriodicity)?.value;
  const state = freshnessOf(context, iri);
  if (frequency === undefined || state === undefined) return fact;
  const promised = nodeValue(context, frequency).text;
  const note = text.t(`freshness.${state}`, { frequency: promised });
  return { ...fact, values: fact.values.map((one) => ({ ...one, note })) };
}

export function datasetTags(context: ViewContext, iri: string): Tag[] {
  const { catalogue, text } = context;
  const hvd = catalogue.graph.nodes(iri, dcatap.hvdCategory);
  const isLate = freshnessOf(context, iri) === 'late';
  return [
    accessTag(context, iri),
    ...licenceTags(context, iri),
    ...hvd.map((one): Tag => ({
      text: text.t('tag.hvd', { category: nodeValue(context, one.value).text }),
      tone: 'info',
    })),
    ...qualityTags(context, iri),
    ...(isLate ? [{ text: text.t('tag.late'), tone: 'warning' } as const] : []),
  ];
}

/** Files and APIs: what one can have. */
function dataSection(context: ViewContext, iri: string): Section {
  const { text } = context;
  const services = pointingHere(context, iri, 'datatjeneste', [dcat.servesDataset]);
  const { count, ...files } = distributionPart(context, iri, services.length > 0);
  const sum = count + services.length;
  const heading = text.t('section.dataAndApis');
  return {
    ...files,
    id: 'data',
    heading: sum > 0 ? `${heading} (${text.number(sum)})` : heading,
    parts: relatedSection(context, services, {
      id: 'api',
      heading: text.t('section.services'),
      kind: 'datatjeneste',
    }),
  };
}

/** Who may use the data, for what, and what personal data they come from. */
function rightsSection(context: ViewContext, iri: string, sheet: FactSheet): Section {
  const { text } = context;
  sheet.cover(kdm.processedBy, dpv.hasProcess);
  const processings = pointingHere(context, iri, 'behandling', [kdm.processesDataset]);
  return {
    id: 'rettigheter',
    heading: text.t('section.rights'),
    shortHeading: text.t('section.rights.short'),
    parts: [
      accessSection(context, iri, sheet),
      ...wayInSection(context, iri, sheet),
      ...licenceSection(context, iri),
      ...relatedSection(context, processings, {
        id: 'behandlinger',
        heading: text.t('section.processings'),
        kind: 'behandling',
      }),
    ],
  };
}

const ORIGIN: readonly NamedNode[] = [
  kdm.storedIn,
  prov.wasGeneratedBy,
  prov.wasDerivedFrom,
  dct.source,
  dct.provenance,
  kdm.dataLayer,
];

function originSection(context: ViewContext, iri: string, sheet: FactSheet): Section[] {
  const facts = sheet.stated(...ORIGIN);
  const parts = chainSection(context, iri);
  if (facts.length + parts.length === 0) return [];
  const { text } = context;
  const shortHeading = text.t('section.origin.short');
  return [{ id: 'herkomst', heading: text.t('section.origin'), shortHeading, facts, parts }];
}

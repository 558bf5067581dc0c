/** Distributions, as rows of a dataset's page and as pages of their own; data services. */
import { dcat, dct, foaf, kdm, spdx, adms, dcatap } from '../../src/rdf/vocabularies.js';
import { accessSection, licenceSection } from './access.js';
import { cell, type FactSheet } from './facts.js';
import type { Section, TableRow, Value } from './page-model.js';
import { contactSection, contactValues, pointingHere, relatedSection } from './related.js';
import { accessCode, accessTag } from './tags.js';
import type { ThingBody } from './thing-body.js';
import { codeOf, fileHref, nodeValue, valuesOf, type ViewContext } from './values.js';
import { isSafeHref } from '../local-paths.js';

/** Data that one can have; for closed data what to do instead. */
export function distributionSection(context: ViewContext, iri: string): Section[] {
  const { catalogue, text } = context;
  const distributions = catalogue.graph
    .nodes(iri, dcat.distribution)
    .filter((one) => catalogue.graph.has(one));
  const heading = text.t('section.data');
  if (distributions.length === 0) {
    const isOpen = accessCode(context, iri) === 'PUBLIC';
    const hasContact = contactValues(context, iri).length > 0;
    const reason = isOpen ? 'data.noneOpen' : hasContact ? 'data.noneClosed' : 'data.noneNoContact';
    return [{ id: 'data', heading, empty: text.t(reason) }];
  }
  // The link comes second: on a narrow screen the rest is behind a sideways scroll.
  const columns = ['title', 'download', 'format', 'byteSize', 'modified', 'license'];
  return [
    {
      id: 'data',
      heading: `${heading} (${text.number(distributions.length)})`,
      table: {
        caption: heading,
        columns: columns.map((one) => text.t(`column.${one}`)),
        rows: distributions.map((one) => row(context, one.value)),
      },
    },
  ];
}

function row(context: ViewContext, iri: string): TableRow {
  const { text } = context;
  const name = nodeValue(context, iri);
  return {
    head: [name],
    cells: [
      cell(text, downloadValues(context, iri, name.text)),
      cell(text, formatValues(context, iri)),
      cell(text, sizeValues(context, iri)),
      cell(text, valuesOf(context, iri, dct.modified)),
      cell(text, valuesOf(context, iri, dct.license)),
    ],
  };
}

/** CSV rather than "Comma-Separated Values": the code of the file type is what people know. */
export function formatValues(context: ViewContext, iri: string): Value[] {
  const { graph } = context.catalogue;
  const formats = graph.nodes(iri, dct.format).map((one) => ({ text: codeOf(one.value) }));
  return formats.length > 0 ? formats : valuesOf(context, iri, dcat.mediaType);
}

export function sizeValues({ catalogue, text }: ViewContext, iri: string): Value[] {
  const bytes = Number(catalogue.graph.text(iri, dcat.byteSize));
  return Number.isFinite(bytes) ? [{ text: text.bytes(bytes) }] : [];
}

/** Links whose text makes sense alone: the name is there for those who hear the page. */
function downloadValues({ catalogue, text }: ViewContext, iri: string, name: string): Value[] {
  const { graph } = catalogue;
  const links = graph.nodes(iri, dcat.downloadURL).map((one) => ({ one, key: 'action.download' }));
  const access = graph.nodes(iri, dcat.accessURL).map((one) => ({ one, key: 'action.open' }));
  const known = new Set(links.map(({ one }) => one.value));
  return [...links, ...access.filter(({ one }) => !known.has(one.value))].map(({ one, key }) => {
    const href = fileHref(catalogue, one.value) ?? (isSafeHref(one.value) ? one.value : undefined);
    return href === undefined
      ? { text: one.value }
      : { text: text.t(key), href, hidden: `: ${name}` };
  });
}

export function distributionBody(context: ViewContext, iri: string, sheet: FactSheet): ThingBody {
  const { text } = context;
  const name = context.catalogue.label(iri, text.lang).text;
  const datasets = pointingHere(context, iri, 'datasett', [dcat.distribution]);
  sheet.cover(dcat.byteSize, dcat.downloadURL, dcat.accessURL, dct.format);
  const downloads = downloadValues(context, iri, name);
  return {
    tags: formatValues(context, iri).map((one) => ({ text: one.text, tone: 'info' as const })),
    subtitle: [
      {
        label: text.t('kind.datasett'),
        values: datasets.map((one) => nodeValue(context, one)),
        missing: text.t('value.notStated'),
      },
      sheet.expected(dct.modified),
    ],
    sections: [
      {
        id: 'data',
        heading: text.t('section.download'),
        ...(downloads.length > 0 ? { list: downloads } : { empty: text.t('data.noLink') }),
      },
      {
        id: 'oversikt',
        heading: text.t('section.overview'),
        facts: [
          {
            label: text.t('column.byteSize'),
            values: sizeValues(context, iri),
            missing: text.t('value.notStated'),
          },
          ...sheet.expectedAll(dcat.mediaType, dct.license),
          ...sheet.stated(adms.status, dcatap.availability, dct.conformsTo, dcat.accessService),
          ...sheet.stated(foaf.page, dct.issued, spdx.checksum, dcatap.applicableLegislation),
        ],
      },
      ...licenceSection(context, iri),
    ],
  };
}

export function dataServiceBody(context: ViewContext, iri: string, sheet: FactSheet): ThingBody {
  const { catalogue, text } = context;
  sheet.cover(dcat.contactPoint, dcat.servesDataset);
  const served = catalogue.graph
    .nodes(iri, dcat.servesDataset)
    .map((one) => one.value)
    .filter((one) => catalogue.pathOf(one) !== undefined);
  return {
    tags: [accessTag(context, iri)],
    subtitle: [sheet.expected(dct.publisher), ...sheet.stated(dct.modified)],
    sections: [
      {
        id: 'bruk',
        heading: text.t('section.use'),
        facts: [
          ...sheet.expectedAll(dcat.endpointURL, dcat.endpointDescription),
          ...sheet.stated(
            kdm.serviceQuality,
            foaf.page,
            dcat.landingPage,
            dct.conformsTo,
            dct.format,
            dct.license,
            dct.rights,
          ),
          ...sheet.stated(dcat.theme, dcat.keyword, adms.status, dcatap.availability),
        ],
      },
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

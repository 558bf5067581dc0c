/** Distributions, as rows of a dataset's page and as pages of their own. */
import { dcat, dct, foaf, spdx, adms, dcatap } from '../../src/rdf/vocabularies.js';
import { licenceSection } from './access.js';
import { chainSection } from './chain.js';
import { cell, type FactSheet } from './facts.js';
import type { Section, TableRow, Value } from './page-model.js';
import { contactValues, pointingHere } from './related.js';
import { accessCode } from './tags.js';
import { columnsSection, previewValues } from './preview-section.js';
import type { ThingBody } from './thing-body.js';
import { codeOf, fileHref, nodeValue, valuesOf, type ViewContext } from './values.js';
import { isSafeHref } from '../local-paths.js';

/** Files that one can have; where there are none, why not, and what to do instead. */
export function distributionPart(
  context: ViewContext,
  iri: string,
  hasService: boolean,
): Pick<Section, 'table' | 'empty'> & { readonly count: number } {
  const { catalogue, text } = context;
  const distributions = catalogue.graph
    .nodes(iri, dcat.distribution)
    .filter((one) => catalogue.graph.has(one));
  const count = distributions.length;
  if (count === 0)
    return hasService ? { count } : { count, empty: text.t(noDataReason(context, iri)) };
  // The link comes second: on a narrow screen the rest is behind a sideways scroll.
  const columns = ['title', 'download', 'format', 'byteSize', 'modified', 'license'];
  return {
    count,
    table: {
      caption: text.t('section.data'),
      columns: columns.map((one) => text.t(`column.${one}`)),
      rows: distributions.map((one) => row(context, one.value)),
    },
  };
}

function noDataReason(context: ViewContext, iri: string): string {
  if (accessCode(context, iri) === 'PUBLIC') return 'data.noneOpen';
  return contactValues(context, iri).length > 0 ? 'data.noneClosed' : 'data.noneNoContact';
}

function row(context: ViewContext, iri: string): TableRow {
  const { text } = context;
  const name = nodeValue(context, iri);
  return {
    head: [name],
    cells: [
      cell(text, waysTo(context, iri, name.text)),
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

/** To have the file, and to see what is in it first. */
function waysTo(context: ViewContext, iri: string, name: string): Value[] {
  return [...downloadValues(context, iri, name), ...previewValues(context, iri, name)];
}

export function distributionBody(context: ViewContext, iri: string, sheet: FactSheet): ThingBody {
  const { text } = context;
  const name = context.catalogue.label(iri, text.lang).text;
  const datasets = pointingHere(context, iri, 'datasett', [dcat.distribution]);
  sheet.cover(dcat.byteSize, dcat.downloadURL, dcat.accessURL, dct.format);
  const downloads = waysTo(context, iri, name);
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
      ...columnsSection(context, iri),
      ...licenceSection(context, iri),
      ...chainSection(context, iri),
    ],
  };
}

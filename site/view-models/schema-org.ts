/** The schema.org description of a dataset for search engines (site.md 10.4): nothing that the page does not show. */
import { dcat, dct } from '../../src/rdf/vocabularies.js';
import { inBestLanguage, textOf } from '../labels.js';
import { licencesOf } from './access.js';
import { formatValues } from './distribution.js';
import { accessCode } from './tags.js';
import type { ViewContext } from './values.js';

const MIN_DESCRIPTION = 50;

export function schemaOrgDataset(context: ViewContext, iri: string): object {
  const { catalogue, text } = context;
  const { graph, settings } = catalogue;
  const description = textOf(graph, iri, [dct.description], text.lang)?.text ?? '';
  const isOpen = accessCode(context, iri) === 'PUBLIC';
  const publisher = graph.node(iri, dct.publisher);
  const coverage = temporalCoverage(context, iri);
  return {
    '@context': 'https://schema.org/',
    '@type': 'Dataset',
    '@id': iri,
    identifier: iri,
    url: `${settings.base}${text.lang}${catalogue.pathOf(iri) ?? ''}`,
    name: catalogue.label(iri, text.lang).text,
    ...(description.length >= MIN_DESCRIPTION ? { description: description.slice(0, 5000) } : {}),
    keywords: inBestLanguage(graph.literals(iri, dcat.keyword), text.lang).map((one) => one.value),
    license: licencesOf(context, iri).map((one) => one.value),
    isAccessibleForFree: isOpen,
    ...(publisher
      ? {
          publisher: {
            '@type': 'Organization',
            name: catalogue.label(publisher.value, text.lang).text,
          },
        }
      : {}),
    ...(coverage ? { temporalCoverage: coverage } : {}),
    ...(graph.text(iri, dct.modified) ? { dateModified: graph.text(iri, dct.modified) } : {}),
    includedInDataCatalog: { '@type': 'DataCatalog', '@id': settings.catalog },
    ...(isOpen ? { distribution: downloads(context, iri) } : {}),
  };
}

function downloads(context: ViewContext, iri: string): object[] {
  const { graph } = context.catalogue;
  return graph.nodes(iri, dcat.distribution).flatMap((distribution) =>
    graph.nodes(distribution, dcat.downloadURL).map((download) => ({
      '@type': 'DataDownload',
      contentUrl: download.value,
      encodingFormat: formatValues(context, distribution.value)[0]?.text,
    })),
  );
}

/** ISO 8601 interval text: `2019-01-01/..`. */
function temporalCoverage({ catalogue }: ViewContext, iri: string): string | undefined {
  const period = catalogue.graph.node(iri, dct.temporal);
  if (!period) return undefined;
  const start = catalogue.graph.text(period, dcat.startDate);
  const end = catalogue.graph.text(period, dcat.endDate);
  return start || end ? `${start ?? '..'}/${end ?? '..'}` : undefined;
}

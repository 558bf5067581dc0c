/**
 * What only the projection knows: the members of the catalogue, the date of its last public change, and the catalogue of its
 * services. Made from public things alone, so that nothing else can be counted or dated from it (C6).
 */
import { GraphIndex } from '../rdf/graph-index.js';
import { literal, quad, type NamedNode, type Quad } from '../rdf/terms.js';
import { dcat, dct, xsd } from '../rdf/vocabularies.js';
import { serviceCatalogue } from './service-catalogue.js';

export function catalogueLinks(projected: readonly Quad[], catalog: NamedNode): Quad[] {
  const graph = new GraphIndex(projected);
  if (!graph.has(catalog)) return [];
  const datasets = [...graph.instances(dcat.Dataset), ...graph.instances(dcat.DatasetSeries)];
  const services = graph.instances(dcat.DataService);
  const dates = [catalog, ...datasets, ...services, ...graph.instances(dcat.Distribution)]
    .flatMap((subject) => [
      ...graph.literals(subject, dct.modified),
      ...graph.literals(subject, dct.issued),
    ])
    .map((date) => date.value.slice(0, 10))
    .sort();
  const last = dates.at(-1);
  const links = [
    ...datasets.map((dataset) => quad(catalog, dcat.dataset, dataset)),
    ...services.map((service) => quad(catalog, dcat.service, service)),
    ...(last && !graph.text(catalog, dct.modified)
      ? [quad(catalog, dct.modified, literal(last, xsd.date))]
      : []),
  ];
  return [...links, ...serviceCatalogue([...graph.about(catalog), ...links], services)];
}

/** SPARQL 1.1 Service Description (https://www.w3.org/TR/sparql11-service-description/): no graph is named that is not public. */
import { iri } from '../../src/model/iri.js';
import { resource } from '../../src/rdf/resource.js';
import { namedNode, type Quad } from '../../src/rdf/terms.js';
import { formats, sd } from '../../src/rdf/vocabularies.js';
import { countedGraphs } from '../counted-graphs.js';
import type { PublicCatalogue } from '../public-catalogue.js';
import { figures, SYNTAX_NAMES } from '../void.js';

export function serviceDescription(catalogue: PublicCatalogue): Quad[] {
  const { base } = catalogue.settings;
  const service = iri(`${base}sparql`);
  const dataset = iri(`${base}sparql#datasett`);
  const graphs = countedGraphs(catalogue);
  const [whole, ...named] = graphs;
  const made = resource(service)
    .a(sd.Service)
    .add(sd.endpoint, namedNode(service))
    .add(sd.supportedLanguage, sd.SPARQL11Query)
    .add(sd.feature, sd.UnionDefaultGraph)
    .add(sd.resultFormat, formats.SPARQL_Results_JSON)
    .add(sd.resultFormat, formats.SPARQL_Results_XML)
    .add(sd.resultFormat, formats.SPARQL_Results_CSV)
    .add(sd.resultFormat, formats.SPARQL_Results_TSV)
    .add(sd.defaultDataset, namedNode(dataset));
  for (const syntax of Object.values(SYNTAX_NAMES)) made.add(sd.resultFormat, syntax);
  return [
    ...made,
    ...resource(dataset).a(sd.Dataset).link(sd.defaultGraph, whole.iri),
    ...named.flatMap(({ iri: description, name }) => {
      const entry = iri(`${description}-i-datasettet`);
      return [
        ...resource(dataset).link(sd.namedGraph, entry),
        ...resource(entry).a(sd.NamedGraph).link(sd.name, name).link(sd.graph, description),
      ];
    }),
    ...graphs.flatMap((one) => [...resource(one.iri).a(sd.Graph), ...figures(one)]),
  ];
}

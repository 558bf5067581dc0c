/** SPARQL 1.1 Service Description: no graph is named that is not public. */
import type { SiteSettings } from '../../src/model/site-settings.js';
import { iri } from '../../src/model/iri.js';
import { resource } from '../../src/rdf/resource.js';
import { namedNode, type Quad } from '../../src/rdf/terms.js';
import { formats, sd } from '../../src/rdf/vocabularies.js';

export function serviceDescription({ base }: SiteSettings): Quad[] {
  const service = iri(`${base}sparql`);
  const dataset = iri(`${base}sparql#datasett`);
  const graph = iri(`${base}sparql#graf`);
  return [
    ...resource(service)
      .a(sd.Service)
      .add(sd.endpoint, namedNode(service))
      .add(sd.supportedLanguage, sd.SPARQL11Query)
      .add(sd.feature, sd.UnionDefaultGraph)
      .add(sd.resultFormat, formats.SPARQL_Results_JSON)
      .add(sd.resultFormat, formats.SPARQL_Results_XML)
      .add(sd.resultFormat, formats.SPARQL_Results_CSV)
      .add(sd.resultFormat, formats.SPARQL_Results_TSV)
      .add(sd.resultFormat, formats.Turtle)
      .add(sd.resultFormat, formats['JSON-LD'])
      .add(sd.resultFormat, formats.RDF_XML)
      .add(sd.resultFormat, formats['N-Triples'])
      .add(sd.defaultDataset, namedNode(dataset)),
    ...resource(dataset).a(sd.Dataset).add(sd.defaultGraph, namedNode(graph)),
    ...resource(graph).a(sd.Graph),
  ];
}

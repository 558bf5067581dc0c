/** VoID: what the whole public graph holds and where to get it (site.md 10.1). Counts are those of the zone. */
import { iri } from '../src/model/iri.js';
import type { SiteSettings } from '../src/model/site-settings.js';
import type { GraphIndex } from '../src/rdf/graph-index.js';
import { modelOf } from '../src/rdf/model-of.js';
import { resource } from '../src/rdf/resource.js';
import { literal, namedNode, type Quad } from '../src/rdf/terms.js';
import { dcat, dct, modelldcatno, PREFIXES, rdf } from '../src/rdf/vocabularies.js';
import { vocabulary } from '../src/rdf/vocabulary.js';
import { DOCUMENT_SYNTAXES } from './document-syntaxes.js';
import type { PublicCatalogue } from './public-catalogue.js';

const voidTerms = vocabulary(
  'http://rdfs.org/ns/void#',
  'Dataset',
  'triples',
  'entities',
  'sparqlEndpoint',
  'dataDump',
  'subset',
  'uriSpace',
  'exampleResource',
  'vocabulary',
);

export function voidQuads({ graph, settings }: PublicCatalogue): Quad[] {
  const { base, catalog, name } = settings;
  let triples = 0;
  let entities = 0;
  for (const subject of graph.subjects()) {
    triples += graph.about(subject).length;
    entities += 1;
  }
  const [example] = graph.instances(dcat.Dataset);
  const made = resource(iri(`${base}void.ttl#graf`))
    .a(voidTerms.Dataset)
    .add(voidTerms.sparqlEndpoint, namedNode(iri(`${base}sparql`)))
    .add(voidTerms.uriSpace, literal(base))
    .add(voidTerms.exampleResource, example)
    .add(dct.source, namedNode(catalog))
    .integer(voidTerms.triples, triples)
    .integer(voidTerms.entities, entities);
  for (const lang of ['nb', 'nn', 'en'] as const) made.text(dct.title, name[lang], lang);
  for (const { extension } of DOCUMENT_SYNTAXES)
    made.add(voidTerms.dataDump, namedNode(iri(`${base}katalog.${extension}`)));
  for (const namespace of Object.values(PREFIXES))
    if (namespace !== rdf.$.base) made.add(voidTerms.vocabulary, namedNode(iri(namespace)));
  return [...made, ...modelQuads(graph, settings)];
}

/** Each information model is a part with a licence and a dump of its own. */
function modelQuads(graph: GraphIndex, { base }: SiteSettings): Quad[] {
  const models = graph
    .instances(modelldcatno.InformationModel)
    .filter(({ value }) => modelOf(graph, value) === value);
  return models.flatMap((model) => {
    const key = model.value.slice(model.value.lastIndexOf('/') + 1);
    const part = iri(`${base}void.ttl#modell-${key}`);
    return [
      ...resource(iri(`${base}void.ttl#graf`)).link(voidTerms.subset, part),
      ...resource(part)
        .a(voidTerms.Dataset)
        .add(dct.source, model)
        .add(dct.license, graph.node(model, dct.license))
        .link(voidTerms.dataDump, iri(`${base}fil/modell/${key}.ttl`)),
    ];
  });
}

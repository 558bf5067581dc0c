/**
 * VoID (https://www.w3.org/TR/void/): what the public graphs hold, together and each by itself, and where to get it (site.md
 * 10.1). Every figure is counted in the projection; a graph that is not public is not there to be named (C6).
 */
import { iri, type Iri } from '../src/model/iri.js';
import { modelOf } from '../src/rdf/model-of.js';
import { resource } from '../src/rdf/resource.js';
import { literal, namedNode, type Quad } from '../src/rdf/terms.js';
import { dcat, dct, formats, modelldcatno, PREFIXES, voidVocab } from '../src/rdf/vocabularies.js';
import type { TermId } from '../src/store/snapshot.js';
import { countedGraphs, type CountedGraph } from './counted-graphs.js';
import { MAIN_SYNTAXES } from './document-syntaxes.js';
import type { PublicCatalogue } from './public-catalogue.js';
import { DUMP } from './routes/dumps.js';

/** Names of syntaxes at https://www.w3.org/ns/formats/. */
export const SYNTAX_NAMES = {
  ttl: formats.Turtle,
  jsonld: formats['JSON-LD'],
  rdf: formats.RDF_XML,
  nt: formats['N-Triples'],
  nq: formats['N-Quads'],
  trig: formats.TriG,
} as const;

export function voidQuads(catalogue: PublicCatalogue): Quad[] {
  const graphs = countedGraphs(catalogue);
  const [whole, ...named] = graphs;
  return [
    ...aboutWhole(catalogue, whole),
    ...resource(whole.iri).link(voidVocab.subset, ...named.map((one) => one.iri)),
    ...graphs.flatMap((one) => [...figures(one), ...partitions(catalogue, one)]),
    ...modelQuads(catalogue, whole.iri),
  ];
}

/** The totals of a graph: the service description tells them too. */
export function figures({ iri: graph, statistics }: CountedGraph): Iterable<Quad> {
  return resource(graph)
    .a(voidVocab.Dataset)
    .integer(voidVocab.triples, statistics.triples)
    .integer(voidVocab.entities, statistics.entities)
    .integer(voidVocab.classes, statistics.classes.length)
    .integer(voidVocab.properties, statistics.properties.length)
    .integer(voidVocab.distinctSubjects, statistics.distinctSubjects)
    .integer(voidVocab.distinctObjects, statistics.distinctObjects);
}

/** Which properties and classes, and how much of each. Numbered in the order of their IRIs. */
function partitions({ zone }: PublicCatalogue, { iri: graph, statistics }: CountedGraph): Quad[] {
  const term = (id: TermId): Iri => iri(zone.snapshot.terms.value(id));
  const properties = statistics.properties.flatMap((count, at) => {
    const part = iri(`${graph}-p${at + 1}`);
    return [
      ...resource(graph).link(voidVocab.propertyPartition, part),
      ...resource(part)
        .link(voidVocab.property, term(count.property))
        .integer(voidVocab.triples, count.triples)
        .integer(voidVocab.distinctSubjects, count.distinctSubjects)
        .integer(voidVocab.distinctObjects, count.distinctObjects),
    ];
  });
  const classes = statistics.classes.flatMap((count, at) => {
    const part = iri(`${graph}-c${at + 1}`);
    return [
      ...resource(graph).link(voidVocab.classPartition, part),
      ...resource(part)
        .link(voidVocab.class, term(count.class))
        .integer(voidVocab.entities, count.entities),
    ];
  });
  return [...properties, ...classes];
}

function aboutWhole(catalogue: PublicCatalogue, whole: CountedGraph): Iterable<Quad> {
  const { graph, settings, zone } = catalogue;
  const { base, catalog, name } = settings;
  const [example] = graph.instances(dcat.Dataset);
  const made = resource(whole.iri)
    .add(voidVocab.sparqlEndpoint, namedNode(iri(`${base}sparql`)))
    .add(voidVocab.uriSpace, literal(base))
    .add(voidVocab.exampleResource, example)
    .add(dct.source, namedNode(catalog));
  for (const lang of ['nb', 'nn', 'en'] as const) made.text(dct.title, name[lang], lang);
  // Documents come in TriX too, for which there is no name.
  for (const syntax of [...Object.values(SYNTAX_NAMES), formats.N3, formats.RDF_JSON])
    made.add(voidVocab.feature, syntax);
  // The whole dataset first: it is the one that holds all that is counted here.
  made.link(voidVocab.dataDump, iri(`${base}${DUMP}`));
  for (const { extension } of MAIN_SYNTAXES)
    made.link(voidVocab.dataDump, iri(`${base}katalog.${extension}`));
  const used = whole.statistics.properties.map(({ property }) =>
    zone.snapshot.terms.value(property),
  );
  for (const namespace of Object.values(PREFIXES))
    if (used.some((property) => property.startsWith(namespace)))
      made.link(voidVocab.vocabulary, iri(namespace));
  return made;
}

/** Each information model is a part with a licence and a dump of its own. */
function modelQuads({ graph, settings: { base } }: PublicCatalogue, whole: Iri): Quad[] {
  const models = graph
    .instances(modelldcatno.InformationModel)
    .filter(({ value }) => modelOf(graph, value) === value);
  return models.flatMap((model) => {
    const key = model.value.slice(model.value.lastIndexOf('/') + 1);
    const part = iri(`${base}void.ttl#modell-${key}`);
    return [
      ...resource(whole).link(voidVocab.subset, part),
      ...resource(part)
        .a(voidVocab.Dataset)
        .add(dct.source, model)
        .add(dct.license, graph.node(model, dct.license))
        .link(voidVocab.dataDump, iri(`${base}fil/modell/${key}.ttl`)),
    ];
  });
}

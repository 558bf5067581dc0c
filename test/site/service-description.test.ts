/** What the endpoint and VoID say of themselves: true, exact, and of public graphs alone (safety C6). */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { GraphIndex } from '../../src/rdf/graph-index.js';
import { canonicalNTriples } from '../../src/rdf/canonical.js';
import { parseRdf } from '../../src/rdf/parse.js';
import { RDF_SYNTAXES } from '../../src/rdf/serialize.js';
import { sd, voidVocab } from '../../src/rdf/vocabularies.js';
import { BASE, startSite, type TestSite } from './site-server.js';

let site: TestSite;
beforeAll(async () => {
  site = await startSite();
  await site.zones.warm();
});
afterAll(() => site.close());

async function graphAt(path: string, accept = 'text/turtle'): Promise<GraphIndex> {
  const response = await site.get(path, { Accept: accept });
  expect([path, response.status]).toEqual([path, 200]);
  const type = response.headers.get('content-type')?.split(';', 1)[0] ?? '';
  return new GraphIndex(await parseRdf(await response.text(), type));
}
async function rows(query: string): Promise<string[][]> {
  const response = await site.get(`/sparql?format=csv&query=${encodeURIComponent(query)}`);
  const [, ...lines] = (await response.text()).trimEnd().split('\r\n');
  return lines.map((line) => line.split(','));
}

describe('the service description (SPARQL 1.1 Service Description §2 and §3)', () => {
  test('a GET without a query returns RDF', async () => {
    for (const { mediaType, syntax } of RDF_SYNTAXES) {
      const response = await site.get('/sparql', { Accept: mediaType });
      expect([response.status, response.headers.get('content-type')?.split(';', 1)[0]]).toEqual([
        200,
        mediaType,
      ]);
      const named = await site.get(`/sparql?format=${syntax}`, { Accept: 'text/html' });
      expect(await named.text()).toBe(await response.text());
    }
  });

  test('says the same in each syntax', async () => {
    const texts = new Set<string>();
    for (const { mediaType } of RDF_SYNTAXES) {
      const response = await site.get('/sparql', { Accept: mediaType });
      texts.add(canonicalNTriples(await parseRdf(await response.text(), mediaType)));
    }
    expect(texts.size).toBe(1);
  });

  test('holds a service whose endpoint is this address', async () => {
    const description = await graphAt('/sparql');
    const [service] = description.instances(sd.Service);
    expect(description.nodes(service!, sd.endpoint).map(({ value }) => value)).toEqual([
      `${BASE}sparql`,
    ]);
    expect(description.nodes(service!, sd.supportedLanguage)).toEqual([sd.SPARQL11Query]);
    expect(description.nodes(service!, sd.feature)).toEqual([sd.UnionDefaultGraph]);
    expect(description.nodes(service!, sd.resultFormat).length).toBe(10);
  });

  test('conforms to the schema: each thing that the vocabulary’s properties lead to is of their range', async () => {
    const description = await graphAt('/sparql');
    for (const [property, range] of [
      [sd.defaultDataset, sd.Dataset],
      [sd.defaultGraph, sd.Graph],
      [sd.namedGraph, sd.NamedGraph],
      [sd.graph, sd.Graph],
    ] as const) {
      const objects = description.withPredicate(property).map(({ object }) => object.value);
      expect(objects.length, property.value).toBeGreaterThan(0);
      for (const one of objects) expect(description.types(one), one).toContain(range.value);
    }
    for (const named of description.instances(sd.NamedGraph))
      expect(description.nodes(named, sd.name).length).toBe(1);
  });

  test('names exactly the graphs that a query finds', async () => {
    const description = await graphAt('/sparql');
    const named = description.withPredicate(sd.name).map(({ object }) => [object.value]);
    const found = await rows('SELECT DISTINCT ?g { GRAPH ?g { ?s ?p ?o } } ORDER BY ?g');
    expect(found.length).toBeGreaterThan(2);
    expect(named.sort()).toEqual(found);
  });
});

type Figure =
  'triples' | 'entities' | 'classes' | 'properties' | 'distinctSubjects' | 'distinctObjects';

describe('VoID', () => {
  test('is found at its well-known address, in each syntax', async () => {
    const texts = new Set<string>();
    for (const { mediaType, extension } of RDF_SYNTAXES) {
      const found = await site.get('/.well-known/void', { Accept: mediaType });
      expect([found.status, found.headers.get('location')]).toEqual([303, `/void.${extension}`]);
      const answer = await site.get(`/void.${extension}`);
      expect(answer.headers.get('content-type')).toContain(mediaType);
      texts.add(canonicalNTriples(await parseRdf(await answer.text(), mediaType)));
    }
    expect(texts.size).toBe(1);
    const page = await site.get('/.well-known/void', { Accept: 'text/html' });
    expect(page.headers.get('location')).toBe('/void.ttl');
    expect((await site.get('/void.xlsx')).status).toBe(404);
  });

  /** The figures of a description against those that the endpoint counts. `pattern` binds ?s ?p ?o. */
  async function compare(statistics: GraphIndex, node: string, pattern: string): Promise<void> {
    const figure = (term: Figure, of = node): number =>
      Number(statistics.text(of, voidVocab[term]));
    const [[triples, subjects, entities, objects, properties] = []] = await rows(
      `SELECT (COUNT(*) AS ?n) (COUNT(DISTINCT ?s) AS ?subjects) (COUNT(DISTINCT ?iri) AS ?iris) (COUNT(DISTINCT ?o) AS ?objects) (COUNT(DISTINCT ?p) AS ?ps)
       { SELECT DISTINCT ?s ?p ?o ?iri { ${pattern} BIND (IF(isIRI(?s), ?s, ?none) AS ?iri) } }`,
    );
    const [[classes] = []] = await rows(
      `SELECT (COUNT(DISTINCT ?o) AS ?n) { ${pattern} FILTER (?p = rdf:type) }`,
    );
    expect([
      figure('triples'),
      figure('distinctSubjects'),
      figure('entities'),
      figure('distinctObjects'),
      figure('properties'),
      figure('classes'),
    ]).toEqual([triples, subjects, entities, objects, properties, classes].map(Number));

    const parts = statistics.nodes(node, voidVocab.propertyPartition);
    const said = parts.map((part) => [
      statistics.node(part, voidVocab.property)?.value ?? '',
      figure('triples', part.value),
      figure('distinctSubjects', part.value),
      figure('distinctObjects', part.value),
    ]);
    const counted = await rows(
      `SELECT ?p (COUNT(*) AS ?n) (COUNT(DISTINCT ?s) AS ?ss) (COUNT(DISTINCT ?o) AS ?os) { SELECT DISTINCT ?s ?p ?o { ${pattern} } } GROUP BY ?p`,
    );
    expect(said.map(String).sort()).toEqual(counted.map(String).sort());

    const kinds = statistics
      .nodes(node, voidVocab.classPartition)
      .map((part) => [
        statistics.node(part, voidVocab.class)?.value,
        figure('entities', part.value),
      ]);
    const countedKinds = await rows(
      `SELECT ?o (COUNT(DISTINCT ?s) AS ?n) { ${pattern} FILTER (?p = rdf:type) } GROUP BY ?o`,
    );
    expect(kinds.map(String).sort()).toEqual(countedKinds.map(String).sort());
  }

  test('counts all graphs as one, as the endpoint does, to the last partition', async () => {
    await compare(await graphAt('/void.ttl'), `${BASE}void.ttl#graf`, '?s ?p ?o');
  });

  test('counts each graph by itself', async () => {
    const statistics = await graphAt('/void.ttl');
    const description = await graphAt('/sparql');
    const graphs = description.instances(sd.NamedGraph);
    expect(graphs.length).toBeGreaterThan(2);
    for (const entry of graphs) {
      const node = description.node(entry, sd.graph)!.value;
      const name = description.node(entry, sd.name)!.value;
      await compare(statistics, node, `GRAPH <${name}> { ?s ?p ?o }`);
      expect(description.text(node, voidVocab.triples)).toBe(
        statistics.text(node, voidVocab.triples),
      );
    }
  });

  test('tells which vocabularies are in use, and no others', async () => {
    const statistics = await graphAt('/void.ttl');
    const used = statistics.withPredicate(voidVocab.vocabulary).map(({ object }) => object.value);
    expect(used).toContain('http://www.w3.org/ns/dcat#');
    expect(used).not.toContain('http://www.w3.org/ns/dqv#');
  });
});

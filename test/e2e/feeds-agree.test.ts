/**
 * Portals, clients and people see the same catalogue (portals.md 3.4, PR12): the same datasets in every feed, and each of them
 * described by the same statements. On the sample, over HTTP, read by clients that know nothing of how the feeds are made.
 */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bridged } from '../../src/feed/bridge.js';
import { descriptionHash } from '../../src/feed/feed-graph.js';
import { fullView } from '../../src/feed/full-view.js';
import { canonicalNTriples, contentHash } from '../../src/rdf/canonical.js';
import { GraphIndex } from '../../src/rdf/graph-index.js';
import { parseRdf } from '../../src/rdf/parse.js';
import { isLiteral, type Quad } from '../../src/rdf/terms.js';
import { dcat } from '../../src/rdf/vocabularies.js';
import { LdesClient } from '../clients/ldes.js';
import { OaiClient } from '../clients/oai.js';
import { readXml } from '../clients/xml.js';
import { startSite, type RunningSite } from '../support/running-site.js';
import { tempCatalogue, type TempCatalogue } from '../support/temp-catalogue.js';

let temp: TempCatalogue;
let site: RunningSite;
let base: string;
beforeAll(async () => {
  temp = await tempCatalogue('oslo');
  await temp.harvest();
  await temp.publish();
  base = temp.catalogue.config.base;
  site = await startSite(temp.varFolder);
});
afterAll(async () => {
  await site.close();
  await temp[Symbol.asyncDispose]();
});

/** Addresses in the feeds are those of the base; here the base is another server. */
const get = (url: string, accept = '*/*'): Promise<Response> =>
  fetch(url.replace(base, `${site.origin}/`), { headers: { Accept: accept } });
const read = async (path: string, type: string): Promise<Quad[]> => {
  const response = await get(`${base}${path}`, type);
  expect(response.status, path).toBe(200);
  return parseRdf(new Uint8Array(await response.arrayBuffer()), type);
};
const graphOf = async (path: string, type: string): Promise<GraphIndex> =>
  new GraphIndex(await read(path, type));

/** data.norge.no's own recursion, written anew: all that is reached, short of other datasets and series. */
function portalHash(graph: GraphIndex, start: string): string {
  const members = new Set(datasetsOf(graph));
  const seen = new Set([start]);
  const found: Quad[] = [];
  for (const node of seen) {
    for (const one of graph.about(node)) {
      found.push(one);
      if (!isLiteral(one.object) && !members.has(one.object.value)) seen.add(one.object.value);
    }
  }
  return contentHash(canonicalNTriples(found));
}
function datasetsOf(graph: GraphIndex): string[] {
  const all = [...graph.instances(dcat.Dataset), ...graph.instances(dcat.DatasetSeries)];
  return [...new Set(all.map(({ value }) => value))].sort();
}
const hashesOf = (graph: GraphIndex, hash = portalHash): Record<string, string> =>
  Object.fromEntries(datasetsOf(graph).map((one) => [one, hash(graph, one)]));

const FILES = {
  'katalog.ttl': 'text/turtle',
  'katalog.jsonld': 'application/ld+json',
  'katalog.rdf': 'application/rdf+xml',
  'katalog.nt': 'application/n-triples',
} as const;

describe('the whole catalogue', () => {
  test.each(Object.entries(FILES))(
    '%s describes each dataset as SPARQL knows it',
    async (path, type) => {
      const graph = await graphOf(path, type);
      const query =
        'SELECT DISTINCT ?s WHERE { VALUES ?t { dcat:Dataset dcat:DatasetSeries } ?s a ?t }';
      const response = await get(`${base}sparql?query=${encodeURIComponent(query)}`, 'text/csv');
      const [, ...asked] = (await response.text()).trim().split('\r\n');
      expect(asked.length).toBeGreaterThan(50);
      expect(datasetsOf(graph)).toEqual(asked.sort());
      const whole = await graphOf('katalog.ttl', 'text/turtle');
      expect(hashesOf(graph)).toEqual(hashesOf(whole));
    },
  );

  test('the dump has the same datasets', async () => {
    const dump = new GraphIndex(await read('dump.nq', 'application/n-quads'));
    expect(datasetsOf(dump)).toEqual(datasetsOf(await graphOf('katalog.ttl', 'text/turtle')));
  });

  test('so have the sitemap and the search', async () => {
    const whole = await graphOf('katalog.ttl', 'text/turtle');
    const pages = datasetsOf(whole).map((one) => one.replace(`${base}id/`, `${base}nb/`));
    const sitemap = readXml(await (await get(`${base}sitemap.xml`)).text());
    const text = JSON.stringify(sitemap);
    const listed = [...text.matchAll(/"([^"]*\/nb\/(?:datasett|serie)\/[^"/]+)"/g)].map(
      ([, url]) => url,
    );
    expect([...new Set(listed)].sort()).toEqual(pages.sort());
    const response = await get(`${base}nb/sok.json?type=datasett&type=serie`);
    const hits = (await response.json()) as { iri: string }[];
    expect(hits.map(({ iri }) => iri).sort()).toEqual(datasetsOf(whole));
  });
});

describe('each dataset has the same canonical statements', () => {
  let whole: Record<string, string>;
  beforeAll(async () => {
    whole = hashesOf(await graphOf('katalog.nt', 'application/n-triples'));
  });

  test('in its own document', async () => {
    const own: Record<string, string> = {};
    for (const iri of Object.keys(whole)) {
      const graph = await graphOf(`${iri.replace(`${base}id/`, '')}.ttl`, 'text/turtle');
      own[iri] = portalHash(graph, iri);
    }
    expect(own).toEqual(whole);
  });

  test.each([
    ['old', 'http://www.w3.org/ns/hydra/core#nextPage'],
    ['new', 'http://www.w3.org/ns/hydra/core#next'],
  ])('on the pages, walked with the %s terms alone', async (_, next) => {
    const found: Record<string, string> = {};
    let url: string | undefined = `${base}katalog?side=1`;
    while (url !== undefined) {
      const graph: GraphIndex = await graphOf(url.slice(base.length), 'application/rdf+xml');
      Object.assign(found, hashesOf(graph));
      url = [...graph.subjects()]
        .flatMap((one) => graph.about(one))
        .find(({ predicate }) => predicate.value === next)?.object.value;
    }
    expect(found).toEqual(whole);
  });

  test('in OAI-PMH', async () => {
    const client = new OaiClient(`${base}oai`, (url) => get(url));
    const records = await client.list('ListRecords', { metadataPrefix: 'dcat_ap' });
    const found: Record<string, string> = {};
    for (const { identifier, metadata } of records) {
      const graph = new GraphIndex(await parseRdf(metadata?.source ?? '', 'application/rdf+xml'));
      found[identifier] = portalHash(graph, identifier);
    }
    expect(found).toEqual(whole);
  });

  test('in the event stream', async () => {
    const client = new LdesClient(`${base}feed/endringer`, (url) => get(url, 'application/trig'));
    const state = await client.materialise();
    const found: Record<string, string> = {};
    for (const iri of Object.keys(whole))
      found[iri] = portalHash(new GraphIndex(state.get(iri) ?? []), iri);
    expect(found).toEqual(whole);
  });

  test('and what data.norge.no gets is the bridge of it', async () => {
    const graph = await graphOf('katalog.ttl', 'text/turtle');
    const feed = await graphOf('feed/fdk.ttl', 'text/turtle');
    const view = bridged(fullView(graph, `${base}id/katalog/oslo`), temp.catalogue.bridge);
    expect(datasetsOf(feed)).toEqual(Object.keys(whole).sort());
    expect(hashesOf(feed)).toEqual(
      Object.fromEntries(view.members.map((one) => [one, descriptionHash(view, one)])),
    );
  });
});

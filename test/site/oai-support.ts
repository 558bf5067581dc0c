/** What the tests of OAI-PMH share: a client on a live site, and what it must find there. */
import { canonicalNTriples, contentHash } from '../../src/rdf/canonical.js';
import { instant } from '../../src/model/instant.js';
import { parseRdf } from '../../src/rdf/parse.js';
import { OaiClient, type OaiRecord } from '../clients/oai.js';
import type { XmlElement } from '../clients/xml.js';
import { BASE, type TestSite } from './site-server.js';

export const NOW = '2026-11-30T10:00:00.000Z';
export const FIRST = '2026-11-22T12:00:00Z';
export const at = (moment: string): ReturnType<typeof instant> => instant(moment);
export const iriOf = (key: string): string => `${BASE}id/datasett/${key}`;

export function clientOf(site: TestSite): OaiClient {
  return new OaiClient(`${BASE}oai`, (url) => site.get(url.replace(BASE, '/')));
}

export async function datasetsBySparql(site: TestSite): Promise<string[]> {
  await site.zones.warm();
  const query =
    'SELECT DISTINCT ?d { VALUES ?c { dcat:Dataset dcat:DatasetSeries } ?d a ?c } ORDER BY ?d';
  const response = await site.get(`/sparql?query=${encodeURIComponent(query)}`, {
    Accept: 'application/sparql-results+json',
  });
  const { results } = (await response.json()) as {
    results: { bindings: { d: { value: string } }[] };
  };
  return results.bindings.map(({ d }) => d.value).sort();
}

export async function hashOf(metadata: XmlElement | undefined): Promise<string> {
  const document = `<?xml version="1.0" encoding="UTF-8"?>\n${metadata?.source ?? ''}`;
  return contentHash(canonicalNTriples(await parseRdf(document, 'application/rdf+xml')));
}

export const identifiers = (records: readonly OaiRecord[]): string[] =>
  records.map(({ identifier }) => identifier);

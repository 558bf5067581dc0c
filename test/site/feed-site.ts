/** The small site with a catalogue of three pages, for tests of what portals read. */
import { BASE, startSite, type TestSite } from './site-server.js';

/** The moment of all that `publishZone` publishes. */
export const NEWEST = 'Sun, 22 Nov 2026 12:00:00 GMT';
export const PAGES = 3;
export const BROWSER = 'text/html,application/xhtml+xml,application/xml;q=0.9,image/webp,*/*;q=0.8';

/** The nine types that data.norge.no knows, as they are sent. */
export const TYPES = {
  ttl: 'text/turtle; charset=utf-8',
  n3: 'text/n3; charset=utf-8',
  trig: 'application/trig',
  rdf: 'application/rdf+xml',
  rj: 'application/rdf+json',
  jsonld: 'application/ld+json',
  nt: 'application/n-triples',
  nq: 'application/n-quads',
  trix: 'application/trix',
} as const;

export function bare(type: string): string {
  return type.replace(/;.*/, '');
}

const members = Array.from(
  { length: 250 },
  (_, at) => `<${BASE}id/datasett/nr-${at}> a dcat:Dataset ;
    dct:identifier "nr-${at}" ; dct:title "Nr. ${at} & <co>"@nb .`,
);
const MORE = `@prefix dcat: <http://www.w3.org/ns/dcat#> . @prefix dct: <http://purl.org/dc/terms/> .
  <${BASE}id/katalog/prove> dcat:catalog <${BASE}id/katalog/tjenester> .
  <${BASE}id/katalog/tjenester> a dcat:Catalog ; dcat:service <${BASE}id/datatjeneste/api> .
  ${members.join('\n')}`;

export function startFeedSite(): Promise<TestSite> {
  return startSite(MORE);
}

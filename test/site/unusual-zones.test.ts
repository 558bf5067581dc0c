/** OAI-PMH and event stream of zones that the fixture does not give: without a log, without data, with an outdated page. */
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { createSite } from '../../site/app.js';
import { publicCatalogue } from '../../site/public-catalogue.js';
import { listen } from '../../site/server.js';
import { openSite } from '../../src/compose-site.js';
import { PAGE_SIZE } from '../../src/feed/ldes.js';
import type { Change, ChangeKind } from '../../src/model/change.js';
import { instant } from '../../src/model/instant.js';
import { iri } from '../../src/model/iri.js';
import { canonicalNQuads } from '../../src/rdf/canonical.js';
import { CHANGES_FILE, formatChanges } from '../../src/store/public-zone.js';
import { QUADS_FILE, Revisions } from '../../src/store/revisions.js';
import { OaiClient } from '../clients/oai.js';
import { tempFolder } from '../support/temp-folder.js';
import { BASE, quadsOf, SETTINGS } from './site-server.js';

type Get = (path: string) => Promise<Response>;

async function serve(turtle: string, changes?: readonly Change[]): Promise<Get> {
  const folder = tempFolder();
  const files = new Map([
    [QUADS_FILE, canonicalNQuads(quadsOf(turtle))],
    ['site.json', JSON.stringify(SETTINGS)],
    ...(changes ? [[CHANGES_FILE, formatChanges(changes)] as const] : []),
  ]);
  await new Revisions(folder).publish('prove', { internal: new Map(), public: files }, []);
  const zones = await openSite(join(folder, 'current', 'public'), publicCatalogue);
  const server = await listen(createSite({ zones, engine: zones.engine }), 0, '127.0.0.1');
  onTestFinished(async () => {
    await server.close(1_000);
    await zones.close();
  });
  return (path) => fetch(`http://127.0.0.1:${server.port}${path}`, { redirect: 'manual' });
}

test('OAI-PMH of a catalogue without a log is dated by the descriptions', async () => {
  const get = await serve(`
    @prefix dcat: <http://www.w3.org/ns/dcat#> .
    @prefix dct: <http://purl.org/dc/terms/> .
    @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
    <${BASE}id/datasett/endret> a dcat:Dataset ; dct:issued "2020-01-01"^^xsd:date ; dct:modified "2026-03-04T05:06:07+02:00"^^xsd:dateTime .
    <${BASE}id/datasett/utgitt> a dcat:Dataset ; dct:issued "2026-01-02"^^xsd:date .
    <${BASE}id/datasett/rar> a dcat:Dataset ; dct:modified "i fjor" .
    <${BASE}id/serie/udatert> a dcat:DatasetSeries .
  `);
  const client = new OaiClient(`${BASE}oai`, (url) => get(url.replace(BASE, '/')));
  const records = await client.list('ListIdentifiers', { metadataPrefix: 'oai_dc' });
  expect(records.map(({ identifier, datestamp }) => [identifier, datestamp])).toEqual([
    [`${BASE}id/datasett/rar`, '1970-01-01T00:00:00Z'],
    [`${BASE}id/serie/udatert`, '1970-01-01T00:00:00Z'],
    [`${BASE}id/datasett/utgitt`, '2026-01-02T00:00:00Z'],
    [`${BASE}id/datasett/endret`, '2026-03-04T03:06:07Z'],
  ]);
  const { elements } = await client.content({ verb: 'Identify' });
  const earliest = elements.find(({ name }) => name === 'earliestDatestamp');
  expect(earliest?.text).toBe('1970-01-01T00:00:00Z');
});

test('OAI-PMH of an empty catalogue has sets and formats, but no records', async () => {
  const get = await serve('');
  const client = new OaiClient(`${BASE}oai`, (url) => get(url.replace(BASE, '/')));
  const list = { verb: 'ListRecords', metadataPrefix: 'oai_dc' };
  expect((await client.ask(list)).errors).toEqual(['noRecordsMatch']);
  expect((await client.content({ verb: 'ListSets' })).elements).toHaveLength(5);
  const { elements } = await client.content({ verb: 'Identify' });
  expect(elements.map(({ name }) => name)).toContain('earliestDatestamp');
});

test('a page of the event stream that only had outdated activities answers 410', async () => {
  const change = (at: number, kind: ChangeKind, day: string): Change => ({
    key: `${kind}-${at}`,
    kind,
    thing: iri(`${BASE}id/datasett/d${at}`),
    type: 'datasett',
    at: instant(day),
  });
  const numbers = Array.from({ length: PAGE_SIZE }, (_, at) => at);
  const get = await serve('', [
    ...numbers.map((at) => change(at, 'create', '2026-11-01')),
    ...numbers.map((at) => change(at, 'delete', '2026-11-02')),
  ]);
  const statusOf = async (path: string): Promise<number> => (await get(path)).status;
  expect(await statusOf('/feed/endringer?side=1')).toBe(410);
  expect(await statusOf('/feed/endringer/side-1.trig')).toBe(410);
  expect(await statusOf('/feed/endringer/side-2.nq')).toBe(200);
  expect(await statusOf('/feed/endringer?side=3')).toBe(404);
  const root = await (await get('/feed/endringer.nt')).text();
  expect(root).not.toContain('side=1>');
  expect(root).toContain(`${BASE}feed/endringer?side=2>`);
});

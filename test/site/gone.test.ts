/** The page of what was published once, and the dumps: everything at once, and where to find it. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parseNQuads } from '../../src/rdf/parse.js';
import { canonicalNQuads } from '../../src/rdf/canonical.js';
import { SnapshotDataset } from '../../src/store/snapshot-dataset.js';
import { readXml } from '../clients/xml.js';
import { missing } from './missing.js';
import { rawRequest, type Raw } from './raw-request.js';
import { BASE, publicPaths, startSite, type TestSite } from './site-server.js';

let site: TestSite;
beforeAll(async () => {
  site = await startSite();
});
afterAll(() => site.close());

const raw = (path: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Raw> =>
  rawRequest(site.root, { path, headers, method });

describe('a tombstone as a page', () => {
  test('tells title, date, reason and successor, and what one can do', async () => {
    const { status, body } = await raw('/nb/datasett/trukket');
    expect(status).toBe(410);
    const expected = [
      '<p class="ds-paragraph app-lead">Trukket datasett</p>',
      '<time datetime="2026-09-01">1. september 2026</time>',
      'Det beskrivelsen gjelder, er erstattet av noe annet.',
      'Bruk det som har kommet i stedet: <a class="ds-link" href="/nb/datasett/apent">Åpent datasett</a>',
      'href="mailto:post@prove.example"',
      'href="/nb/datasett"',
      `${BASE}id/datasett/trukket`,
      'href="/datasett/trukket.ttl" type="text/turtle"',
    ];
    expect(missing(body, expected)).toEqual([]);
  });

  test.each([
    ['nn', 'Ikkje lenger publisert', '1. september 2026'],
    ['en', 'No longer published', '1 September 2026'],
  ])('in %s', async (lang, heading, date) => {
    const { body } = await raw(`/${lang}/datasett/trukket`);
    expect(missing(body, [`<html lang="${lang}"`, heading, date])).toEqual([]);
    expect(body).not.toMatch(/\berror\.gone|\[object|undefined/);
  });

  test('a title in another language than the page says so', async () => {
    const { body } = await raw('/en/datasett/trukket');
    expect(body).toContain('lang="nb">Trukket datasett</p>');
  });

  test('of what was demoted there is no title, only when and that it is no longer published', async () => {
    const { status, body } = await raw('/nb/datasett/hevet');
    expect(status).toBe(410);
    expect(missing(body, ['2. september 2026', 'Beskrivelsen er ikke lenger publisert.'])).toEqual(
      [],
    );
    expect(body).not.toContain('app-lead');
  });

  test('its data are linked, and answer 410 too', async () => {
    const { body } = await raw('/nb/datasett/trukket');
    const links = [...body.matchAll(/href="(\/datasett\/trukket\.\w+)"/g)].map(
      ([, one]) => one ?? '',
    );
    expect(new Set(links).size).toBe(4);
    for (const link of links) expect([link, (await raw(link)).status]).toEqual([link, 410]);
  });
});

describe('everything at once', () => {
  test('/dump.nq holds all public graphs, byte for byte what the snapshot holds', async () => {
    const { status, headers, body } = await raw('/dump.nq');
    expect([status, headers['content-type']]).toEqual([200, 'application/n-quads']);
    expect(headers['content-encoding']).toBeUndefined();
    const { snapshot } = site.zones.current().zone;
    expect(body).toBe(canonicalNQuads(new SnapshotDataset(snapshot)));
    const graphs = new Set(parseNQuads(body).map(({ graph }) => graph.value));
    expect(graphs).toContain(`${BASE}graph/katalog`);
    expect(graphs).toContain(`${BASE}graph/gravsteiner`);
  });

  test('has a strong tag for each coding, and 304 without body', async () => {
    const [plain, br] = [await raw('/dump.nq'), await raw('/dump.nq', { 'Accept-Encoding': 'br' })];
    expect(br.headers['content-encoding']).toBe('br');
    expect(plain.headers['etag']).toMatch(/^"[\w-]+"$/);
    expect(br.headers['etag']).toMatch(/^"[\w-]+"$/);
    expect(br.headers['etag']).not.toBe(plain.headers['etag']);
    const again = await raw('/dump.nq', { 'If-None-Match': String(plain.headers['etag']) });
    expect([again.status, again.body]).toEqual([304, '']);
  });

  test('is named by VoID and by the home page', async () => {
    expect((await raw('/void.nt')).body).toContain(
      `<http://rdfs.org/ns/void#dataDump> <${BASE}dump.nq> .`,
    );
    expect((await raw('/nb/')).body).toContain('href="/dump.nq"');
  });
});

test('the sitemap is named by robots.txt, and every page in it answers', async () => {
  expect((await raw('/robots.txt')).body.split('\n')).toContain(`Sitemap: ${BASE}sitemap.xml`);
  const { status, headers, body } = await raw('/sitemap.xml');
  expect([status, headers['content-type']]).toEqual([200, 'application/xml']);
  const places = readXml(body).elements.map(
    ({ elements }) => elements.find(({ name }) => name === 'loc')?.text ?? '',
  );
  const datasets = publicPaths(site.zones.current()).filter((path) =>
    path.startsWith('/datasett/'),
  );
  for (const path of datasets) expect(places).toContain(`${BASE}nn${path}`);
  for (const place of places) {
    const path = place.replace(BASE, '/');
    expect([path, (await raw(path)).status]).toEqual([path, 200]);
  }
  expect((await raw('/sitemap-finnes-ikke.xml')).status).toBe(404);
});

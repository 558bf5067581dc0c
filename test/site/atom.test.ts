/** The Atom feeds, read as a strict reader reads them. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { atomFeed, changesList } from '../../site/changes/atom.js';
import { loadTranslators } from '../../site/translator.js';
import { changeIri, type Change } from '../../src/model/change.js';
import { instant } from '../../src/model/instant.js';
import { iri } from '../../src/model/iri.js';
import { readAtom, readPages, type AtomPage } from '../clients/atom.js';
import { MOMENTS, startChangingSite } from './changing-site.js';
import { rawRequest, type Raw } from './raw-request.js';
import { BASE, type TestSite } from './site-server.js';

let site: TestSite;
beforeAll(async () => {
  site = await startChangingSite();
});
afterAll(() => site.close());

const get = async (path: string): Promise<AtomPage> => {
  const response = await site.get(path);
  expect([path, response.status]).toEqual([path, 200]);
  expect(response.headers.get('content-type')).toBe('application/atom+xml; charset=utf-8');
  return readAtom(await response.text());
};
const changes = (): readonly Change[] => site.zones.current().zone.changes;
const ids = (found: readonly Change[]): string[] => found.map((one) => changeIri(BASE, one));

test('the whole log is there: as entries, newest first, or as deleted ones', async () => {
  const { entries, deleted, updated } = await get('/endringer.atom');
  expect(updated).toBe(MOMENTS[3]);
  const told = [...entries.map(({ id }) => id), ...deleted.map(({ ref }) => ref)];
  expect(told.sort()).toEqual(ids(changes()).sort());
  const moments = entries.map((entry) => entry.updated);
  expect(moments).toEqual(moments.toSorted().reverse());
});

test('what was withdrawn is an entry of its own, and deletes the entries of the thing before it', async () => {
  const { entries, deleted } = await get('/endringer.atom');
  const [created, updated, withdrawn] = ids(
    changes().filter(({ thing }) => thing === `${BASE}id/datasett/bekker`),
  );
  expect(entries.find(({ id }) => id === withdrawn)).toMatchObject({
    title: 'Fjernet: Bekker',
    summary: 'Trukket tilbake',
  });
  expect(deleted).toEqual([
    { ref: updated, when: MOMENTS[3] },
    { ref: created, when: MOMENTS[3] },
  ]);
});

test('an entry tells what was altered, leads to its page and its data, and is dated by the log', async () => {
  const { entries } = await get('/endringer.atom?datasett=elver');
  expect(entries.map(({ title, updated }) => [title, updated])).toEqual([
    ['Endret: Elver og vann', MOMENTS[2]],
    ['Endret: Elver og vann', MOMENTS[1]],
    ['Ny: Elver', MOMENTS[0]],
  ]);
  const [, altered] = entries;
  const key = altered?.id.split('/').at(-1) ?? '';
  expect(altered?.summary.split('\n').slice(0, 3)).toEqual([
    'Tittel (bokmål) endret fra «Elver» til «Elver og vann»',
    'Beskrivelse (bokmål) endret fra «… bekker i kommunen, med navn, lengde og vannføring. Målt hver måned …» til «… bekker i kommunen, med navn, lengde, bredde og vannføring. Målt hver måned …»',
    'Oppdateres endret fra «årlig» til «månedlig»',
  ]);
  expect(altered?.alternates).toEqual([
    `${BASE}nb/endring/${key}`,
    ...['ttl', 'jsonld', 'rdf', 'nt'].map((extension) => `${BASE}endring/${key}.${extension}`),
  ]);
});

test.each([
  ['utgiver=3', 11],
  ['tema=ENVI', 5],
  ['type=datasett&utgiver=1', 2],
  ['q=flomsoner', 2],
  ['q=finnesikke', 0],
])('a feed of its own for ?%s', async (query, count) => {
  const feed = await get(`/endringer.atom?${query}`);
  const whole = await get('/endringer.atom');
  expect(feed.entries.length + feed.deleted.length).toBe(count);
  expect(feed.id).not.toBe(whole.id);
  expect(feed.links.get('self')).toBe(`${BASE}nb/endringer.atom?${query}`);
  const all = new Set(whole.entries.map(({ id }) => id));
  expect(feed.entries.filter(({ id }) => !all.has(id))).toEqual([]);
});

test('each language has its feed, with the same entries in its own words', async () => {
  const [nb, nn, en] = [
    await get('/nb/endringer.atom'),
    await get('/nn/endringer.atom'),
    await get('/en/endringer.atom'),
  ];
  expect([nb.lang, nn.lang, en.lang]).toEqual(['nb', 'nn', 'en']);
  expect(nn.entries.map(({ id }) => id)).toEqual(nb.entries.map(({ id }) => id));
  expect(en.entries.map(({ title }) => title)).toContain('Removed: Bekker');
  expect(new Set([nb.id, nn.id, en.id]).size).toBe(3);
});

test('without a language in the path it is the one in bokmål, byte for byte', async () => {
  const [bare, nb] = await Promise.all(
    ['/endringer.atom', '/nb/endringer.atom'].map(async (path) =>
      (await site.get(path, { 'Accept-Language': 'en' })).text(),
    ),
  );
  expect(bare).toBe(nb);
});

test('C6 no date but those of the log', async () => {
  const text = await (await site.get('/endringer.atom')).text();
  const dates = new Set(text.match(/\d{4}-\d\d-\d\dT[\d:.]+Z/g));
  expect([...dates].sort()).toEqual([...new Set(changes().map(({ at }) => at))].sort());
});

describe('conditional requests', () => {
  test.each(['/endringer.atom', '/en/endringer.atom?utgiver=3'])(
    '304 for those who have %s, by tag and by date',
    async (path) => {
      const ask = (headers: Record<string, string>): Promise<Raw> =>
        rawRequest(site.root, { path, headers, method: 'GET' });
      const { headers } = await ask({});
      expect(headers['etag']).toMatch(/^"[\w-]+"$/);
      expect(headers['last-modified']).toBe('Thu, 26 Nov 2026 12:00:00 GMT');
      const answers = await Promise.all([
        ask({ 'If-None-Match': String(headers['etag']) }),
        ask({ 'If-Modified-Since': 'Thu, 26 Nov 2026 12:00:00 GMT' }),
        ask({ 'If-Modified-Since': 'Thu, 26 Nov 2026 11:59:59 GMT' }),
      ]);
      expect(answers.map(({ status }) => status)).toEqual([304, 304, 200]);
    },
  );
});

test.each(['side=0', 'datasett=%2F', 'type=fisk'])('400 for ?%s', async (query) => {
  expect((await site.get(`/endringer.atom?${query}`)).status).toBe(400);
});
test('404 for a page beyond the last', async () => {
  expect((await site.get('/endringer.atom?side=2')).status).toBe(404);
});

describe('of a long log', () => {
  const text = loadTranslators().nb;
  /** 2 500 changes of 1 000 things, one in ten of them deleted in the end. */
  const log = Array.from({ length: 2_500 }, (_, at): Change => {
    const number = at % 1_000;
    const isLast = at >= 2_000 && number % 10 === 0;
    const kind = at < 1_000 ? 'create' : isLast ? 'delete' : 'update';
    return {
      key: `e${at}`,
      kind,
      thing: iri(`${BASE}id/datasett/d${number}`),
      type: 'datasett',
      at: instant(new Date(Date.UTC(2026, 0, 1) + Math.floor(at / 7) * 60_000).toISOString()),
      title: { nb: `Datasett ${number} & <venner>\u0001` },
      ...(kind === 'delete' ? { reason: 'withdrawn' } : {}),
    };
  });

  test('its pages hold each change once, and every page is well formed', async () => {
    const { settings, graph, ...rest } = site.zones.current();
    const catalogue = { ...rest, settings, graph, zone: { ...rest.zone, changes: log } };
    const newestFirst = log.toReversed();
    const pages = await readPages(`${BASE}nb/endringer.atom`, (url) => {
      const page = Number(new URL(url).searchParams.get('side') ?? '1');
      return Promise.resolve(
        atomFeed({ catalogue, text }, newestFirst, {
          list: changesList({ catalogue, text }, {}),
          page,
        }) ?? '',
      );
    });
    expect(pages.slice(0, -1).every(({ entries }) => entries.length === 100)).toBe(true);
    const told = pages.flatMap(({ entries, deleted }) => [
      ...entries.map(({ id }) => id),
      ...deleted.map(({ ref }) => ref),
    ]);
    expect(told.length).toBe(2_500);
    expect(new Set(told)).toEqual(new Set(ids(log)));
    expect(pages[0]?.entries[0]?.title).toContain('& <venner>\ufffd');
  });

  test('C8 of what was demoted there is one bare deletion, which names the thing', () => {
    const { zone, ...rest } = site.zones.current();
    const bare: Change = {
      key: 'hevet',
      kind: 'delete',
      thing: iri(`${BASE}id/datasett/hevet`),
      type: 'datasett',
      at: instant('2026-11-30T00:00:00Z'),
      reason: 'demoted',
    };
    const catalogue = { ...rest, zone: { ...zone, changes: [bare] } };
    const source =
      atomFeed({ catalogue, text }, [bare], {
        list: changesList({ catalogue, text }, {}),
        page: 1,
      }) ?? '';
    const { entries, deleted } = readAtom(source);
    expect(entries.map(({ title, summary }) => [title, summary])).toEqual([
      ['Fjernet: Beskrivelse som ikke lenger er publisert', 'Ikke lenger publisert'],
    ]);
    expect(deleted).toEqual([{ ref: bare.thing, when: bare.at }]);
  });

  test('a log without lines is a feed without entries, dated by the catalogue', () => {
    const { zone, ...rest } = site.zones.current();
    const catalogue = { ...rest, zone: { ...zone, changes: [] } };
    const feed = readAtom(
      atomFeed({ catalogue, text }, [], { list: changesList({ catalogue, text }, {}), page: 1 }) ??
        '',
    );
    expect([feed.entries, feed.updated]).toEqual([[], '2026-11-01T00:00:00.000Z']);
  });
});

test('home, lists, datasets and organisations tell readers of news where to follow them', async () => {
  const found = async (path: string): Promise<string | undefined> => {
    const html = await (await site.get(path)).text();
    const [, href] =
      /<link rel="alternate" type="application\/atom\+xml" title="[^"]+" href="([^"]*)"/.exec(
        html,
      ) ?? [];
    return href?.replaceAll('&#x3D;', '=').replaceAll('&amp;', '&');
  };
  expect(await found('/nb/')).toBe('/nb/endringer.atom');
  expect(await found('/en/system')).toBe('/en/endringer.atom?type=system');
  expect(await found('/nb/datasett?utgiver=3')).toBe('/nb/endringer.atom?type=datasett&utgiver=3');
  expect(await found('/nn/datasett/elver')).toBe('/nn/endringer.atom?datasett=elver');
  expect(await found('/nb/virksomhet/3')).toBe('/nb/endringer.atom?utgiver=3');
  expect(await found('/nb/system/fag')).toBeUndefined();
});

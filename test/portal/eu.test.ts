/** data.europa.eu and others that turn pages or speak OAI-PMH: each trap by its name (issue 5, done-when 8). */
import { describe, expect, test } from 'vitest';
import { EU_LIMITS, type EuLimits } from '../../src/portal/eu/contract.js';
import { judgeEu } from '../../src/portal/eu/judge.js';
import { catalogue, dataset, PREFIXES, PUBLISHER } from './catalogue-turtle.js';
import { NOW } from './fdk-run.js';
import { answer, portalServer, type Answers } from './portal-server.js';

interface Paging {
  readonly total?: number;
  readonly next?: number;
  readonly dialects?: readonly ('old' | 'new')[];
  readonly host?: string;
}

/** A page with its datasets, and where the next one is. */
function page(keys: readonly string[], paging: Paging = {}, rest = PUBLISHER): string {
  const { total, next, dialects = ['old', 'new'], host = 'ORIGIN' } = paging;
  const to = next === undefined ? undefined : `<${host}/k?side=${next}>`;
  const hydra = [
    ...(dialects.includes('old')
      ? ['a hydra:PagedCollection', ...(to ? [`hydra:nextPage ${to}`] : [])]
      : []),
    ...(dialects.includes('new')
      ? ['a hydra:PartialCollectionView', ...(to ? [`hydra:next ${to}`] : [])]
      : []),
    ...(total === undefined ? [] : [`hydra:totalItems ${total}`]),
  ];
  return `${PREFIXES}<ORIGIN/k?side=0> ${hydra.join(' ; ')} .\n${catalogue(keys)}${keys.map((key) => dataset(key)).join('')}${rest}`;
}

const TWO: Answers = {
  '/k?side=1': page(['a', 'b'], { total: 3, next: 2 }),
  '/k?side=2': page(['c'], { total: 3 }),
};

async function judge(answers: Answers, options: { limits?: Partial<EuLimits>; oai?: true } = {}) {
  const server = await portalServer(answers);
  const limits = { ...EU_LIMITS, ...options.limits };
  try {
    const { verdict, found } = await judgeEu(server.source, {
      ...{ url: `${server.origin}/k?side=1`, held: undefined, now: NOW, limits },
      ...(options.oai ? { oai: `${server.origin}/oai` } : {}),
    });
    return { verdict, found, ids: verdict.traps.map(({ id }) => id) };
  } finally {
    await server.close();
  }
}

const xml = (content: string): string =>
  `<?xml version="1.0"?><OAI-PMH xmlns="http://www.openarchives.org/OAI/2.0/">${content}</OAI-PMH>`;
const IDENTIFY = xml('<Identify><deletedRecord>persistent</deletedRecord></Identify>');
const header = (key: string, attributes = ''): string =>
  `<header${attributes}><identifier>https://data.kommune.example/id/datasett/${key}</identifier><datestamp>2026-03-01</datestamp></header>`;
const list = (...content: string[]): string =>
  xml(`<ListIdentifiers>${content.join('')}</ListIdentifiers>`);
const asXml = (text: string) => answer(200, { 'content-type': 'text/xml; charset=utf-8' }, text);
const OAI: Answers = {
  '/oai?verb=Identify': asXml(IDENTIFY),
  '/oai?verb=ListIdentifiers&metadataPrefix=dcat_ap': asXml(
    list(header('a'), header('b'), '<resumptionToken cursor="0">del&amp;2</resumptionToken>'),
  ),
  '/oai?verb=ListIdentifiers&resumptionToken=del%262': asXml(
    list(header('c'), header('gammel', ' status="deleted"'), '<resumptionToken/>'),
  ),
};

describe('Hydra', () => {
  test('pages in order, in both dialects, are walked to the end without a trap', async () => {
    const { verdict } = await judge(TWO);
    expect([verdict.isRead, verdict.members, verdict.traps]).toEqual([true, 3, []]);
  });

  test.each<[string, string, Answers, Partial<EuLimits>?]>([
    ['EU-01', 'status 500', { '/k?side=1': answer(500) }],
    ['EU-01', 'no answer in time', { '/k?side=1': () => undefined }, { timeoutMs: 200 }],
    ['EU-02', 'HTML', { '/k?side=1': answer(200, { 'content-type': 'text/html' }, '<html>') }],
    [
      'EU-03',
      'Turtle that says it is RDF/XML',
      { '/k?side=1': answer(200, { 'content-type': 'application/rdf+xml' }, PREFIXES) },
    ],
    [
      'EU-04',
      'no totalItems',
      { '/k?side=1': page(['a', 'b'], { next: 2 }), '/k?side=2': page(['c']) },
    ],
    [
      'EU-05',
      'a wrong totalItems',
      {
        '/k?side=1': page(['a', 'b'], { total: 2, next: 2 }),
        '/k?side=2': page(['c'], { total: 2 }),
      },
    ],
    [
      'EU-06',
      'the old terms alone',
      {
        '/k?side=1': page(['a', 'b'], { total: 3, next: 2, dialects: ['old'] }),
        '/k?side=2': page(['c'], { total: 3 }),
      },
    ],
    [
      'EU-06',
      'the new terms alone',
      {
        '/k?side=1': page(['a', 'b'], { total: 3, next: 2, dialects: ['new'] }),
        '/k?side=2': page(['c'], { total: 3 }),
      },
    ],
    [
      'EU-07',
      'pages in a circle',
      {
        '/k?side=1': page(['a'], { total: 2, next: 2 }),
        '/k?side=2': page(['b'], { total: 2, next: 1 }),
      },
    ],
    [
      'EU-08',
      'pages without an end',
      {
        '/k?side=1': page(['a'], { total: 9, next: 2 }),
        '/k?side=2': page([], { total: 9, next: 3 }),
      },
      { maxPages: 2 },
    ],
    ['EU-09', 'a slow page', TWO, { slowMs: -1 }],
    ['EU-10', 'a large page', TWO, { largeBytes: 100 }],
    [
      'EU-11',
      'a publisher that another page describes',
      { ...TWO, '/k?side=2': page(['c'], { total: 3 }, '') },
    ],
    [
      'EU-12',
      'identifiers that differ in case only',
      { '/k?side=1': page(['tre', 'TRE'], { total: 2 }) },
    ],
    [
      'EU-13',
      'a dataset on two pages',
      {
        '/k?side=1': page(['a', 'b'], { total: 2, next: 2 }),
        '/k?side=2': page(['b'], { total: 2 }),
      },
    ],
    [
      'EU-14',
      'the next page behind the proxy',
      { '/k?side=1': page(['a'], { total: 1, next: 2, host: 'http://intern:8080' }) },
    ],
    [
      'EU-15',
      'a dataset without an IRI',
      { '/k?side=1': page(['a'], { total: 1 }, `${PUBLISHER} [] a dcat:Dataset .`) },
    ],
    [
      'EU-16',
      'a date in Norwegian order',
      { '/k?side=1': page(['a'], { total: 1 }, `${PUBLISHER} d:a dct:issued "01.03.2026" .`) },
    ],
  ])('%s: %s', async (id, _what, answers, limits = {}) => {
    const { ids } = await judge(answers, { limits });
    expect([...new Set(ids)]).toEqual([id]);
  });

  test('EU-12 compares last segments too', async () => {
    const same =
      PREFIXES +
      catalogue(['x']) +
      dataset('x') +
      PUBLISHER +
      'd:y a dcat:Dataset ; dct:identifier "https://annen.example/x" .';
    expect((await judge({ '/k?side=1': same })).ids).toEqual(['EU-12']);
  });

  test('EU-17: what is not seen again is deleted', async () => {
    const { found } = await judge(TWO);
    const server = await portalServer({ '/k?side=1': page(['a'], { total: 1 }) });
    const { verdict } = await judgeEu(server.source, {
      url: `${server.origin}/k?side=1`,
      held: found,
      now: NOW,
    });
    await server.close();
    expect(verdict.traps.map(({ id, count }) => [id, count])).toEqual([['EU-17', 2]]);
    expect(verdict.changes?.changed).toEqual([]);
  });
});

describe('OAI-PMH', () => {
  test('every header is read, token by token; what is deleted is not there', async () => {
    expect((await judge({ ...TWO, ...OAI }, { oai: true })).ids).toEqual([]);
  });

  test.each<[string, string, Answers]>([
    ['EU-20', 'an error', { '/oai?verb=Identify': asXml(xml('<error code="badVerb">?</error>')) }],
    ['EU-20', 'no OAI-PMH at all', { '/oai?verb=Identify': answer(404) }],
    [
      'EU-21',
      'a token that leads to itself',
      {
        '/oai?verb=ListIdentifiers&resumptionToken=del%262': asXml(
          list('<resumptionToken>del&amp;2</resumptionToken>'),
        ),
      },
    ],
    [
      'EU-22',
      'deletions that are forgotten',
      { '/oai?verb=Identify': asXml(IDENTIFY.replace('persistent', 'no')) },
    ],
    [
      'EU-23',
      'another set than the pages have',
      { '/oai?verb=ListIdentifiers&resumptionToken=del%262': asXml(list(header('gammel'))) },
    ],
  ])('%s: %s', async (id, _what, answers) => {
    expect((await judge({ ...TWO, ...OAI, ...answers }, { oai: true })).ids).toEqual([id]);
  });
});

/** OAI-PMH 2.0 as a strict harvester sees it (issue 5, Done-when 5; portals.md 1.2). */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { canonicalNTriples, contentHash } from '../../src/rdf/canonical.js';
import { descriptionHash } from '../../src/feed/feed-graph.js';
import { parseRdf } from '../../src/rdf/parse.js';
import type { OaiClient } from '../clients/oai.js';
import { manyDatasets } from './many-datasets.js';
import { BASE, startSite, type TestSite } from './site-server.js';
import {
  NOW,
  FIRST,
  at,
  iriOf,
  clientOf,
  datasetsBySparql,
  hashOf,
  identifiers,
} from './oai-support.js';

describe('a catalogue of 255 datasets and series', () => {
  let site: TestSite;
  let client: OaiClient;
  beforeAll(async () => {
    site = await startSite(manyDatasets(251), undefined, { clock: () => at(NOW) });
    client = clientOf(site);
  });
  afterAll(() => site.close());

  test('Identify tells what the protocol demands', async () => {
    const { root, content } = await client.ask({ verb: 'Identify' });
    expect(root.elements[0]?.text).toBe('2026-11-30T10:00:00Z');
    expect(content?.elements.map(({ name, text }) => [name, text])).toEqual([
      ['repositoryName', 'Prøve kommune'],
      ['baseURL', `${BASE}oai`],
      ['protocolVersion', '2.0'],
      ['adminEmail', 'post@prove.example'],
      ['earliestDatestamp', FIRST],
      ['deletedRecord', 'persistent'],
      ['granularity', 'YYYY-MM-DDThh:mm:ssZ'],
      ['compression', 'br'],
      ['compression', 'gzip'],
    ]);
  });

  test('three formats, each with the namespace of its root', async () => {
    const { elements } = await client.content({ verb: 'ListMetadataFormats' });
    const told = elements.map((format) => format.elements.map(({ text }) => text));
    expect(told.map(([prefix]) => prefix)).toEqual(['oai_dc', 'dcat_ap', 'rdfxml']);
    for (const [metadataPrefix = '', , namespace] of told) {
      const { records } = await client.part({ verb: 'ListRecords', metadataPrefix });
      expect(new Set(records.map(({ metadata }) => metadata?.namespace))).toEqual(
        new Set([namespace]),
      );
    }
  });

  test('a harvest in parts of 100 gets exactly the datasets and series of SPARQL, each once', async () => {
    const records = await client.list('ListRecords', { metadataPrefix: 'dcat_ap' });
    expect(identifiers(records).sort()).toEqual(await datasetsBySparql(site));
    expect(records).toHaveLength(255);
    const sizes = [];
    let part = await client.part({ verb: 'ListIdentifiers', metadataPrefix: 'oai_dc' });
    sizes.push([part.records.length, part.cursor, part.size]);
    while (part.token) {
      part = await client.part({ verb: 'ListIdentifiers', resumptionToken: part.token });
      sizes.push([part.records.length, part.cursor, part.size]);
    }
    expect(sizes).toEqual([
      [100, 0, 255],
      [100, 100, 255],
      [55, 200, 255],
    ]);
    expect(part.token).toBe('');
  });

  test('PR12 each description is the one of the dataset’s own document', async () => {
    const { feed } = site.zones.current();
    for (const { identifier, metadata } of await client.list('ListRecords', {
      metadataPrefix: 'rdfxml',
    }))
      expect([identifier, await hashOf(metadata)]).toEqual([
        identifier,
        descriptionHash(feed, identifier),
      ]);
    const own = await site.get('/datasett/apent.rdf');
    const record = await client.content({
      verb: 'GetRecord',
      identifier: iriOf('apent'),
      metadataPrefix: 'dcat_ap',
    });
    const [entry] = record.elements;
    expect(await hashOf(entry?.elements[1]?.elements[0])).toBe(
      contentHash(canonicalNTriples(await parseRdf(await own.text(), 'application/rdf+xml'))),
    );
  });

  test('Dublin Core says what a dataset is called, in each language', async () => {
    const record = await client.content({
      verb: 'GetRecord',
      identifier: iriOf('apent'),
      metadataPrefix: 'oai_dc',
    });
    const dc = record.elements[0]?.elements[1]?.elements[0];
    const told = dc?.elements.map(({ name, text, attributes }) => [
      name,
      attributes.get('{http://www.w3.org/XML/1998/namespace}lang'),
      text,
    ]);
    expect(told).toEqual([
      ['identifier', undefined, iriOf('apent')],
      ['type', undefined, 'Dataset'],
      ['title', 'en', 'Open dataset'],
      ['title', 'nb', 'Åpent datasett'],
      ['title', 'nn', 'Ope datasett'],
      ['subject', 'en', 'school'],
      ['subject', 'nb', 'skole'],
      ['subject', 'nb', 'Utdanning, kultur og sport'],
      ['subject', 'nb', 'Skole'],
      [
        'description',
        'nb',
        'Et datasett som alle kan bruke, med en beskrivelse som er lang nok til søkemotorer.',
      ],
      ['publisher', 'nb', 'Prøveetaten'],
      ['date', undefined, '2026-10-01'],
      ['relation', 'nb', 'Årlig serie'],
      ['rights', 'nb', 'Allmenn tilgang'],
      ['rights', 'nb', 'Creative Commons Navngivelse 4.0 Internasjonal'],
    ]);
  });

  test.each([
    ['badVerb', {}],
    ['badVerb', { verb: 'identify' }],
    ['badVerb', { verb: 'constructor' }],
    ['badArgument', { verb: 'Identify', set: 'type' }],
    ['badArgument', { verb: 'ListRecords' }],
    ['badArgument', { verb: 'ListRecords', metadataPrefix: '' }],
    ['badArgument', { verb: 'ListRecords', metadataPrefix: 'oai dc' }],
    ['badArgument', { verb: 'ListRecords', metadataPrefix: 'oai_dc\u0000' }],
    ['badArgument', { verb: 'ListRecords', metadataPrefix: 'oai_dc', from: '2026-02-30' }],
    ['badArgument', { verb: 'ListRecords', metadataPrefix: 'oai_dc', from: '2026-11-22T12:00Z' }],
    ['badArgument', { verb: 'ListRecords', metadataPrefix: 'oai_dc', until: 'i går' }],
    ['badArgument', { verb: 'ListRecords', metadataPrefix: 'oai_dc', set: 'type:' }],
    [
      'badArgument',
      { verb: 'ListRecords', metadataPrefix: 'oai_dc', from: '2026-11-22', until: FIRST },
    ],
    [
      'badArgument',
      { verb: 'ListRecords', metadataPrefix: 'oai_dc', from: '2026-11-23', until: '2026-11-22' },
    ],
    ['badArgument', { verb: 'GetRecord', identifier: iriOf('apent') }],
    ['badArgument', { verb: 'ListRecords', metadataPrefix: 'oai_dc', resumptionToken: 'x' }],
    ['badResumptionToken', { verb: 'ListRecords', resumptionToken: 'x' }],
    ['badResumptionToken', { verb: 'ListSets', resumptionToken: 'x' }],
    ['cannotDisseminateFormat', { verb: 'ListRecords', metadataPrefix: 'marc21' }],
    [
      'cannotDisseminateFormat',
      { verb: 'GetRecord', identifier: iriOf('apent'), metadataPrefix: 'marc21' },
    ],
    ['idDoesNotExist', { verb: 'GetRecord', identifier: 'x', metadataPrefix: 'oai_dc' }],
    ['idDoesNotExist', { verb: 'ListMetadataFormats', identifier: `${BASE}id/system/fag` }],
    ['noRecordsMatch', { verb: 'ListRecords', metadataPrefix: 'oai_dc', set: 'tema:INGEN' }],
    ['noRecordsMatch', { verb: 'ListRecords', metadataPrefix: 'oai_dc', until: '2026-11-21' }],
    ['noRecordsMatch', { verb: 'ListIdentifiers', metadataPrefix: 'oai_dc', from: '2026-11-23' }],
  ] as [string, Record<string, string>][])('%s for %j', async (code, given) => {
    expect((await client.ask(given)).errors).toEqual([code]);
  });

  test('badArgument for an argument that stands twice, badVerb for two verbs', async () => {
    const codeOf = async (query: string): Promise<string | undefined> =>
      /<error code="(\w+)">/.exec(await (await site.get(`/oai?${query}`)).text())?.[1];
    expect(await codeOf('verb=ListRecords&metadataPrefix=oai_dc&metadataPrefix=oai_dc')).toBe(
      'badArgument',
    );
    expect(await codeOf('verb=Identify&verb=Identify')).toBe('badVerb');
  });

  test('errors are told in the language that is asked for', async () => {
    const wordsIn = async (language: string): Promise<string> => {
      const response = await site.get('/oai?verb=ListRecords', { 'Accept-Language': language });
      return /<error[^>]*>([^<]*)</.exec(await response.text())?.[1] ?? '';
    };
    expect(await wordsIn('nb')).toBe('«metadataPrefix» må oppgis.');
    expect(await wordsIn('nn')).toBe('«metadataPrefix» må oppgjevast.');
    expect(await wordsIn('en')).toBe('«metadataPrefix» must be stated.');
  });

  test('from and until are included, to the second and to the day', async () => {
    const found = async (given: Record<string, string>): Promise<number | undefined> =>
      (await client.part({ verb: 'ListIdentifiers', metadataPrefix: 'oai_dc', ...given })).size;
    expect(await found({ from: FIRST, until: FIRST })).toBe(255);
    expect(await found({ from: '2026-11-22', until: '2026-11-22' })).toBe(255);
    const { errors } = await client.ask({
      verb: 'ListIdentifiers',
      metadataPrefix: 'oai_dc',
      from: '2026-11-22T12:00:01Z',
    });
    expect(errors).toEqual(['noRecordsMatch']);
  });

  test('sets by type, publisher and theme; a set holds what the sets below it hold', async () => {
    const { elements } = await client.content({ verb: 'ListSets' });
    expect(elements.map((set) => set.elements.slice(0, 2).map(({ text }) => text))).toEqual([
      ['type', 'Etter type'],
      ['type:datasett', 'Datasett'],
      ['type:serie', 'Datasettserie'],
      ['utgiver', 'Etter utgiver'],
      ['utgiver:virksomhet.1', 'Prøveetaten'],
      ['tema', 'Etter tema'],
      ['tema:EDUC', 'Utdanning, kultur og sport'],
    ]);
    const all = await client.list('ListIdentifiers', { metadataPrefix: 'oai_dc' });
    for (const set of ['type', 'type:datasett', 'type:serie', 'utgiver', 'tema:EDUC']) {
      const held = await client.list('ListIdentifiers', { metadataPrefix: 'oai_dc', set });
      const stated = all.filter(({ sets }) =>
        sets.some((one) => one === set || one.startsWith(`${set}:`)),
      );
      expect([set, identifiers(held)]).toEqual([set, identifiers(stated)]);
      expect(held.length).toBeGreaterThan(0);
    }
    expect(all.find(({ identifier }) => identifier === iriOf('apent'))?.sets).toEqual([
      'type:datasett',
      'utgiver:virksomhet.1',
      'tema:EDUC',
    ]);
  });

  test('POST gives the same answer as GET, and other bodies are refused', async () => {
    const query =
      'verb=GetRecord&metadataPrefix=oai_dc&identifier=' + encodeURIComponent(iriOf('apent'));
    const post = (body: string, type: string): Promise<Response> =>
      fetch(`${site.root}/oai`, { method: 'POST', body, headers: { 'Content-Type': type } });
    const posted = await post(query, 'application/x-www-form-urlencoded; charset=utf-8');
    expect(await posted.text()).toBe(await (await site.get(`/oai?${query}`)).text());
    expect((await post('{}', 'application/json')).status).toBe(415);
    expect((await fetch(`${site.root}/oai`, { method: 'PUT' })).headers.get('Allow')).toBe(
      'GET, HEAD, OPTIONS, POST',
    );
  });
});

/** OAI-PMH 2.0 as a strict harvester sees it (issue 5, Done-when 5; portals.md 1.2). */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { canonicalNTriples, contentHash } from '../../src/rdf/canonical.js';
import { descriptionHash } from '../../src/feed/feed-graph.js';
import { instant } from '../../src/model/instant.js';
import { parseRdf } from '../../src/rdf/parse.js';
import { OaiClient, type OaiRecord } from '../clients/oai.js';
import type { XmlElement } from '../clients/xml.js';
import { manyDatasets } from './many-datasets.js';
import { rawRequest } from './raw-request.js';
import { BASE, publishZone, startSite, type TestSite } from './site-server.js';

const NOW = '2026-11-30T10:00:00.000Z';
const FIRST = '2026-11-22T12:00:00Z';
const at = (moment: string): ReturnType<typeof instant> => instant(moment);
const iriOf = (key: string): string => `${BASE}id/datasett/${key}`;

function clientOf(site: TestSite): OaiClient {
  return new OaiClient(`${BASE}oai`, (url) => site.get(url.replace(BASE, '/')));
}

async function datasetsBySparql(site: TestSite): Promise<string[]> {
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

async function hashOf(metadata: XmlElement | undefined): Promise<string> {
  const document = `<?xml version="1.0" encoding="UTF-8"?>\n${metadata?.source ?? ''}`;
  return contentHash(canonicalNTriples(await parseRdf(document, 'application/rdf+xml')));
}

const identifiers = (records: readonly OaiRecord[]): string[] =>
  records.map(({ identifier }) => identifier);

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

  test('F3 no compression unless asked for; HEAD is GET without its body', async () => {
    const ask = (method: string, headers: Record<string, string>): ReturnType<typeof rawRequest> =>
      rawRequest(site.root, {
        path: '/oai?verb=ListRecords&metadataPrefix=dcat_ap',
        method,
        headers,
      });
    const plain = await ask('GET', {});
    expect(plain.headers['content-encoding']).toBeUndefined();
    expect(plain.headers['content-type']).toBe('text/xml; charset=utf-8');
    expect(plain.headers['last-modified']).toBe('Sun, 22 Nov 2026 12:00:00 GMT');
    expect((await ask('GET', { 'Accept-Encoding': 'gzip' })).headers['content-encoding']).toBe(
      'gzip',
    );
    const head = await ask('HEAD', {});
    expect({ ...head.headers, date: '' }).toEqual({ ...plain.headers, date: '' });
    expect(head.bytes).toHaveLength(0);
  });

  test('X6 a forged host changes no byte', async () => {
    const ask = (headers: Record<string, string>): ReturnType<typeof rawRequest> =>
      rawRequest(site.root, { path: '/oai?verb=Identify', method: 'GET', headers });
    const forged = await ask({ Host: 'evil.example', 'X-Forwarded-Host': 'evil.example' });
    expect(forged.body).toBe((await ask({})).body);
  });

  test('a token is bound to its verb and cannot be altered', async () => {
    const { token = '' } = await client.part({ verb: 'ListRecords', metadataPrefix: 'oai_dc' });
    expect(token).toMatch(/^[\w-]+$/);
    const codes = async (verb: string, resumptionToken: string): Promise<readonly string[]> =>
      (await client.ask({ verb, resumptionToken })).errors;
    expect(await codes('ListRecords', token)).toEqual([]);
    expect(await codes('ListIdentifiers', token)).toEqual(['badResumptionToken']);
    const text = Buffer.from(token, 'base64url').toString();
    for (const other of [
      text.replace('oai_dc', 'marc21'),
      text.replace('100', '-1'),
      text.replace(/2026[^\n]*Z/, '2026-11-22'),
      `${text}\nx`,
      text.replace('\n', '\n\n'),
    ]) {
      const [code] = await codes('ListRecords', Buffer.from(other).toString('base64url'));
      expect(['badResumptionToken', 'cannotDisseminateFormat']).toContain(code);
    }
    expect(await codes('ListRecords', `${token}!`)).toEqual(['badResumptionToken']);
  });

  test('a harvest that is cut off mid-answer goes on with the same token', async () => {
    let requests = 0;
    const cutting = createServer((request, response) => {
      requests += 1;
      const isCut = requests === 2;
      void site.get(request.url ?? '').then(async (answer) => {
        const body = Buffer.from(await answer.arrayBuffer());
        response.writeHead(200, {
          'Content-Type': 'text/xml; charset=utf-8',
          'Content-Length': body.length,
        });
        if (isCut) response.write(body.subarray(0, body.length / 2), () => response.destroy());
        else response.end(body);
      });
    });
    await new Promise<void>((resolve) => cutting.listen(0, '127.0.0.1', resolve));
    const { port } = cutting.address() as AddressInfo;
    const through = new OaiClient(`${BASE}oai`, (url) =>
      fetch(url.replace(BASE, `http://127.0.0.1:${port}/`)),
    );
    const first = await through.part({ verb: 'ListRecords', metadataPrefix: 'dcat_ap' });
    const rest = { verb: 'ListRecords', resumptionToken: first.token ?? '' };
    await expect(through.part(rest)).rejects.toThrow();
    const second = await through.part(rest);
    const third = await through.part({ verb: 'ListRecords', resumptionToken: second.token ?? '' });
    cutting.closeAllConnections();
    cutting.close();
    const all = [first, second, third].flatMap(({ records }) => identifiers(records));
    expect(all.sort()).toEqual(await datasetsBySparql(site));
  });
});

describe('a catalogue that changes', () => {
  let site: TestSite;
  let client: OaiClient;
  beforeAll(async () => {
    site = await startSite(manyDatasets(120), undefined, { clock: () => at(NOW) });
    client = clientOf(site);
  });
  afterAll(() => site.close());
  const publish = async (turtle: string, moment: string): Promise<void> => {
    await publishZone(site.folder, turtle, undefined, at(moment));
    await site.zones.refresh();
  };

  test('nothing is lost when the catalogue changes between two parts, and the next harvest sees updates and deletions', async () => {
    const started = await client.part({ verb: 'ListRecords', metadataPrefix: 'dcat_ap' });
    const [delivered = ''] = identifiers(started.records).filter((one) => /\/d\d+$/.test(one));
    const waiting = iriOf('d110');
    expect(identifiers(started.records)).not.toContain(waiting);

    const titles = { [delivered.slice(-4)]: 'Endret alt', d110: 'Endret siden' };
    await publish(manyDatasets(119, titles), '2026-11-23T08:00:00.500Z');
    const harvested = [...started.records];
    let token = started.token;
    while (token) {
      const part = await client.part({ verb: 'ListRecords', resumptionToken: token });
      harvested.push(...part.records);
      token = part.token;
    }
    const latest = new Map(harvested.map((one) => [one.identifier, one]));
    const { feed } = site.zones.current();
    for (const [identifier, { metadata, isDeleted }] of latest) {
      if (isDeleted) expect(identifier).toBe(iriOf('d120'));
      else expect(await hashOf(metadata)).toBe(descriptionHash(feed, identifier));
    }
    expect([...latest.keys()].sort()).toEqual(
      [...(await datasetsBySparql(site)), iriOf('d120')].sort(),
    );
    // Only what has changed came twice, and not the same version of it.
    expect(harvested.length - latest.size).toBe(1);
    expect(harvested.filter(({ identifier }) => identifier === delivered)).toHaveLength(2);

    await publish(manyDatasets(118, titles), '2026-11-24T08:00:00Z');
    const since = await client.list('ListRecords', {
      metadataPrefix: 'dcat_ap',
      from: '2026-11-23T08:00:00Z',
    });
    expect(
      since.map(({ identifier, datestamp, isDeleted }) => [identifier, datestamp, isDeleted]),
    ).toEqual([
      [delivered, '2026-11-23T08:00:00Z', false],
      [waiting, '2026-11-23T08:00:00Z', false],
      [iriOf('d120'), '2026-11-23T08:00:00Z', true],
      [iriOf('d119'), '2026-11-24T08:00:00Z', true],
    ]);

    const deleted = { verb: 'GetRecord', identifier: iriOf('d119'), metadataPrefix: 'oai_dc' };
    expect((await client.content(deleted)).source).toBe(
      `<GetRecord><record><header status="deleted"><identifier>${iriOf('d119')}</identifier>` +
        '<datestamp>2026-11-24T08:00:00Z</datestamp><setSpec>type:datasett</setSpec>' +
        '<setSpec>utgiver:virksomhet.1</setSpec></header></record></GetRecord>',
    );
    const formats = { verb: 'ListMetadataFormats', identifier: iriOf('d119') };
    expect((await client.ask(formats)).errors).toEqual(['noMetadataFormats']);
  });
});

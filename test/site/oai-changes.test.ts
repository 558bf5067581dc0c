/** OAI-PMH of a catalogue that changes between harvests: updates, deletions, and lists that go on over a swap. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { descriptionHash } from '../../src/feed/feed-graph.js';
import type { OaiClient } from '../clients/oai.js';
import { manyDatasets } from './many-datasets.js';
import { publishZone, startSite, type TestSite } from './site-server.js';
import { NOW, at, iriOf, clientOf, datasetsBySparql, hashOf, identifiers } from './oai-support.js';

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

/**
 * What leaves the catalogue, as harvesters learn of it (C8, PR15): a real catalogue publishes twice, a class has risen in between.
 * Of what was demoted nothing is told but that it is gone.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { createSite } from '../../site/app.js';
import { publicCatalogue } from '../../site/public-catalogue.js';
import { listen } from '../../site/server.js';
import { openSite } from '../../src/compose-site.js';
import { instant } from '../../src/model/instant.js';
import { LdesClient } from '../clients/ldes.js';
import { OaiClient } from '../clients/oai.js';
import { tempCatalogue } from '../support/temp-catalogue.js';

const BASE = 'https://data.trondheim.example/';
const DEMOTED = `${BASE}id/datasett/luftkvalitet`;
const TITLE = 'Luftkvalitet, døgnverdier';

async function raiseClass(folder: string, key: string): Promise<void> {
  const file = join(folder, 'samples/datasets/datasett.csv');
  const [header = '', ...rows] = (await readFile(file, 'utf8')).trimEnd().split('\n');
  const column = header.split(';').indexOf('postklasse');
  const raised = rows.map((row) =>
    row.startsWith(`${key};`) ? row.split(';').with(column, 'Fortrolig').join(';') : row,
  );
  expect(raised.filter((row, at) => row !== rows[at])).toHaveLength(1);
  await writeFile(file, `${[header, ...raised].join('\n')}\n`);
}

test('C8 a demoted dataset is a bare deletion in OAI-PMH and in the event stream', async () => {
  await using temp = await tempCatalogue('trondheim');
  await temp.harvest();
  await temp.publish();
  const zones = await openSite(join(temp.varFolder, 'current', 'public'), publicCatalogue);
  const server = await listen(createSite({ zones, engine: zones.engine }), 0, '127.0.0.1');
  onTestFinished(async () => {
    await server.close(1_000);
    await zones.close();
  });
  const get = (url: string): Promise<Response> =>
    fetch(url.replace(BASE, `http://127.0.0.1:${server.port}/`));
  const oai = new OaiClient(`${BASE}oai`, get);
  const stream = new LdesClient(`${BASE}feed/endringer`, get);
  const [first] = (await stream.replicate()).filter(({ object }) => object === DEMOTED);
  expect(first?.kind).toBe('Create');

  await raiseClass(temp.folder, 'luftkvalitet');
  temp.setClock(instant('2026-11-23T12:00:00Z'));
  await temp.harvest();
  await temp.publish();
  await zones.refresh();

  const since = await oai.list('ListRecords', { metadataPrefix: 'dcat_ap', from: '2026-11-23' });
  expect(since.filter(({ identifier }) => identifier === DEMOTED)).toEqual([
    {
      identifier: DEMOTED,
      datestamp: '2026-11-23T12:00:00Z',
      sets: ['type:datasett'],
      isDeleted: true,
      metadata: undefined,
    },
  ]);
  const activities = await stream.replicate();
  expect(activities.filter(({ object }) => object === DEMOTED)).toMatchObject([
    { kind: 'Delete', published: '2026-11-23T12:00:00.000Z', payload: [] },
  ]);
  const { feed } = zones.current();
  expect([...(await stream.materialise()).keys()].sort()).toEqual(
    [feed.catalog, ...feed.members, ...feed.services].sort(),
  );

  const all = await oai.list('ListRecords', { metadataPrefix: 'oai_dc' });
  expect(all.map(({ metadata }) => metadata?.source ?? '').join('')).not.toContain(TITLE);
  for (const path of ['feed/endringer/side-1.trig', 'feed/endringer/side-1.jsonld'])
    expect(await (await get(BASE + path)).text()).not.toContain(TITLE);
  expect((await get(first?.iri ?? '')).status).toBe(404);
});

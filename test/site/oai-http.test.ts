/** OAI-PMH as HTTP: codings, HEAD, forged hosts, and harvests that are cut off (F3, X6). */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { OaiClient } from '../clients/oai.js';
import { manyDatasets } from './many-datasets.js';
import { rawRequest } from './raw-request.js';
import { BASE, startSite, type TestSite } from './site-server.js';
import { NOW, at, clientOf, datasetsBySparql, identifiers } from './oai-support.js';

describe('OAI-PMH over HTTP, on a catalogue of 255 datasets and series', () => {
  let site: TestSite;
  let client: OaiClient;
  beforeAll(async () => {
    site = await startSite(manyDatasets(251), undefined, { clock: () => at(NOW) });
    client = clientOf(site);
  });
  afterAll(() => site.close());

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

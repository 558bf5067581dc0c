/** Documents that are too large to be kept in memory: streamed, with the same headers, and not too many at once. */
import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { request, type IncomingMessage } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createSite } from '../../site/app.js';
import { publicCatalogue, type PublicCatalogue } from '../../site/public-catalogue.js';
import { listen, type RunningServer } from '../../site/server.js';
import { openSite, type SiteZones } from '../../src/compose-site.js';
import { canonicalNTriples } from '../../src/rdf/canonical.js';
import { parseRdf } from '../../src/rdf/parse.js';
import { readDocument } from '../rdf/strict-readers.js';
import { rawRequest, type Raw } from './raw-request.js';
import { BASE, publishZone } from './site-server.js';

const LINES = 1_700;
const LONG = 'æ'.repeat(5_000);
/** 17 MB: a node of many statements, then many nodes. */
const LARGE = Array.from({ length: LINES }, (_, at) => {
  const subject = `${BASE}id/datasett/${at < LINES / 2 ? 'stort' : `nr-${at}`}`;
  return `<${subject}> <http://purl.org/dc/terms/description> "${at} ${LONG}"@nb .\n`;
}).join('');

let folder: string;
let server: RunningServer;
let zones: SiteZones<PublicCatalogue>;
const faults: unknown[] = [];

/** The zone is as one that was published with such a file: its list of files has the new hash. */
async function withLargeCatalogue(): Promise<void> {
  const zone = join(folder, 'current', 'public');
  await writeFile(join(zone, 'katalog.nt'), LARGE);
  const list = join(zone, 'zone.json');
  const manifest = JSON.parse(await readFile(list, 'utf8')) as { files: Record<string, string> };
  manifest.files['katalog.nt'] = createHash('sha256').update(LARGE).digest('hex');
  await writeFile(list, JSON.stringify(manifest));
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'datavev-large-'));
  await publishZone(folder);
  await withLargeCatalogue();
  zones = await openSite(join(folder, 'current', 'public'), publicCatalogue);
  const site = createSite({ zones, engine: zones.engine, onFault: (one) => faults.push(one) });
  server = await listen(site, 0, '127.0.0.1');
});
afterAll(async () => {
  await server.close(1_000);
  await zones.close();
  await rm(folder, { recursive: true, force: true });
});

const ask = (path: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Raw> =>
  rawRequest(`http://127.0.0.1:${server.port}`, { path, headers, method });

test.each([
  ['/katalog.nt', 'application/n-triples'],
  ['/katalog.nq', 'application/n-quads'],
  ['/katalog.rj', 'application/rdf+json'],
  ['/katalog.trix', 'application/trix'],
])('%s holds all statements, and HEAD and tags are as of small ones', async (path, type) => {
  const answer = await ask(path);
  expect([answer.status, answer.headers['content-type']]).toEqual([200, type]);
  expect(canonicalNTriples(await readDocument(answer.body, type))).toBe(
    canonicalNTriples(await parseRdf(LARGE, 'application/n-triples')),
  );
  const head = await ask(path, {}, 'HEAD');
  expect([head.status, head.headers['etag']]).toEqual([200, answer.headers['etag']]);
  expect(head.headers['content-length']).toBe(answer.headers['content-length']);
  const again = await ask(path, { 'If-None-Match': String(answer.headers['etag']) });
  expect([again.status, again.bytes.byteLength]).toEqual([304, 0]);
});

/** Takes the head of an answer and reads no further. */
function begin(path: string): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const { port } = server;
    request({ port, host: '127.0.0.1', path, agent: false }, resolve).on('error', reject).end();
  });
}

test('two are written anew at a time; the next one is told to come again, and gets its turn', async () => {
  const [first, second] = [await begin('/katalog.trix'), await begin('/katalog.rj')];
  expect([first.statusCode, second.statusCode]).toEqual([200, 200]);
  const third = await ask('/katalog.trix', { Accept: 'application/trix' });
  expect([third.status, third.headers['retry-after']]).toEqual([503, '60']);
  expect(third.headers['etag']).toBeUndefined();
  expect((await ask('/katalog.nt')).status).toBe(200); // files are not counted
  first.destroy();
  second.destroy();
  let status = 503;
  while (status === 503) {
    await pause(20);
    ({ status } = await ask('/katalog.trix'));
  }
  expect(status).toBe(200);
  expect(faults).toEqual([]);
});

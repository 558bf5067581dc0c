/**
 * C5, C6: what is not public cannot be told from what never was: at every kind of address the answers about the two are the same
 * bytes and headers, but for the name that was asked for. Names of both are equally long.
 */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { rawRequest, type Raw } from '../site/raw-request.js';
import { plantHidden } from '../support/hidden-records.js';
import { startSite, type RunningSite } from '../support/running-site.js';
import { targetsOf, type Target } from '../support/targets.js';
import { tempCatalogue, type TempCatalogue } from '../support/temp-catalogue.js';

/** Words that are in every hidden record, and in none: equally long, begun alike, and near to no other word there is. */
const HIDDEN = 'qxzjvalfa';
const NEVER = 'qkwbpylte';
const PAIRS = [
  [`kanari-${HIDDEN}-0`, `kanari-${NEVER}-0`],
  [`kanari-${HIDDEN}-0-csv`, `kanari-${NEVER}-0-csv`],
] as const;
const WORDS = [
  [HIDDEN, NEVER],
  [`KANARI-${HIDDEN}-tittel-0`, `KANARI-${NEVER}-tittel-0`],
] as const;
const WAYS = [
  ['GET', 'text/html'],
  ['HEAD', 'text/html'],
  ['GET', 'text/turtle'],
] as const;

let temp: TempCatalogue;
let site: RunningSite;
let targets: Target[];
beforeAll(async () => {
  temp = await tempCatalogue('oslo', (folder) => plantHidden(folder, { word: HIDDEN, count: 40 }));
  await temp.harvest();
  await temp.publish();
  site = await startSite(temp.varFolder);
  targets = await targetsOf(site.origin);
});
afterAll(async () => {
  await site.close();
  await temp[Symbol.asyncDispose]();
});

async function ask(path: string, method: string, accept: string): Promise<Raw> {
  return rawRequest(site.origin, { path, method, headers: { accept } });
}

const OF_THE_MOMENT = { date: '', connection: '', 'keep-alive': '' };

/** Status, headers and body with the name taken out, and what belongs to the moment and the connection. */
function seen({ status, headers, body }: Raw, ...names: readonly string[]): object {
  const { etag, ...kept }: Raw['headers'] = { ...headers, ...OF_THE_MOMENT };
  const anonymous = (text: string): string =>
    names.reduce((shown, name) => shown.replaceAll(new RegExp(name, 'gi'), '§'), text);
  const shown = Object.entries(kept).map(([name, value]) => [name, anonymous(String(value))]);
  // A tag is a hash of the body: where the body repeats the name, the tag tells it too.
  return { status, hasTag: etag !== undefined, headers: shown, body: anonymous(body) };
}

async function expectAlike(pathOf: (name: string) => string, pair: readonly [string, string]) {
  const [hidden, never] = pair;
  for (const [method, accept] of WAYS) {
    const one = seen(await ask(pathOf(hidden), method, accept), hidden);
    const other = seen(await ask(pathOf(never), method, accept), never);
    expect([method, accept, pathOf(hidden), one]).toEqual([method, accept, pathOf(hidden), other]);
  }
}

/** Every kind of address that has the key of a thing in it, as a pattern of it. */
function patterns(): ((key: string) => string)[] {
  return targets.flatMap(({ path }) => {
    const [, lead, type = '', key = '', rest = ''] =
      /^(\/nb|\/id|)\/([a-z]+)\/([a-z0-9_-]+)(\b.*)?$/.exec(path) ?? [];
    return key === '' ? [] : [(name: string) => `${lead ?? ''}/${type}/${name}${rest}`];
  });
}

test('C5 pages, documents and parts of what is not public are 404, the same as of what never was', async () => {
  const all = patterns();
  expect(all.length).toBeGreaterThan(40);
  for (const pathOf of all) for (const pair of PAIRS) await expectAlike(pathOf, pair);
});

test('C5 the same 404 whatever the kind of thing, and none of them says more than that', async () => {
  const types = ['datasett', 'distribusjon', 'system', 'behandling', 'begrep', 'virksomhet'];
  const parts = [
    ...['', '.ttl', '.jsonld', '.rdf', '.nt', '/endringer', '/endringer.atom', '/linkset.json'],
    ...['/forhandsvisning', '/forhandsvisning.json', '/utforsk', '/sitering.bib', '/sitering.ris'],
  ];
  const answers = new Set<string>();
  for (const type of types)
    for (const part of parts)
      for (const [hidden] of PAIRS) {
        const answer = await ask(`/nb/${type}/${hidden}${part}`, 'GET', 'text/html');
        answers.add(JSON.stringify(seen(answer, hidden)));
      }
  expect(answers.size).toBe(1);
  expect([...answers][0]).toContain('"status":404');
});

test('C6 words of what is not public find, suggest, filter and select what words of nothing do', async () => {
  const parameters = targets.flatMap(({ path, parameters: names }) =>
    names.map((name) => (word: string) => `${path}?${name}=${encodeURIComponent(word)}`),
  );
  expect(parameters.length).toBeGreaterThan(30);
  for (const pathOf of parameters) for (const pair of WORDS) await expectAlike(pathOf, pair);
});

test('C4 a query about what is not public answers as one about nothing', async () => {
  const base = 'https://data.oslo.example/id';
  const questions = [
    (key: string) => `ASK { <${base}/datasett/${key}> ?p ?o }`,
    (key: string) => `DESCRIBE <${base}/datasett/${key}>`,
    (key: string) => `SELECT * { ?s ?p <${base}/datasett/${key}> }`,
    (key: string) => `SELECT * { ?s ?p ?o FILTER CONTAINS(STR(?s), "${key}") }`,
    (key: string) =>
      `SELECT (COUNT(*) AS ?n) { ?s ?p ?o FILTER CONTAINS(LCASE(STR(?o)), "${key}") }`,
    (key: string) => `SELECT * FROM <${base}/datasett/${key}> { ?s ?p ?o }`,
  ];
  for (const question of questions)
    await expectAlike((key) => `/sparql?query=${encodeURIComponent(question(key))}`, PAIRS[0]);
});

/** X1, P5, L4: whatever the texts of a catalogue hold, every page, list, export, feed and document says it as text. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { LANGUAGES } from '../../src/model/lang-text.js';
import { parseRdf } from '../../src/rdf/parse.js';
import { answerFaults } from '../support/answer-judge.js';
import { HOSTILE_KINDS, hostileKey, hostileThings } from '../support/hostile-catalogue.js';
import { HOSTILE_VALUES } from '../support/hostile-values.js';
import { targetsOf } from '../support/targets.js';
import { BASE } from '../site/fixture.ttl.js';
import { rawRequest } from '../site/raw-request.js';
import { startSite, type TestSite } from '../site/site-server.js';

const SYNTAXES = {
  ttl: 'text/turtle',
  jsonld: 'application/ld+json',
  nt: 'application/n-triples',
  rdf: 'application/rdf+xml',
};
/** XML 1.0 §2.2: letters that no XML document can hold are never published, since a feed in RDF/XML could not tell of them. */
const NOT_XML = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u;
const VALUES = HOSTILE_VALUES.filter((one) => !NOT_XML.test(one));

let site: TestSite;
beforeAll(async () => {
  site = await startSite(hostileThings(VALUES));
});
afterAll(() => site.close());

async function faultsAt(path: string, sent = ''): Promise<string[]> {
  const answer = await rawRequest(site.root, { path, headers: {}, method: 'GET' });
  const faults = answerFaults(answer, sent);
  const isThere = answer.status === 200 || answer.status === 303;
  return isThere ? faults : [...faults, `status ${answer.status}`];
}

test('there are more than 200 values', () => {
  expect(new Set(VALUES).size).toBeGreaterThan(200);
});

test.each(HOSTILE_KINDS)(
  'X1 in every text of a thing, its page stays the templates’ own: %s',
  async (kind) => {
    for (const [at, value] of VALUES.entries()) {
      const path = `/${LANGUAGES[at % LANGUAGES.length]}/${kind}/${hostileKey(at)}`;
      expect([path, value.slice(0, 60), await faultsAt(path, value)]).toEqual([
        path,
        value.slice(0, 60),
        [],
      ]);
    }
  },
);

test('X1 P5 in every list, feed, table and search, in each language', async () => {
  const plain = await startSite();
  // Drawings are of one thing, and proposals of a text: both are asked for elsewhere with what they need.
  const whole = (await targetsOf(plain.root)).filter(
    ({ path }) => !/^\/(?:nb\/graf\.|api\/forslag$)/.test(path),
  );
  const addresses = whole.flatMap(({ path }) =>
    path.startsWith('/nb/') ? LANGUAGES.map((lang) => `/${lang}${path.slice(3)}`) : [path],
  );
  await plain.close();
  const searches = LANGUAGES.flatMap((lang) =>
    ['ond', 'script', 'alert'].flatMap((word) => [
      ...['sok', 'sok.csv', 'sok.json', 'sok.ttl'].map((name) => `/${lang}/${name}?q=${word}`),
      `/api/forslag?q=${word}&lang=${lang}`,
    ]),
  );
  const faults: string[] = [];
  for (const path of [...addresses, ...searches])
    faults.push(...(await faultsAt(path)).map((one) => `${path}: ${one}`));
  expect(faults).toEqual([]);
});

test.each(Object.entries(SYNTAXES))(
  'a document in %s gives back every text as it was',
  async (extension, type) => {
    for (const [at, value] of VALUES.entries()) {
      const response = await site.get(`/datasett/${hostileKey(at)}.${extension}`);
      const titles = await titlesIn(await response.text(), type, at);
      expect([at, titles]).toEqual([at, [value, value]]);
    }
  },
);

async function titlesIn(body: string, type: string, at: number): Promise<string[]> {
  const subject = `${BASE}id/datasett/${hostileKey(at)}`;
  return (await parseRdf(body, type))
    .filter((one) => one.subject.value === subject)
    .filter(({ predicate }) => predicate.value === 'http://purl.org/dc/terms/title')
    .map(({ object }) => object.value);
}

/** What the editor of the query page is made of, as it is served: names to propose, the library, and when it is loaded. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { LANGUAGES } from '../../src/model/lang-text.js';
import { PREFIXES } from '../../src/rdf/vocabularies.js';
import type { SparqlTerms } from '../../site/view-models/sparql-terms.js';
import { rawRequest } from './raw-request.js';
import { startSite, type TestSite } from './site-server.js';

let site: TestSite;
beforeAll(async () => {
  site = await startSite();
});
afterAll(() => site.close());

const termsIn = async (lang: string): Promise<SparqlTerms> =>
  (await site.get(`/${lang}/sparql/termer.json`)).json() as Promise<SparqlTerms>;

describe('the names it proposes', () => {
  test('are our prefixes, and the classes and properties of public data by their names', async () => {
    const { prefixes, classes, properties } = await termsIn('nb');
    expect(prefixes).toEqual(PREFIXES);
    expect(classes.map(({ text }) => text)).toEqual(
      expect.arrayContaining(['dcat:Dataset', 'dcat:DataService', 'kdm:System']),
    );
    expect(properties).toContainEqual({ text: 'dct:title', label: 'Tittel' });
    expect((await termsIn('en')).properties).toContainEqual({ text: 'dct:title', label: 'Title' });
  });

  test('are used: each finds something when it is asked for', async () => {
    const { classes, properties } = await termsIn('nb');
    const ask = async (pattern: string): Promise<unknown> =>
      (await site.get(`/sparql?query=${encodeURIComponent(`ASK { ${pattern} }`)}`)).json();
    for (const { text } of classes.slice(0, 10))
      expect(await ask(`?s a ${text}`)).toEqual({ head: {}, boolean: true });
    for (const { text } of properties.slice(0, 10))
      expect(await ask(`?s ${text} ?o`)).toEqual({ head: {}, boolean: true });
  });

  test('are JSON in the three languages, and nowhere else', async () => {
    for (const lang of LANGUAGES) {
      const answer = await site.get(`/${lang}/sparql/termer.json`);
      expect([answer.status, answer.headers.get('content-type')]).toEqual([
        200,
        'application/json; charset=utf-8',
      ]);
    }
    expect((await site.get('/se/sparql/termer.json')).status).toBe(404);
  });
});

describe('the library', () => {
  const rootOf = async (path: string): Promise<string | undefined> =>
    /src="(\/static\/\w+)\/sparql-editor\.js"/.exec(await (await site.get(path)).text())?.[1];

  test('is loaded by the query page alone', async () => {
    expect(await rootOf('/nb/sparql')).toBeDefined();
    for (const path of ['/nb/', '/nb/utviklere', '/nb/datasett'])
      expect(await rootOf(path)).toBeUndefined();
  });

  test.each(['br', 'gzip'])('is compressed as %s, and kept for a year', async (coding) => {
    const path = `${await rootOf('/nb/sparql')}/yasqe.js`;
    for (const turn of ['first', 'second']) {
      const headers = { 'Accept-Encoding': coding };
      const answer = await rawRequest(site.root, { path, headers, method: 'GET' });
      expect([turn, answer.headers['content-encoding']]).toEqual([turn, coding]);
      expect(answer.headers['cache-control']).toMatch(/immutable/);
      expect(answer.bytes.byteLength).toBeLessThan(150_000);
    }
  });

  test('sends nobody to look for a source map', async () => {
    const script = await (await site.get(`${await rootOf('/nb/sparql')}/yasqe.js`)).text();
    expect(script.length).toBeGreaterThan(500_000);
    expect(script).not.toContain('sourceMappingURL');
  });
});

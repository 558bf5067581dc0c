/** The ontology in public: one document, a page a term, codes of ours whether used or not, the JSON-LD context (model.md 3). */
import { join } from 'node:path';
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { DOCUMENT_SYNTAXES } from '../../site/document-syntaxes.js';
import { readVocabulary } from '../../src/publish/public-vocabulary.js';
import { GraphIndex } from '../../src/rdf/graph-index.js';
import { parseRdf } from '../../src/rdf/parse.js';
import { readDocument } from '../rdf/strict-readers.js';
import { kdm, owl, rdfs } from '../../src/rdf/vocabularies.js';
import { kdmTerms, ONTOLOGY, readGraph, ROOT, turtleFiles } from '../ontology/support.js';
import { BASE, startSite, type TestSite } from './site-server.js';

const defined = readGraph(...turtleFiles(ONTOLOGY));
const terms = kdmTerms(defined);
let site: TestSite;
beforeAll(async () => {
  const folders = { ontology: ONTOLOGY, shapes: join(ROOT, 'shapes') };
  site = await startSite('', await readVocabulary(folders));
});
afterAll(() => site.close());

async function page(path: string): Promise<string> {
  const response = await site.get(path);
  expect([path, response.status]).toEqual([path, 200]);
  return response.text();
}

/** Text between tags, blanks as one. */
function words(html: string): string {
  return html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');
}

test('the ontology answers in every syntax with all its terms, and nothing but the ontology', async () => {
  for (const { mediaType, extension } of DOCUMENT_SYNTAXES) {
    const first = await site.get('/def/kdm', { Accept: mediaType });
    expect([first.status, first.headers.get('location')]).toEqual([303, `/def/kdm.${extension}`]);
    const document = await site.get(`/def/kdm.${extension}`);
    const graph = new GraphIndex(await readDocument(await document.text(), mediaType));
    expect(kdmTerms(graph)).toEqual(terms);
    expect([...graph.subjects()].filter((one) => !defined.has(one))).toEqual([]);
  }
  const html = await site.get('/def/kdm', { Accept: 'text/html', 'Accept-Language': 'nn' });
  expect(html.headers.get('location')).toBe('/nn/def/kdm');
});

test('the page of the ontology has every term under its own anchor, with a link to its page', async () => {
  const html = await page('/nb/def/kdm');
  for (const term of terms) {
    const name = term.slice(kdm.$.base.length);
    expect([name, html.split(`<tr id="${name}">`).length]).toEqual([name, 2]);
    expect([name, html.includes(`href="/nb/def/kdm/${name}"`)]).toEqual([name, true]);
  }
  const ids = [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
  expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
});

test('the page of a term tells what it means in three languages, where it belongs, what it equals, and what uses it', async () => {
  const html = await page('/nb/def/kdm/System');
  const text = words(html);
  for (const part of [
    'Et IT-system som kommunen bruker, eier eller forvalter.',
    'Eit IT-system som kommunen bruker, eig eller forvaltar.',
    'An IT system that the municipality uses, owns or manages.',
    'Kode kdm:System',
    'Slag klasse',
    'Slags dpv:Technology',
    'Applicatie på nederlandsk GGM',
    '1 offentlig beskrivelse bruker termen.',
    'SYS-01 Systemet har en forvalter Må rettes',
  ])
    expect(text).toContain(part);
  expect(html).toContain('href="/nb/def/kdm#application-h"');
  expect(html).toContain('href="/nb/def/kdm/systemOwner"');
  expect(html).toContain('<link rel="alternate" type="text/turtle" href="/def/kdm/System.ttl">');
});

test('a term that nothing public uses says so', async () => {
  expect(words(await page('/en/def/kdm/DpiaNeed'))).toContain('Nothing public uses the term now.');
});

test('every term has a page in every language, and a document about itself', async () => {
  for (const term of terms) {
    const name = term.slice(kdm.$.base.length);
    const label = (lang: string): string =>
      defined.literals(term, rdfs.label).find(({ language }) => language === lang)?.value ?? '';
    for (const lang of ['nb', 'nn', 'en']) {
      const html = await page(`/${lang}/def/kdm/${name}`);
      expect(words(/<h1[^>]*>.*?<\/h1>/s.exec(html)?.[0] ?? '').trim()).toBe(label(lang));
      expect([name, /\b(prop|term)\.[a-z]/.exec(words(html))?.[0]]).toEqual([name, undefined]);
    }
    const document = await (await site.get(`/def/kdm/${name}.nt`)).text();
    expect(document).toContain(`<${term}> <${rdfs.isDefinedBy.value}>`);
  }
});

test('a class and a property that differ by the first letter are two terms; another spelling leads to one of them', async () => {
  const graph = async (path: string): Promise<GraphIndex> =>
    new GraphIndex(await parseRdf(await (await site.get(path)).text(), 'text/turtle'));
  expect((await graph('/def/kdm/System.ttl')).types(kdm.System)).toEqual([owl.Class.value]);
  expect((await graph('/def/kdm/system.ttl')).types(kdm.system)).toEqual([
    owl.ObjectProperty.value,
  ]);
  const other = await site.get('/def/kdm/SYSTEM');
  expect([other.status, other.headers.get('location')]).toEqual([301, '/def/kdm/system']);
  expect((await site.get('/nb/def/kdm/finnesIkke')).status).toBe(404);
  expect((await site.get('/nb/def/annet')).status).toBe(404);
});

test('the JSON-LD context is served as it is in the repository, to any site', async () => {
  const response = await site.get('/def/kdm/context.jsonld');
  expect(response.headers.get('content-type')).toBe('application/ld+json');
  expect(response.headers.get('access-control-allow-origin')).toBe('*');
  expect(await response.text()).toBe(readFileSync(join(ONTOLOGY, 'context.jsonld'), 'utf8'));
});

test('a code of ours has a page though nothing uses it, and its list shows all codes', async () => {
  expect(words(await page('/nb/kode/dpia-kriterium/stor-skala'))).toContain(
    'mange personer, mye data',
  );
  expect(words(await page('/nb/kode/dpia-kriterium'))).toContain('Koder (9)');
  const code = await site.get('/kode/utfall/innvilget', { Accept: 'text/turtle' });
  expect(code.headers.get('location')).toBe('/kode/utfall/innvilget.ttl');
});

test('the codes of an ordered list come in their order', async () => {
  const html = await page('/nb/kode/livslop');
  const codes = [...html.matchAll(/href="\/nb\/kode\/livslop\/(\d)"/g)].map(([, code]) => code);
  expect(codes).toEqual(['0', '1', '2', '3', '4', '5', '6', '7', '8']);
});

test('the names of our properties on other pages lead to what they mean', async () => {
  expect(await page('/nb/system/fag')).toContain('<a class="app-term" href="/nb/def/kdm/inHouse">');
});

test('SPARQL sees the ontology in a graph of its own', async () => {
  const query = `SELECT (COUNT(DISTINCT ?t) AS ?n) WHERE { GRAPH <${BASE}graph/ontologi> { ?t a ?type FILTER(STRSTARTS(STR(?t), "${kdm.$.base}")) } }`;
  const response = await site.get(`/sparql?query=${encodeURIComponent(query)}`, {
    Accept: 'text/csv',
  });
  expect((await response.text()).trim().split(/\r?\n/)).toEqual(['n', String(terms.length)]);
});

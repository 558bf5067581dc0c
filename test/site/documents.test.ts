import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import * as rdflib from 'rdflib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { DOCUMENT_SYNTAXES } from '../../site/document-syntaxes.js';
import { canonicalNTriples } from '../../src/rdf/canonical.js';
import { readDocument } from '../rdf/strict-readers.js';
import { BASE, publicPaths, startSite, type TestSite } from './site-server.js';
import { missing } from './missing.js';

const RAPPER = '/usr/bin/rapper';
let site: TestSite;
beforeAll(async () => {
  site = await startSite();
});
afterAll(() => site.close());

function asIri(path: string): string {
  if (path.startsWith('/def/kdm')) return `https://w3id.org/datavev${path.replace('kdm/', 'kdm#')}`;
  const isProjectCode = path.startsWith('/kode/') && !path.startsWith('/kode/konfidensialitet');
  if (isProjectCode) return `https://w3id.org/datavev${path}`;
  return path.startsWith('/kode/') ? BASE + path.slice(1) : `${BASE}id${path}`;
}

test('L1–L6 every public IRI answers in every syntax, with the same triples and no blank node', async () => {
  const paths = publicPaths(site.zones.current());
  expect(paths.length).toBeGreaterThan(25);
  for (const path of paths) {
    const graphs = new Set<string>();
    const entry = /^\/(kode|def)\//.test(path) ? path : `/id${path}`;
    for (const { mediaType, contentType } of DOCUMENT_SYNTAXES) {
      const first = await site.get(entry, { Accept: mediaType });
      expect([path, first.status]).toEqual([path, 303]);
      const document = await site.get(first.headers.get('location') ?? '');
      expect([path, document.status]).toEqual([path, 200]);
      expect(document.headers.get('content-type')).toBe(contentType);
      expect(document.headers.get('access-control-allow-origin')).toBe('*');
      const quads = await readDocument(await document.text(), mediaType);
      expect(quads.some((one) => one.subject.value === asIri(path))).toBe(true);
      expect(
        quads.every(
          (one) => one.subject.termType === 'NamedNode' && one.object.termType !== 'BlankNode',
        ),
      ).toBe(true);
      graphs.add(canonicalNTriples(quads));
    }
    expect([path, graphs.size]).toEqual([path, 1]);
  }
});

test('L4 rdflib reads as many triples as we serve, from Turtle and RDF/XML', async () => {
  for (const path of publicPaths(site.zones.current())) {
    const lines = (await (await site.get(`${path}.nt`)).text()).trim().split('\n').length;
    for (const [extension, type] of [
      ['ttl', 'text/turtle'],
      ['rdf', 'application/rdf+xml'],
    ] as const) {
      const store = rdflib.graph();
      rdflib.parse(
        await (await site.get(`${path}.${extension}`)).text(),
        store,
        'https://lest.example/',
        type,
      );
      expect([path, extension, store.statements.length]).toEqual([path, extension, lines]);
    }
  }
});

test('L4 raptor reads as many triples as we serve, where the machine has it', async () => {
  for (const path of existsSync(RAPPER) ? publicPaths(site.zones.current()) : []) {
    const lines = (await (await site.get(`${path}.nt`)).text()).trim().split('\n').length;
    for (const [extension, parser] of [
      ['ttl', 'turtle'],
      ['rdf', 'rdfxml'],
    ] as const) {
      const input = await (await site.get(`${path}.${extension}`)).text();
      const args = ['-q', '-i', parser, '-o', 'ntriples', '-', 'https://lest.example/'];
      const read = execFileSync(RAPPER, args, { input, encoding: 'utf8' });
      expect([path, extension, read.trim().split('\n').length]).toEqual([path, extension, lines]);
    }
  }
});

test('F11 a dataset’s own document is its closure: all that describes it, and of other datasets the names alone', async () => {
  const text = await (await site.get('/datasett/apent.nt')).text();
  const described = new Set(text.match(/^<[^>]+>/gm));
  expect(
    missing(text, [
      'mailto:data@prove.example',
      '2020-01-01',
      'tall.csv',
      '958935420',
      'Grunnskole',
    ]),
  ).toEqual([]);
  const members = site.zones.current().feed.members.filter((one) => described.has(`<${one}>`));
  expect(members).toEqual([`${BASE}id/datasett/apent`]);
});

test('links of a document say what it is about, and are absolute', async () => {
  const link = (await site.get('/datasett/apent.ttl')).headers.get('link') ?? '';
  expect(
    missing(link, [
      `<${BASE}id/datasett/apent>; rel="describes"`,
      `<${BASE}datasett/apent.jsonld>; rel="alternate"; type="application/ld+json"`,
      `rel="license"`,
    ]),
  ).toEqual([]);
});

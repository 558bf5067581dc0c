/**
 * Done-when 2: every public thing of the whole sample catalogue: 303 → 200 in HTML and each RDF syntax; all syntaxes the same
 * graph, no blank node; read again by n3, rdflib and, where the machine has it, rapper. The feed holds exactly what is public.
 */
import { execFileSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { graph as rdflibGraph, parse as rdflibParse } from 'rdflib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { canonicalNQuads } from '../../src/rdf/canonical.js';
import { parseNQuads, parseRdf } from '../../src/rdf/parse.js';
import type { Quad } from '../../src/rdf/terms.js';
import { dcat, kdm, rdf, VOCAB_BASE } from '../../src/rdf/vocabularies.js';
import { brokenFragments } from '../support/crawl.js';
import { startSite, type RunningSite } from '../support/running-site.js';
import { tempCatalogue, type TempCatalogue } from '../support/temp-catalogue.js';

const SYNTAXES = [
  ['ttl', 'text/turtle'],
  ['jsonld', 'application/ld+json'],
  ['rdf', 'application/rdf+xml'],
  ['nt', 'application/n-triples'],
] as const;
const hasRapper = succeeds('rapper', ['--version']);

describe.each(['oslo', 'trondheim'] as const)('%s', (id) => {
  let temp: TempCatalogue;
  let site: RunningSite;
  let quads: Quad[];
  let subjects: string[];
  const base = `https://data.${id}.example/`;
  /** Where an IRI of the catalogue or of the project's code lists answers on this machine. */
  const local = (iri: string) => site.origin + iri.replace(base, '/').replace(VOCAB_BASE, '/');

  beforeAll(async () => {
    temp = await tempCatalogue(id);
    await temp.harvest();
    await temp.publish();
    site = await startSite(temp.varFolder);
    quads = parseNQuads((await temp.publicTree()).get('quads.nq')!.toString());
    subjects = [...new Set(quads.map(({ subject }) => subject.value))].filter(
      (iri) =>
        iri.startsWith(`${base}id/`) ||
        iri.startsWith(`${base}kode/`) ||
        iri.startsWith(`${VOCAB_BASE}kode/`),
    );
  });
  afterAll(async () => {
    await site.close();
    await temp[Symbol.asyncDispose]();
  });

  test('L1 L2 L6 every thing answers 303, then 200, with the same graph in every syntax', async () => {
    expect(subjects.length).toBeGreaterThan(60);
    for (const iri of subjects) {
      const page = await follow(local(iri), 'text/html');
      expect(page.type, iri).toBe('text/html; charset=utf-8');
      const graphs: string[] = [];
      for (const [, mediaType] of SYNTAXES) {
        const { body, type } = await follow(local(iri), mediaType);
        expect(type.split(';')[0], iri).toBe(mediaType);
        const parsed = await parseRdf(body, mediaType);
        expect(
          parsed.filter((one) =>
            [one.subject, one.object].some(({ termType }) => termType === 'BlankNode'),
          ),
        ).toEqual([]);
        expect(
          parsed.some(({ subject }) => subject.value === iri),
          iri,
        ).toBe(true);
        graphs.push(canonicalNQuads(parsed));
      }
      expect(new Set(graphs).size, iri).toBe(1);
    }
  });

  test('L4 the catalogue document is read alike by n3, rdflib and rapper', async () => {
    const counts = new Map<string, number>();
    for (const [extension, mediaType] of SYNTAXES) {
      const body = await (await fetch(`${site.origin}/katalog.${extension}`)).text();
      counts.set(`own ${extension}`, (await parseRdf(body, mediaType)).length);
      if (extension === 'ttl' || extension === 'rdf')
        counts.set(`rdflib ${extension}`, readByRdflib(body, base, mediaType));
      if (hasRapper && extension !== 'jsonld')
        counts.set(`rapper ${extension}`, await countByRapper(body, extension));
    }
    expect(new Set(counts.values()).size, JSON.stringify([...counts])).toBe(1);
  });

  test('F7 the feed lists each public dataset, series and service once, and types nothing else so', async () => {
    const feed = await parseRdf(
      await (await fetch(`${site.origin}/katalog`)).text(),
      'text/turtle',
    );
    const ofType = (all: readonly Quad[], type: string) =>
      new Set(
        all
          .filter(({ predicate, object }) => predicate.equals(rdf.type) && object.value === type)
          .map(({ subject }) => subject.value),
      );
    for (const type of [dcat.Dataset, dcat.DatasetSeries, dcat.DataService, dcat.Distribution]) {
      expect(ofType(feed, type.value)).toEqual(ofType(quads, type.value));
    }
    const members = feed
      .filter(({ predicate }) => predicate.equals(dcat.dataset))
      .map(({ object }) => object.value);
    expect(new Set(members)).toEqual(
      new Set([...ofType(quads, dcat.Dataset.value), ...ofType(quads, dcat.DatasetSeries.value)]),
    );
    expect(members).toHaveLength(new Set(members).size);
    expect(ofType(feed, kdm.System.value).size).toBe(0);
    const aliased = await fetch(`${site.origin}/catalog.ttl`, { redirect: 'manual' });
    expect([aliased.status, aliased.headers.get('location')]).toEqual([301, '/katalog.ttl']);
  });

  test('C3 every IRI of ours in a public statement is described, or is a file that can be fetched', async () => {
    const described = new Set(quads.map(({ subject }) => subject.value));
    const ours = new Set(
      quads.map(({ object }) => object.value).filter((value) => value.startsWith(base)),
    );
    for (const iri of ours) {
      const isThing = iri.startsWith(`${base}id/`) || iri.startsWith(`${base}kode/`);
      if (isThing) expect(described.has(iri), iri).toBe(true);
      else expect((await fetch(local(iri), { method: 'HEAD' })).status, iri).toBe(200);
    }
  });

  test('every page of the site, and every link on it, answers', async () => {
    const pages = await site.crawl();
    const broken = [...pages]
      .filter(([, { status }]) => status !== 200)
      .map(([path, { status }]) => `${status} ${path}`);
    expect(broken).toEqual([]);
    expect(brokenFragments(pages)).toEqual([]);
    // Style sheets, scripts, data files and what programs read are among them.
    const types = new Set([...pages.values()].map(({ type }) => type.split(';')[0]));
    for (const type of ['text/css', 'text/javascript', 'image/svg+xml', 'text/csv', 'text/turtle'])
      expect([...types]).toContain(type);
  });
});

async function follow(url: string, accept: string): Promise<{ body: string; type: string }> {
  const first = await fetch(url, { headers: { accept }, redirect: 'manual' });
  expect(first.status, url).toBe(303);
  const second = await fetch(new URL(first.headers.get('location')!, url), {
    headers: { accept },
    redirect: 'manual',
  });
  expect(second.status, url).toBe(200);
  return { body: await second.text(), type: second.headers.get('content-type')! };
}

function readByRdflib(body: string, base: string, mediaType: string): number {
  const store = rdflibGraph();
  rdflibParse(body, store, base, mediaType);
  return store.statements.length;
}

async function countByRapper(body: string, extension: 'ttl' | 'rdf' | 'nt'): Promise<number> {
  const folder = await mkdtemp(join(tmpdir(), 'rapper-'));
  try {
    const file = join(folder, `katalog.${extension}`);
    await writeFile(file, body);
    const input = { ttl: 'turtle', rdf: 'rdfxml', nt: 'ntriples' }[extension];
    const triples = execFileSync('rapper', ['-q', '-i', input, '-o', 'ntriples', file], {
      encoding: 'utf8',
      maxBuffer: 1e8,
    });
    return new Set(triples.trim().split('\n')).size;
  } finally {
    await rm(folder, { recursive: true });
  }
}

function succeeds(command: string, args: string[]): boolean {
  try {
    execFileSync(command, args, { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

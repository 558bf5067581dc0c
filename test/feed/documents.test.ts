/** Documents of the catalogue: whole, each node once, the same in every syntax, whoever reads them (F8, F11, PR6, PR9). */
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import fc from 'fast-check';
import * as rdflib from 'rdflib';
import { beforeAll, describe, expect, test } from 'vitest';
import { descriptionHash } from '../../src/feed/feed-graph.js';
import { fullView } from '../../src/feed/full-view.js';
import { canonicalNTriples, contentHash } from '../../src/rdf/canonical.js';
import { GraphIndex } from '../../src/rdf/graph-index.js';
import { parseRdf } from '../../src/rdf/parse.js';
import { serialize } from '../../src/rdf/serialize.js';
import { isLiteral, type Quad } from '../../src/rdf/terms.js';
import { dcat, rdf } from '../../src/rdf/vocabularies.js';
import { id } from '../support/turtle.js';
import { CATALOG, feedInput, worldOf, writtenFiles } from './feed-world.js';

const SYNTAXES = [
  ['ttl', 'text/turtle'],
  ['jsonld', 'application/ld+json'],
  ['rdf', 'application/rdf+xml'],
  ['nt', 'application/n-triples'],
] as const;
const WORLD = worldOf(250);
const INPUT = feedInput(WORLD);

let files: ReadonlyMap<string, string>;
const parsed = new Map<string, readonly Quad[]>();
beforeAll(async () => {
  files = writtenFiles(INPUT);
  for (const [name, text] of files) {
    const type = SYNTAXES.find(([extension]) => name.endsWith(`.${extension}`))?.[1];
    if (type) parsed.set(name, await parseRdf(text, type));
  }
});
const quadsOf = (name: string): readonly Quad[] => parsed.get(name) ?? [];

/** FDK's closure (portals.md 1.1, row 11), written anew: by steps from node to node, short of other members. */
function harvestedHash(quads: readonly Quad[], member: string): string {
  const isMember = ({ predicate, object }: Quad): boolean =>
    predicate.equals(rdf.type) &&
    [dcat.Dataset, dcat.DatasetSeries].some((type) => type.equals(object));
  const members = new Set(quads.filter(isMember).map(({ subject }) => subject.value));
  const bySubject = new Map<string, Quad[]>();
  for (const one of quads)
    bySubject.set(one.subject.value, [...(bySubject.get(one.subject.value) ?? []), one]);
  const taken = new Set<string>();
  const take = (node: string): Quad[] => {
    if (taken.has(node) || (node !== member && members.has(node))) return [];
    taken.add(node);
    const about = bySubject.get(node) ?? [];
    return about.flatMap((one) => [one, ...(isLiteral(one.object) ? [] : take(one.object.value))]);
  };
  return contentHash(canonicalNTriples(take(member)));
}

test('F11 each member is described alike in the whole document and on its page, in every syntax', () => {
  const { view } = INPUT;
  expect(view.members).toHaveLength(251);
  for (const [extension] of SYNTAXES) {
    const whole = quadsOf(`katalog.${extension}`);
    const read = fullView(new GraphIndex(whole), CATALOG);
    expect(read.members).toEqual(view.members);
    const pages = [1, 2, 3].map((at) => quadsOf(`katalog/side-${at}.${extension}`));
    const onPages = pages.flatMap((page) => {
      const members = new GraphIndex(page);
      return fullView(members, CATALOG).members.map((member) => [member, page] as const);
    });
    expect(onPages.map(([member]) => member).sort()).toEqual(view.members);
    const pageOf = new Map(onPages);
    for (const member of view.members.filter((_, at) => at % 25 === 0)) {
      const hash = descriptionHash(view, member);
      expect(descriptionHash(read, member)).toBe(hash);
      expect(harvestedHash(whole, member)).toBe(hash);
      expect(harvestedHash(pageOf.get(member)!, member)).toBe(hash);
    }
  }
});

test('the whole document is what the full view says of every node that the catalogue leads to', () => {
  const told = WORLD.filter(
    ({ subject, predicate }) =>
      subject.value !== id('system/s') &&
      subject.value !== id('post/p') &&
      !['record', 'broader', 'subOrganizationOf'].some((name) => predicate.value.endsWith(name)),
  );
  // An organisation leads to no other; a concept to its scheme alone.
  expect(canonicalNTriples(quadsOf('katalog.ttl'))).toBe(canonicalNTriples(told));
});

test('PR9 every syntax of a document holds the same statements, without blank nodes', () => {
  for (const stem of ['katalog', 'katalog/side-1', 'katalog/side-2', 'katalog/side-3']) {
    const graphs = SYNTAXES.map(([extension]) => quadsOf(`${stem}.${extension}`));
    expect(new Set(graphs.map((quads) => canonicalNTriples(quads))).size).toBe(1);
    expect(graphs[0]!.length).toBeGreaterThan(100);
    const terms = graphs.flat().flatMap(({ subject, object }) => [subject, object]);
    expect(terms.some(({ termType }) => termType === 'BlankNode')).toBe(false);
  }
});

test('3.3 the catalogue stands first, then each member with its own, shared things last; every node once', () => {
  const subjects = [...files.get('katalog.ttl')!.matchAll(/^<([^>]+)> (?:a|dct)/gm)].map(
    ([, one]) => one!.replace(id(''), ''),
  );
  expect(new Set(subjects).size).toBe(subjects.length);
  expect(subjects.slice(0, 2)).toEqual(['katalog/k', 'katalog/k-tjenester']);
  const first = subjects.indexOf('datasett/d0');
  expect(subjects[first + 1]).toBe('distribusjon/d0');
  expect(subjects.slice(-13)).toEqual([
    ...['standard/egen', 'datatjeneste/t0', 'datatjeneste/t1'],
    ...['begrep/b0', 'begrep/b1', 'begrep/b2', 'begrep/b3', 'begrep/b4', 'kontakt/k'],
    ...['standard/oas', 'virksomhet/v0', 'virksomhet/v1', 'virksomhet/v2'],
  ]);
});

describe('Done when 3: read by others, and written again as RDF/XML without loss', () => {
  test('n3 and the streaming RDF/XML parser', async () => {
    for (const name of ['katalog.ttl', 'katalog.rdf', 'feed/fdk.ttl', 'feed/fdk-tjenester.ttl']) {
      const quads = quadsOf(name);
      const again = await parseRdf(serialize(quads, 'rdf'), 'application/rdf+xml');
      expect([name, canonicalNTriples(again) === canonicalNTriples(quads)]).toEqual([name, true]);
    }
  });

  // Its own writer cannot write `]]>`, so that text is left to the others.
  test.each([
    ['katalog.ttl', 'text/turtle'],
    ['katalog.rdf', 'application/rdf+xml'],
    ['feed/fdk.ttl', 'text/turtle'],
  ])('rdflib: %s', async (name, type) => {
    const sound = writtenFiles(feedInput(worldOf(4, { 1: 'Et <navn> & et til' })));
    const expected = await parseRdf(sound.get(name)!, type);
    const store = rdflib.graph();
    rdflib.parse(sound.get(name)!, store, 'https://lest.example/', type);
    const xml = rdflib.serialize(null, store, 'https://lest.example/', 'application/rdf+xml')!;
    const again = await parseRdf(xml, 'application/rdf+xml');
    expect(again).toHaveLength(expected.length);
  });

  test.each(
    [
      ['katalog.ttl', 'turtle'],
      ['katalog.rdf', 'rdfxml'],
      ['feed/fdk.ttl', 'turtle'],
    ].filter(() => existsSync('/usr/bin/rapper')),
  )('rapper: %s', async (name, parser) => {
    const run = (from: string, to: string, input: string): string =>
      execFileSync('/usr/bin/rapper', ['-q', '-i', from, '-o', to, '-', 'https://lest.example/'], {
        input,
        encoding: 'utf8',
        maxBuffer: 1 << 26,
      });
    const xml = run(parser, 'rdfxml', files.get(name)!);
    const again = await parseRdf(xml, 'application/rdf+xml');
    expect(canonicalNTriples(again)).toBe(canonicalNTriples(quadsOf(name)));
  });
});

test('PR6 statements in any order give the same bytes', () => {
  const small = worldOf(12);
  const expected = [...writtenFiles(feedInput(small))];
  fc.assert(
    fc.property(fc.shuffledSubarray(small, { minLength: small.length }), (shuffled) => {
      expect([...writtenFiles(feedInput(shuffled))]).toEqual(expected);
    }),
    { numRuns: 10 },
  );
});

test('PR6 one altered title alters the description of one dataset, and no other', () => {
  const before = feedInput(worldOf(30)).view;
  const after = feedInput(worldOf(30, { 7: 'Et nytt navn' })).view;
  const changed = before.members.filter(
    (member) => descriptionHash(before, member) !== descriptionHash(after, member),
  );
  expect(changed).toEqual([id('datasett/d7')]);
});

test('F3 UTF-8 without byte order mark; no hydra in whole documents; no catalogue of services among the datasets', () => {
  for (const [name, text] of files) {
    expect(text.charCodeAt(0)).not.toBe(0xfeff);
    const isPage = name.startsWith('katalog/side-');
    const links = quadsOf(name).filter(({ predicate }) => predicate.value.includes('hydra'));
    expect([name, links.length > 0]).toEqual([name, isPage]);
  }
});

test('PR8 the service feed has services alone: datasets are named, never described', () => {
  const quads = quadsOf('feed/fdk-tjenester.ttl');
  const graph = new GraphIndex(quads);
  expect(graph.instances(dcat.Dataset)).toEqual([]);
  expect(graph.instances(dcat.DatasetSeries)).toEqual([]);
  expect(
    graph
      .instances(dcat.DataService)
      .map(({ value }) => value)
      .sort(),
  ).toEqual(['datatjeneste/alene', 'datatjeneste/t0', 'datatjeneste/t1'].map(id));
  expect(graph.instances(dcat.Catalog).map(({ value }) => value)).toEqual([
    id('katalog/k-tjenester'),
  ]);
});

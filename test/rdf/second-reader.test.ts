/** What we publish must be readable by a library that many clients use: rdflib, as an independent second reader. */
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import fc from 'fast-check';
import * as rdflib from 'rdflib';
import { expect, test } from 'vitest';
import { canonize } from '../../src/rdf/canonical.js';
import { parseRdf } from '../../src/rdf/parse.js';
import { serialize } from '../../src/rdf/serialize.js';
import {
  isLiteral,
  langLiteral,
  literal,
  quad,
  type NamedNode,
  type Quad,
  type Subject,
  type Term,
} from '../../src/rdf/terms.js';
import { rdf } from '../../src/rdf/vocabularies.js';
import { graphs, XML } from './graphs.js';

const WORK = 8;
const BOOLEANS = new Map([
  ['1', 'true'],
  ['0', 'false'],
]);
const RAPPER = '/usr/bin/rapper';

function readByRdflib(text: string, mediaType: string): Quad[] {
  const store = rdflib.graph();
  rdflib.parse(text, store, 'https://lest.example/', mediaType);
  return store.statements.map((one) =>
    quad(
      plain(one.subject as unknown as Term) as Subject,
      plain(one.predicate as unknown as Term) as NamedNode,
      plain(one.object as unknown as Term),
    ),
  );
}

/** rdflib's terms as ours; booleans and numbers by value, since rdflib rewrites them. */
function plain(term: Term): Term {
  // rdflib has a term of its own for the empty list.
  if ((term.termType as string) === 'Collection') return rdf.nil;
  if (!isLiteral(term)) return term;
  if (term.language) return langLiteral(term.value, term.language);
  const value = normalised(term.value, term.datatype.value);
  return literal(value, term.datatype);
}

function normalised(value: string, datatype: string): string {
  const type = datatype.split('#')[1] ?? '';
  if (type === 'boolean') return BOOLEANS.get(value) ?? value;
  const isNumber = ['integer', 'decimal', 'double', 'nonNegativeInteger'].includes(type);
  return isNumber && value.trim() !== '' && Number.isFinite(Number(value))
    ? String(Number(value))
    : value;
}

/** rdflib builds lists of its own from these and refuses those that are not whole. */
function isNoList({ predicate }: Quad): boolean {
  return !predicate.equals(rdf.first) && !predicate.equals(rdf.rest);
}

function byValue(quads: readonly Quad[]): Quad[] {
  return quads.map((one) =>
    quad(one.subject as Subject, one.predicate as NamedNode, plain(one.object)),
  );
}

for (const [syntax, mediaType] of [
  ['ttl', 'text/turtle'],
  ['rdf', 'application/rdf+xml'],
] as const) {
  test(`${mediaType}: rdflib reads the same graph`, async () => {
    await fc.assert(
      fc.asyncProperty(graphs(XML), async (generated) => {
        const quads = generated.filter(isNoList);
        const read = readByRdflib(serialize(quads, syntax), mediaType);
        expect(await canonize(read, WORK)).toBe(await canonize(byValue(quads), WORK));
      }),
      { numRuns: 100 },
    );
  });
}

/** raptor is not part of the project: where a machine has it, it reads everything once more. */
const parsers = { ttl: 'turtle', rdf: 'rdfxml', nt: 'ntriples' } as const;
for (const [syntax, parser] of existsSync(RAPPER) ? Object.entries(parsers) : []) {
  test(`raptor reads the same graph from ${syntax}`, async () => {
    await fc.assert(
      fc.asyncProperty(graphs(XML), async (quads) => {
        const text = execFileSync(
          RAPPER,
          ['-q', '-i', parser, '-o', 'ntriples', '-', 'https://lest.example/'],
          {
            input: serialize(quads, syntax as keyof typeof parsers),
            encoding: 'utf8',
          },
        );
        const read = await parseRdf(text, 'application/n-triples');
        expect(await canonize(read, WORK)).toBe(await canonize(quads, WORK));
      }),
      { numRuns: 10 },
    );
  });
}

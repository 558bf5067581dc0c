/** data.norge.no writes what it read as RDF/XML (row 7): the twin names what cannot be written, and nothing that can. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Iri } from '../../src/model/iri.js';
import { readFeed } from '../../src/portal/fdk/read.js';
import { Traps } from '../../src/portal/trap.js';
import { canonize } from '../../src/rdf/canonical.js';
import { parseRdf } from '../../src/rdf/parse.js';
import { serialize } from '../../src/rdf/serialize.js';
import { literal, namedNode, quad, type Quad } from '../../src/rdf/terms.js';
import { dct, rdf, xsd } from '../../src/rdf/vocabularies.js';
import { ANY, graphs } from '../rdf/graphs.js';

/** Generated graphs have few, entangled blank nodes: let the comparison work. */
const WORK = 8;
const NTRIPLES = 'application/n-triples';

const iri = (value: string) => namedNode(value as Iri);
const THING = iri('https://kommune.example/id/datasett/tre');
/** What XML or RDF/XML has no room for, and what is near it and has. */
const ODD: readonly Quad[] = [
  ...[
    'https://kommune.example/felt/123',
    'https://kommune.example/felt/',
    'https://kommune.example/felt/a1',
    'urn:x:1',
    'http://www.w3.org/2000/xmlns/felt',
    'http://www.w3.org/XML/1998/namespacelang',
    ...['li', 'Description', 'about', 'value', '_1'].map((name) => rdf.$.base + name),
  ].map((predicate) => quad(THING, iri(predicate), literal('x'))),
  ...['\u0002', '\ufffe', '\uffff', '\u0085', '\r'].map((text) =>
    quad(THING, dct.title, literal(`vondt${text}tegn`)),
  ),
  quad(iri('https://kommune.example/\ufffe'), dct.title, literal('x')),
  quad(THING, dct.relation, iri('https://kommune.example/\uffff')),
  quad(THING, dct.title, literal('x', iri('https://kommune.example/\ufffe#type'))),
  quad(THING, dct.title, literal('x', xsd.anyURI)),
];

async function survives(quads: readonly Quad[]): Promise<boolean> {
  try {
    const back = await parseRdf(serialize(quads, 'rdf'), 'application/rdf+xml');
    return (await canonize(back, WORK)) === (await canonize(quads, WORK));
  } catch {
    return false;
  }
}

async function accepted(quads: readonly Quad[]): Promise<boolean> {
  const text = new TextEncoder().encode(serialize(quads, 'nt'));
  return (await readFeed(text, NTRIPLES, new Traps())) !== undefined;
}

describe('PR9: what becomes RDF/XML', () => {
  test('a graph is taken in exactly when it can be written and read back', async () => {
    const odd = fc.subarray([...ODD], { maxLength: 2 });
    await fc.assert(
      fc.asyncProperty(graphs(ANY), odd, async (quads, more) => {
        const all = [...quads, ...more];
        expect(await accepted(all)).toBe(await survives(all));
      }),
      { numRuns: 300, seed: 7 },
    );
  });

  test.each(ODD.map((one) => [serialize([one], 'nt').trim(), one]))('%s', async (_text, one) => {
    expect(await accepted([one])).toBe(await survives([one]));
  });
});

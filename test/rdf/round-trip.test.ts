import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonicalNQuads, canonize } from '../../src/rdf/canonical.js';
import { parseNQuads, parseRdf } from '../../src/rdf/parse.js';
import { RDF_SYNTAXES, serialize } from '../../src/rdf/serialize.js';
import { ANY, graphs, namedGraphs, XML } from './graphs.js';

/** Generated graphs have few, entangled blank nodes: let the comparison work. */
const WORK = 8;

for (const { syntax, mediaType, label } of RDF_SYNTAXES.filter((one) => one.syntax !== 'trig')) {
  describe(`${label}, generated graphs`, () => {
    const kind = syntax === 'rdf' ? XML : ANY;

    test('what is written is read back as the same graph', async () => {
      await fc.assert(
        fc.asyncProperty(graphs(kind), async (quads) => {
          const read = await parseRdf(serialize(quads, syntax), mediaType);
          expect(await canonize(read, WORK)).toBe(await canonize(quads, WORK));
        }),
        { numRuns: 200 },
      );
    });

    test('the same quads in another order give the same bytes', () => {
      fc.assert(
        fc.property(graphs(kind), (quads) => {
          const text = serialize(quads, syntax);
          expect(serialize([...quads].reverse(), syntax)).toBe(text);
          expect(serialize([...quads, ...quads], syntax)).toBe(text);
        }),
      );
    });

    test('bytes are read as text is', async () => {
      await fc.assert(
        fc.asyncProperty(graphs(kind), async (quads) => {
          const text = serialize(quads, syntax);
          const read = await parseRdf(new TextEncoder().encode(text), mediaType);
          expect(canonicalNQuads(read)).toBe(canonicalNQuads(await parseRdf(text, mediaType)));
        }),
        { numRuns: 30 },
      );
    });
  });
}

for (const [syntax, mediaType] of [
  ['nq', 'application/n-quads'],
  ['trig', 'application/trig'],
] as const) {
  test(`${syntax}: named graphs come back as they were`, async () => {
    await fc.assert(
      fc.asyncProperty(namedGraphs(), async (quads) => {
        const read = await parseRdf(serialize(quads, syntax), mediaType);
        expect(canonicalNQuads(read)).toBe(canonicalNQuads(quads));
      }),
    );
  });
}

test('canonical N-Quads are a fixed point of parsing and writing', () => {
  fc.assert(
    fc.property(namedGraphs(), (quads) => {
      const text = canonicalNQuads(quads);
      expect(canonicalNQuads(parseNQuads(text))).toBe(text);
    }),
  );
});

test('without blank nodes our lines are those of RDFC-1.0', async () => {
  await fc.assert(
    fc.asyncProperty(namedGraphs(), async (quads) => {
      expect(canonicalNQuads(quads)).toBe(await canonize(quads));
    }),
  );
});

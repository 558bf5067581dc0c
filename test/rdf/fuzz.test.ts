/** Safety P8: damaged documents are read or refused by name; nothing else may come out of a reader. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isCatalogError } from '../../src/model/errors.js';
import { parseTurtleTolerantly } from '../../src/rdf/illegal-iris.js';
import { parseRdf } from '../../src/rdf/parse.js';
import { RDF_SYNTAXES, serialize } from '../../src/rdf/serialize.js';
import { graphs, XML } from './graphs.js';

const flips = fc.array(fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.nat(7)), {
  minLength: 1,
  maxLength: 12,
});

function damaged(text: string, places: readonly (readonly [number, number])[]): Uint8Array {
  const bytes = new TextEncoder().encode(text);
  for (const [where, bit] of places) {
    const at = Math.min(bytes.length - 1, Math.floor(where * bytes.length));
    bytes[at] = (bytes[at] ?? 0) ^ (1 << bit);
  }
  return bytes;
}

async function isReadOrRefused(read: () => unknown): Promise<true> {
  try {
    await read();
  } catch (error) {
    expect(isCatalogError(error, 'PARSE_FAILED'), String(error)).toBe(true);
  }
  return true;
}

for (const { syntax, mediaType } of RDF_SYNTAXES.filter((one) => one.syntax !== 'trig')) {
  test(`flipped bits in ${mediaType}`, async () => {
    await fc.assert(
      fc.asyncProperty(graphs(XML), flips, async (quads, places) => {
        const bytes = damaged(serialize(quads, syntax) || '\n', places);
        return isReadOrRefused(() => parseRdf(bytes, mediaType));
      }),
      { numRuns: 200 },
    );
  });

  test(`truncated ${mediaType}`, async () => {
    await fc.assert(
      fc.asyncProperty(graphs(XML), fc.nat(), async (quads, length) => {
        const text = serialize(quads, syntax);
        return isReadOrRefused(() =>
          parseRdf(text.slice(0, length % (text.length + 1)), mediaType),
        );
      }),
      { numRuns: 100 },
    );
  });
}

test('flipped bits in a curated file', async () => {
  await fc.assert(
    fc.asyncProperty(graphs(XML), flips, async (quads, places) => {
      const text = new TextDecoder().decode(damaged(serialize(quads, 'ttl') || '\n', places));
      return isReadOrRefused(() => parseTurtleTolerantly(text));
    }),
    { numRuns: 200 },
  );
});

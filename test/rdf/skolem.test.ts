import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonicalNQuads, canonize } from '../../src/rdf/canonical.js';
import { parseTurtle } from '../../src/rdf/parse.js';
import { skolemise } from '../../src/rdf/skolem.js';
import { blankNode, quad, type Quad, type Subject, type Term } from '../../src/rdf/terms.js';
import { ANY, graphs } from './graphs.js';

const options = { base: 'https://data.oslo.example/', source: 'kilde', recordKey: 'post' };
const PREFIXES = `@prefix : <https://eksempel.example/> . @prefix dcat: <http://www.w3.org/ns/dcat#> .
  @prefix dct: <http://purl.org/dc/terms/> .`;

const turtle = (text: string): readonly Quad[] => parseTurtle(`${PREFIXES} ${text}`).quads;
const named = (quads: Iterable<Quad>): string => canonicalNQuads(skolemise(quads, options).quads);
const lines = (quads: Iterable<Quad>): string[] => named(quads).trim().split('\n');

function relabelled(quads: readonly Quad[], label: (old: string) => string): Quad[] {
  const term = (one: Term): Term =>
    one.termType === 'BlankNode' ? blankNode(label(one.value)) : one;
  return quads.map((one) =>
    quad(term(one.subject) as Subject, one.predicate as never, term(one.object)),
  );
}

/** Lines that are in one text only. */
function difference(before: readonly Quad[], after: readonly Quad[]): number {
  const [a, b] = [lines(before), lines(after)];
  return Math.max(
    a.filter((line) => !b.includes(line)).length,
    b.filter((line) => !a.includes(line)).length,
  );
}

const DATASET = `:d a dcat:Dataset ; dct:title "Tittel"@nb ;
  dct:temporal [ dcat:startDate "2024-01-01" ; dcat:endDate "2024-12-31" ; :merknad "a" ] ,
    [ dcat:startDate "2025-01-01" ; dcat:endDate "2025-12-31" ; :merknad "b" ] ;
  dcat:contactPoint [ :navn "Sentralbord" ; :adresse [ :gate "Gata 1" ; :nr 1 ] ] ;
  dcat:distribution [ dcat:accessURL <https://x.example/1> ; dct:title "csv" ; dct:format :csv ] ,
    [ dcat:accessURL <https://x.example/2> ; dct:title "json" ; dct:format :json ] .`;

describe('H10 stable identity', () => {
  test('shuffling and relabelling generated graphs gives the same bytes', () => {
    const shuffled = graphs(ANY).chain((quads) =>
      fc.tuple(
        fc.constant(quads),
        fc.shuffledSubarray(quads, { minLength: quads.length }),
        fc.shuffledSubarray(['p', 'q', 'r', 's'], { minLength: 4 }),
      ),
    );
    fc.assert(
      fc.property(shuffled, ([quads, others, labels]) => {
        const renamed = relabelled(others, (old) => labels['abcd'.indexOf(old)] ?? old);
        expect(named(renamed)).toBe(named(quads));
      }),
      { numRuns: 300 },
    );
  });

  test('nothing is lost: as many statements as before, and no blank node', async () => {
    await fc.assert(
      fc.asyncProperty(graphs(ANY), async (quads) => {
        const { quads: result, names } = skolemise(quads, options);
        const labels = new Map([...names].map(([label, name]) => [name as string, label]));
        expect(new Set(names.values()).size).toBe(names.size);
        const back = result.map((one) => {
          const term = (value: Term): Term =>
            labels.has(value.value) ? blankNode(labels.get(value.value)) : value;
          return quad(term(one.subject) as Subject, one.predicate as never, term(one.object));
        });
        expect(canonicalNQuads(result)).not.toContain('_:');
        expect(await canonize(back, 8)).toBe(await canonize(quads, 8));
      }),
    );
  });

  test('1 000 shuffles of a described dataset give the same bytes', () => {
    const quads = turtle(DATASET);
    const expected = named(quads);
    fc.assert(
      fc.property(fc.shuffledSubarray([...quads], { minLength: quads.length }), (shuffled) => {
        expect(named(shuffled)).toBe(expected);
      }),
      { numRuns: 1_000 },
    );
  });

  test.each([
    ['the title', '"Tittel"@nb', '"Ny tittel"@nb'],
    ['the end of a period', '"2024-12-31"', '"2026-12-31"'],
    ['the remark of a period', ':merknad "a"', ':merknad "z"'],
    ['the name of the only contact', '"Sentralbord"', '"Resepsjon"'],
    ['an address two steps down', '"Gata 1"', '"Gata 2"'],
    ['the title of a distribution', '"json"', '"geojson"'],
  ])('one edited field changes at most three statements: %s', (_name, from, to) => {
    expect(difference(turtle(DATASET), turtle(DATASET.replace(from, to)))).toBeLessThanOrEqual(3);
  });

  test('base, source and record key are part of the name', () => {
    const [quads] = [turtle(':a :p [ :q 1 ] .')];
    const name = (changed: object): unknown =>
      [...skolemise(quads, { ...options, ...changed }).names.values()][0];
    expect(name({})).toMatch(/^https:\/\/data\.oslo\.example\/id\/del\/[0-9a-f]{24}$/);
    const others = [{ source: 'annen' }, { recordKey: 'annen' }, { base: 'https://b.example/' }];
    expect(new Set([{}, ...others].map(name)).size).toBe(4);
  });
});

describe('look-alikes', () => {
  test('equal siblings stay apart', () => {
    expect(lines(turtle(':a :p [ :q 1 ] , [ :q 1 ] , [ :q 1 ] .'))).toHaveLength(6);
  });

  test('nodes in a ring, and those that nothing leads to, get names', () => {
    const quads = turtle('_:a :p _:b . _:b :p _:c . _:c :p _:a . [] :q "x" . [] :q "y" .');
    expect(lines(quads)).toHaveLength(5);
    expect(skolemise(quads, options).owners.size).toBe(0);
  });

  test('H10 a root and a ring do not get the same name', () => {
    expect(lines(turtle('_:a :p _:a . _:c :p "x" .'))).toHaveLength(2);
  });

  test('a shared node hangs below the nearest named subject, the first by name', () => {
    const { names, owners } = skolemise(
      turtle(':b :p _:x . :a :p _:x . _:x :q [ :r 1 ] .'),
      options,
    );
    const all = [...names.values()].map((name) => owners.get(name));
    expect(all).toEqual(['https://eksempel.example/a', 'https://eksempel.example/a']);
  });

  test('a long list is named without a limit', () => {
    const items = Array.from({ length: 5_000 }, (_, index) => index).join(' ');
    expect(lines(turtle(`:a :p (${items}) .`))).toHaveLength(10_001);
  });

  test('a poisoned graph is refused by name', () => {
    const nodes = Array.from({ length: 14 }, (_, index) => `_:n${index}`);
    const links = nodes.flatMap((a) => nodes.filter((b) => a !== b).map((b) => `${a} :p ${b} .`));
    const run = (): unknown => skolemise(turtle(links.join(' ')), options);
    expect(run).toThrow(expect.objectContaining({ code: 'RECORD_MALFORMED' }));
  });
});

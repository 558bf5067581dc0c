/** What every graph store must do, whatever keeps its graphs (src/store/graph-store.ts). */
import { expect, test } from 'vitest';
import { iri } from '../../src/model/iri.js';
import { canonicalNTriples } from '../../src/rdf/canonical.js';
import { namedNode, type NamedNode, type Quad } from '../../src/rdf/terms.js';
import type { GraphStore } from '../../src/store/graph-store.js';
import { lines, turtle } from '../support/turtle.js';

export interface StoreUnderTest {
  /** A store that is empty, and the same one opened again. */
  open(): GraphStore;
}

const graph = (name: string): NamedNode =>
  namedNode(iri(`https://data.eksempel.example/graph/${name}`));
async function names(store: GraphStore, prefix?: string): Promise<string[]> {
  const found: string[] = [];
  for await (const one of store.list(prefix === undefined ? undefined : iri(prefix)))
    found.push(one.value.replace('https://data.eksempel.example/graph/', ''));
  return found;
}
const about = (title: string): Quad[] => turtle(`:a dct:title "${title}"@nb .`);

/** `make` is called once a test. */
export function graphStoreContract(name: string, make: () => StoreUnderTest): void {
  const stored = async (store: GraphStore, one: string): Promise<string[] | undefined> => {
    const found = await store.get(graph(one));
    return found && lines(found);
  };

  test(`${name}: an empty store lists nothing and gives undefined`, async () => {
    const store = make().open();
    expect(await names(store)).toEqual([]);
    expect(await store.get(graph('a'))).toBeUndefined();
  });

  test(`${name}: what is committed is there, in the default graph, and after opening anew`, async () => {
    const under = make();
    const store = under.open();
    await store.commit([{ put: graph('a'), quads: turtle(':a dct:title "A"@nb .', 'another') }]);
    for (const one of [store, under.open()]) {
      const found = [...(await one.get(graph('a')))!];
      expect(found.map((quad) => quad.graph.termType)).toEqual(['DefaultGraph']);
      expect(canonicalNTriples(found)).toBe(canonicalNTriples(about('A')));
    }
  });

  test(`${name}: graphs are listed sorted, and by prefix`, async () => {
    const store = make().open();
    const puts = ['harvested/b', 'curated/c', 'harvested/a', 'harvestedx'].map((one) => ({
      put: graph(one),
      quads: about(one),
    }));
    await store.commit(puts);
    expect(await names(store)).toEqual(['curated/c', 'harvested/a', 'harvested/b', 'harvestedx']);
    expect(await names(store, 'https://data.eksempel.example/graph/harvested/')).toEqual([
      'harvested/a',
      'harvested/b',
    ]);
    expect(await names(store, 'https://andre.example/')).toEqual([]);
  });

  test(`${name}: a graph is replaced whole, the others stay`, async () => {
    const store = make().open();
    await store.commit([
      { put: graph('a'), quads: about('A') },
      { put: graph('b'), quads: about('B') },
    ]);
    await store.commit([{ put: graph('a'), quads: about('Ny') }]);
    expect(await stored(store, 'a')).toEqual(lines(about('Ny')));
    expect(await stored(store, 'b')).toEqual(lines(about('B')));
  });

  test(`${name}: a graph is deleted, and putting an empty one deletes it too`, async () => {
    const store = make().open();
    await store.commit(['a', 'b', 'c'].map((one) => ({ put: graph(one), quads: about(one) })));
    await store.commit([
      { delete: graph('a') },
      { put: graph('b'), quads: [] },
      { delete: graph('x') },
    ]);
    expect(await names(store)).toEqual(['c']);
    expect(await store.get(graph('b'))).toBeUndefined();
  });

  test(`${name}: changes of one commit follow each other`, async () => {
    const store = make().open();
    await store.commit([
      { put: graph('a'), quads: about('A') },
      { delete: graph('a') },
      { put: graph('b'), quads: about('B') },
      { put: graph('b'), quads: about('C') },
    ]);
    expect(await names(store)).toEqual(['b']);
    expect(await stored(store, 'b')).toEqual(lines(about('C')));
  });

  test(`${name}: a commit that fails changes nothing`, async () => {
    const under = make();
    const store = under.open();
    await store.commit([{ put: graph('a'), quads: about('A') }]);
    function* failing(): Iterable<Quad> {
      yield* about('B');
      throw new Error('stopp');
    }
    const changes = [{ delete: graph('a') }, { put: graph('b'), quads: failing() }];
    await expect(store.commit(changes)).rejects.toThrow('stopp');
    for (const one of [store, under.open()]) {
      expect(await names(one)).toEqual(['a']);
      expect(await stored(one, 'a')).toEqual(lines(about('A')));
    }
  });

  test(`${name}: what a reader got is its own copy`, async () => {
    const store = make().open();
    await store.commit([{ put: graph('a'), quads: about('A') }]);
    const found = (await store.get(graph('a')))!;
    for (const quad of about('B')) found.add(quad);
    expect(await stored(store, 'a')).toEqual(lines(about('A')));
  });

  test(`${name}: a store can be closed, also twice`, async () => {
    const store = make().open();
    await store.commit([{ put: graph('a'), quads: about('A') }]);
    await store.close();
    await store.close();
  });
}

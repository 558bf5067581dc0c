/** The remote store on a real Virtuoso: contract, loading, and a load that breaks off half-way. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { instant } from '../../src/model/instant.js';
import { iri, type Iri } from '../../src/model/iri.js';
import { exactLiteral, exactNamedNode, namedNode, quad, type Quad } from '../../src/rdf/terms.js';
import { loadRevision } from '../../src/store/load-revision.js';
import { remoteGraphStore, type RemoteGraphStore } from '../../src/store/remote-graph-store.js';
import { buildSnapshot } from '../../src/store/snapshot-build.js';
import { openSnapshot } from '../../src/store/snapshot-open.js';
import { graphStoreContract } from '../store/graph-store.contract.js';
import { LITERAL_FORMS, nquadsOf } from '../support/literal-forms.js';
import { lines, turtle } from '../support/turtle.js';
import { NO_VIRTUOSO, startVirtuoso, type Virtuoso } from '../support/virtuoso.js';

describe.skipIf(NO_VIRTUOSO)(`Virtuoso (${NO_VIRTUOSO ?? 'installed'})`, () => {
  let virtuoso: Virtuoso;
  const stores: RemoteGraphStore[] = [];
  beforeAll(async () => {
    virtuoso = await startVirtuoso();
  });
  afterAll(async () => {
    for (const store of stores) await store.close();
    await virtuoso.stop();
  });

  let count = 0;
  const newControl = (): Iri => iri(`https://data.eksempel.example/graph/rev-${(count += 1)}`);
  const openStore = (control: Iri): RemoteGraphStore => {
    const clock = () => instant('2026-11-22T12:00:00Z');
    const store = remoteGraphStore({ ...virtuoso, control, clock });
    stores.push(store);
    return store;
  };
  const graph = namedNode(iri('https://data.eksempel.example/graph/katalog'));

  graphStoreContract('remote store', () => {
    const control = newControl();
    return { open: () => openStore(control) };
  });

  /** Some 3 MB: two pieces. `at` is told before each. */
  function* many(title: string, at: (index: number) => void = () => undefined): Iterable<Quad> {
    const predicate = exactNamedNode('http://purl.org/dc/terms/title');
    for (let index = 0; index < 15_000; index += 1) {
      at(index);
      const subject = exactNamedNode(`https://data.eksempel.example/id/datasett/${index}`);
      yield quad(subject, predicate, exactLiteral(`${title} ${index} ${'æøå '.repeat(25)}`, 'nb'));
    }
  }
  const countOf = async (control: Iri): Promise<string> => {
    const current = (await openStore(control).state()).graphs.get(iri(graph.value));
    const form = new URLSearchParams({
      query: 'SELECT (COUNT(*) AS ?n) (SAMPLE(?o) AS ?t) { ?s ?p ?o }',
      'default-graph-uri': current ?? '',
    });
    const answer = await fetch(`${virtuoso.query}?${form.toString()}`, {
      headers: { accept: 'text/csv' },
    });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`Virtuoso: ${answer.status} ${text}`);
    return /^\d+,"\S+/m.exec(text)?.[0] ?? text;
  };

  test('a load that breaks off leaves the old revision, and the next load repairs it', async () => {
    const control = newControl();
    const store = openStore(control);
    await store.commit([{ put: graph, quads: many('Før') }]);
    const cut = many('Nå!', (index) => {
      if (index === 14_000) throw new Error('the power is gone');
    });
    await expect(store.commit([{ put: graph, quads: cut }])).rejects.toThrow('the power is gone');
    expect(await countOf(control)).toBe('15000,"Før');
    const left = await openStore(control).state();
    expect([...left.loading.keys()]).toEqual([`${control}/3/katalog`]);
    await openStore(control).commit([{ put: graph, quads: many('Nå!') }]);
    expect(await countOf(control)).toBe('15000,"Nå!');
    const after = await openStore(control).state();
    expect([...after.loading]).toEqual([]);
    expect([...after.retired.keys()]).toEqual([`${control}/1/katalog`]);
  });

  test('a graph that the engine gives only in part is not taken for the whole', async () => {
    const store = openStore(newControl());
    await store.commit([{ put: graph, quads: many('Lang') }]);
    await expect(store.get(graph)).rejects.toMatchObject({
      code: 'STORE_INCOMPLETE',
      params: { part: 'triples', expected: 15_000 },
    });
  });

  test('PF2.5 every form of literal is loaded, or reported and loaded as text', async () => {
    const store = openStore(newControl());
    const snapshot = openSnapshot(buildSnapshot(nquadsOf(LITERAL_FORMS, graph.value)).buffer);
    const load = await loadRevision(store, snapshot);
    expect(load).toMatchObject({ isNew: true, graphs: 1, triples: LITERAL_FORMS.length });
    const told = load.asText.map(({ literal, isIllTyped }) => `${literal.value} ${isIllTyped}`);
    expect(told.sort()).toEqual(
      LITERAL_FORMS.flatMap(({ text, asText }) =>
        asText === undefined ? [] : [`${text} ${asText === 'ill-typed'}`],
      ).sort(),
    );
    expect(await loadRevision(store, snapshot)).toMatchObject({ isNew: false, triples: 0 });
  });

  test('numbers that the engine takes for one are no reason to refuse a load', async () => {
    const store = openStore(newControl());
    const ones = ['int', 'long', 'integer', 'nonNegativeInteger', 'boolean'].map(
      (type) => `"1"^^xsd:${type}`,
    );
    await store.commit([{ put: graph, quads: turtle(`:a dct:extent ${ones.join(', ')} .`) }]);
    expect(lines((await store.get(graph))!).length).toBeLessThan(ones.length);
  });
});

import { expect, test } from 'vitest';
import { graphStatistics } from '../../site/graph-statistics.js';
import { parseRdf } from '../../src/rdf/parse.js';
import { rdf } from '../../src/rdf/vocabularies.js';
import { snapshotOf } from '../../src/store/snapshot-build.js';
import { DEFAULT_GRAPH_ID, graphMask, type Snapshot } from '../../src/store/snapshot.js';

const TRIG = `
@prefix : <urn:x:> .
:a a :One , :Two ; :p 1 , 2 , "1" ; :q :b .
:g { :a a :One . :b a :One ; :p 1 . _:c a :Two ; :p 2 , 1 . }
:h { :b :q :b . }
`;

async function countsOf(...graphs: readonly string[]): Promise<object> {
  const snapshot = snapshotOf(await parseRdf(TRIG, 'application/trig'));
  const ids = graphs.map((name) =>
    name === '' ? DEFAULT_GRAPH_ID : snapshot.terms.idOfIri(`urn:x:${name}`),
  );
  const type = snapshot.terms.idOfIri(rdf.type.value);
  const counted = graphStatistics(snapshot, graphMask(snapshot, new Set(ids)), type);
  return readable(snapshot, counted);
}
function readable(
  { terms }: Snapshot,
  { properties, classes, ...totals }: ReturnType<typeof graphStatistics>,
): object {
  const name = (id: number): string => terms.value(id).replace(/^.*[:#]/, '');
  return {
    ...totals,
    properties: properties.map(({ property, ...rest }) => [name(property), ...Object.values(rest)]),
    classes: classes.map((one) => [name(one.class), one.entities]),
  };
}

test('counts of one graph are those of its own triples', async () => {
  expect(await countsOf('g')).toEqual({
    triples: 6,
    entities: 2,
    distinctSubjects: 3,
    distinctObjects: 4,
    properties: [
      ['type', 3, 3, 2],
      ['p', 3, 2, 2],
    ],
    classes: [
      ['One', 2],
      ['Two', 1],
    ],
  });
});

test('a triple that lies in two graphs is one triple of both together', async () => {
  expect(await countsOf('', 'g', 'h')).toEqual({
    triples: 12,
    entities: 2,
    distinctSubjects: 3,
    distinctObjects: 6,
    properties: [
      ['type', 4, 3, 2],
      ['p', 6, 3, 3],
      ['q', 2, 2, 1],
    ],
    classes: [
      ['One', 2],
      ['Two', 2],
    ],
  });
});

test('a graph that is not there has nothing', async () => {
  expect(await countsOf('none')).toEqual({
    triples: 0,
    entities: 0,
    distinctSubjects: 0,
    distinctObjects: 0,
    properties: [],
    classes: [],
  });
});

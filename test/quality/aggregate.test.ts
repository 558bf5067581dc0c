/** The averages against a second implementation that knows nothing of graphs, checks or outcomes: sums over a table of points. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { assessQuality } from '../../src/quality/report.js';
import { id } from '../support/turtle.js';
import { evidence, graphOf, METRICS } from './quality-world.js';

/** What stands on a dataset: Turtle, points in Norway, points in Europe. */
const ON_DATASET = [
  ['dcat:keyword "a"', 30, 30],
  ['dcat:theme <t>', 30, 30],
  ['dct:spatial <s>', 20, 20],
  ['dct:temporal <p>', 20, 20],
  ['dcat:contactPoint <k>', 20, 20],
] as const;
const ON_DISTRIBUTION = [
  ['dcat:accessURL <https://x.example/oppe>', 50, 50],
  ['dcat:accessURL <https://x.example/nede>', 0, 0],
  ['dcat:downloadURL <https://x.example/nede>', 20, 20],
  ['dct:format filetype:CSV', 30, 60],
  ['dct:license licence:CC_BY_4_0', 30, 30],
  ['dct:rights <r>', 5, 5],
  ['dcat:byteSize 1', 5, 5],
] as const;
const DATE = ['dct:issued "2020-01-01"', 5, 5] as const;
const UP = { 'https://x.example/oppe': 200, 'https://x.example/nede': 500 };
const PUBLISHERS = ['a', 'b', 'c'] as const;

type Stated = readonly (readonly [string, number, number])[];
interface Invented {
  readonly own: Stated;
  readonly distributions: readonly Stated[];
  readonly publisher: (typeof PUBLISHERS)[number];
}
const invented: fc.Arbitrary<Invented> = fc.record({
  own: fc.subarray([...ON_DATASET, DATE]),
  distributions: fc.array(fc.subarray([...ON_DISTRIBUTION, DATE]), { maxLength: 3 }),
  publisher: fc.constantFrom(...PUBLISHERS),
});

function turtleOf({ own, distributions, publisher }: Invented, name: string): string {
  const said = (subject: string, stated: Stated): string[] =>
    stated.map(([text]) => `<${subject}> ${text} .`);
  return [
    `<d/${name}> a dcat:Dataset ; dct:publisher <virksomhet/${publisher}> .`,
    ...said(`d/${name}`, own),
    ...distributions.flatMap((stated, index) => [
      `<d/${name}> dcat:distribution <x/${name}-${index}> . <x/${name}-${index}> a dcat:Distribution .`,
      ...said(`x/${name}-${index}`, stated),
    ]),
  ].join('\n');
}

/** Points of a dataset: its own, and the best distribution's; a date on both counts once. 10 for the publisher. */
function naive({ own, distributions }: Invented, column: 1 | 2): number {
  const sum = (stated: Stated): number => stated.reduce((total, one) => total + one[column], 0);
  const parts = distributions.map((one) =>
    sum(own.includes(DATE) ? one.filter((it) => it !== DATE) : one),
  );
  return 10 + sum(own) + Math.max(0, ...parts);
}

function mean(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0) / numbers.length;
}

test('averages of a catalogue and its publishers are those of a second implementation (1 000 random datasets)', () => {
  fc.assert(
    fc.property(fc.array(invented, { minLength: 10, maxLength: 10 }), (all) => {
      const graph = graphOf(all.map((one, index) => turtleOf(one, String(index))).join('\n'));
      const known = evidence({ statuses: UP, compliance: false });
      const { report } = assessQuality({ graph, metrics: METRICS, evidence: known });
      const points = (those: readonly Invented[]): [number, number] => [
        mean(those.map((one) => naive(one, 1))),
        mean(those.map((one) => naive(one, 2))),
      ];
      const found = (group: (typeof report)['catalogue']): [number, number] => [
        group.scores.no.points,
        group.scores.eu.points,
      ];
      expect(found(report.catalogue)).toEqual(points(all));
      for (const { publisher, datasets, ...group } of report.publishers) {
        const those = all.filter((one) => id(`virksomhet/${one.publisher}`) === publisher);
        expect(datasets).toBe(those.length);
        expect(found({ datasets, ...group })).toEqual(points(those));
      }
    }),
    { numRuns: 100 },
  );
});

test('a catalogue without datasets has no points and nobody in it', () => {
  const graph = graphOf('<serie/a> a dcat:DatasetSeries .');
  const { report } = assessQuality({ graph, metrics: METRICS, evidence: evidence() });
  expect(report.catalogue.datasets).toBe(0);
  expect(report.catalogue.scores.no).toMatchObject({ points: 0, atMost: 0, attainable: 0 });
  expect([report.publishers, report.datasets, report.gains]).toEqual([[], [], []]);
  expect(report.unscored).toBe(1);
});

test('a series that is also a dataset is scored, one that is not is told of', () => {
  const graph = graphOf(
    '<serie/a> a dcat:DatasetSeries . <serie/b> a dcat:DatasetSeries , dcat:Dataset .',
  );
  const { report } = assessQuality({ graph, metrics: METRICS, evidence: evidence() });
  expect(report.datasets.map(({ iri }) => iri)).toEqual([id('serie/b')]);
  expect(report.unscored).toBe(1);
});

test('datasets without a publisher stand last, under no name', () => {
  const graph = graphOf(
    `<d/1> a dcat:Dataset . <d/2> a dcat:Dataset ; dct:publisher <virksomhet/z> .
     <virksomhet/z> foaf:name "Ås etat"@nb , "Aas agency"@en .`,
  );
  const { report } = assessQuality({ graph, metrics: METRICS, evidence: evidence() });
  expect(report.publishers.map(({ name, publisher }) => [name, publisher])).toEqual([
    ['Ås etat', id('virksomhet/z')],
    ['', undefined],
  ]);
});

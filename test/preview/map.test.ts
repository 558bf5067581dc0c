/** Where the things of a file are, and the map of them. */
import { expect, test } from 'vitest';
import { mapPicture } from '../../site/pictures/data-map.js';
import { loadTranslators } from '../../site/translator.js';
import type { PreviewMap } from '../../src/model/preview.js';
import { previewOf } from './support.js';

const { nb } = loadTranslators();

const geojson = (...geometries: unknown[]) =>
  JSON.stringify({
    type: 'FeatureCollection',
    features: geometries.map((geometry, at) => ({
      type: 'Feature',
      geometry,
      properties: { nr: at },
    })),
  });
const mapOf = async (...geometries: unknown[]) =>
  (await previewOf(geojson(...geometries), 'prove.geojson')).map;

test('columns of latitude and longitude are points', async () => {
  const { map } = await previewOf('navn;lat;lon\nA;59.912345678;10.75\nB;;\nC;59,9;10,7\n');
  expect(map).toBeUndefined(); // both decimal marks in a column: nobody knows which is meant
  const whole = await previewOf('navn;breddegrad;lengdegrad\nA;59.912345678;10.75\nB;;\n');
  expect(whole.map).toEqual({
    shapes: [{ kind: 'point', lines: [[[10.75, 59.91235]]] }],
    count: 1,
  });
});

test('geometries of GeoJSON are points, lines and areas; the parts of one count as one place', async () => {
  const ring = [
    [10, 59],
    [11, 59],
    [11, 60],
    [10, 59],
  ];
  expect(
    await mapOf(
      { type: 'Point', coordinates: [10, 59] },
      {
        type: 'MultiLineString',
        coordinates: [
          [
            [10, 59],
            [11, 60],
          ],
          [
            [12, 61],
            [13, 62],
          ],
        ],
      },
      { type: 'MultiPolygon', coordinates: [[ring]] },
      { type: 'GeometryCollection', geometries: [{ type: 'MultiPoint', coordinates: [[9, 58]] }] },
    ),
  ).toEqual({
    count: 4,
    shapes: [
      { kind: 'point', lines: [[[10, 59]]] },
      {
        kind: 'line',
        lines: [
          [
            [10, 59],
            [11, 60],
          ],
        ],
      },
      {
        kind: 'line',
        lines: [
          [
            [12, 61],
            [13, 62],
          ],
        ],
      },
      { kind: 'area', lines: [ring] },
      { kind: 'point', lines: [[[9, 58]]] },
    ],
  });
});

test('coordinates of another system than WGS 84, and what is no geometry, have no place', async () => {
  expect(
    await mapOf(
      { type: 'Point', coordinates: [597000, 6643000] },
      { type: 'Point', coordinates: ['10', '59'] },
      { type: 'LineString', coordinates: [] },
      { type: 'Sirkel', coordinates: [10, 59] },
      { type: 'constructor', coordinates: [10, 59] },
      null,
    ),
  ).toBeUndefined();
});

test('points of a line that cannot be told apart are left out, and its ends stay', async () => {
  const line = [
    [10, 59],
    [10.0001, 59],
    [10.5, 59],
    [11, 59],
    [11.0001, 59],
  ];
  const map = await mapOf({ type: 'LineString', coordinates: line });
  expect(map?.shapes[0]?.lines).toEqual([
    [
      [10, 59],
      [10.5, 59],
      [11, 59],
      [11.0001, 59],
    ],
  ]);
});

test('of very many places an even selection is drawn, and all are counted', async () => {
  const points = Array.from({ length: 2500 }, (_, at) => ({
    type: 'Point',
    coordinates: [10 + at / 10_000, 59],
  }));
  const map = await mapOf(...points);
  expect([map?.count, map?.shapes.length]).toEqual([2500, 834]);
  expect(map?.shapes[1]?.lines).toEqual([[[10.0003, 59]]]);
});

const MAP: PreviewMap = {
  count: 3,
  shapes: [
    { kind: 'point', lines: [[[10, 59]]] },
    {
      kind: 'line',
      lines: [
        [
          [10, 59],
          [11, 59.5],
        ],
      ],
    },
    {
      kind: 'area',
      lines: [
        [
          [10, 59],
          [10.5, 59],
          [10.5, 59.2],
          [10, 59],
        ],
      ],
    },
  ],
};

test('the map has north up, a measure, and each kind of shape once', () => {
  const { width, height, shapes, description } = mapPicture(nb, MAP);
  expect([width, height, description]).toEqual([
    ...[560, 480, '3 steder, tegnet med nord opp. Opplysninger om stedene står i tabellen.'],
  ]);
  expect(shapes.map(({ className, path }) => [className, path])).toEqual([
    ['app-map__ground', 'M0,0H560V480H0z'],
    ['app-map__area', 'M63.2,452L280,452L280,283.1L63.2,452z'],
    ['app-map__line', 'M63.2,452L496.8,28'],
    ['app-map__point', 'M59.2,452a4,4 0 1,0 8,0a4,4 0 1,0 -8,0'],
    ['app-map__measure', 'M20,454v6h76.3v-6'],
    ['app-map__north', 'M534,46V18m-6,8l6,-8l6,8'],
  ]);
  expect(shapes.at(-2)?.texts).toEqual([{ x: 20, y: 448, anchor: 'start', text: '10 km' }]);
});

test('a ring that runs the other way is the same area', () => {
  const turned: PreviewMap = {
    ...MAP,
    shapes: MAP.shapes.map((one) => ({
      ...one,
      lines: one.lines.map((line) => line.toReversed()),
    })),
  };
  const area = (map: PreviewMap) =>
    mapPicture(nb, map)
      .shapes.find(({ className }) => className === 'app-map__area')!
      .path!.match(/[\d.]+,[\d.]+/g)!
      .sort();
  expect(area(turned)).toEqual(area(MAP));
});

test('one place alone is in the middle of the map', () => {
  const { shapes } = mapPicture(nb, { count: 1, shapes: [MAP.shapes[0]!] });
  expect(shapes[1]).toEqual({
    className: 'app-map__point',
    path: 'M276,240a4,4 0 1,0 8,0a4,4 0 1,0 -8,0',
  });
});

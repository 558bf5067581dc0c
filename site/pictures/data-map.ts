/**
 * The map of a preview: points, lines and areas alone, north up, with a measure. No tiles are asked of anybody. Drawn flat, by
 * Mercator's projection, so that the way a ring runs makes no difference. Pure.
 */
import type { MapShape, Position, PreviewMap } from '../../src/model/preview.js';
import type { Translator } from '../translator.js';
import type { Picture, Shape } from '../view-models/picture.js';
import { rounded1 } from './paths.js';

/** No wider than that a phone can show all of it at once. */
const WIDTH = 560;
const HEIGHT = 480;
const MARGIN = 28;
/** Radians: a single place is drawn as if seen from where a quarter of town is seen. */
const LEAST_EXTENT = 0.0002;
const POINT_RADIUS = 4;

export function mapPicture(text: Translator, map: PreviewMap): Picture {
  const place = placing(map.shapes);
  const byKind = (kind: MapShape['kind'], draw: (shape: MapShape) => string): Shape[] => {
    const shapes = map.shapes.filter((one) => one.kind === kind);
    return shapes.length === 0
      ? []
      : [{ className: `app-map__${kind}`, path: shapes.map(draw).join('') }];
  };
  const along = ({ lines }: MapShape, end: string): string =>
    lines.map((line) => `M${line.map((at) => place.at(at).join(',')).join('L')}${end}`).join('');
  return {
    ...{ id: 'kart-bilde', title: text.t('preview.map.title'), width: WIDTH, height: HEIGHT },
    description: text.count('preview.map.described', map.shapes.length),
    shapes: [
      { className: 'app-map__ground', path: `M0,0H${WIDTH}V${HEIGHT}H0z` },
      ...byKind('area', (one) => along(one, 'z')),
      ...byKind('line', (one) => along(one, '')),
      ...byKind('point', ({ lines }) =>
        lines
          .flat()
          .map((at) => dot(place.at(at)))
          .join(''),
      ),
      measure(text, place.metres),
      {
        className: 'app-map__north',
        path: 'M534,46V18m-6,8l6,-8l6,8',
        texts: [{ x: 534, y: 66, anchor: 'middle', text: text.t('preview.map.north') }],
      },
    ],
  };
}

interface Placing {
  at(position: Position): readonly [number, number];
  /** Metres that one unit of the drawing stands for, in the middle of the map. */
  readonly metres: number;
}

function placing(shapes: readonly MapShape[]): Placing {
  const points = shapes.flatMap(({ lines }) => lines.flat()).map(mercator);
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
  const [west, east] = [least(xs), -least(xs.map((x) => -x))];
  const [south, north] = [least(ys), -least(ys.map((y) => -y))];
  const scale = Math.min(
    (WIDTH - 2 * MARGIN) / Math.max(east - west, LEAST_EXTENT),
    (HEIGHT - 2 * MARGIN) / Math.max(north - south, LEAST_EXTENT),
  );
  const [middleX, middleY] = [(west + east) / 2, (south + north) / 2];
  return {
    at(position) {
      const [x, y] = mercator(position);
      return [
        rounded1(WIDTH / 2 + (x - middleX) * scale),
        rounded1(HEIGHT / 2 - (y - middleY) * scale),
      ];
    },
    // Of a sphere as large as the earth; Mercator's unit is its radius at the equator.
    metres: 6_371_000 / Math.cosh(middleY) / scale,
  };
}

function mercator([east, north]: Position): readonly [number, number] {
  const [longitude, latitude] = [(east * Math.PI) / 180, (north * Math.PI) / 180];
  return [longitude, Math.log(Math.tan(Math.PI / 4 + latitude / 2))];
}

function least(values: readonly number[]): number {
  return values.reduce((a, b) => Math.min(a, b), Infinity);
}

function dot([x, y]: readonly [number, number]): string {
  const r = POINT_RADIUS;
  return `M${rounded1(x - r)},${y}a${r},${r} 0 1,0 ${2 * r},0a${r},${r} 0 1,0 ${-2 * r},0`;
}

/** A round length, at most a quarter of the width. */
function measure(text: Translator, metres: number): Shape {
  const longest = (WIDTH / 4) * metres;
  const power = 10 ** Math.floor(Math.log10(longest));
  const length = ([5, 2].find((one) => one * power <= longest) ?? 1) * power;
  const units = rounded1(length / metres);
  const name = length < 1000 ? `${text.number(length)} m` : `${text.number(length / 1000)} km`;
  return {
    className: 'app-map__measure',
    path: `M20,${HEIGHT - 26}v6h${units}v-6`,
    texts: [{ x: 20, y: HEIGHT - 32, anchor: 'start', text: name }],
  };
}

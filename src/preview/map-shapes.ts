/** Where the things of a table are: GeoJSON geometries (RFC 7946), or columns of latitude and longitude. Simplified. Pure. */
import { isJsonObject, member } from '../harvest/json-document.js';
import type { MapShape, Position, PreviewColumn, PreviewMap } from '../model/preview.js';
import { numberOf } from './cells.js';

const MAX_SHAPES = 1_000;
const MAX_POINTS = 20_000;
/** Of the map's larger side: what is nearer cannot be told apart in the picture. */
const TOLERANCE = 1 / 1_000;

export function mapOfGeometries(geometries: readonly unknown[]): PreviewMap | undefined {
  return mapOf(geometries.map(shapesOf).filter((shapes) => shapes.length > 0));
}

export function mapOfColumns(
  [latitude, longitude]: PlaceColumns,
  rows: readonly (readonly string[])[],
): PreviewMap | undefined {
  const places = rows.flatMap((row): MapShape[][] => {
    const at = position([numberOf(row[longitude] ?? ''), numberOf(row[latitude] ?? '')]);
    return at ? [[{ kind: 'point', lines: [[at]] }]] : [];
  });
  return mapOf(places);
}

/** Where latitude and longitude stand. */
export type PlaceColumns = readonly [latitude: number, longitude: number];

export function placeColumns(columns: readonly PreviewColumn[]): PlaceColumns | undefined {
  const find = (name: RegExp): number =>
    columns.findIndex((one) => name.test(one.name) && /^(number|integer)$/.test(one.type));
  const latitude = find(/^(lat|latitude|breddegrad|breiddegrad)$/i);
  const longitude = find(/^(lon|lng|long|longitude|lengdegrad)$/i);
  return latitude >= 0 && longitude >= 0 ? [latitude, longitude] : undefined;
}

function mapOf(places: readonly (readonly MapShape[])[]): PreviewMap | undefined {
  if (places.length === 0) return undefined;
  // Every nth rather than the first: files are often sorted by place.
  const step = Math.ceil(places.length / MAX_SHAPES);
  const chosen = places.filter((_, at) => at % step === 0).flat();
  const tolerance = extent(chosen) * TOLERANCE;
  const shapes = chosen.map(({ kind, lines }) => ({
    kind,
    lines: lines.map((line) => simplified(line, tolerance)),
  }));
  const points = shapes.flatMap(({ lines }) => lines).reduce((sum, line) => sum + line.length, 0);
  return points > MAX_POINTS ? undefined : { shapes, count: places.length };
}

function extent(shapes: readonly MapShape[]): number {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [x, y] of shapes.flatMap(({ lines }) => lines.flat())) {
    [west, east] = [Math.min(west, x), Math.max(east, x)];
    [south, north] = [Math.min(south, y), Math.max(north, y)];
  }
  return Math.max(east - west, north - south);
}

/** Without points that lie at the one before; the ends stay, so that rings close. */
function simplified(line: readonly Position[], tolerance: number): Position[] {
  const kept: Position[] = [];
  for (const [index, point] of line.entries()) {
    const last = kept.at(-1);
    const isNear =
      last && Math.max(Math.abs(last[0] - point[0]), Math.abs(last[1] - point[1])) < tolerance;
    if (!isNear || index === line.length - 1) kept.push(point);
  }
  return kept;
}

/** The parts of a geometry; none for what is not on the globe, as projected coordinates are not. */
function shapesOf(geometry: unknown): MapShape[] {
  if (!isJsonObject(geometry)) return [];
  const type = member(geometry, 'type');
  if (type === 'GeometryCollection') return list(member(geometry, 'geometries')).flatMap(shapesOf);
  return READERS.get(type)?.(member(geometry, 'coordinates')) ?? [];
}

type Reader = (coordinates: unknown) => MapShape[];

const point: Reader = (coordinates) => shape('point', [[coordinates]]);
const line: Reader = (coordinates) => shape('line', [coordinates]);
const area: Reader = (coordinates) => shape('area', list(coordinates));
const READERS: ReadonlyMap<unknown, Reader> = new Map([
  ['Point', point],
  ['LineString', line],
  ['Polygon', area],
  ['MultiPoint', (coordinates: unknown) => list(coordinates).flatMap(point)],
  ['MultiLineString', (coordinates: unknown) => list(coordinates).flatMap(line)],
  ['MultiPolygon', (coordinates: unknown) => list(coordinates).flatMap(area)],
]);

function shape(kind: MapShape['kind'], lines: readonly unknown[]): MapShape[] {
  const read = lines.map((one) => list(one).map((pair) => position(list(pair))));
  const isGood = read.every((one): one is Position[] => one.length > 0 && !one.includes(undefined));
  return read.length > 0 && isGood ? [{ kind, lines: read }] : [];
}

function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? (value as readonly unknown[]) : [];
}

/** Five decimals are a metre. Mercator ends before the poles. */
function position([east, north]: readonly unknown[]): Position | undefined {
  if (typeof east !== 'number' || typeof north !== 'number') return undefined;
  if (Math.abs(east) > 180 || Math.abs(north) > 85) return undefined;
  return [Number(east.toFixed(5)), Number(north.toFixed(5))];
}

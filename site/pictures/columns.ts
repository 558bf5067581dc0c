/**
 * Boxes in columns, from left to right, with lines between them: what Sugiyama, Tagawa and Toda (1981) call a layered drawing. The
 * columns are given; this finds the order in each, the places, and ways for lines that pass a column by. Pure, and the same for the
 * same input in any order.
 */
import type { Point, Rect } from './paths.js';

export interface Placeable {
  readonly id: string;
  /** Any numbers; only their order counts. */
  readonly column: number;
  readonly height: number;
}
export interface Edge {
  readonly from: string;
  readonly to: string;
}
export interface ColumnSizes {
  readonly boxWidth: number;
  /** Between columns. */
  readonly gap: number;
  /** Between boxes of a column. */
  readonly spacing: number;
}
export interface Layout {
  readonly boxes: ReadonlyMap<string, Rect>;
  /** Of each edge, in their order: from box to box. Two points on the same side for boxes of one column. */
  readonly routes: readonly (readonly Point[])[];
  readonly width: number;
  readonly height: number;
}

/** A box, or the place where a line passes between the boxes of a column. */
interface Item {
  readonly id: string;
  readonly height: number;
  y: number;
}
type Columns = Item[][];

const PASSAGE = 10;
const SWEEPS = 4;

/** `nodes` in the order that they have where nothing else decides; their ids are unique, and edges have them at both ends. */
export function layoutColumns(
  nodes: readonly Placeable[],
  edges: readonly Edge[],
  sizes: ColumnSizes,
): Layout {
  const numbers = [...new Set(nodes.map(({ column }) => column))].sort((a, b) => a - b);
  const columnOf = new Map(nodes.map(({ id, column }) => [id, numbers.indexOf(column)]));
  const columns: Columns = numbers.map((number) =>
    nodes.filter(({ column }) => column === number).map(({ id, height }) => ({ id, height, y: 0 })),
  );
  const ways = edges.map((edge, index) => wayOf(edge, index, columnOf));
  for (const way of ways)
    for (const { id, column } of way.slice(1, -1))
      columns[column]?.push({ id, height: PASSAGE, y: 0 });
  order(
    columns,
    ways.map((way) => way.map(({ id }) => id)),
  );
  const height = place(columns, sizes.spacing);
  const left = (column: number): number => column * (sizes.boxWidth + sizes.gap);
  const items = new Map(columns.flat().map((item) => [item.id, item]));
  const boxes = new Map<string, Rect>();
  for (const { id } of nodes) {
    const { y = 0, height: tall = 0 } = items.get(id) ?? {};
    boxes.set(id, { x: left(columnOf.get(id) ?? 0), y, width: sizes.boxWidth, height: tall });
  }
  const routes = edges.map(({ from, to }, index) => {
    const way = (ways[index] ?? []).map(({ id, column }) => ({
      left: left(column),
      right: left(column) + sizes.boxWidth,
      y: middle(items.get(id)),
    }));
    return route(way, columnOf.get(from) === columnOf.get(to));
  });
  const width = numbers.length * (sizes.boxWidth + sizes.gap) - sizes.gap;
  return { boxes, routes, width: Math.max(0, width), height };
}

interface Stop {
  readonly id: string;
  readonly column: number;
}

/** The columns that an edge passes on its way, whichever way it goes. */
function wayOf(
  { from, to }: Edge,
  index: number,
  columnOf: ReadonlyMap<string, number>,
): readonly Stop[] {
  const [start, end] = [columnOf.get(from) ?? 0, columnOf.get(to) ?? 0];
  const step = Math.sign(end - start);
  const between = Array.from({ length: Math.max(0, Math.abs(end - start) - 1) }, (_, at) => {
    const column = start + step * (at + 1);
    return { id: `${index} ${column}`, column };
  });
  return [{ id: from, column: start }, ...between, { id: to, column: end }];
}

/** Each item moves to the mean place of its neighbours in the column before, then after, until few lines cross. */
function order(columns: Columns, ways: readonly (readonly string[])[]): void {
  const neighbours = new Map<string, string[]>();
  for (const way of ways) {
    way.slice(1).forEach((to, at) => {
      const from = way[at] ?? to;
      neighbours.set(from, [...(neighbours.get(from) ?? []), to]);
      neighbours.set(to, [...(neighbours.get(to) ?? []), from]);
    });
  }
  for (let sweep = 0; sweep < SWEEPS; sweep += 1) {
    const isForward = sweep % 2 === 0;
    const sequence = isForward ? columns : columns.toReversed();
    sequence.slice(1).forEach((column, at) => {
      const places = new Map(sequence[at]?.map(({ id }, place, all) => [id, place / all.length]));
      const own = new Map(column.map(({ id }, place, all) => [id, place / all.length]));
      const mean = (id: string): number => {
        const found = (neighbours.get(id) ?? []).flatMap((one) => places.get(one) ?? []);
        if (found.length === 0) return own.get(id) ?? 0;
        return found.reduce((sum, one) => sum + one, 0) / found.length;
      };
      const means = new Map(column.map(({ id }) => [id, mean(id)]));
      column.sort((a, b) => (means.get(a.id) ?? 0) - (means.get(b.id) ?? 0));
    });
  }
}

/** Stacks each column; shorter ones stand in the middle. The height of the highest. */
function place(columns: Columns, spacing: number): number {
  const heights = columns.map((column) =>
    column.reduce((sum, { height }) => sum + height + spacing, -spacing),
  );
  const tallest = Math.max(0, ...heights);
  columns.forEach((column, at) => {
    let y = (tallest - (heights[at] ?? 0)) / 2;
    for (const item of column) {
      item.y = y;
      y += item.height + spacing;
    }
  });
  return tallest;
}

function middle(item: Item | undefined): number {
  return item === undefined ? 0 : item.y + item.height / 2;
}

interface Crossing {
  readonly left: number;
  readonly right: number;
  readonly y: number;
}

function route(way: readonly Crossing[], isLoop: boolean): Point[] {
  const [start, end] = [way[0], way.at(-1)];
  if (!start || !end) return [];
  if (isLoop) return [start, end].map(({ right, y }) => ({ x: right, y }));
  const goesRight = end.left > start.left;
  const through = way.slice(1, -1).flatMap(({ left, right, y }) => {
    const points = [
      { x: left, y },
      { x: right, y },
    ];
    return goesRight ? points : points.toReversed();
  });
  return [
    { x: goesRight ? start.right : start.left, y: start.y },
    ...through,
    { x: goesRight ? end.left : end.right, y: end.y },
  ];
}

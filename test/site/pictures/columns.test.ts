/** Places of boxes and ways of lines: nothing overlaps, nothing is outside, every line ends at its boxes. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { layoutColumns, type Edge, type Placeable } from '../../../site/pictures/columns.js';
import type { Point, Rect } from '../../../site/pictures/paths.js';

const SIZES = { boxWidth: 100, gap: 50, spacing: 10 };
const box = (id: string, column: number, height = 40): Placeable => ({ id, column, height });

describe('places', () => {
  test('nothing takes no room', () => {
    expect(layoutColumns([], [], SIZES)).toEqual({
      boxes: new Map(),
      routes: [],
      width: 0,
      height: 0,
    });
  });

  test('columns stand side by side, and a shorter one in the middle of the tallest', () => {
    const { boxes, width, height } = layoutColumns(
      [box('a', 0), box('b', 5, 60), box('c', 5)],
      [],
      SIZES,
    );
    expect(Object.fromEntries(boxes)).toEqual({
      a: { x: 0, y: 35, width: 100, height: 40 },
      b: { x: 150, y: 0, width: 100, height: 60 },
      c: { x: 150, y: 70, width: 100, height: 40 },
    });
    expect([width, height]).toEqual([250, 110]);
  });

  test('boxes are put so that lines cross less', () => {
    const { boxes } = layoutColumns(
      [box('a', 0), box('b', 0), box('x', 1), box('y', 1)],
      [
        { from: 'a', to: 'y' },
        { from: 'b', to: 'x' },
      ],
      SIZES,
    );
    const [x, y] = [boxes.get('x')?.y ?? 0, boxes.get('y')?.y ?? 0];
    const [a, b] = [boxes.get('a')?.y ?? 0, boxes.get('b')?.y ?? 0];
    expect(Math.sign(x - y)).toBe(Math.sign(b - a));
  });
});

describe('lines', () => {
  test('go from the right side to the left side, and back the other way', () => {
    const nodes = [box('a', 0), box('b', 1)];
    const { routes } = layoutColumns(
      nodes,
      [
        { from: 'a', to: 'b' },
        { from: 'b', to: 'a' },
      ],
      SIZES,
    );
    expect(routes).toEqual([
      [
        { x: 100, y: 20 },
        { x: 150, y: 20 },
      ],
      [
        { x: 150, y: 20 },
        { x: 100, y: 20 },
      ],
    ]);
  });

  test('between boxes of one column go round on the right', () => {
    const { routes } = layoutColumns([box('a', 0), box('b', 0)], [{ from: 'a', to: 'b' }], SIZES);
    expect(routes).toEqual([
      [
        { x: 100, y: 20 },
        { x: 100, y: 70 },
      ],
    ]);
  });

  test('that pass a column by go between its boxes', () => {
    const { routes, boxes } = layoutColumns(
      [box('a', 0), box('b', 1), box('c', 2)],
      [{ from: 'a', to: 'c' }],
      SIZES,
    );
    expect(boxes.get('b')?.y).toBe(0);
    expect(routes[0]).toEqual([
      { x: 100, y: 30 },
      { x: 150, y: 55 },
      { x: 250, y: 55 },
      { x: 300, y: 30 },
    ]);
  });
});

const drawing = fc
  .array(
    fc.record({ column: fc.integer({ min: -2, max: 3 }), height: fc.constantFrom(32, 50, 68) }),
    {
      minLength: 1,
      maxLength: 24,
    },
  )
  .chain((boxes) => {
    const nodes = boxes.map((one, at): Placeable => ({ ...one, id: String(at) }));
    const id = fc.nat({ max: nodes.length - 1 }).map(String);
    const edge = fc.record({ from: id, to: id }).filter(({ from, to }) => from !== to);
    return fc.record({
      nodes: fc.constant(nodes),
      edges: nodes.length > 1 ? fc.array(edge, { maxLength: 40 }) : fc.constant<Edge[]>([]),
    });
  });

function isInside({ x, y }: Point, rect: Rect): boolean {
  return x > rect.x && x < rect.x + rect.width && y > rect.y && y < rect.y + rect.height;
}

describe('of any boxes and lines', () => {
  test('no two boxes overlap, and all are inside the drawing', () => {
    fc.assert(
      fc.property(drawing, ({ nodes, edges }) => {
        const { boxes, width, height } = layoutColumns(nodes, edges, SIZES);
        const all = [...boxes.values()];
        for (const one of all) {
          expect(one.x).toBeGreaterThanOrEqual(0);
          expect(one.y).toBeGreaterThanOrEqual(0);
          expect(one.x + one.width).toBeLessThanOrEqual(width);
          expect(one.y + one.height).toBeLessThanOrEqual(height + 1e-6);
          const others = all.filter((other) => other !== one && other.x === one.x);
          for (const { y, height: tall } of others)
            expect(one.y + one.height <= y || y + tall <= one.y).toBe(true);
        }
      }),
    );
  });

  test('every line begins and ends at the middle of a side of its boxes, and goes through no other', () => {
    fc.assert(
      fc.property(drawing, ({ nodes, edges }) => {
        const { boxes, routes } = layoutColumns(nodes, edges, SIZES);
        edges.forEach(({ from, to }, at) => {
          const route = routes[at]!;
          for (const [id, end] of [
            [from, route[0]!],
            [to, route.at(-1)!],
          ] as const) {
            const { x, y, width, height } = boxes.get(id)!;
            expect([x, x + width]).toContain(end.x);
            expect(end.y).toBeCloseTo(y + height / 2, 6);
          }
          // Level stretches lie in columns; halfway through each is where a box would be hit.
          for (const [index, point] of route.entries()) {
            const next = route[index + 1];
            if (next === undefined || index % 2 === 0) continue;
            const halfway = { x: (point.x + next.x) / 2, y: point.y };
            for (const rect of boxes.values()) expect(isInside(halfway, rect)).toBe(false);
          }
        });
      }),
    );
  });
});

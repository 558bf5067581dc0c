/** Diagrams as shapes: one link a box, arrows that say which way, a legend of what is in use. */
import { describe, expect, test } from 'vitest';
import {
  drawDiagram,
  type Diagram,
  type DiagramEdge,
  type DiagramNode,
} from '../../../site/pictures/diagram.js';

const styles = {
  ...{ personal: 'personal', data: 'data', role: 'role', meaning: 'meaning' },
  ...{ association: 'association', inheritance: 'inheritance' },
};
const SYSTEM: DiagramNode = {
  ...{ id: 's', column: 0, outline: 'rectangle', kind: 'System' },
  ...{ name: 'Fagsystemet', href: '/nb/system/fag' },
};
const DATASET: DiagramNode = {
  ...{ id: 'd', column: 1, outline: 'rounded', kind: 'Datasett', isCurrent: true },
  name: 'Elever',
};
const holds: DiagramEdge = { from: 's', to: 'd', style: 'data' };

function draw(parts: Partial<Diagram>): ReturnType<typeof drawDiagram> {
  return drawDiagram({ nodes: [SYSTEM, DATASET], edges: [holds], styles, ...parts });
}

test('a system that holds a dataset: line, arrow, two boxes, and what the line means', () => {
  expect(draw({})).toEqual({
    width: 488,
    height: 94,
    shapes: [
      { className: 'app-line app-line--data', path: 'M208 33H280' },
      { className: 'app-line app-line--data app-line--head', path: 'M273 29L280 33L273 37' },
      {
        className: 'app-box',
        path: 'M8 8H208V58H8Z',
        label: 'System: Fagsystemet',
        href: '/nb/system/fag',
        texts: [
          { x: 20, y: 28, anchor: 'start', text: 'System', className: 'app-box__kind' },
          { x: 20, y: 46, anchor: 'start', text: 'Fagsystemet' },
        ],
      },
      {
        className: 'app-box app-box--current',
        path: 'M288 8H472A8 8 0 0 1 480 16V50A8 8 0 0 1 472 58H288A8 8 0 0 1 280 50V16A8 8 0 0 1 288 8Z',
        label: 'Datasett: Elever',
        texts: [
          { x: 292, y: 28, anchor: 'start', text: 'Datasett', className: 'app-box__kind' },
          { x: 292, y: 46, anchor: 'start', text: 'Elever' },
        ],
      },
      {
        className: 'app-line app-line--data',
        path: 'M8 78H48',
        texts: [{ x: 56, y: 82, anchor: 'start', text: 'data', className: 'app-legend' }],
      },
    ],
  });
});

test('the order of the lines changes nothing', () => {
  const edges: DiagramEdge[] = [
    holds,
    { ...holds, style: 'personal' },
    { from: 'd', to: 's', style: 'role' },
  ];
  expect(draw({ edges: edges.toReversed() })).toEqual(draw({ edges }));
});

test('an arrow that goes back points to the left', () => {
  const { shapes } = draw({ edges: [{ from: 'd', to: 's', style: 'role' }] });
  expect(shapes[1]?.path).toBe('M215 29L208 33L215 37');
});

test('boxes come column by column, from above: that is the order of the keyboard', () => {
  const node = (id: string, column: number): DiagramNode => ({ ...SYSTEM, id, column, name: id });
  const { shapes } = drawDiagram({
    ...{ nodes: [node('c', 1), node('b', 0), node('d', 1), node('a', -1)], edges: [], styles },
  });
  expect(shapes.map(({ texts }) => texts?.[1]?.text)).toEqual(['a', 'b', 'c', 'd']);
});

describe('room', () => {
  const five = [0, 1, 2, 3, 4].map((column): DiagramNode => ({
    ...SYSTEM,
    id: String(column),
    column,
  }));
  test('five columns stand closer, and fit the page', () => {
    expect(drawDiagram({ nodes: five, edges: [], styles }).width).toBeLessThanOrEqual(1088);
  });
  test('a line that goes round the last column is inside the drawing', () => {
    const nodes = [DATASET, { ...DATASET, id: 'e' }];
    const { width, shapes } = draw({ nodes, edges: [{ from: 'd', to: 'e', style: 'data' }] });
    expect(shapes[0]?.path).toBe('M208 33C248 33 248 99 208 99');
    expect(width).toBeGreaterThan(248);
  });
  test('a name of many words makes the box higher, up to three lines', () => {
    const name = 'en to tre fire fem seks sju åtte ni ti elleve tolv tretten fjorten';
    const [, , box] = draw({ nodes: [{ ...SYSTEM, name }, DATASET] }).shapes;
    expect(box?.path).toBe('M8 8H208V94H8Z');
    expect(box?.texts).toHaveLength(4);
    expect(box?.label).toBe(`System: ${name}`);
  });
});

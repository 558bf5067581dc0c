/** Things and what ties them together, as shapes: boxes that are links, lines by kind of tie, and a legend of what is in the drawing. */
import type { PictureText, Shape } from '../view-models/picture.js';
import { layoutColumns, type ColumnSizes, type Layout } from './columns.js';
import {
  headPath,
  loopPath,
  outlinePath,
  path,
  rounded1,
  routePath,
  type Outline,
  type Point,
} from './paths.js';
import { textWidth, wrapped } from './text-lines.js';

/**
 * personal: personal data go that way · data: data lie or go there · role: who answers for what · meaning: what data are about ·
 * association and inheritance: between the types of a model
 */
export type LineStyle = 'personal' | 'data' | 'role' | 'meaning' | 'association' | 'inheritance';

export interface DiagramNode {
  readonly id: string;
  readonly column: number;
  readonly outline: Outline;
  /** What kind of thing it is, above its name. */
  readonly kind: string;
  readonly name: string;
  readonly href?: string | undefined;
  /** The thing that the drawing is about. */
  readonly isCurrent?: boolean;
  /** Stands for several. */
  readonly isGroup?: boolean;
}
export interface DiagramEdge {
  readonly from: string;
  readonly to: string;
  readonly style: LineStyle;
}
export interface Diagram {
  /** In the order that they have where the lines do not decide. */
  readonly nodes: readonly DiagramNode[];
  readonly edges: readonly DiagramEdge[];
  /** What each style of line means, in the order of the legend. */
  readonly styles: Readonly<Record<LineStyle, string>>;
}
export interface Drawing {
  readonly width: number;
  readonly height: number;
  readonly shapes: readonly Shape[];
}

const BOX = { padding: 12, kindSize: 12, nameSize: 14, line: 18, lines: 3 } as const;
const USUAL: ColumnSizes = { boxWidth: 200, gap: 72, spacing: 16 };
/** Of five columns or more, so that they fit the page. */
const CLOSE: ColumnSizes = { boxWidth: 177, gap: 46, spacing: 16 };
/** Room for the thickest border. */
const MARGIN = 8;
/** How far lines go out that come back to the same column. */
const BULGE = 40;

/** The same drawing in whatever order the edges come. */
export function drawDiagram({ nodes, edges: given, styles }: Diagram): Drawing {
  const edges = inOrder(given, nodes, styles);
  const sizes = new Set(nodes.map(({ column }) => column)).size > 4 ? CLOSE : USUAL;
  const texts = new Map(nodes.map((node) => [node.id, textsOf(node, sizes.boxWidth)]));
  const layout = layoutColumns(
    nodes.map(({ id, column }) => ({ id, column, height: heightOf(texts.get(id)?.length ?? 1) })),
    edges,
    sizes,
  );
  const routes = layout.routes.map(moved);
  const goesRound = routes.some((route) => isLoop(route) && route[0]?.x === layout.width + MARGIN);
  const width = Math.max(layout.width + (goesRound ? BULGE : 0), 320) + 2 * MARGIN;
  const legend = legendOf(edges, styles, { width, top: layout.height + 2 * MARGIN + 12 });
  const shapes = [
    ...edges.flatMap(({ style }, at) => lineShapes(style, routes[at] ?? [])),
    ...inReadingOrder(nodes, layout).map((node) =>
      boxShape(node, layout, texts.get(node.id) ?? []),
    ),
    ...legend.shapes,
  ];
  return { width: rounded1(width), height: rounded1(legend.bottom + MARGIN), shapes };
}

function inOrder(
  edges: readonly DiagramEdge[],
  nodes: readonly DiagramNode[],
  styles: Diagram['styles'],
): DiagramEdge[] {
  const places = new Map(nodes.map(({ id }, place) => [id, place]));
  const names = Object.keys(styles);
  const rank = ({ from, to, style }: DiagramEdge): readonly number[] =>
    [places.get(from), places.get(to), names.indexOf(style)].map((one) => one ?? 0);
  const ranked = edges.map((edge) => ({ edge, ranks: rank(edge) }));
  ranked.sort((a, b) => a.ranks.map((one, at) => one - (b.ranks[at] ?? 0)).find(Boolean) ?? 0);
  return ranked.map(({ edge }) => edge);
}

function isLoop(route: readonly Point[]): boolean {
  return route.length === 2 && route[0]?.x === route[1]?.x;
}

function moved(points: readonly Point[]): Point[] {
  return points.map(({ x, y }) => ({ x: x + MARGIN, y: y + MARGIN }));
}

/** Kind, then name. */
function textsOf({ kind, name }: DiagramNode, boxWidth: number): string[] {
  const width = boxWidth - 2 * BOX.padding;
  const [short = ''] = wrapped(kind, { width, size: BOX.kindSize, lines: 1 });
  return [short, ...wrapped(name, { width, size: BOX.nameSize, lines: BOX.lines })];
}

function heightOf(texts: number): number {
  return 14 + texts * BOX.line;
}

/** Column by column, from above: the order of the keyboard and of those who hear the page (WCAG 2.4.3). */
function inReadingOrder(nodes: readonly DiagramNode[], { boxes }: Layout): DiagramNode[] {
  const at = (node: DiagramNode): Point => boxes.get(node.id) ?? { x: 0, y: 0 };
  return [...nodes].sort((a, b) => at(a).x - at(b).x || at(a).y - at(b).y);
}

function boxShape(node: DiagramNode, { boxes }: Layout, texts: readonly string[]): Shape {
  const box = boxes.get(node.id) ?? { x: 0, y: 0, width: 0, height: 0 };
  const rect = { ...box, x: box.x + MARGIN, y: box.y + MARGIN };
  const classes = [
    'app-box',
    node.isCurrent && 'app-box--current',
    node.isGroup && 'app-box--group',
  ];
  return {
    className: classes.filter(Boolean).join(' '),
    path: outlinePath(node.outline, rect),
    label: `${node.kind}: ${node.name}`,
    ...(node.href === undefined ? {} : { href: node.href }),
    texts: texts.map((text, line): PictureText => ({
      x: rounded1(rect.x + BOX.padding),
      y: rounded1(rect.y + 20 + line * BOX.line),
      anchor: 'start',
      text,
      ...(line === 0 ? { className: 'app-box__kind' } : {}),
    })),
  };
}

function lineShapes(style: LineStyle, route: readonly Point[]): Shape[] {
  const [start, end] = [route[0], route.at(-1)];
  if (!start || !end) return [];
  const before = route.at(-2) ?? start;
  const line = isLoop(route) ? loopPath(start, end, BULGE) : routePath(route);
  const comesFrom = !isLoop(route) && before.x < end.x ? 'left' : 'right';
  return [
    { className: `app-line app-line--${style}`, path: line },
    { className: `app-line app-line--${style} app-line--head`, path: headPath(end, comesFrom) },
  ];
}

const LEGEND = { sample: 40, size: 12, row: 22, gap: 28 } as const;

/** Samples of the lines in use, in rows as wide as the drawing. */
function legendOf(
  edges: readonly DiagramEdge[],
  styles: Diagram['styles'],
  { width, top }: { readonly width: number; readonly top: number },
): { readonly shapes: readonly Shape[]; readonly bottom: number } {
  const used = (Object.keys(styles) as LineStyle[]).filter((one) =>
    edges.some(({ style }) => style === one),
  );
  let [x, y] = [MARGIN, top];
  const shapes = used.map((style): Shape => {
    const wide = LEGEND.sample + 8 + textWidth(styles[style], LEGEND.size);
    if (x > MARGIN && x + wide > width) [x, y] = [MARGIN, y + LEGEND.row];
    const shape: Shape = {
      className: `app-line app-line--${style}`,
      path: path`M${x} ${y}H${x + LEGEND.sample}`,
      texts: [
        {
          ...{ x: rounded1(x + LEGEND.sample + 8), y: rounded1(y + 4), anchor: 'start' },
          ...{ text: styles[style], className: 'app-legend' },
        },
      ],
    };
    x += wide + LEGEND.gap;
    return shape;
  });
  return { shapes, bottom: used.length === 0 ? top - 12 : y + 8 };
}

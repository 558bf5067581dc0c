/** SVG path data of boxes and lines. Numbers have one decimal, so that the same drawing has the same bytes everywhere. */

export interface Point {
  readonly x: number;
  readonly y: number;
}
export interface Rect extends Point {
  readonly width: number;
  readonly height: number;
}

/** Kinds of things differ by outline, and not by colour alone (WCAG 1.4.1). */
export type Outline = 'rectangle' | 'rounded' | 'hexagon' | 'page' | 'pill' | 'tab';

export function outlinePath(outline: Outline, { x, y, width, height }: Rect): string {
  const [right, bottom] = [x + width, y + height];
  const notch = 10;
  switch (outline) {
    case 'rectangle':
      return path`M${x} ${y}H${right}V${bottom}H${x}Z`;
    case 'rounded':
      return rounded({ x, y, width, height }, 8);
    case 'pill':
      return rounded({ x, y, width, height }, Math.min(24, height / 2));
    case 'hexagon':
      return path`M${x + notch} ${y}H${right - notch}L${right} ${y + height / 2}L${right - notch} ${bottom}H${x + notch}L${x} ${y + height / 2}Z`;
    case 'page':
      return path`M${x} ${y}H${right - notch * 1.5}L${right} ${y + notch * 1.5}V${bottom}H${x}Z`;
    case 'tab':
      return path`M${x + notch} ${y}H${right - notch}L${right} ${y + notch}V${bottom}H${x}V${y + notch}Z`;
  }
}

function rounded({ x, y, width, height }: Rect, radius: number): string {
  const r = radius;
  const [right, bottom] = [x + width, y + height];
  return path`M${x + r} ${y}H${right - r}A${r} ${r} 0 0 1 ${right} ${y + r}V${bottom - r}A${r} ${r} 0 0 1 ${right - r} ${bottom}H${x + r}A${r} ${r} 0 0 1 ${x} ${bottom - r}V${y + r}A${r} ${r} 0 0 1 ${x + r} ${y}Z`;
}

/** From point to point: level through every second stretch, which lies inside a column, and a soft S between columns. */
export function routePath(points: readonly Point[]): string {
  const [first = { x: 0, y: 0 }, ...rest] = points;
  let from = first;
  let made = path`M${first.x} ${first.y}`;
  for (const to of rest) {
    const middle = (from.x + to.x) / 2;
    made +=
      from.y === to.y
        ? path`H${to.x}`
        : path`C${middle} ${from.y} ${middle} ${to.y} ${to.x} ${to.y}`;
    from = to;
  }
  return made;
}

/** Out on the right, and back to the same side: between two boxes of one column. */
export function loopPath(from: Point, to: Point, bulge: number): string {
  return path`M${from.x} ${from.y}C${from.x + bulge} ${from.y} ${to.x + bulge} ${to.y} ${to.x} ${to.y}`;
}

/** An arrow's head that ends at the point and comes from the left or the right. */
export function headPath({ x, y }: Point, comesFrom: 'left' | 'right'): string {
  const back = comesFrom === 'left' ? x - 7 : x + 7;
  return path`M${back} ${y - 4}L${x} ${y}L${back} ${y + 4}`;
}

/** Marks of points on a line. */
export function roundMark({ x, y }: Point): string {
  return path`M${x - 4} ${y}A4 4 0 1 1 ${x + 4} ${y}A4 4 0 1 1 ${x - 4} ${y}Z`;
}
export function squareMark({ x, y }: Point): string {
  return path`M${x - 4} ${y - 4}H${x + 4}V${y + 4}H${x - 4}Z`;
}

/** A template of path data, with its numbers rounded. */
export function path(texts: TemplateStringsArray, ...numbers: readonly number[]): string {
  return texts.reduce((made, text, at) => `${made}${rounded1(numbers[at - 1] ?? 0)}${text}`);
}

export function rounded1(value: number): number {
  // Adding zero makes nought of minus nought.
  return Math.round(value * 10) / 10 + 0;
}

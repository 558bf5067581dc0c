/**
 * A picture as a file of its own, for documents and slides. It has no style sheet: what classes look like stands in presentation
 * attributes (SVG 2, 6.6), which the content security policy leaves alone. Colours are those of a light page.
 */
import type { Picture, Shape } from '../view-models/picture.js';
import { element, text, textElement, type Xml } from '../xml.js';

type Attributes = Readonly<Record<string, string>>;

const INK = '#1e2b3c';
/** Class → attributes; a shape has those of all its classes, the last deciding. */
const LOOKS: Readonly<Record<string, Attributes>> = {
  'app-box': { fill: '#ffffff', stroke: '#5d6b7e', 'stroke-width': '1.5' },
  'app-box--current': { fill: '#e3effb', stroke: '#0b5cad', 'stroke-width': '3' },
  'app-box--group': { 'stroke-dasharray': '2 3' },
  'app-line': { fill: 'none', stroke: '#5d6b7e', 'stroke-width': '1.5' },
  'app-line--personal': { stroke: '#a06a00', 'stroke-width': '3' },
  'app-line--data': { 'stroke-dasharray': '7 4' },
  'app-line--meaning': { stroke: '#2c7a3f', 'stroke-width': '2', 'stroke-dasharray': '1.5 4' },
  'app-line--inheritance': {
    stroke: '#0b5cad',
    'stroke-width': '2.5',
    'stroke-dasharray': '12 3 2 3',
  },
  'app-line--head': { 'stroke-dasharray': 'none' },
};

/** `base`: where local addresses are. */
export function svgFile(picture: Picture, base: string): string {
  const { width, height, title, description, shapes } = picture;
  const content = element(
    'svg',
    {
      ...{ xmlns: 'http://www.w3.org/2000/svg', viewBox: `0 0 ${width} ${height}` },
      ...{ width: String(width), height: String(height) },
      'font-family': 'Inter, "Helvetica Neue", Arial, sans-serif',
      'font-size': '14',
    },
    textElement('title', title),
    textElement('desc', description),
    element('rect', { width: String(width), height: String(height), fill: '#ffffff' }),
    ...shapes.map((shape) => linked(shape, base)),
  );
  return `<?xml version="1.0" encoding="UTF-8"?>\n${content}\n`;
}

function linked(shape: Shape, base: string): Xml {
  const drawn = group(shape);
  if (!shape.href?.startsWith('/')) return drawn;
  return element('a', { href: base + shape.href.slice(1) }, drawn);
}

function group({ className, path, label, texts = [] }: Shape): Xml {
  const look = Object.assign({}, ...className.split(' ').map((one) => LOOKS[one])) as Attributes;
  return element(
    'g',
    {},
    ...(label === undefined ? [] : [textElement('title', label)]),
    ...(path === undefined ? [] : [element('path', { d: path, ...look })]),
    ...texts.map((one) =>
      element(
        'text',
        {
          ...{ x: String(one.x), y: String(one.y), fill: INK, 'text-anchor': one.anchor },
          'font-size': one.className === undefined ? undefined : '12',
        },
        text(one.text),
      ),
    ),
  );
}

/** From things of the catalogue to boxes and lines: outlines by kind, names, links, and the words of the legend. Pure. */
import type { PageKind } from '../page-kinds.js';
import {
  drawDiagram,
  type Diagram,
  type DiagramEdge,
  type DiagramNode,
  type LineStyle,
} from '../pictures/diagram.js';
import type { Outline } from '../pictures/paths.js';
import { byLabel } from '../public-catalogue.js';
import type { Picture } from './picture.js';
import { pageHref, type ViewContext } from './values.js';

const OUTLINES: Partial<Record<PageKind, Outline>> = {
  system: 'rectangle',
  behandling: 'hexagon',
  datasett: 'rounded',
  serie: 'rounded',
  distribusjon: 'page',
  datatjeneste: 'page',
  begrep: 'pill',
  objekttype: 'pill',
};

export function outlineOf(kind: PageKind): Outline {
  return OUTLINES[kind] ?? 'tab';
}

/** `kind` in other words than the usual. */
export interface BoxOptions {
  readonly column: number;
  readonly current: string;
  readonly kind?: string | undefined;
}

export function boxOf(
  context: ViewContext,
  iri: string,
  { column, current, kind: said }: BoxOptions,
): DiagramNode {
  const { catalogue, text } = context;
  const kind = catalogue.kindOf(iri);
  const isCurrent = iri === current;
  const words = said ?? text.t(`pictures.kind.${kind}`);
  return {
    ...{ id: iri, column, isCurrent, outline: outlineOf(kind) },
    kind: isCurrent ? text.t('pictures.here', { kind: words }) : words,
    name: catalogue.label(iri, text.lang).text,
    href: pageHref(context, iri),
  };
}

/** A box for all of a kind that there is no room for. */
export function groupBox(
  { text }: ViewContext,
  group: {
    readonly id: string;
    readonly kind: PageKind;
    readonly column: number;
    readonly count: number;
    readonly isRest: boolean;
    readonly href: string;
    /** What the things are to the one that they are tied to. */
    readonly words?: string | undefined;
  },
): DiagramNode {
  const { id, kind, column, count, isRest, href, words } = group;
  const name = text.count(`pictures.${isRest ? 'more' : 'several'}`, count);
  return {
    ...{ id, column, href, name, isGroup: true, outline: outlineOf(kind) },
    kind: words ?? text.t(`pictures.kind.${kind}`),
  };
}

/** Boxes in a column; what is more stands in one. */
export const MAX_IN_COLUMN = 12;

export interface ColumnOptions {
  readonly current: string;
  /** In other words than the usual what kind of thing it is. */
  readonly words?: (iri: string) => string | undefined;
  /** Where all of them are. */
  readonly restHref: string;
}

/** Thing → column, as boxes by name, and the box that shows each thing. */
export function boxesIn(
  context: ViewContext,
  columns: ReadonlyMap<string, number>,
  { current, words, restHref }: ColumnOptions,
): { readonly nodes: readonly DiagramNode[]; readonly boxFor: ReadonlyMap<string, string> } {
  const { catalogue, text } = context;
  const nodes: DiagramNode[] = [];
  const boxFor = new Map<string, string>();
  for (const column of new Set([...columns.values()].sort((a, b) => a - b))) {
    const all = byLabel(
      [...columns].filter(([, one]) => one === column).map(([iri]) => iri),
      (one) => catalogue.label(one, text.lang).text,
    );
    // The thing itself is never among the rest.
    const sorted = all.includes(current) ? [current, ...all.filter((one) => one !== current)] : all;
    const hasRest = sorted.length > MAX_IN_COLUMN;
    const shown = sorted.slice(0, hasRest ? MAX_IN_COLUMN - 1 : MAX_IN_COLUMN);
    for (const iri of shown) {
      nodes.push(boxOf(context, iri, { column, current, kind: words?.(iri) }));
      boxFor.set(iri, iri);
    }
    const rest = sorted.slice(shown.length);
    const [first] = rest;
    if (first === undefined) continue;
    const group = { id: `rest ${column}`, kind: catalogue.kindOf(first), column };
    nodes.push(groupBox(context, { ...group, count: rest.length, isRest: true, href: restHref }));
    for (const iri of rest) boxFor.set(iri, group.id);
  }
  return { nodes, boxFor };
}

export interface Tie {
  readonly from: string;
  readonly to: string;
  readonly type: { readonly style: LineStyle };
}

/** Each line once, however many ties it stands for; the style is that of the first. `boxFor`: the box that shows a thing. */
export function linesOf(
  relations: readonly Tie[],
  boxFor: (iri: string) => string | undefined,
): DiagramEdge[] {
  const lines = new Map<string, DiagramEdge>();
  for (const { from, to, type } of relations) {
    const [start, end] = [boxFor(from), boxFor(to)];
    if (start === undefined || end === undefined || start === end) continue;
    const key = `${type.style} ${start} ${end}`;
    if (!lines.has(key)) lines.set(key, { from: start, to: end, style: type.style });
  }
  return [...lines.values()];
}

export function pictureOf(
  { text }: ViewContext,
  parts: Pick<Diagram, 'nodes' | 'edges'>,
  words: Pick<Picture, 'id' | 'title' | 'description'>,
): Picture {
  const styles = {
    personal: text.t('pictures.line.personal'),
    data: text.t('pictures.line.data'),
    role: text.t('pictures.line.role'),
    meaning: text.t('pictures.line.meaning'),
    association: text.t('pictures.line.association'),
    inheritance: text.t('pictures.line.inheritance'),
  };
  return { ...words, ...drawDiagram({ ...parts, styles }), isLinked: true };
}

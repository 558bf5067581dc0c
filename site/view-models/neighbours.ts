/**
 * What a thing is tied to, one step or two away: owners and users, processing, datasets, concepts. Each thing once; kinds with more
 * things than there is room for are one box each. Pure.
 */
import type { PageKind } from '../page-kinds.js';
import type { DiagramNode } from '../pictures/diagram.js';
import { boxOf, groupBox, linesOf, pictureOf } from './diagrams.js';
import { choiceOf, graphHref, type Depth, type GraphRequest } from './graph-request.js';
import type { Section } from './page-model.js';
import type { Picture } from './picture.js';
import { cutParagraphs, relationsOf, relationTable, type Relation } from './relations.js';
import type { ViewContext } from './values.js';

export const MAX_BOXES = 60;
/** Boxes of a kind around one thing, nearest first: the first pair that leaves at most MAX_BOXES is taken. */
const ROOM: readonly (readonly [number, number])[] = [
  [40, 8],
  [16, 4],
  [8, 1],
  [4, 0],
  [0, 0],
];
/** On the page of a thing. */
const SMALL_ROOM: typeof ROOM = [[6, 0]];
/** An organisation may publish all there is: what is drawn, told and downloaded has an end. */
const MAX_RELATIONS = 5000;

export interface Neighbours {
  readonly relations: readonly Relation[];
  readonly nodes: readonly DiagramNode[];
  /** Thing → the box that shows it. */
  readonly boxFor: ReadonlyMap<string, string>;
}

type Around = Required<Pick<GraphRequest, 'depth' | 'choices'>> & { readonly thing: string };

export function neighboursOf(
  context: ViewContext,
  around: Around,
  rooms: typeof ROOM = ROOM,
): Neighbours {
  const steps = walk(context, around);
  const relations = steps.flatMap((step) => step.relations);
  for (const room of rooms) {
    const made = boxes(context, around, steps, room);
    if (made.nodes.length <= MAX_BOXES) return { relations, ...made };
  }
  return { relations, ...boxes(context, around, steps, [0, 0]) };
}

/** One thing, and what is first met from it. */
interface Step {
  readonly from: string;
  readonly distance: Depth;
  readonly relations: readonly Relation[];
  readonly met: readonly string[];
}

function walk(context: ViewContext, { thing, depth, choices }: Around): readonly Step[] {
  const { catalogue } = context;
  const seen = new Set([thing]);
  const told = new Set<string>();
  const steps: Step[] = [];
  const isWanted = (iri: string): boolean => {
    const choice = choiceOf(catalogue.kindOf(iri));
    return choices.length === 0 || (choice !== undefined && choices.includes(choice));
  };
  const step = (from: string, distance: Depth): void => {
    const relations = relationsOf(context, from)
      .filter((one) => isWanted(otherEnd(one, from)) || otherEnd(one, from) === thing)
      .filter((one) => !told.has(keyOf(one)))
      .slice(0, MAX_RELATIONS - told.size);
    const met = new Set(
      relations.map((one) => otherEnd(one, from)).filter((one) => !seen.has(one)),
    );
    for (const one of relations) told.add(keyOf(one));
    for (const one of met) seen.add(one);
    steps.push({ from, distance, relations, met: [...met] });
  };
  step(thing, 1);
  if (depth === 2) for (const from of steps[0]?.met ?? []) step(from, 2);
  return steps;
}

function otherEnd({ from, to }: Relation, thing: string): string {
  return from === thing ? to : from;
}
function keyOf({ from, to, type }: Relation): string {
  return `${type.id} ${from} ${to}`;
}

/** Who answers for things stands on the left of what they answer for, files and meaning on the right. */
const RANKS: Partial<Record<PageKind, number>> = {
  system: 1,
  behandling: 2,
  datasett: 3,
  serie: 4,
  distribusjon: 4,
  datatjeneste: 4,
  begrep: 5,
  objekttype: 5,
};

function boxes(
  context: ViewContext,
  around: Around,
  steps: readonly Step[],
  room: readonly [number, number],
): Omit<Neighbours, 'relations'> {
  const { thing } = around;
  const columns = new Map([[thing, 0]]);
  const boxFor = new Map([[thing, thing]]);
  const nodes = [boxOf(context, thing, { column: 0, current: thing })];
  for (const step of steps) {
    const parent = columns.get(step.from);
    // What stands in a box with others is not looked behind.
    if (parent === undefined) continue;
    for (const { id, kind, things, role } of alike(context, step)) {
      const column = columnOf(context, { parent, kind, thing, distance: step.distance });
      const isGroup = things.length > (room[step.distance - 1] ?? 0);
      if (isGroup)
        nodes.push(groupOf(context, around, { ...step, id, kind, column, role, things }));
      for (const one of things) {
        boxFor.set(one, isGroup ? id : one);
        if (isGroup) continue;
        columns.set(one, column);
        nodes.push(
          boxOf(context, one, { column, current: thing, kind: roles(context, step, one) }),
        );
      }
    }
  }
  return { nodes, boxFor };
}

interface Place {
  /** Column of the box that it is tied to. */
  readonly parent: number;
  readonly kind: PageKind;
  readonly thing: string;
  readonly distance: Depth;
}

function columnOf({ catalogue }: ViewContext, { parent, kind, thing, distance }: Place): number {
  const rank = (one: PageKind): number => RANKS[one] ?? 0;
  const isLeft = parent === 0 ? rank(kind) < rank(catalogue.kindOf(thing)) : parent < 0;
  return isLeft ? -distance : distance;
}

interface Group extends Alike {
  readonly from: string;
  readonly column: number;
}

/** Leads to a drawing of these alone; where this is it, to the table. */
function groupOf(context: ViewContext, { choices }: Around, group: Group): DiagramNode {
  const { id, from, kind, column, role, things } = group;
  const choice = choiceOf(kind);
  const isNarrow = choices.length === 1 && choices[0] === choice;
  const narrowed = { thing: from, choices: choice === undefined ? [] : [choice] };
  return groupBox(context, {
    ...{ id, kind, column, count: things.length, isRest: false, words: role },
    href: graphHref(context, narrowed) + (isNarrow ? '#tabell' : ''),
  });
}

/** Things of a kind that are tied in the same way: twenty users are one box, and the owner has its own. */
interface Alike {
  readonly id: string;
  readonly kind: PageKind;
  readonly role: string | undefined;
  readonly things: readonly string[];
}

function alike(context: ViewContext, step: Step): readonly Alike[] {
  const { catalogue, text } = context;
  const met = new Set(step.met);
  const found = new Map<string, Alike & { readonly things: string[] }>();
  for (const relation of step.relations) {
    const thing = otherEnd(relation, step.from);
    // Under its first tie.
    if (!met.delete(thing)) continue;
    const kind = catalogue.kindOf(thing);
    const role = text.find(`pictures.role.${relation.type.id}`);
    const id = `${kind} ${relation.type.id} ${step.from}`;
    const group = found.get(id) ?? { id, kind, role, things: [] };
    group.things.push(thing);
    found.set(id, group);
  }
  return [...found.values()];
}

/** «Eier · Forvalter» says more of a neighbour than that it is an organisation. */
function roles({ text }: ViewContext, step: Step, thing: string): string | undefined {
  if (step.distance > 1) return undefined;
  const words = step.relations
    .filter((one) => otherEnd(one, step.from) === thing)
    .flatMap(({ type }) => text.find(`pictures.role.${type.id}`) ?? []);
  return words.length > 0 ? [...new Set(words)].join(' · ') : undefined;
}

export function neighboursPicture(
  context: ViewContext,
  thing: string,
  { nodes, boxFor, relations }: Neighbours,
): Picture {
  const { catalogue, text } = context;
  const edges = linesOf(relations, (one) => boxFor.get(one));
  return pictureOf(
    context,
    { nodes, edges },
    {
      id: 'graf',
      title: text.t('pictures.graph.picture', { name: catalogue.label(thing, text.lang).text }),
      description: text.t('pictures.graph.description'),
    },
  );
}

/** One step around the thing, on its own page. */
export function neighboursSection(context: ViewContext, thing: string): Section[] {
  const { catalogue, text } = context;
  const around = { thing, depth: 1, choices: [] } as const;
  const found = neighboursOf(context, around, SMALL_ROOM);
  if (found.relations.length === 0) return [];
  const name = catalogue.label(thing, text.lang).text;
  return [
    {
      id: 'naboer',
      heading: text.t('pictures.graph.title'),
      paragraphs: cutParagraphs(context, found.relations),
      picture: neighboursPicture(context, thing, found),
      table: relationTable(context, found.relations, {
        caption: text.t('pictures.graph.table', { name }),
        current: thing,
      }),
      tableSummary: text.t('pictures.asTable'),
      more: { href: graphHref(context, { thing, depth: 2 }), text: text.t('pictures.graph.more') },
    },
  ];
}

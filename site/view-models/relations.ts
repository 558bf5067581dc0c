/**
 * What ties public things together, told in the direction that data and responsibility go: a system holds a dataset, although it is
 * the dataset that says so. What pictures draw and the tables beside them say. Pure.
 */
import type { NamedNode, Quad } from '../../src/rdf/terms.js';
import { dcat, dct, kdm, prov } from '../../src/rdf/vocabularies.js';
import type { PageKind } from '../page-kinds.js';
import type { LineStyle } from '../pictures/diagram.js';
import { nodeValue, type ViewContext } from './values.js';
import type { Table, Value } from './page-model.js';

interface RelationType {
  readonly id: string;
  readonly predicate: NamedNode;
  /** The statement is told from its object's side. */
  readonly isInverse: boolean;
  readonly style: LineStyle;
  /** Part of the way from a system to a file that one can have. */
  readonly isFlow: boolean;
}

function flow(
  predicate: NamedNode,
  id: string,
  style: LineStyle,
  isInverse: boolean,
): RelationType {
  return { id, predicate, isInverse, style, isFlow: true };
}
function tie(predicate: NamedNode, id: string, style: LineStyle, isInverse: boolean): RelationType {
  return { id, predicate, isInverse, style, isFlow: false };
}

const TYPES: readonly RelationType[] = [
  flow(kdm.usesSystem, 'usesSystem', 'personal', true),
  flow(kdm.processesDataset, 'processesDataset', 'personal', false),
  flow(kdm.processedBy, 'processesDataset', 'personal', true),
  flow(kdm.storedIn, 'storedIn', 'data', true),
  flow(prov.wasDerivedFrom, 'wasDerivedFrom', 'data', true),
  flow(dcat.distribution, 'distribution', 'data', false),
  flow(dcat.servesDataset, 'servesDataset', 'data', true),
  tie(dcat.inSeries, 'inSeries', 'data', false),
  tie(kdm.systemOwner, 'systemOwner', 'role', true),
  tie(kdm.systemManager, 'systemManager', 'role', true),
  tie(kdm.supplier, 'supplier', 'role', true),
  tie(kdm.usedBy, 'usedBy', 'role', false),
  tie(dct.publisher, 'publisher', 'role', true),
  tie(kdm.realises, 'realises', 'meaning', false),
  tie(dct.subject, 'subject', 'meaning', false),
];
const BY_PREDICATE = new Map(TYPES.map((type) => [type.predicate.value, type]));

/** Things that pictures show. */
const SHOWN: ReadonlySet<PageKind> = new Set([
  ...(['system', 'behandling', 'datasett', 'serie', 'distribusjon', 'datatjeneste'] as const),
  ...(['virksomhet', 'enhet', 'leverandor', 'begrep', 'objekttype'] as const),
]);

export interface Relation {
  readonly from: string;
  readonly to: string;
  readonly type: Pick<RelationType, 'id' | 'style' | 'isFlow'>;
  /** What says so. */
  readonly quad: Quad;
}

/** Sorted by type, then by name of the other end; each once. Only what has a page of its own has a place in pictures. */
export function relationsOf({ catalogue, text }: ViewContext, thing: string): Relation[] {
  const { graph } = catalogue;
  const found = new Map<string, Relation>();
  const quads = [...graph.about(thing), ...graph.pointingTo(thing)];
  for (const quad of quads) {
    const type = BY_PREDICATE.get(quad.predicate.value);
    if (!type || quad.subject.value === quad.object.value) continue;
    const other = quad.subject.value === thing ? quad.object.value : quad.subject.value;
    if (catalogue.pathOf(other) === undefined || !SHOWN.has(catalogue.kindOf(other))) continue;
    const [from, to] = type.isInverse
      ? [quad.object.value, quad.subject.value]
      : [quad.subject.value, quad.object.value];
    const key = `${type.id} ${from} ${to}`;
    if (!found.has(key)) found.set(key, { from, to, type, quad });
  }
  const sortable = [...found].map(([key, relation]) => {
    const other = relation.from === thing ? relation.to : relation.from;
    const rank = TYPES.findIndex(({ id }) => id === relation.type.id);
    return { key, relation, rank, name: catalogue.label(other, text.lang).text };
  });
  const inOrder = (a: (typeof sortable)[number], b: (typeof sortable)[number]): number =>
    a.rank - b.rank || NAMES.compare(a.name, b.name) || (a.key < b.key ? -1 : 1);
  return sortable.sort(inOrder).map(({ relation }) => relation);
}

const NAMES = new Intl.Collator('nb', { numeric: true });

export function isShown(kind: PageKind): boolean {
  return SHOWN.has(kind);
}

export function relationText({ text }: ViewContext, { type }: Relation): string {
  return text.t(`pictures.relation.${type.id}`);
}

export const MAX_ROWS = 100;

/** The same as the picture says: from, how, to. */
export function relationTable(
  context: ViewContext,
  relations: readonly Relation[],
  { caption, current }: { readonly caption: string; readonly current: string },
): Table {
  const { text } = context;
  const missing = text.t('value.notStated');
  const value = (iri: string): Value =>
    iri === current ? context.catalogue.label(iri, text.lang) : nodeValue(context, iri);
  return {
    caption,
    columns: ['from', 'relation', 'to'].map((name) => text.t(`pictures.column.${name}`)),
    rows: relations.slice(0, MAX_ROWS).map((one) => ({
      head: [value(one.from)],
      cells: [
        { values: [{ text: relationText(context, one) }], missing },
        { values: [value(one.to)], missing },
      ],
    })),
  };
}

/** Said below a table that does not have them all. */
export function cutParagraphs({ text }: ViewContext, relations: readonly Relation[]): Value[] {
  return relations.length > MAX_ROWS
    ? [
        {
          text: text.t('pictures.cut', {
            shown: text.number(MAX_ROWS),
            total: text.number(relations.length),
          }),
        },
      ]
    : [];
}

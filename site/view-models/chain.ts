/**
 * The way from a system by processing and datasets to files that one can have, around one of them (site.md 3.3 "Herkomst"). Layers of
 * a data platform – bronze, silver, gold – stand where the descriptions name them. Pure.
 */
import { kdm } from '../../src/rdf/vocabularies.js';
import type { PageKind } from '../page-kinds.js';
import { boxesIn, linesOf, pictureOf } from './diagrams.js';
import { graphHref } from './graph-request.js';
import type { Section } from './page-model.js';
import { cutParagraphs, relationsOf, relationTable, type Relation } from './relations.js';
import { nodeValue, type ViewContext } from './values.js';

/** Steps each way; derivations may go in circles. */
const MAX_STEPS = 5;
/** A system may hold all the datasets there are. */
const MAX_RELATIONS = 2000;

/** Nothing where nothing is known but the files. */
export function chainSection(context: ViewContext, iri: string): Section[] {
  const { catalogue, text } = context;
  const relations = flowAround(context, iri);
  const isChain = relations.some(({ type }) => !FILES.has(type.id));
  if (!isChain) return [];
  const heading = text.t('pictures.chain.title');
  const name = catalogue.label(iri, text.lang).text;
  const columns = columnsOf(context, relations);
  const { nodes, boxFor } = boxesIn(context, columns, {
    current: iri,
    words: (one) => layerOf(context, one),
    restHref: graphHref(context, { thing: iri }),
  });
  return [
    {
      id: 'kjede',
      heading,
      paragraphs: [{ text: text.t('pictures.chain.lead') }, ...cutParagraphs(context, relations)],
      picture: pictureOf(
        context,
        { nodes, edges: linesOf(relations, (one) => boxFor.get(one)) },
        {
          id: 'kjede-bilde',
          title: text.t('pictures.chain.picture', { name }),
          description: text.t('pictures.chain.description'),
        },
      ),
      table: relationTable(context, relations, {
        caption: text.t('pictures.chain.table', { name }),
        current: iri,
      }),
      tableSummary: text.t('pictures.asTable'),
      more: { href: graphHref(context, { thing: iri }), text: text.t('pictures.chain.more') },
    },
  ];
}

const FILES: ReadonlySet<string> = new Set(['distribution', 'servesDataset']);

/** All that data come from on their way here, and all that they go to from here. */
function flowAround(context: ViewContext, iri: string): Relation[] {
  const found = new Map<string, Relation>();
  const follow = (near: 'from' | 'to', far: 'from' | 'to'): void => {
    const seen = new Set([iri]);
    let reached = [iri];
    for (let step = 0; step < MAX_STEPS && reached.length > 0; step += 1) {
      const next: string[] = [];
      for (const thing of reached) {
        for (const relation of relationsOf(context, thing)) {
          if (!relation.type.isFlow || relation[near] !== thing) continue;
          if (found.size >= MAX_RELATIONS) return;
          found.set(`${relation.type.id} ${relation.from} ${relation.to}`, relation);
          if (!seen.has(relation[far])) next.push(relation[far]);
          seen.add(relation[far]);
        }
      }
      reached = next;
    }
  };
  follow('to', 'from');
  follow('from', 'to');
  return [...found.values()];
}

/** Thing → column: systems, processing, datasets by how far they are derived, files last. */
function columnsOf(
  { catalogue }: ViewContext,
  relations: readonly Relation[],
): ReadonlyMap<string, number> {
  const things = new Set(relations.flatMap(({ from, to }) => [from, to]));
  const derivations = relations.filter(({ type }) => type.id === 'wasDerivedFrom');
  const depth = new Map<string, number>();
  // As many rounds as there may be steps: what goes in circles comes to an end, too.
  for (let round = 0; round < MAX_STEPS; round += 1) {
    for (const { from, to } of derivations)
      depth.set(to, Math.min(MAX_STEPS, Math.max(depth.get(to) ?? 0, (depth.get(from) ?? 0) + 1)));
  }
  const firstDataset = 2;
  const column = (iri: string): number => {
    const base = BASE_COLUMNS[catalogue.kindOf(iri)];
    return base ?? firstDataset + (depth.get(iri) ?? 0);
  };
  return new Map([...things].map((one) => [one, column(one)]));
}

const BASE_COLUMNS: Partial<Record<PageKind, number>> = {
  system: 0,
  behandling: 1,
  distribusjon: 100,
  datatjeneste: 100,
};

/** «Bronse: rådata» where the description says which layer of the data platform it is in. */
function layerOf(context: ViewContext, iri: string): string | undefined {
  const layer = context.catalogue.graph.node(iri, kdm.dataLayer);
  return layer && nodeValue(context, layer.value).text;
}

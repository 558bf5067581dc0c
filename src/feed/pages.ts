/**
 * The catalogue in pages (portals.md 1.2): each has a hundred members with all that describes them, so that it can be read alone,
 * and says where the others are, in both generations of Hydra. All pages together are the whole catalogue.
 */
import { iri, type Iri } from '../model/iri.js';
import { resource } from '../rdf/resource.js';
import { literal, namedNode, type NamedNode, type Quad } from '../rdf/terms.js';
import { dcat, hydra, xsd } from '../rdf/vocabularies.js';
import { blocksOfQuads, documentOf, type Blocks, type Piece } from './blocks.js';
import type { FeedGraph } from './feed-graph.js';
import type { Layout } from './layout.js';

export const MEMBERS_PER_PAGE = 100;

export interface CataloguePage {
  /** From 1. */
  readonly number: number;
  /** How many there are. */
  readonly of: number;
  readonly members: readonly string[];
  /** Those that the members are served by, and a share of those that serve none. */
  readonly services: readonly string[];
  /** What is said of the catalogue: all, but of its links to members and services those to the ones on the page. */
  readonly catalog: readonly Quad[];
}

export function pageFile(number: number, extension: string): string {
  return `katalog/side-${number}.${extension}`;
}

/** At least one. */
export function pagesOf({
  feed,
  layout,
}: Pick<Blocks, 'feed' | 'layout'>): readonly CataloguePage[] {
  const { members, services } = layout;
  const { links, others } = catalogStatements(feed, layout);
  const met = new Set(members.flatMap((member) => layout.servicesOf(member)));
  const alone = services.filter((one) => !met.has(one));
  const of = Math.max(1, Math.ceil(Math.max(members.length, alone.length) / MEMBERS_PER_PAGE));
  return Array.from({ length: of }, (_, at) => {
    const here = <T>(all: readonly T[]): readonly T[] =>
      all.slice(at * MEMBERS_PER_PAGE, (at + 1) * MEMBERS_PER_PAGE);
    const roots = [...here(members), ...here(alone)];
    const own = new Set([...roots.flatMap((root) => layout.servicesOf(root)), ...here(alone)]);
    const page = { members: here(members), services: [...own].sort() };
    const linked = [...page.members, ...page.services].flatMap((root) => links.get(root) ?? []);
    return { number: at + 1, of, ...page, catalog: [...others, ...linked] };
  });
}

/** Walked once for all pages: a large catalogue has tens of thousands of links. */
function catalogStatements(
  feed: FeedGraph,
  layout: Layout,
): { readonly links: ReadonlyMap<string, readonly Quad[]>; readonly others: readonly Quad[] } {
  const toRoots: ReadonlySet<string> = new Set([dcat.dataset.value, dcat.service.value]);
  const links = new Map<string, Quad[]>();
  const others: Quad[] = [];
  for (const node of layout.own(layout.catalog)) {
    for (const one of feed.about(node)) {
      const { value } = one.object;
      if (!toRoots.has(one.predicate.value)) others.push(one);
      else links.set(value, [...(links.get(value) ?? []), one]);
    }
  }
  return { links, others };
}

export function pageDocument(base: Iri, page: CataloguePage, blocks: Blocks): Iterable<Piece> {
  return documentOf(pageBlocks(base, page, blocks), blocks.syntax);
}

function* pageBlocks(base: Iri, page: CataloguePage, blocks: Blocks): Generator<Piece> {
  const { layout, syntax } = blocks;
  const roots = [...page.members, ...page.services];
  yield* blocksOfQuads(hydraQuads(base, page, layout.members.length), syntax);
  yield* blocksOfQuads(page.catalog, syntax);
  for (const root of roots) for (const node of layout.own(root)) yield blocks.block(node);
  for (const node of layout.sharedBy([layout.catalog, ...roots])) yield blocks.block(node);
}

/** One page in the words of PagedCollection (2014) and of PartialCollectionView (https://www.hydra-cg.com/spec/latest/core/). */
function hydraQuads(base: Iri, { number, of }: CataloguePage, total: number): Quad[] {
  const address = (page: number): NamedNode => namedNode(iri(`${base}katalog?side=${page}`));
  const collection = iri(`${base}katalog`);
  const totalItems = literal(String(total), xsd.integer);
  const view = resource(iri(address(number).value))
    .a(hydra.PartialCollectionView, hydra.PagedCollection)
    .add(hydra.totalItems, totalItems)
    .integer(hydra.itemsPerPage, MEMBERS_PER_PAGE);
  const link = (page: number, ...terms: NamedNode[]): void => {
    if (page < 1 || page > of) return;
    for (const term of terms) view.add(term, address(page));
  };
  link(1, hydra.first, hydra.firstPage);
  link(number - 1, hydra.previous, hydra.previousPage);
  link(number + 1, hydra.next, hydra.nextPage);
  link(of, hydra.last, hydra.lastPage);
  return [
    ...resource(collection)
      .a(hydra.Collection)
      .add(hydra.totalItems, totalItems)
      .add(hydra.view, address(number)),
    ...view,
  ];
}

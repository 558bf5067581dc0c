/**
 * A catalogue's nodes as pieces of text (ADR 0023): a document of any size is head, blocks and foot, joined by separators, and is
 * written without ever being whole in memory. The prefixes are always the same ones, so a block reads the same wherever it stands.
 */
import { ALL_NAMES } from '../rdf/compact-names.js';
import { groupOf, grouped } from '../rdf/grouped.js';
import { jsonLdGraph, jsonLdWriter } from '../rdf/jsonld-writer.js';
import type { NodeWriter } from '../rdf/node-writer.js';
import { nTriplesWriter } from '../rdf/ntriples-writer.js';
import { KNOWN_NAMESPACES, rdfXmlWriter } from '../rdf/rdfxml-writer.js';
import type { Quad } from '../rdf/terms.js';
import { trigGraph, turtleWriter } from '../rdf/turtle-writer.js';
import { layoutOf, type Layout } from './layout.js';
import type { FeedGraph } from './feed-graph.js';
import { TextStore } from './text-store.js';

/** `ttl` is TriG too: a document with graphs among its blocks. */
export type BlockSyntax = 'ttl' | 'jsonld' | 'rdf' | 'nt';
/** Those that can name graphs. */
export type GraphSyntax = 'ttl' | 'jsonld';
/** Text, or its UTF-8. */
export type Piece = string | Uint8Array;

const WRITERS: Readonly<Record<BlockSyntax, NodeWriter>> = {
  ttl: turtleWriter(ALL_NAMES),
  jsonld: jsonLdWriter(ALL_NAMES),
  rdf: rdfXmlWriter(KNOWN_NAMESPACES),
  nt: nTriplesWriter,
};
const GRAPHS = { ttl: trigGraph, jsonld: jsonLdGraph } as const;

export interface Blocks<Syntax extends BlockSyntax = BlockSyntax> {
  readonly feed: FeedGraph;
  readonly layout: Layout;
  readonly syntax: Syntax;
  /** What the feed says of a node; empty for a node that it only names. */
  block(node: string): Piece;
}

export type BlocksIn<Syntax extends BlockSyntax> = { readonly [S in Syntax]: Blocks<S> };

/** One walk over the feed gives its layout and the texts of its nodes in each of the syntaxes. */
export function blocksOf<const Syntax extends BlockSyntax>(
  feed: FeedGraph,
  syntaxes: readonly Syntax[],
): BlocksIn<Syntax> {
  const store = new TextStore(syntaxes.length);
  const layout = layoutOf({
    ...feed,
    about(node) {
      const about = feed.about(node);
      if (about.length > 0 && !store.has(node)) {
        const group = groupOf(node, about);
        store.put(node, () => syntaxes.map((syntax) => WRITERS[syntax].node(group)));
      }
      return about;
    },
  });
  const entries = syntaxes.map((syntax, at): [Syntax, Blocks<Syntax>] => [
    syntax,
    {
      feed,
      layout,
      syntax,
      block: (node) => store.get(node, at) ?? written(feed, node, syntax),
    },
  ]);
  return Object.fromEntries(entries) as BlocksIn<Syntax>;
}

function written(feed: FeedGraph, node: string, syntax: BlockSyntax): string {
  const about = feed.about(node);
  return about.length === 0 ? '' : WRITERS[syntax].node(groupOf(node, about));
}

/** Statements that are not of the feed, a block a node; no graph names, no blank nodes. */
export function blocksOfQuads(quads: Iterable<Quad>, syntax: BlockSyntax): string[] {
  return grouped(quads).map((group) => WRITERS[syntax].node(group));
}

/** Blocks as a named graph, which is a block itself. */
export function graphBlock(name: string, blocks: readonly Piece[], syntax: GraphSyntax): Piece {
  const { head, separator, foot } = GRAPHS[syntax](name, ALL_NAMES);
  const pieces = blocks.flatMap((block, at) => (at === 0 ? [block] : [separator, block]));
  return Buffer.concat([head, ...pieces, foot].map(bytesOf));
}

function bytesOf(piece: Piece): Uint8Array {
  return typeof piece === 'string' ? Buffer.from(piece) : piece;
}

/** A whole document, in pieces; empty blocks are left out. */
export function* documentOf(blocks: Iterable<Piece>, syntax: BlockSyntax): Generator<Piece> {
  const { head, separator, foot } = WRITERS[syntax];
  yield head;
  let isFirst = true;
  for (const block of blocks) {
    if (block.length === 0) continue;
    if (!isFirst) yield separator;
    yield block;
    isFirst = false;
  }
  yield foot;
}

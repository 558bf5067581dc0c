/** A feed as one document: every node once, in the order of its layout. */
import { documentOf, type Blocks, type Piece } from './blocks.js';

export function wholeDocument(blocks: Blocks): Iterable<Piece> {
  return documentOf(blocksOfAll(blocks), blocks.syntax);
}

function* blocksOfAll(blocks: Blocks): Generator<Piece> {
  const { layout } = blocks;
  const roots = [layout.catalog, ...layout.members, ...layout.services];
  for (const root of roots) for (const node of layout.own(root)) yield blocks.block(node);
  for (const node of layout.sharedBy(roots)) yield blocks.block(node);
}

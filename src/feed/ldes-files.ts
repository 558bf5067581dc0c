/** The pages of the event stream as files of the public zone, written by streaming (ADR 0023). */
import { changeIri, type Change } from '../model/change.js';
import type { Iri } from '../model/iri.js';
import {
  blocksOfQuads,
  documentOf,
  graphBlock,
  type Blocks,
  type GraphSyntax,
  type Piece,
} from './blocks.js';
import { closureIn } from './layout.js';
import {
  activityQuads,
  pageQuads,
  payloadQuads,
  type EventStream,
  type StreamPage,
} from './ldes.js';

/** What pages are prebuilt in: the two syntaxes that DCAT-AP Feeds asks for. */
const EXTENSIONS: Readonly<Record<GraphSyntax, 'trig' | 'jsonld'>> = {
  ttl: 'trig',
  jsonld: 'jsonld',
};

export function pageFile(number: number, extension: string): string {
  return `feed/endringer/side-${number}.${extension}`;
}

type GraphBlocks = Blocks<GraphSyntax>;

/** Name and text of each page, in the syntax of the blocks. */
export function eventStreamFiles(
  stream: EventStream,
  base: Iri,
  blocks: GraphBlocks,
): (readonly [string, () => Iterable<Piece>])[] {
  const { syntax } = blocks;
  return stream.pages.map((page) => [
    pageFile(page.number, EXTENSIONS[syntax]),
    () => documentOf(pageBlocks(stream, base, page, blocks), syntax),
  ]);
}

/** Each activity is followed by its graph, so that a client that reads in order has a member whole before the next. */
function* pageBlocks(
  stream: EventStream,
  base: Iri,
  page: StreamPage,
  blocks: GraphBlocks,
): Generator<Piece> {
  const { syntax } = blocks;
  yield* blocksOfQuads(pageQuads(stream, base, page), syntax);
  for (const change of page.changes) {
    yield* blocksOfQuads(activityQuads(base, change), syntax);
    const payload = payloadBlocks(change, blocks);
    if (payload.length > 0) yield graphBlock(changeIri(base, change), payload, syntax);
  }
}

function payloadBlocks(change: Change, blocks: GraphBlocks): Piece[] {
  const { feed, layout, syntax } = blocks;
  if (change.kind === 'delete') return [];
  if (change.type === 'katalog') return blocksOfQuads(payloadQuads(feed, change), syntax);
  return closureIn(layout, change.thing).map((node) => blocks.block(node));
}

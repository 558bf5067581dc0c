/**
 * The walk over pages, in both generations of Hydra: the older names the next page by `nextPage` of a PagedCollection, the
 * newer by `next` of a PartialCollectionView. A harvester knows one of them.
 */
import type { Graph } from '../../rdf/graph.js';
import type { NamedNode } from '../../rdf/terms.js';
import { hydra } from '../../rdf/vocabularies.js';
import { readPage, type Page, type PageReader } from '../rdf-page.js';
import type { Source } from '../source.js';
import type { Traps } from '../trap.js';
import type { TrapId } from '../traps/table.js';
import { EU_ACCEPT, READABLE, type EuLimits } from './contract.js';

interface Dialect {
  readonly type: NamedNode;
  readonly next: NamedNode;
}
const DIALECTS = {
  old: { type: hydra.PagedCollection, next: hydra.nextPage },
  new: { type: hydra.PartialCollectionView, next: hydra.next },
} as const satisfies Record<string, Dialect>;

/** Pages in the order they are met; undefined when one of them stopped the harvest. */
export async function walkPages(
  source: Source,
  first: string,
  limits: EuLimits,
  traps: Traps,
): Promise<readonly Page[] | undefined> {
  const reader = pageReader(limits);
  const seen = new Map<string, Page>();
  for (let url: string | undefined = first; url !== undefined;) {
    const page: Awaited<ReturnType<typeof readPage<TrapId>>> = await readPage(source, url, reader);
    if ('trap' in page) {
      traps.add(page.trap, page.evidence);
      return undefined;
    }
    seen.set(url, page);
    inspect(page, limits, traps);
    const next = nextOf(page, first, traps);
    if (next !== undefined && seen.has(next)) traps.add('EU-07', `${url} → ${next}`);
    else if (next !== undefined && seen.size >= limits.maxPages) traps.add('EU-08', next);
    else {
      url = next;
      continue;
    }
    return undefined;
  }
  return [...seen.values()];
}

function pageReader({ timeoutMs, maxBytes }: EuLimits): PageReader<TrapId> {
  return {
    request: { accept: EU_ACCEPT, timeoutMs, maxBytes },
    readable: READABLE,
    isAccepted: (status) => status >= 200 && status < 300,
    traps: { unreachable: 'EU-01', status: 'EU-01', type: 'EU-02', syntax: 'EU-03' },
  };
}

function inspect({ url, answer }: Page, { slowMs, largeBytes }: EuLimits, traps: Traps): void {
  if (answer.milliseconds > slowMs)
    traps.add('EU-09', `${url}: ${Math.round(answer.milliseconds / 100) / 10} s`);
  if (answer.body.length > largeBytes)
    traps.add('EU-10', `${url}: ${(answer.body.length / 1e6).toFixed(1)} MB`);
}

/** The next page, by whichever terms name one. */
function nextOf({ url, graph, answer }: Page, first: string, traps: Traps): string | undefined {
  const byOld = linkOf(graph, DIALECTS.old);
  const byNew = linkOf(graph, DIALECTS.new);
  if (byOld !== byNew) traps.add('EU-06', `${url}: nextPage ${byOld ?? '–'}, next ${byNew ?? '–'}`);
  const next = byOld ?? byNew;
  if (next === undefined) return undefined;
  if (totalOf(graph) === undefined) traps.add('EU-04', url);
  // Where the first page has moved, the others may be as well.
  const homes = [first, answer.url].map((one) => new URL(one).origin);
  if (!URL.canParse(next) || !homes.includes(new URL(next).origin)) {
    traps.add('EU-14', `${url} → ${next}`);
    return undefined;
  }
  return next;
}

function linkOf(graph: Graph, { type, next }: Dialect): string | undefined {
  const [node] = graph.pointingTo(type).map(({ subject }) => subject);
  return node && graph.objects(node, next)[0]?.value;
}

/** `hydra:totalItems` as the importer reads it: on whichever node has it. */
export function totalOf(graph: Graph): number | undefined {
  const [total] = graph.withPredicate(hydra.totalItems);
  return total && /^\d+$/.test(total.object.value) ? Number(total.object.value) : undefined;
}

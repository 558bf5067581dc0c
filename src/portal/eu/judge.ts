/** `eu`: what data.europa.eu, and others that turn pages, will have tomorrow (portals.md 1.2 and 5). */
import type { Instant } from '../../model/instant.js';
import type { PortalScore, PortalVerdict } from '../../model/portal-report.js';
import { ntriplesLine } from '../../rdf/nquads.js';
import { GraphIndex } from '../../rdf/graph-index.js';
import type { Graph } from '../../rdf/graph.js';
import type { Quad } from '../../rdf/terms.js';
import { dcat, dct } from '../../rdf/vocabularies.js';
import { nameBlankNodes } from '../blank-nodes.js';
import { closuresOf } from '../closures.js';
import { compare, goneAfter, removesTooMuch, type Now } from '../compare.js';
import type { Harvested } from '../memory.js';
import type { Page } from '../rdf-page.js';
import type { Source } from '../source.js';
import { Traps } from '../trap.js';
import { EU_LIMITS, EU_TITLE, type EuLimits } from './contract.js';
import { walkPages } from './hydra.js';
import { inspectPages } from './inspect.js';
import { walkOai } from './oai.js';

export interface EuRun {
  /** The first page. */
  readonly url: string;
  /** The OAI-PMH address, when there is one. */
  readonly oai?: string;
  readonly held: Harvested | undefined;
  readonly now: Instant;
  readonly limits?: EuLimits;
  readonly score?: (graph: Graph) => Omit<PortalScore, 'before'> | undefined;
}

export async function judgeEu(
  source: Source,
  run: EuRun,
): Promise<{ readonly verdict: PortalVerdict; readonly found?: Harvested }> {
  const { url, held, limits = EU_LIMITS } = run;
  const traps = new Traps();
  const head = { portal: 'eu', title: EU_TITLE, url, empty: [], shared: [] } as const;
  const pages = await walkPages(source, url, limits, traps);
  const home = pages && inspectPages(pages, traps);
  const oai = run.oai === undefined ? undefined : await walkOai(source, run.oai, limits, traps);
  if (!pages || !home)
    return { verdict: { ...head, isRead: false, members: 0, traps: traps.list() } };
  const differing = oai ? difference(new Set(home.keys()), oai.present) : [];
  if (differing.length > 0) traps.add('EU-23', ...differing);
  const now = nowOf(pages, home);
  const changes = compare(held, now, []);
  if (removesTooMuch(held, changes)) traps.add('EU-17', ...changes.removed);
  const score = scoreOf(pages, run);
  const found = {
    ...now,
    at: run.now,
    gone: goneAfter(held, now),
    ...(score ? { score: score.now } : {}),
  };
  const verdict = {
    ...head,
    ...{ isRead: true, members: home.size, changes, traps: traps.list() },
    ...(score ? { score } : {}),
  };
  return { verdict, found };
}

function difference(a: ReadonlySet<string>, b: ReadonlySet<string>): string[] {
  return [...[...a].filter((one) => !b.has(one)), ...[...b].filter((one) => !a.has(one))];
}

/** Each dataset as it is extracted from the page that has it. */
function nowOf(pages: readonly Page[], home: ReadonlyMap<string, Page>): Now {
  const isMember = (node: string): boolean => home.has(node);
  const catalogues = new Set<string>();
  const members = new Map<string, string>();
  const identifiers = new Map<string, string>();
  for (const page of pages) {
    const { graph } = page;
    for (const { value } of graph.instances(dcat.Catalog)) catalogues.add(value);
    const iris = [...home].filter(([, own]) => own === page).map(([iri]) => iri);
    // Blank nodes are no harm here: only data.norge.no gives them names of its own.
    const closures = closuresOf(graph, { iris, isMember }, nameBlankNodes(graph, new Traps()));
    for (const iri of iris) {
      members.set(iri, closures.of.get(iri)?.hash ?? '');
      const identifier = graph.text(iri, dct.identifier);
      if (identifier !== undefined) identifiers.set(iri, identifier);
    }
  }
  return {
    catalogues: [...catalogues].sort(),
    members: Object.fromEntries(members),
    identifiers: Object.fromEntries(identifiers),
    shared: {},
  };
}

function scoreOf(pages: readonly Page[], { score, held }: EuRun): PortalScore | undefined {
  if (!score) return undefined;
  const merged = new Map<string, Quad>();
  for (const { graph } of pages)
    for (const subject of graph.subjects())
      for (const one of graph.about(subject)) merged.set(ntriplesLine(one), one);
  const now = score(new GraphIndex(merged.values()));
  return now && { ...now, ...(held?.score === undefined ? {} : { before: held.score }) };
}

/**
 * A harvest: fetch the named sources, guard them, keep their raw records, then map every source anew from what is kept.
 * Mapping is pure and cheap, so a change in one source reaches the references of the others without a second fetch.
 */
import { resolve as resolvePath } from 'node:path';
import { iri, type Iri } from '../model/iri.js';
import { namedNode } from '../rdf/terms.js';
import { classRanks, withClassRises } from './class-rises.js';
import { collect, failure, type Collected } from './collect.js';
import { commitSource, type Attempt } from './commit-source.js';
import { countByType, countFetched, guard } from './guard.js';
import type { HarvestReport } from './harvest-report.js';
import type { HarvestRequest, HarvestSetup, HarvestSource } from './harvest-setup.js';
import { isRejection, type MapContext, type RawRecord } from './harvester.js';
import { identifyAll, type KeptSource } from './identify.js';
import { mapContext, minter } from './map-context.js';
import { mapRecords, type MappedSource } from './map-records.js';
import { inOrder, RawStore, type Kept } from './raw-store.js';
import { SourceStates, type SourceState } from './source-state.js';
import { mergeMissing } from './withdrawal.js';

export async function runHarvest(
  setup: HarvestSetup,
  request: HarvestRequest,
): Promise<HarvestReport[]> {
  const states = new SourceStates(resolvePath(setup.varFolder));
  const raws = new RawStore(resolvePath(setup.varFolder));
  const before = new Map<string, SourceState>();
  for (const { source } of setup.sources) {
    const state = await states.read(source.id);
    if (state) before.set(source.id, state);
  }
  const attempts = await attemptAll(setup, before, { raws, request });
  const mapped = mapAll(setup, await keptSources(setup, { before, attempts, raws }), request);
  const reports: HarvestReport[] = [];
  for (const { source } of setup.sources) {
    const report = await commitSource({
      source: source.id,
      kind: source.kind,
      now: setup.clock(),
      states,
      dryRun: request.dryRun,
      before: before.get(source.id),
      attempt: attempts.get(source.id),
      mapped: mapped.get(source.id),
    });
    if (attempts.has(source.id)) reports.push(report);
  }
  if (!request.dryRun)
    await raws.prune(await states.rawsInUse(setup.sources.map(({ source }) => source.id)));
  return reports;
}

async function attemptAll(
  setup: HarvestSetup,
  before: ReadonlyMap<string, SourceState>,
  { raws, request }: { raws: RawStore; request: HarvestRequest },
): Promise<ReadonlyMap<string, Attempt>> {
  const { only } = request;
  const chosen = setup.sources.filter(
    ({ source }) => only.length === 0 || only.includes(source.id),
  );
  const attempts = new Map<string, Attempt>();
  for (const [index, one] of chosen.entries()) {
    request.onSource?.(one.source.id, 'fetch', index, chosen.length);
    attempts.set(
      one.source.id,
      await attempt(setup, one, before.get(one.source.id), { raws, request }),
    );
  }
  return attempts;
}

/** The records to map of every source: those just kept, else those of its last good run. */
async function keptSources(
  setup: HarvestSetup,
  from: {
    before: ReadonlyMap<string, SourceState>;
    attempts: ReadonlyMap<string, Attempt>;
    raws: RawStore;
  },
): Promise<KeptSource[]> {
  const kept: KeptSource[] = [];
  for (const { source, harvester } of setup.sources) {
    const raw = from.before.get(source.id)?.raw;
    const fresh = from.attempts.get(source.id)?.kept;
    const records = fresh ?? (raw === undefined ? undefined : await from.raws.read(raw));
    if (records) kept.push({ source, harvester, kept: records });
  }
  return kept;
}

/** Fetch and guard one source; nothing but content-addressed raw records is written. */
async function attempt(
  setup: HarvestSetup,
  one: HarvestSource,
  before: SourceState | undefined,
  { raws, request }: { raws: RawStore; request: HarvestRequest },
): Promise<Attempt> {
  const startedAt = setup.clock();
  const collected: Collected = await collect(one.harvester, one.source, {
    signal: request.signal,
    egress: one.egress,
    files: setup.files,
    scheme: setup.scheme,
  });
  request.signal.throwIfAborted();
  if (!collected.ok)
    return { startedAt, reports: [], held: { outcome: 'failed', cause: collected.cause } };
  try {
    const previous = before ? await raws.read(before.raw) : [];
    const present = (records: readonly Kept[]): Kept[] =>
      records.filter((record) => !record.missingSince && !isRejection(record));
    const cause = request.accept
      ? undefined
      : guard(
          one.source.id,
          countByType(present(previous)),
          countFetched(collected.records),
          setup.limits,
        );
    if (cause) {
      const held = { outcome: cause.code === 'SOURCE_EMPTY' ? 'failed' : 'held', cause } as const;
      const risen = withClassRises(previous, collected.records, (record) =>
        classRanks(setup, one, record),
      );
      const keeping = risen && { kept: risen, raw: await raws.keep(risen, !request.dryRun) };
      return { startedAt, reports: collected.issues, held, ...keeping };
    }
    const kept = inOrder(
      mergeMissing(
        collected.records,
        previous,
        request.accept ? 'immediate' : one.deletions,
        startedAt,
      ),
    );
    return {
      startedAt,
      kept,
      raw: await raws.keep(kept, !request.dryRun),
      reports: collected.issues,
    };
  } catch (error) {
    return {
      startedAt,
      reports: [],
      held: { outcome: 'failed', cause: failure(error, { source: one.source.id }) },
    };
  }
}

function mapAll(
  setup: HarvestSetup,
  kept: readonly KeptSource[],
  request: HarvestRequest,
): ReadonlyMap<string, MappedSource> {
  const { bySource, aliases } = identifyAll(kept, minter(setup.base), setup.identities);
  const mapped = new Map<string, MappedSource>();
  for (const [index, { source, harvester, kept: records }] of kept.entries()) {
    request.onSource?.(source.id, 'map', index, kept.length);
    const configured = setup.sources.find((one) => one.source.id === source.id);
    const found = bySource.get(source.id);
    if (!configured || !found) continue;
    const contextFor = (_record: RawRecord, subject: Iri): MapContext =>
      mapContext(setup, configured, {
        subject,
        resolve: (name) => aliases.resolve(name),
        names: (prefix) => aliases.names(prefix),
      });
    const graph = namedNode(iri(`${setup.base}graph/harvested/${source.id}`));
    mapped.set(
      source.id,
      mapRecords({ harvester, source, kept: records, ...found, graph, contextFor }),
    );
  }
  return mapped;
}

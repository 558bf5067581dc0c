/** Validator with compiled shapes in worker threads (SHACL Core, W3C 2017; performance.md PF3.1, PF3.5). */
import { availableParallelism } from 'node:os';
import { CatalogError } from '../model/errors.js';
import { contentHash } from '../rdf/canonical.js';
import type { Quad } from '../rdf/terms.js';
import type { Snapshot, TermId } from '../store/snapshot.js';
import { dataSnapshot } from './data-snapshot.js';
import { loadShapes, type LoadedShapes } from './load-shapes.js';
import { profileOf, readProfiles, type Profile, type Profiles } from './profiles.js';
import { toReport } from './report.js';
import type { Extent, RawResult } from './shacl-jobs.js';
import type { Rule, ValidationReport, Validator } from './validator.js';
import { WorkerPool } from './worker-pool.js';

export interface ShaclValidatorOptions {
  readonly shapesFolder: string;
  readonly ontologyFolder: string;
  /** The catalogue's base IRI: what does not lie below it is not ours and gets no results. */
  readonly base: string;
  /** Which things get results, where that is not decided by the base: those of a file that is checked by itself. */
  readonly isOwn?: (iri: string) => boolean;
  readonly timeoutMs?: number;
  /** How many threads; as many as there are cores, and no more than four. */
  readonly threads?: number;
  /** Another worker script, for tests. */
  readonly worker?: URL;
}

const DEFAULT_TIMEOUT_MS = 120_000;
const MAX_THREADS = 4;
/** Data of this many triples keep one thread busy long enough for another one to be worth its start. */
const SLICE_TRIPLES = 50_000;
const SCRIPT = import.meta.url.endsWith('.ts') ? './shacl-worker.ts' : './shacl-worker.js';

/** What a profile asks of whom. */
interface Target {
  readonly profile: Profile;
  readonly shapes: LoadedShapes;
  readonly isOwn: (iri: string) => boolean;
}

export class ShaclValidator implements Validator {
  readonly profiles: Profiles;
  readonly #options: ShaclValidatorOptions;
  readonly #shapes = new Map<string, LoadedShapes>();
  readonly #pool: WorkerPool;

  /** Reads profiles.yaml; throws CatalogError CONFIG_INVALID. Shapes are read when a profile is first used. */
  constructor(options: ShaclValidatorOptions) {
    this.#options = options;
    this.profiles = readProfiles(options.shapesFolder);
    const threads = options.threads ?? Math.min(availableParallelism(), MAX_THREADS);
    this.#pool = new WorkerPool(options.worker ?? new URL(SCRIPT, import.meta.url), threads);
  }

  async validate(
    quads: Iterable<Quad>,
    profileId: string,
    signal?: AbortSignal,
  ): Promise<ValidationReport> {
    const data = Array.isArray(quads) ? (quads as readonly Quad[]) : [...quads];
    const target = this.#target(profileId);
    if (!this.#hasTarget(data, target)) return { state: 'no-targets', profile: profileId };
    const snapshot = dataSnapshot(data, target.shapes.texts().beside);
    const count = Math.min(this.#pool.size, 1 + Math.floor(snapshot.tripleCount / SLICE_TRIPLES));
    const extents = Array.from({ length: count }, (_, index) => ({ slice: { index, count } }));
    const results = await this.#run(target, snapshot, extents, signal);
    return this.#report(results.flat(), data, target);
  }

  async validateParts(
    quads: readonly Quad[],
    parts: readonly (readonly Quad[])[],
    profileId: string,
    signal?: AbortSignal,
  ): Promise<readonly ValidationReport[]> {
    const target = this.#target(profileId);
    if (target.shapes.hasQueries)
      return Promise.all(parts.map((part) => this.validate(part, profileId, signal)));
    const snapshot = dataSnapshot(quads, target.shapes.texts().beside);
    const subjects = parts.map((part) => subjectsOf([...part, ...target.shapes.beside], snapshot));
    const extents = chunks(subjects, this.#pool.size).map((some) => ({ parts: some }));
    const results = await this.#run(target, snapshot, extents, signal);
    return parts.map((part, at) =>
      this.#hasTarget(part, target)
        ? this.#report(results[at] ?? [], part, target)
        : { state: 'no-targets', profile: profileId },
    );
  }

  fingerprint(profileId: string): string {
    const profile = profileOf(this.profiles, profileId);
    const { shapes, beside } = this.#shapesOf(profile).texts();
    return contentHash(JSON.stringify([profile, this.#options.base, shapes, beside]));
  }

  rules(profileId: string): readonly Rule[] {
    return this.#shapesOf(profileOf(this.profiles, profileId)).rules();
  }

  async close(): Promise<void> {
    await this.#pool.end();
  }

  #shapesOf(profile: Profile): LoadedShapes {
    const known = this.#shapes.get(profile.id);
    if (known) return known;
    const { shapesFolder, ontologyFolder } = this.#options;
    const loaded = loadShapes(profile, { shapes: shapesFolder, ontology: ontologyFolder });
    this.#shapes.set(profile.id, loaded);
    return loaded;
  }

  #target(profileId: string): Target {
    const profile = profileOf(this.profiles, profileId);
    const isOwn = this.#options.isOwn ?? ownBelow(`${this.#options.base}${profile.focus}`);
    return { profile, shapes: this.#shapesOf(profile), isOwn };
  }

  #hasTarget(quads: readonly Quad[], { shapes, isOwn }: Target): boolean {
    return quads.some((quad) => shapes.isTarget(quad).some((term) => isOwn(term.value)));
  }

  #report(
    raw: readonly RawResult[],
    quads: readonly Quad[],
    { shapes, isOwn }: Target,
  ): ValidationReport {
    return toReport(raw, shapes, { isOwn, unfulfilled: shapes.unfulfilled(quads) });
  }

  /** The extents side by side; their results one after the other. */
  async #run(
    { profile, shapes }: Target,
    { buffer: data }: Snapshot,
    extents: readonly Extent[],
    stop: AbortSignal | undefined,
  ): Promise<readonly (readonly RawResult[])[]> {
    const limit = this.#options.timeoutMs ?? DEFAULT_TIMEOUT_MS;
    // The time in the queue does not count.
    const signal = (): AbortSignal => {
      const timeout = AbortSignal.timeout(limit);
      return stop ? AbortSignal.any([stop, timeout]) : timeout;
    };
    const load = (): string => shapes.texts().shapes;
    const ask = async (extent: Extent): Promise<readonly (readonly RawResult[])[]> => {
      const answer = await this.#pool.ask({ profile: profile.id, data, extent }, load, signal);
      if (answer.done) return answer.results;
      throw new Error(answer.cause);
    };
    try {
      return (await Promise.all(extents.map(ask))).flat();
    } catch (error) {
      const cause = error instanceof Error ? error.message : String(error);
      throw new CatalogError('VALIDATION_STOPPED', { profile: profile.id, cause }, error);
    }
  }
}

function subjectsOf(quads: readonly Quad[], { terms }: Snapshot): TermId[] {
  const subjects = new Map(quads.map(({ subject }) => [subject.value, subject]));
  return [...subjects.values()].map((one) => terms.idOf(one));
}

/** As many lists as asked for, none of them empty. */
function chunks<T>(all: readonly T[], count: number): T[][] {
  const size = Math.max(1, Math.ceil(all.length / count));
  return Array.from({ length: Math.ceil(all.length / size) }, (_, at) =>
    all.slice(at * size, (at + 1) * size),
  );
}

/** Names of nameless things are ours too: they hang below what we describe. */
function ownBelow(prefix: string): (iri: string) => boolean {
  return (iri) => iri.startsWith(prefix) || !/^[a-z][a-z0-9+.-]*:/i.test(iri);
}

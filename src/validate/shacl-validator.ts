/** Validator with shacl-engine in worker threads (SHACL Core, W3C 2017; model.md 6.1; safety.md facts 9 and 10). */
import { availableParallelism } from 'node:os';
import { CatalogError } from '../model/errors.js';
import { contentHash } from '../rdf/canonical.js';
import type { Quad } from '../rdf/terms.js';
import { loadShapes, type LoadedShapes } from './load-shapes.js';
import { profileOf, readProfiles, type Profile, type Profiles } from './profiles.js';
import { quadText } from './quad-text.js';
import { toReport } from './report.js';
import type { JobData, RawResult } from './shacl-jobs.js';
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
const SCRIPT = import.meta.url.endsWith('.ts') ? './shacl-worker.ts' : './shacl-worker.js';

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
    const profile = profileOf(this.profiles, profileId);
    const shapes = this.#shapesOf(profile);
    const isOwn = this.#options.isOwn ?? ownBelow(`${this.#options.base}${profile.focus}`);
    const data = Array.isArray(quads) ? (quads as readonly Quad[]) : [...quads];
    const hasTarget = data.some((quad) => shapes.isTarget(quad).some((term) => isOwn(term.value)));
    if (!hasTarget) return { state: 'no-targets', profile: profileId };
    const raw = await this.#run(profile, shapes, quadText(data), signal);
    return toReport(raw, shapes, { isOwn, unfulfilled: shapes.unfulfilled(data) });
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

  async #run(
    profile: Profile,
    shapes: LoadedShapes,
    data: JobData,
    stop: AbortSignal | undefined,
  ): Promise<readonly RawResult[]> {
    const limit = this.#options.timeoutMs ?? DEFAULT_TIMEOUT_MS;
    // The time in the queue does not count.
    const signal = (): AbortSignal => {
      const timeout = AbortSignal.timeout(limit);
      return stop ? AbortSignal.any([stop, timeout]) : timeout;
    };
    try {
      const answer = await this.#pool.ask({ profile: profile.id, data }, shapes.texts, signal);
      if (answer.done) return answer.results;
      throw new Error(answer.cause);
    } catch (error) {
      const cause = error instanceof Error ? error.message : String(error);
      throw new CatalogError('VALIDATION_STOPPED', { profile: profile.id, cause }, error);
    }
  }
}

/** Names of nameless things are ours too: they hang below what we describe. */
function ownBelow(prefix: string): (iri: string) => boolean {
  return (iri) => iri.startsWith(prefix) || !/^[a-z][a-z0-9+.-]*:/i.test(iri);
}

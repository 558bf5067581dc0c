/** Validator with shacl-engine in a worker thread (SHACL Core, W3C 2017; model.md 6.1; safety.md facts 9 and 10). */
import { CatalogError } from '../model/errors.js';
import { canonicalNQuads } from '../rdf/canonical.js';
import type { Quad } from '../rdf/terms.js';
import { loadShapes, type LoadedShapes } from './load-shapes.js';
import { profileOf, readProfiles, type Profile, type Profiles } from './profiles.js';
import { toReport } from './report.js';
import type { RawResult } from './shacl-jobs.js';
import type { ValidationReport, Validator } from './validator.js';
import { WorkerThread } from './worker-thread.js';

export interface ShaclValidatorOptions {
  readonly shapesFolder: string;
  readonly ontologyFolder: string;
  /** The catalogue's base IRI: what does not lie below it is not ours and gets no results. */
  readonly base: string;
  readonly timeoutMs?: number;
  /** Another worker script, for tests. */
  readonly worker?: URL;
}

const DEFAULT_TIMEOUT_MS = 120_000;
const SCRIPT = import.meta.url.endsWith('.ts') ? './shacl-worker.ts' : './shacl-worker.js';

export class ShaclValidator implements Validator {
  readonly #options: ShaclValidatorOptions;
  readonly #profiles: Profiles;
  readonly #shapes = new Map<string, LoadedShapes>();
  readonly #thread: WorkerThread;
  #queue: Promise<unknown> = Promise.resolve();

  /** Reads profiles.yaml; throws CatalogError CONFIG_INVALID. Shapes are read when a profile is first used. */
  constructor(options: ShaclValidatorOptions) {
    this.#options = options;
    this.#profiles = readProfiles(options.shapesFolder);
    this.#thread = new WorkerThread(options.worker ?? new URL(SCRIPT, import.meta.url));
  }

  get profiles(): Profiles {
    return this.#profiles;
  }

  async validate(
    quads: Iterable<Quad>,
    profileId: string,
    signal?: AbortSignal,
  ): Promise<ValidationReport> {
    const profile = profileOf(this.#profiles, profileId);
    const shapes = this.#shapesOf(profile);
    const own = `${this.#options.base}${profile.focus}`;
    const isOwn = (focus: string): boolean =>
      focus.startsWith(own) || !/^[a-z][a-z0-9+.-]*:/i.test(focus);
    const data = [...quads];
    const hasTarget = data.some((quad) => shapes.isTarget(quad).some((term) => isOwn(term.value)));
    if (!hasTarget) return { state: 'no-targets', profile: profileId };
    const run = this.#queue.then(() => this.#run(profile, shapes, canonicalNQuads(data), signal));
    this.#queue = run.catch(() => undefined);
    return toReport(await run, shapes, { isOwn, unfulfilled: shapes.unfulfilled(data) });
  }

  async close(): Promise<void> {
    await this.#thread.end();
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
    data: string,
    stop: AbortSignal | undefined,
  ): Promise<readonly RawResult[]> {
    const timeout = AbortSignal.timeout(this.#options.timeoutMs ?? DEFAULT_TIMEOUT_MS);
    const signal = stop ? AbortSignal.any([stop, timeout]) : timeout;
    const load = this.#thread.knows(profile.id)
      ? {}
      : { load: { shapes: canonicalNQuads(shapes.quads), beside: canonicalNQuads(shapes.beside) } };
    try {
      const answer = await this.#thread.ask({ profile: profile.id, data, ...load }, signal);
      if (answer.done) return answer.results;
      throw new Error(answer.cause);
    } catch (error) {
      const cause = error instanceof Error ? error.message : String(error);
      throw new CatalogError('VALIDATION_STOPPED', { profile: profile.id, cause }, error);
    }
  }
}

/** Queries on the index file of a zone: by our own evaluator, and by Comunica what that does not compile. Lossless (PF2.3). */
import { loadSnapshot } from '../store/snapshot-load.js';
import type { Snapshot } from '../store/snapshot.js';
import { writeAnswer } from './answer-writer.js';
import { execute, NotCompiled, prepare, type Prepared } from './evaluate/evaluate.js';
import { PlanCache } from './plan-cache.js';
import type {
  AnswerSink,
  Backend,
  BackendRequest,
  Prefixes,
  SnapshotSpec,
} from './query-backend.js';

/** Texts of at most 64 kB (safety D3). */
const PLANS = 200;

/** Throws when neither the file nor the quads beside it can be read. */
export async function openSnapshotBackend(
  { file, engine }: SnapshotSpec,
  prefixes: Prefixes,
): Promise<Backend> {
  const snapshot = await loadSnapshot(file);
  const ask = {
    text: 'ASK {}',
    format: 'json',
    timeoutMs: 0,
    maxRows: 1,
    maxBytes: 1_000,
  } as const;
  const nowhere = {
    start: () => undefined,
    write: () => undefined,
    drained: () => Promise.resolve(),
  };
  if (engine === 'comunica') {
    const backend = await openComunica(snapshot, prefixes);
    await backend.run(ask, nowhere);
    return backend;
  }
  const backend = new OwnEngine(snapshot, prefixes);
  // Warm-up: parser and evaluator are then part of what the child needs before the first query comes.
  await backend.run(ask, nowhere);
  return backend;
}

class OwnEngine implements Backend {
  readonly #snapshot: Snapshot;
  readonly #prefixes: Prefixes;
  readonly #plans: PlanCache<Prepared>;
  #comunica: Promise<Backend> | undefined;

  constructor(snapshot: Snapshot, prefixes: Prefixes) {
    this.#snapshot = snapshot;
    this.#prefixes = prefixes;
    this.#plans = new PlanCache(PLANS, (text) => prepare(text, { prefixes }));
  }

  async run(request: BackendRequest, sink: AnswerSink): Promise<void> {
    try {
      const { text, defaultGraphs, namedGraphs } = request;
      const answer = execute(this.#plans.get(text), this.#snapshot, {
        now: new Date(),
        ...(defaultGraphs && { defaultGraphs }),
        ...(namedGraphs && { namedGraphs }),
      });
      writeAnswer(answer, request, sink);
    } catch (error) {
      if (!(error instanceof NotCompiled)) throw error;
      this.#comunica ??= openComunica(this.#snapshot, this.#prefixes);
      const comunica = await this.#comunica;
      await comunica.run(request, sink);
    }
  }
}

/** Loaded when it is needed: it costs a child some 250 ms and 100 MB. */
async function openComunica(snapshot: Snapshot, prefixes: Prefixes): Promise<Backend> {
  const { comunicaBackend } = await import('./comunica-backend.js');
  return comunicaBackend(snapshot, prefixes);
}

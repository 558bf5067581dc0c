/**
 * What is kept of a source: one JSON file is the only pointer, it names the content-addressed raw records and quads.
 * So a crash between two writes leaves the old state whole (H1).
 *
 *   var/<catalogue>/raw/<sha256>.ndjson      records after `reduce`, sorted
 *   var/<catalogue>/sources/<id>.json        this file
 *   var/<catalogue>/sources/<id>.<sha>.nq    canonical N-Quads of the last good state
 */
import { readFile, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Instant } from '../model/instant.js';
import type { Iri } from '../model/iri.js';
import type { Issue } from '../model/issue.js';
import type { MessageCode } from '../model/messages.js';
import type { Headings } from './columns.js';
import { writeAtomically } from '../store/atomic-file.js';

export type HarvestOutcome = 'changed' | 'unchanged' | 'held' | 'failed';

export interface RecordState {
  readonly type: string;
  readonly key: string;
  readonly iri: Iri;
  /** False for records that only point to what others describe. */
  readonly own: boolean;
  readonly origin: string;
  readonly headings?: Headings;
  /** SHA-256 of the record's canonical quads. */
  readonly hash: string;
  /** Every subject the record describes, its own IRI first. */
  readonly subjects: readonly Iri[];
  /** Set while the record is gone from the source but not yet withdrawn (H6). */
  readonly missingSince?: Instant;
}

export interface RejectionState {
  readonly type: string;
  readonly key: string;
  readonly origin: string;
  readonly code: MessageCode;
}

export interface LastRun {
  readonly at: Instant;
  readonly outcome: HarvestOutcome;
  readonly cause?: Issue;
}

export interface SourceState {
  readonly format: 1;
  readonly source: string;
  readonly kind: string;
  readonly raw: string;
  readonly quads: string;
  /** Last complete run. */
  readonly harvestedAt: Instant;
  /** Last run that changed a quad. */
  readonly changedAt: Instant;
  readonly records: readonly RecordState[];
  readonly rejections: readonly RejectionState[];
  readonly issues: readonly Issue[];
  readonly lastRun: LastRun;
}

/** A source that has never had a good run has no state but may have had runs. */
export interface FailedOnly {
  readonly format: 1;
  readonly source: string;
  readonly kind: string;
  readonly raw?: undefined;
  readonly lastRun: LastRun;
}

export class SourceStates {
  readonly #folder: string;

  constructor(varFolder: string) {
    this.#folder = join(varFolder, 'sources');
  }

  async read(source: string): Promise<SourceState | undefined> {
    const state = await this.#parse(`${source}.json`);
    return state?.raw === undefined ? undefined : state;
  }

  async lastRun(source: string): Promise<LastRun | undefined> {
    return (await this.#parse(`${source}.json`))?.lastRun;
  }

  /** The state a person has accepted; the same as `read` under automatic review. */
  async readAccepted(source: string): Promise<SourceState | undefined> {
    const state = await this.#parse(`${source}.accepted.json`);
    return state?.raw === undefined ? undefined : state;
  }

  async accept(state: SourceState): Promise<void> {
    await writeAtomically(
      join(this.#folder, `${state.source}.accepted.json`),
      JSON.stringify(state, null, 1),
    );
  }

  /** Hashes of the raw records that these sources' states still stand on. */
  async rawsInUse(sources: readonly string[]): Promise<ReadonlySet<string>> {
    const named = new Set<string>();
    for (const source of sources) {
      for (const state of [await this.read(source), await this.readAccepted(source)]) {
        if (state) named.add(state.raw);
      }
    }
    return named;
  }

  readQuads(state: SourceState): Promise<string> {
    return readFile(this.#quadsPath(state.source, state.quads), 'utf8');
  }

  async writeQuads(source: string, hash: string, text: string): Promise<void> {
    await writeAtomically(this.#quadsPath(source, hash), text);
  }

  /** Commits a state; quad files that no state names any more are removed afterwards. */
  async commit(state: SourceState | FailedOnly): Promise<void> {
    await writeAtomically(
      join(this.#folder, `${state.source}.json`),
      JSON.stringify(state, null, 1),
    );
    if (state.raw === undefined) return;
    const accepted = await this.readAccepted(state.source);
    const kept = new Set(
      [state.quads, accepted?.quads].map((hash) => this.#quadsName(state.source, hash ?? '')),
    );
    for (const name of await readdir(this.#folder)) {
      if (name.startsWith(`${state.source}.`) && name.endsWith('.nq') && !kept.has(name)) {
        await rm(join(this.#folder, name));
      }
    }
  }

  async #parse(name: string): Promise<SourceState | FailedOnly | undefined> {
    try {
      return JSON.parse(await readFile(join(this.#folder, name), 'utf8')) as
        SourceState | FailedOnly;
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
      throw error;
    }
  }

  #quadsName(source: string, hash: string): string {
    return `${source}.${hash.slice(0, 16)}.nq`;
  }
  #quadsPath(source: string, hash: string): string {
    return join(this.#folder, this.#quadsName(source, hash));
  }
}

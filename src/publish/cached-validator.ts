/**
 * A validator that remembers: what was checked once against the same rules is read from disk, so that only graphs that
 * changed are validated again. A report is kept under a hash of rules, lists, program and data; what cannot be read is
 * checked anew. The gate of the projection is never taken from memory.
 */
import { readdir, readFile, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { contentHash } from '../rdf/canonical.js';
import type { Quad } from '../rdf/terms.js';
import { writeAtomically } from '../store/atomic-file.js';
import { quadText } from '../validate/quad-text.js';
import type { Profiles } from '../validate/profiles.js';
import type { Rule, ValidationReport, Validator } from '../validate/validator.js';

/** Enough for every profile and source of a large catalogue, a few times over. */
const MAX_REPORTS = 200;

export class CachedValidator implements Validator {
  readonly #inner: Validator;
  readonly #folder: string;
  readonly #program: string;

  /** `program`: changes with every version of the code that checks. */
  constructor(inner: Validator, folder: string, program: string) {
    this.#inner = inner;
    this.#folder = folder;
    this.#program = program;
  }

  get profiles(): Profiles {
    return this.#inner.profiles;
  }

  async validate(
    quads: Iterable<Quad>,
    profile: string,
    signal?: AbortSignal,
  ): Promise<ValidationReport> {
    if (this.profiles.get(profile)?.stage === 'public')
      return this.#inner.validate(quads, profile, signal);
    const data = Array.isArray(quads) ? (quads as readonly Quad[]) : [...quads];
    const key = contentHash(
      [this.#program, this.#inner.fingerprint(profile), quadText(data).key].join('\n'),
    );
    const file = join(this.#folder, `${profile}.${key}.json`);
    const known = await readReport(file);
    if (known) return known;
    const report = await this.#inner.validate(data, profile, signal);
    await this.#keep(file, report);
    return report;
  }

  validateParts(
    ...asked: Parameters<Validator['validateParts']>
  ): Promise<readonly ValidationReport[]> {
    return this.#inner.validateParts(...asked);
  }

  fingerprint(profile: string): string {
    return this.#inner.fingerprint(profile);
  }

  rules(profile: string): readonly Rule[] {
    return this.#inner.rules(profile);
  }

  async close(): Promise<void> {
    await prune(this.#folder);
    await this.#inner.close();
  }

  /** A memory that cannot be written costs time the next time, and is no reason to fail. */
  async #keep(file: string, report: ValidationReport): Promise<void> {
    await writeAtomically(file, JSON.stringify(report)).catch(() => undefined);
  }
}

/** Undefined for a report that is not there or is damaged. */
async function readReport(file: string): Promise<ValidationReport | undefined> {
  try {
    const read = JSON.parse(await readFile(file, 'utf8')) as Partial<ValidationReport> | null;
    return read && STATES.has(read.state ?? '') ? (read as ValidationReport) : undefined;
  } catch {
    return undefined;
  }
}
const STATES: ReadonlySet<string> = new Set(['valid', 'invalid', 'no-targets']);

async function prune(folder: string): Promise<void> {
  const names = await readdir(folder).catch(() => []);
  if (names.length <= MAX_REPORTS) return;
  const aged = await Promise.all(
    names.map(async (name) => {
      const found = await stat(join(folder, name)).catch(() => undefined);
      return { name, written: found?.mtimeMs ?? 0 };
    }),
  );
  const old = aged.sort((a, b) => b.written - a.written).slice(MAX_REPORTS);
  await Promise.all(old.map(({ name }) => rm(join(folder, name), { force: true })));
}

/** The projection must hold against its own shapes: what fails is held, and a second failure stops the revision. */
import type { Assembly } from '../assemble/assembly.js';
import { CatalogError } from '../model/errors.js';
import { companions } from '../project/companions.js';
import { project, type Projection, type ProjectionRules } from '../project/project.js';
import type { ValidationResult, Validator } from '../validate/validator.js';
import { bothHeld, heldBack, type Held } from './held-records.js';

export interface CheckedProjection {
  readonly projection: Projection;
  readonly held: Held;
  /** What was wrong with a first projection. */
  readonly results: readonly ValidationResult[];
}

export interface ProjectionSetup {
  readonly validator: Validator;
  /** Profile of the projection itself. */
  readonly publicProfile: string;
  readonly rules: Omit<ProjectionRules, 'held'>;
  readonly signal: AbortSignal;
}

/** Throws CatalogError VALIDATION_STOPPED. */
export async function projectChecked(
  assembly: Assembly,
  setup: ProjectionSetup,
  firstHeld: Held,
): Promise<CheckedProjection> {
  const quads = [...assembly.stated, ...assembly.openInferred];
  let held = firstHeld;
  let results: readonly ValidationResult[] = [];
  for (let round = 0; round < 2; round++) {
    const projection = project(quads, { ...setup.rules, held: held.subjects });
    const check = [...projection.quads, ...companions(projection.quads, setup.rules.reference)];
    const report = await setup.validator.validate(check, setup.publicProfile, setup.signal);
    // Nothing public at all is a state a catalogue may be in: the last open record was closed (C8). Something public that
    // no shape looks at is a fault of ours, never valid (H17).
    if (projection.quads.length === 0) return { projection, held, results };
    if (report.state === 'no-targets') break;
    const violations = report.results.filter(({ severity }) => severity === 'violation');
    if (violations.length === 0) return { projection, held, results };
    results = [...results, ...violations];
    held = bothHeld(held, heldBack(assembly, violations));
  }
  throw new CatalogError('VALIDATION_STOPPED', {
    profile: setup.publicProfile,
    cause: results.at(-1)?.message.nb ?? 'ukjent',
  });
}

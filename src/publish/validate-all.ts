/**
 * All profiles over an assembly: those of stage `source` graph by graph, the others over everything, side by side. The
 * same assembly gives the same results in the same order, whichever thread is first.
 */
import type { Assembly, AssembledSource } from '../assemble/assembly.js';
import { CatalogError } from '../model/errors.js';
import { GraphIndex } from '../rdf/graph-index.js';
import type { Quad } from '../rdf/terms.js';
import { holdsRecords, profileOf, type Profile } from '../validate/profiles.js';
import type { ValidationReport, ValidationResult, Validator } from '../validate/validator.js';

export interface CheckedResult extends ValidationResult {
  readonly profile: string;
}

export interface Checked {
  /** Each finding once, though several profiles have its rule: sorted as the profiles are, then as the validator sorts. */
  readonly results: readonly CheckedResult[];
  /** Those whose violations keep a record back. */
  readonly holding: readonly CheckedResult[];
  /** Rules that no source has data for: "not checked", which is neither right nor wrong. */
  readonly unchecked: readonly string[];
  /** Profiles that nothing in the data is an example of. */
  readonly withoutTargets: readonly string[];
  /** Profiles that could not be run to their end: nothing they look at counts as valid (H17). */
  readonly stopped: readonly StoppedProfile[];
  readonly profiles: readonly string[];
}

export interface StoppedProfile {
  readonly profile: string;
  readonly error: CatalogError;
}

export interface ValidateSetup {
  readonly validator: Validator;
  /** Ids, in the order of the results. Those of stage `public` look at the projection and have no place here. */
  readonly profiles: readonly string[];
  readonly signal: AbortSignal;
}

/** Throws CatalogError PROFILE_UNKNOWN. */
export async function validateAll(assembly: Assembly, setup: ValidateSetup): Promise<Checked> {
  const chosen = setup.profiles.map((id) => profileOf(setup.validator.profiles, id));
  const parts = partsOf(assembly);
  const outcomes = await Promise.all(
    chosen.map((profile) => outcomeOf(profile, partsFor(profile, parts), setup)),
  );
  // The profiles that hold records come first: a finding that two of them have must hold.
  const inOrder = [...outcomes].sort((a, b) => Number(b.holds) - Number(a.holds));
  const results = new Map<string, { result: CheckedResult; holds: boolean }>();
  for (const { profile, holds, reports } of inOrder) {
    for (const result of reports.flatMap(resultsOf)) {
      const key = JSON.stringify([result.focus, result.shape, result.path, result.value]);
      if (!results.has(key)) results.set(key, { result: { ...result, profile }, holds });
    }
  }
  const all = [...results.values()];
  return {
    results: all.map(({ result }) => result),
    holding: all.filter(({ holds }) => holds).map(({ result }) => result),
    unchecked: uncheckedRules(outcomes, setup.validator),
    withoutTargets: outcomes
      .filter(({ error, reports }) => !error && reports.every(isEmpty))
      .map(({ profile }) => profile),
    stopped: outcomes.flatMap(({ profile, error }) => (error ? [{ profile, error }] : [])),
    profiles: setup.profiles,
  };
}

interface Parts {
  readonly whole: readonly Quad[];
  readonly bySource: readonly {
    readonly source: AssembledSource;
    readonly quads: readonly Quad[];
  }[];
}

/** Each set is one array, so that the validator writes it out once for all profiles. */
function partsOf({ stated, inferred, reference, sources }: Assembly): Parts {
  const lists = new GraphIndex(reference);
  const facts = [...stated, ...inferred];
  return {
    whole: [...facts, ...reachable(facts, lists)],
    bySource: sources.map((source) => {
      const graph = source.quads[0]?.graph;
      const own = graph ? stated.filter((one) => one.graph.equals(graph)) : [];
      return { source, quads: [...own, ...reachable(own, lists)] };
    }),
  };
}

/** The codes that a graph uses, and what they lead to: a change in another list leaves its report as it was. */
function reachable(own: readonly Quad[], lists: GraphIndex): Quad[] {
  const found: Quad[] = [];
  const seen = new Set<string>();
  const queue = own.map(({ object }) => object.value);
  for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
    if (seen.has(next)) continue;
    seen.add(next);
    const about = lists.about(next);
    found.push(...about);
    queue.push(...about.map(({ object }) => object.value));
  }
  return found;
}

function partsFor(profile: Profile, { whole, bySource }: Parts): readonly (readonly Quad[])[] {
  if (profile.stage !== 'source') return [whole];
  return bySource
    .filter(
      ({ source }) => profile.sources.length === 0 || profile.sources.includes(source.state.kind),
    )
    .map(({ quads }) => quads);
}

interface Outcome {
  readonly profile: string;
  readonly stage: Profile['stage'];
  readonly holds: boolean;
  readonly reports: readonly ValidationReport[];
  readonly error?: CatalogError;
}

async function outcomeOf(
  profile: Profile,
  parts: readonly (readonly Quad[])[],
  { validator, signal }: ValidateSetup,
): Promise<Outcome> {
  const known = { profile: profile.id, stage: profile.stage, holds: holdsRecords(profile) };
  try {
    const reports = await Promise.all(
      parts.map((quads) => validator.validate(quads, profile.id, signal)),
    );
    return { ...known, reports };
  } catch (error) {
    if (!(error instanceof CatalogError) || signal.aborted) throw error;
    return { ...known, reports: [], error };
  }
}

function resultsOf(report: ValidationReport): readonly ValidationResult[] {
  return report.state === 'no-targets' ? [] : report.results;
}

function isEmpty({ state }: ValidationReport): boolean {
  return state === 'no-targets';
}

/** What is looked for in everything put together decides; in a single graph a property may be missing with good reason. */
function uncheckedRules(outcomes: readonly Outcome[], validator: Validator): string[] {
  const whole = outcomes.filter(({ stage }) => stage !== 'source');
  const covered = new Set(
    whole.flatMap(({ profile }) => validator.rules(profile).map(({ shape }) => shape)),
  );
  const single = outcomes.filter(({ stage }) => stage === 'source').flatMap(uncheckedOf);
  const unchecked = [
    ...whole.flatMap(uncheckedOf),
    ...single.filter((shape) => !covered.has(shape)),
  ];
  return [...new Set(unchecked.map((shape) => shape.replace(/^.*#/, '')))].sort();
}

function uncheckedOf({ reports }: Outcome): readonly string[] {
  return reports.flatMap((report) => (report.state === 'no-targets' ? [] : report.unchecked));
}

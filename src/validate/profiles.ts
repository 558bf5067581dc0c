/** Reads `shapes/profiles.yaml`: which shape files make a profile, when it runs, and what a violation leads to. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { CatalogError } from '../model/errors.js';

const STAGES = ['source', 'assembled', 'public'] as const;
const RULE_STAGES = ['source', 'assembled', 'quality', 'public'] as const;
const CONSEQUENCES = ['hold-record', 'hold-record-then-stop', 'stop', 'report'] as const;
const NO_TARGETS = ['report', 'stop'] as const;

export type Stage = (typeof STAGES)[number];
export type RuleStage = (typeof RULE_STAGES)[number];

export interface Profile {
  readonly id: string;
  /** When the pipeline runs it. */
  readonly stage: Stage;
  /** Rules marked with one of these stages (`kdms:stage`) take part; a rule without a mark always does. */
  readonly rules: readonly RuleStage[];
  /** Files of the shapes folder. */
  readonly files: readonly string[];
  /** Files of the ontology folder that the rules look things up in; never checked themselves. */
  readonly beside: readonly string[];
  /** Results are kept for things whose IRI starts with the catalogue's base and this. */
  readonly focus: string;
  readonly violation: (typeof CONSEQUENCES)[number];
  readonly noTargets: (typeof NO_TARGETS)[number];
  /** Kinds of sources (`turtle`, `ggm`) that a profile of stage `source` looks at; empty means all. */
  readonly sources: readonly string[];
  /** False for one that runs only when it is asked for: it is long, or of interest to few. */
  readonly isDefault: boolean;
}
export type Profiles = ReadonlyMap<string, Profile>;

/** Throws CatalogError CONFIG_INVALID that names the profile and the key. */
export function readProfiles(shapesFolder: string): Profiles {
  const file = join(shapesFolder, 'profiles.yaml');
  return toProfiles(parse(readFileSync(file, 'utf8')) as unknown, file);
}

export function toProfiles(parsed: unknown, file: string): Profiles {
  const entries = Object.entries(record(parsed, file));
  return new Map(entries.map(([id, value]) => [id, toProfile(id, value, `${file}: ${id}`)]));
}

/** Throws CatalogError PROFILE_UNKNOWN with the known ones. */
export function profileOf(profiles: Profiles, id: string): Profile {
  const found = profiles.get(id);
  if (found) return found;
  const known = [...profiles.keys()].sort().join(', ');
  throw new CatalogError('PROFILE_UNKNOWN', { profile: id, known });
}

/** Whether a violation of the profile keeps the record out of what is published. */
export function holdsRecords({ violation }: Profile): boolean {
  return violation === 'hold-record' || violation === 'hold-record-then-stop';
}

const KEYS = 'stage rules files beside focus violation no-targets sources default'.split(' ');

function toProfile(id: string, value: unknown, place: string): Profile {
  const given = record(value, place);
  const unknown = Object.keys(given).find((key) => !KEYS.includes(key));
  if (unknown !== undefined) throw invalid(place, `ukjent nøkkel «${unknown}»`);
  return {
    id,
    stage: oneOf(STAGES, given['stage'], `${place}.stage`),
    rules: texts(given['rules'] ?? RULE_STAGES, `${place}.rules`).map((rule) =>
      oneOf(RULE_STAGES, rule, `${place}.rules`),
    ),
    files: texts(given['files'], `${place}.files`),
    beside: texts(given['beside'] ?? [], `${place}.beside`),
    focus: text(given['focus'] ?? '', `${place}.focus`),
    violation: oneOf(CONSEQUENCES, given['violation'], `${place}.violation`),
    noTargets: oneOf(NO_TARGETS, given['no-targets'] ?? 'report', `${place}.no-targets`),
    sources: texts(given['sources'] ?? [], `${place}.sources`),
    isDefault: yesOrNo(given['default'] ?? true, `${place}.default`),
  };
}

function record(value: unknown, place: string): Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw invalid(place, 'skal være nøkler med verdier');
  return value as Readonly<Record<string, unknown>>;
}

function oneOf<const T extends string>(choices: readonly T[], value: unknown, place: string): T {
  const found = choices.find((choice) => choice === value);
  if (found === undefined) throw invalid(place, `velg en av ${choices.join(', ')}`);
  return found;
}

function texts(value: unknown, place: string): readonly string[] {
  if (!Array.isArray(value)) throw invalid(place, 'skal være en liste');
  return value.map((one) => text(one, place));
}

function text(value: unknown, place: string): string {
  if (typeof value !== 'string') throw invalid(place, 'skal være tekst');
  return value;
}

function yesOrNo(value: unknown, place: string): boolean {
  if (typeof value !== 'boolean') throw invalid(place, 'skal være true eller false');
  return value;
}

function invalid(place: string, cause: string): CatalogError {
  return new CatalogError('CONFIG_INVALID', { place, cause });
}

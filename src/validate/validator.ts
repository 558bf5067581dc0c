/**
 * The port for validation: a set of quads against a profile of `shapes/profiles.yaml` (W3C SHACL 2017, model.md 6.1).
 * A crash, a timeout and a stop are errors; a run that matched nothing is `no-targets`: neither is ever valid.
 */
import type { LangText } from '../model/lang-text.js';
import type { Severity } from '../model/issue.js';
import type { Quad } from '../rdf/terms.js';
import type { Profiles } from './profiles.js';

export interface ValidationResult {
  /** IRI of the described thing, or a blank-node label. */
  readonly focus: string;
  /** IRI of the property, or a property path in SPARQL syntax. Absent when the rule is about the thing as a whole. */
  readonly path?: string;
  readonly value?: string;
  /** The value in N-Triples: tells an IRI from a text. */
  readonly valueTerm?: string;
  readonly severity: Severity;
  /** Local name of the constraint: `MinCount`, `Pattern` … */
  readonly component: string;
  /** IRI of the shape: `https://w3id.org/datavev/shapes#SYS-01-manager`. */
  readonly shape: string;
  /** The rule of model.md 6.2 the shape belongs to: `SYS-01`. */
  readonly rule: string;
  readonly message: LangText;
  /** The same with `{value}` still open, where the value is a thing that may have a title. */
  readonly openMessage?: LangText;
  readonly name?: LangText;
  /** What to write, in words. */
  readonly fix?: LangText;
  /** An example of it, for those who write Turtle. */
  readonly turtle?: string;
  readonly seeAlso?: string;
}

export type SeverityCounts = Readonly<Record<Severity, number>>;
export interface CheckedReport {
  /** Invalid exactly when there is a violation; warnings and information leave it valid. */
  readonly state: 'valid' | 'invalid';
  readonly results: readonly ValidationResult[];
  readonly counts: SeverityCounts;
  /** Shapes that could not be checked: no source delivers the property they ask for. Never read as fulfilled. */
  readonly unchecked: readonly string[];
}
export interface NoTargetsReport {
  readonly state: 'no-targets';
  readonly profile: string;
}
export type ValidationReport = CheckedReport | NoTargetsReport;

/** One rule of a profile, for people: what it is, and why. */
export interface Rule {
  /** IRI of the shape. */
  readonly shape: string;
  readonly severity: Severity;
  /** Absent for a rule about the thing as a whole, and for a path of several steps. */
  readonly path?: string;
  readonly message: LangText;
  readonly name?: LangText;
  readonly description?: LangText;
  readonly fix?: LangText;
  readonly turtle?: string;
  readonly seeAlso?: string;
}

export interface Validator {
  readonly profiles: Profiles;
  /**
   * Graph names are ignored: the quads count as one graph. Results come sorted by focus, severity, shape, path and value.
   * An array is not to be changed after it was handed over. Throws CatalogError PROFILE_UNKNOWN, SHAPE_UNSUPPORTED or
   * VALIDATION_STOPPED.
   */
  validate(quads: Iterable<Quad>, profile: string, signal?: AbortSignal): Promise<ValidationReport>;
  /**
   * Parts of the quads, each by itself as if the others were not there: a part is everything that the quads say of its
   * subjects. The reports come in the order of the parts. Throws as `validate` does.
   */
  validateParts(
    quads: readonly Quad[],
    parts: readonly (readonly Quad[])[],
    profile: string,
    signal?: AbortSignal,
  ): Promise<readonly ValidationReport[]>;
  /** Changes whenever the same quads could get another report: with shapes, code lists, profile or base. */
  fingerprint(profile: string): string;
  /** The rules that a profile runs, sorted by shape. */
  rules(profile: string): readonly Rule[];
  close(): Promise<void>;
}

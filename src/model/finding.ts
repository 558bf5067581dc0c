/** A finding as a steward meets it: what is wrong, where, whose it is, and how to mend it (promise 5). */
import type { Severity } from './issue.js';
import type { LangText } from './lang-text.js';
import { SEVERITIES } from './issue.js';

/** What every reader may see; the public file of findings holds nothing else. */
export interface PublicFinding {
  /** Local name of the shape (`SYS-01-manager`), or the code of a message (`FIELD_MISSING`). */
  readonly rule: string;
  /** Other rules that say the same: mended with this one. */
  readonly also?: readonly string[];
  readonly severity: Severity;
  readonly message: LangText;
  /** What to write instead, with an example. */
  readonly hint?: LangText;
  /** IRI of the thing; absent when the finding is about a source or one of its records. */
  readonly focus?: string;
  /** Title of the thing, or its source record. */
  readonly label: string;
  /** IRI of the property, or a property path in SPARQL syntax. */
  readonly path?: string;
  /** The property in words. */
  readonly property?: LangText;
  /** The offending value: the label of a thing or code rather than its IRI. */
  readonly value?: string;
  /** Name of the organisation that answers for the thing. */
  readonly owner?: string;
  /** What the finding costs at the portals: points of the European and the Norwegian metadata quality score. */
  readonly points?: Points;
  /** The clause. */
  readonly seeAlso?: string;
}

export interface Finding extends PublicFinding {
  /** IRI of the shape; absent when the program itself found it. */
  readonly shape?: string;
  /** Local name of the constraint: `MinCount`, `Pattern` … */
  readonly component?: string;
  /** The profile that has the rule. */
  readonly profile?: string;
  /** The offending value as it is, in N-Triples. */
  readonly valueTerm?: string;
  readonly source?: string;
  readonly record?: string;
  /** Where it stands: file with line, sheet and row, or JSON pointer. See `origin.ts`. */
  readonly origin?: string;
  /** What to write, in Turtle; only where the thing is written in Turtle. */
  readonly turtle?: string;
  /** The column of the register that the property comes from. */
  readonly column?: string;
}

export interface Points {
  readonly eu: number;
  readonly no: number;
}

/** By gravity, then by title; the same findings always stand in the same order. */
export function compareFindings(a: Finding, b: Finding): number {
  return (
    SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity) ||
    a.label.localeCompare(b.label, 'nb') ||
    compareText(a.focus, b.focus) ||
    compareText(a.rule, b.rule) ||
    compareText(a.path, b.path) ||
    compareText(a.valueTerm, b.valueTerm) ||
    compareText(a.record, b.record) ||
    compareText(a.origin, b.origin) ||
    compareText(a.message.nb, b.message.nb)
  );
}

function compareText(a = '', b = ''): number {
  return a < b ? -1 : Number(a > b);
}

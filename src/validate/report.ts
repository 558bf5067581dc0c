/** From what the engine found to what a steward reads: own things only, once each, with words, sorted. */
import { fillLangText, type LangText } from '../model/lang-text.js';
import type { Severity } from '../model/issue.js';
import type { LoadedShapes } from './load-shapes.js';
import type { RawResult } from './shacl-jobs.js';
import { localName, ruleOf, severityOf } from './shape-terms.js';
import type { CheckedReport, SeverityCounts, ValidationResult } from './validator.js';

const RANK: Readonly<Record<Severity, number>> = { violation: 0, warning: 1, info: 2 };
const MAX_VALUE_LENGTH = 120;

export interface ReportScope {
  /** Which focus nodes are ours: results about reference terms are dropped. */
  readonly isOwn: (focus: string) => boolean;
  /** Shapes that ask for what no source delivers. */
  readonly unfulfilled: ReadonlySet<string>;
}

export function toReport(
  raw: readonly RawResult[],
  shapes: LoadedShapes,
  { isOwn, unfulfilled }: ReportScope,
): CheckedReport {
  const unchecked = new Set<string>();
  const found = new Map<string, ValidationResult>();
  for (const one of [...raw].sort(byTerm)) {
    if (!isOwn(one.focus)) continue;
    if (unfulfilled.has(one.shape)) {
      unchecked.add(one.shape);
      continue;
    }
    // One value may break two constraints of a shape; the steward reads one sentence.
    const key = JSON.stringify([one.focus, one.shape, one.path, one.value]);
    if (!found.has(key)) found.set(key, toResult(one, shapes));
  }
  const results = [...found.values()].sort(byPlace);
  const counts = countBySeverity(results);
  return {
    state: counts.violation > 0 ? 'invalid' : 'valid',
    results,
    counts,
    unchecked: [...unchecked].sort(),
  };
}

function toResult(raw: RawResult, shapes: LoadedShapes): ValidationResult {
  const { message, ...words } = shapes.words(raw.shape);
  return {
    ...raw,
    severity: severityOf(raw.severity),
    rule: ruleOf(raw.shape),
    message: fill(message, raw, raw.value ?? ''),
    // The title of a thing is known where its graph is: there the place of the value is filled again.
    ...(isIri(raw) ? { openMessage: fill(message, raw, '{value}') } : {}),
    ...words,
  };
}

/** `{$this}`, `{?value}` and `{?path}` in a message; the engine prints raw terms for them, or nothing. */
function fill(text: LangText, raw: RawResult, value: string): LangText {
  const plain = (one: string): string => one.replace(/\{[$?]([a-z]+)\}/g, '{$1}');
  return fillLangText(
    { nb: plain(text.nb), nn: plain(text.nn), en: plain(text.en) },
    {
      this: raw.focus,
      value: value.slice(0, MAX_VALUE_LENGTH),
      path: localName(raw.path ?? ''),
    },
  );
}

function countBySeverity(results: readonly ValidationResult[]): SeverityCounts {
  const counts = { violation: 0, warning: 0, info: 0 };
  for (const { severity } of results) counts[severity] += 1;
  return counts;
}

function isIri({ valueTerm }: RawResult): boolean {
  return valueTerm?.startsWith('<') === true;
}

/** Which of several results for one value is kept must not hang on the engine's order. */
function byTerm(a: RawResult, b: RawResult): number {
  return compare(a.component, b.component) || compare(a.valueTerm ?? '', b.valueTerm ?? '');
}

function byPlace(a: ValidationResult, b: ValidationResult): number {
  return (
    compare(a.focus, b.focus) ||
    RANK[a.severity] - RANK[b.severity] ||
    compare(a.shape, b.shape) ||
    compare(a.path ?? '', b.path ?? '') ||
    compare(a.value ?? '', b.value ?? '')
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}

/** What `shacl` reports, whatever the format: the findings that are shown, what was looked at, and what was not. */
import { relative, resolve, sep } from 'node:path';
import type { UnreadableFile } from '../../compose-files.js';
import type { Finding } from '../../model/finding.js';
import { SEVERITIES, type Severity } from '../../model/issue.js';
import type { Lang } from '../../model/lang-text.js';
import { parseOrigin } from '../../model/origin.js';
import type { StoppedProfile } from '../../publish/validate-all.js';
import type { Rule } from '../../validate/validator.js';
import { say } from '../texts.js';

export const GROUPS = ['resource', 'owner', 'rule', 'file'] as const;
export type GroupBy = (typeof GROUPS)[number];

export interface Report {
  readonly language: Lang;
  /** Name of the catalogue. */
  readonly catalogue: string;
  readonly base: string;
  readonly findings: readonly Finding[];
  /** Findings below this are not shown. */
  readonly lowest: Severity;
  /** What was asked for: words, files and owner; empty for everything. */
  readonly asked: readonly string[];
  /** Things that were looked at. */
  readonly things: number;
  readonly profiles: readonly string[];
  /** Every rule that was run, once. */
  readonly rules: readonly Rule[];
  readonly notChecked: NotChecked;
  readonly unreadable: readonly UnreadableFile[];
  /** How many findings the baseline keeps out of the report, and of which file. */
  readonly known?: { readonly count: number; readonly gone: number; readonly file: string };
  /** The catalogue's folder, which origins are relative to; and where the command was given. */
  readonly folder: string;
  readonly from: string;
  readonly groupBy: GroupBy;
  /** Every finding of a rule, not the first 50. */
  readonly showAll: boolean;
  /** IRIs too. */
  readonly details: boolean;
  /** Characters on a line. */
  readonly width: number;
  readonly color: boolean;
}

export interface NotChecked {
  /** Rules that no source has data for. */
  readonly rules: readonly string[];
  /** Profiles that nothing here is an example of. */
  readonly withoutTargets: readonly string[];
  /** Profiles that could not be run to their end. */
  readonly stopped: readonly StoppedProfile[];
  /** Profiles that run only when asked for. */
  readonly leftOut: readonly string[];
}

/** What a place is told from. */
export type Standpoint = Pick<Report, 'folder' | 'from' | 'language'>;

export interface Place {
  /** Relative to where the command was given, or a URL. */
  readonly file: string;
  readonly line?: number;
  /** What tells the place where a line does not: sheet and row, or number in a list. */
  readonly spot?: string;
  /** Name of the column. */
  readonly column?: string;
}

/** Undefined for a finding that stands nowhere: about a source as a whole. */
export function placeOf(
  { origin, column }: Pick<Finding, 'origin' | 'column'>,
  report: Standpoint,
): Place | undefined {
  if (origin === undefined) return undefined;
  const { file, line, sheet, row, pointer } = parseOrigin(origin);
  const isUrl = /^https?:/.test(file);
  const spot = spotText({ sheet, row, pointer }, report.language);
  return {
    file: isUrl ? file : shownPath(resolve(report.folder, file), report.from),
    ...(line === undefined ? {} : { line }),
    ...(spot === undefined ? {} : { spot }),
    ...(column === undefined ? {} : { column }),
  };
}

function spotText(
  {
    sheet,
    row,
    pointer,
  }: Record<'sheet' | 'pointer', string | undefined> & { row: number | undefined },
  language: Lang,
): string | undefined {
  if (sheet !== undefined) return say('sheetRow', language, { sheet, row: row ?? '' });
  const number = /^\/data\/(\d+)$/.exec(pointer ?? '')?.[1];
  // People count from one.
  return number === undefined ? pointer : say('entry', language, { number: Number(number) + 1 });
}

/** `file:line (sheet and row)`, as editors and terminals make links of it. */
export function placeText({ file, line, spot }: Place): string {
  return `${file}${line === undefined ? '' : `:${line}`}${spot === undefined ? '' : ` (${spot})`}`;
}

/** A path as people see it from where they stand; POSIX slashes everywhere. */
export function shownPath(path: string, from: string): string {
  const shown = relative(from, path).split(sep).join('/');
  // Above where one stands: the whole path says more than a row of dots.
  if (shown.startsWith('../')) return path.split(sep).join('/');
  return shown === '' ? '.' : shown;
}

export function thingKey({ focus, source, record }: Finding): string {
  return focus ?? `${source ?? ''} ${record ?? ''}`;
}

export function countsOf(all: readonly Finding[]): Readonly<Record<Severity, number>> {
  const counts = { violation: 0, warning: 0, info: 0 };
  for (const { severity } of all) counts[severity] += 1;
  return counts;
}

/** Levels that are not shown are not counted either: a zero would say that there are none. */
export function summaryOf({ findings, unreadable, lowest, asked, language }: Report): string {
  const faults =
    unreadable.length > 0 ? say('unreadableFiles', language, { count: unreadable.length }) : '';
  if (findings.length === 0) return faults || nothingFound(asked, language);
  const counts = countsOf(findings);
  const levels = SEVERITIES.slice(0, SEVERITIES.indexOf(lowest) + 1).map(
    (severity) => `${say(`${severity}s`, language)}: ${counts[severity]}`,
  );
  const summary = say('summary', language, {
    total: findings.length,
    things: new Set(findings.map(thingKey)).size,
    levels: levels.join(', '),
  });
  return [faults, summary].filter((text) => text !== '').join(' ');
}

function nothingFound(asked: readonly string[], language: Lang): string {
  if (asked.length === 0) return say('noFindings', language);
  return say('noFindingsOf', language, { asked: asked.map((one) => `«${one}»`).join(', ') });
}

/** What was looked at and what was not: belongs to every report that people read. */
export function coverageOf(report: Report): string[] {
  const { language, things, rules, profiles, notChecked, known } = report;
  const { withoutTargets, stopped } = notChecked;
  const ran = profiles.filter((id) => !withoutTargets.includes(id));
  const lines = stopped.map(({ error }) =>
    say('stoppedProfile', language, { message: error.text[language] }),
  );
  // A file that cannot be read, alone: no rule looked at anything.
  if (ran.length === 0) return lines;
  lines.push(
    say('checkedWhat', language, { things, rules: rules.length, profiles: ran.join(', ') }),
    ...notCheckedLines(report),
  );
  if (known && known.count > 0)
    lines.push(say('baselineKnown', language, { count: known.count, file: known.file }));
  if (known && known.gone > 0) lines.push(say('baselineGone', language, { count: known.gone }));
  return lines;
}

/** Of the whole catalogue only when the whole is asked for; of a rule that is asked for always: it is not kept, but unseen. */
function notCheckedLines({ asked, notChecked, language }: Report): string[] {
  const isWhole = asked.length === 0;
  const { rules, withoutTargets, leftOut } = notChecked;
  const unseen = rules.filter((id) => isWhole || asked.some((word) => isRuleOf(id, word)));
  const lines: string[] = [];
  if (unseen.length > 0) lines.push(say('unchecked', language, { rules: unseen.join(', ') }));
  if (!isWhole) return lines;
  if (withoutTargets.length > 0)
    lines.push(say('withoutTargets', language, { profiles: withoutTargets.join(', ') }));
  if (leftOut.length > 0)
    lines.push(say('leftOut', language, { profiles: leftOut.join(', '), first: leftOut[0] ?? '' }));
  return lines;
}

/** `PR-11` means every rule that begins so. */
export function isRuleOf(id: string, word: string): boolean {
  return id === word || id.startsWith(`${word}-`);
}

/** Where a file that is no RDF goes wrong. */
export function faultPlace({ file, error }: UnreadableFile): {
  file: string;
  line: number;
  column: number;
} {
  return {
    file,
    line: Number(error.params['line'] ?? 1),
    column: Number(error.params['column'] ?? 1),
  };
}

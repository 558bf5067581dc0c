/** A table for spreadsheets (RFC 4180 with semicolons and a byte order mark, as Norwegian spreadsheets read it). */
import { csvLine } from '../../model/csv.js';
import type { Finding } from '../../model/finding.js';
import type { Lang, LangText } from '../../model/lang-text.js';
import { say } from '../texts.js';
import { placeOf, type Report } from './report.js';

const HEADS = [
  ...(['headFile', 'headLine', 'headColumn', 'headThing', 'headTitle', 'headRule'] as const),
  ...(['headSeverity', 'headProperty', 'headMessage', 'headFix', 'headValue'] as const),
  ...(['headOwner', 'headNo', 'headEu'] as const),
];

export function csvReport(report: Report): string {
  const { findings, language } = report;
  const rows = findings.map((one) => [...placeCells(one, report), ...wordCells(one, language)]);
  const head = HEADS.map((key) => say(key, language));
  return `\uFEFF${[head, ...rows].map((row) => csvLine(row, ';')).join('')}`;
}

function placeCells(one: Finding, report: Report): string[] {
  const place = placeOf(one, report);
  if (!place) return [one.source ?? '', '', ''];
  // Without a line: what tells the place in a workbook or a list.
  const line = place.line === undefined ? (place.spot ?? '') : String(place.line);
  return [place.file, line, place.column ?? ''];
}

function wordCells(one: Finding, language: Lang): string[] {
  const text = (words: LangText | undefined): string => words?.[language] ?? '';
  const { focus, value, owner, points } = one;
  return [
    ...[focus ?? '', one.label, one.rule, say(one.severity, language)],
    ...[text(one.property), text(one.message), text(one.hint), value ?? '', owner ?? ''],
    ...(points ? [String(points.no), String(points.eu)] : ['', '']),
  ];
}

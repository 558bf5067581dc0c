/** One line a finding, in columns: for a quick look and for grep. */
import { say } from '../texts.js';
import { alignedRows, cut } from './layout.js';
import { coverageOf, placeOf, placeText, summaryOf, type Report } from './report.js';

const MAX_CELL = 44;

export function tableReport(report: Report): string {
  const { findings, language } = report;
  const rows = findings.map((one) => {
    const place = placeOf(one, report);
    return [
      say(one.severity, language),
      one.rule,
      cut(one.label, MAX_CELL),
      cut(one.message[language], MAX_CELL),
      cut(one.owner ?? say('noOwner', language), MAX_CELL),
      place ? placeText(place) : (one.source ?? ''),
    ];
  });
  const head = [
    'headSeverity',
    'headRule',
    'headTitle',
    'headMessage',
    'headOwner',
    'headPlace',
  ] as const;
  const table =
    rows.length > 0 ? alignedRows([head.map((key) => say(key, language)), ...rows]) : [];
  return [...table, '', summaryOf(report), ...coverageOf(report), ''].join('\n');
}

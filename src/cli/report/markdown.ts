/** A report for issues, mails and the summary of a build (GitHub Flavored Markdown). */
import { SEVERITIES } from '../../model/issue.js';
import { say } from '../texts.js';
import { coverageOf, faultPlace, placeOf, placeText, summaryOf, type Report } from './report.js';

const HEADS = [
  'headTitle',
  'headMessage',
  'headFix',
  'headOwner',
  'headPlace',
  'headRule',
] as const;

export function markdownReport(report: Report): string {
  const { findings, unreadable, language, catalogue } = report;
  const lines = [
    `# ${cell(say('reportTitle', language, { catalogue }))}`,
    '',
    summaryOf(report),
    '',
  ];
  for (const fault of unreadable) {
    const { file, line, column } = faultPlace(fault);
    lines.push(`* ✖ \`${file}:${line}:${column}\` ${cell(fault.error.text[language])}`);
  }
  for (const severity of SEVERITIES) {
    const own = findings.filter((one) => one.severity === severity);
    if (own.length === 0) continue;
    lines.push(`## ${capital(say(`${severity}s`, language))} (${own.length})`, '');
    lines.push(row(HEADS.map((key) => say(key, language))), row(HEADS.map(() => '---')));
    for (const one of own) {
      const place = placeOf(one, report);
      const texts = [one.label, one.message[language], one.hint?.[language] ?? ''];
      const owner = one.owner ?? say('noOwner', language);
      lines.push(row([...texts, owner, place ? placeText(place) : '', one.rule]));
    }
    lines.push('');
  }
  return [...lines, ...coverageOf(report).map((line) => `${cell(line)}  `), ''].join('\n');
}

function row(cells: readonly string[]): string {
  return `| ${cells.map(cell).join(' | ')} |`;
}

/** Nothing of a text may become a cell, a tag or a link of its own. */
function cell(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(/[\\|*_`[\]~]/g, '\\$&')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;');
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** Annotations of a GitHub workflow ("Workflow commands for GitHub Actions"). Only the first ten of a kind are shown there. */
import type { Severity } from '../../model/issue.js';
import { faultPlace, placeOf, summaryOf, type Report } from './report.js';

const COMMANDS: Readonly<Record<Severity, string>> = {
  violation: 'error',
  warning: 'warning',
  info: 'notice',
};

export function githubReport(report: Report): string {
  const { findings, unreadable, language } = report;
  const faults = unreadable.map((fault) => {
    const { file, line, column } = faultPlace(fault);
    return `::error file=${property(file)},line=${line},col=${column}::${data(fault.error.text[language])}`;
  });
  const lines = findings.map((one) => {
    const place = placeOf(one, report);
    const given = [
      ...(place ? [`file=${property(place.file)}`] : []),
      ...(place?.line === undefined ? [] : [`line=${place.line}`]),
      `title=${property(one.rule)}`,
    ];
    const hint = one.hint ? `\n→ ${one.hint[language]}` : '';
    const text = `«${one.label}» (${one.owner ?? '–'}): ${one.message[language]}${hint}`;
    return `::${COMMANDS[one.severity]} ${given.join(',')}::${data(text)}`;
  });
  const stopped = report.notChecked.stopped.map(
    ({ error }) => `::error::${data(error.text[language])}`,
  );
  return [...stopped, ...faults, ...lines, summaryOf(report), ''].join('\n');
}

function data(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}

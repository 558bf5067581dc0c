/** The findings as data, in all three languages, with what was looked at and what was not. */
import { countsOf, faultPlace, type Report } from './report.js';

export function jsonReport(report: Report): string {
  const { catalogue, findings, things, profiles, rules, notChecked, unreadable, known } = report;
  const { stopped, ...rest } = notChecked;
  return `${JSON.stringify(
    {
      catalogue,
      profiles,
      rules: rules.length,
      things,
      counts: countsOf(findings),
      notChecked: {
        ...rest,
        stopped: stopped.map(({ profile, error }) => ({ profile, message: error.text })),
      },
      unreadable: unreadable.map((fault) => ({ ...faultPlace(fault), message: fault.error.text })),
      ...(known ? { known: known.count } : {}),
      findings,
    },
    null,
    1,
  )}\n`;
}

/** JUnit XML, for build servers: a suite for each file, a case for each rule and thing; rules without findings pass. */
import type { Finding } from '../../model/finding.js';
import { say } from '../texts.js';
import { markup } from './markup.js';
import { placeOf, placeText, type Report } from './report.js';

export function junitReport(report: Report): string {
  const { findings, unreadable, language, notChecked } = report;
  const suites = new Map<string, string[]>();
  const enter = (suite: string, testCase: string): void => {
    suites.set(suite, [...(suites.get(suite) ?? []), testCase]);
  };
  for (const one of findings)
    enter(placeOf(one, report)?.file ?? one.source ?? '', findingCase(one, report));
  for (const { file, error } of unreadable)
    enter(file, failedCase('PARSE_FAILED', file, error.text[language]));
  for (const { profile, error } of notChecked.stopped)
    enter(
      profile,
      `  <testcase name="${markup(profile)}"><error message="${markup(error.text[language])}"/></testcase>`,
    );
  const broken = new Set(findings.flatMap(({ rule, also = [] }) => [rule, ...also]));
  for (const { shape, name } of report.rules) {
    const rule = shape.replace(/^.*[#/]/, '');
    if (broken.has(rule)) continue;
    enter(
      say('passed', language),
      `  <testcase classname="${markup(rule)}" name="${markup(name?.[language] ?? rule)}"/>`,
    );
  }
  const total = [...suites.values()].flat();
  const failures = total.filter((one) => one.includes('<failure')).length;
  const errors = notChecked.stopped.length;
  const body = [...suites].map(([name, cases]) => suite(name, cases));
  return `<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="datavev" tests="${total.length}" failures="${failures}" errors="${errors}">
${body.join('\n')}
</testsuites>
`;
}

function suite(name: string, cases: readonly string[]): string {
  const failures = cases.filter((one) => one.includes('<failure')).length;
  const errors = cases.filter((one) => one.includes('<error')).length;
  return ` <testsuite name="${markup(name)}" tests="${cases.length}" failures="${failures}" errors="${errors}">
${cases.join('\n')}
 </testsuite>`;
}

/** A hint fails nothing. */
function findingCase(one: Finding, report: Report): string {
  const { language } = report;
  const place = placeOf(one, report);
  const text = [
    one.message[language],
    ...(one.hint ? [`→ ${one.hint[language]}`] : []),
    ...(place ? [placeText(place)] : []),
    one.owner ?? say('noOwner', language),
  ].join('\n');
  if (one.severity === 'info')
    return `  <testcase classname="${markup(one.rule)}" name="${markup(one.label)}"><system-out>${markup(text)}</system-out></testcase>`;
  return failedCase(one.rule, one.label, text, one.severity);
}

function failedCase(rule: string, name: string, text: string, type = 'violation'): string {
  const message = markup(text.split('\n')[0] ?? '');
  return `  <testcase classname="${markup(rule)}" name="${markup(name)}"><failure type="${type}" message="${message}">${markup(text)}</failure></testcase>`;
}

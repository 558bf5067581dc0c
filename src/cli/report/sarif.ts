/** SARIF 2.1.0 (OASIS 2020), for code hosts and editors. */
import type { Finding } from '../../model/finding.js';
import type { Severity } from '../../model/issue.js';
import type { Rule } from '../../validate/validator.js';
import { shortFingerprint } from './fingerprint.js';
import { faultPlace, placeOf, type Report } from './report.js';

const LEVELS: Readonly<Record<Severity, 'error' | 'warning' | 'note'>> = {
  violation: 'error',
  warning: 'warning',
  info: 'note',
};

interface SarifRule {
  readonly id: string;
  readonly shortDescription?: { readonly text: string };
  readonly fullDescription?: { readonly text: string };
  readonly help?: { readonly text: string };
  readonly helpUri?: string;
  readonly defaultConfiguration?: { readonly level: string };
}

export function sarifReport(report: Report): string {
  const rules = sarifRules(report);
  const index = new Map(rules.map(({ id }, at) => [id, at]));
  const run = {
    tool: { driver: { name: 'datavev', rules } },
    originalUriBaseIds: { '%SRCROOT%': { description: { text: 'The folder of the command' } } },
    invocations: [
      {
        // A profile that stopped is no clean sheet (3.20.14).
        executionSuccessful: report.notChecked.stopped.length === 0,
        toolExecutionNotifications: report.notChecked.stopped.map(({ error }) => ({
          level: 'error',
          message: { text: error.text[report.language] },
        })),
      },
    ],
    results: [
      ...report.unreadable.map((fault) => unreadableResult(fault, report)),
      ...report.findings.map((one) => result(one, index, report)),
    ],
  };
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [run],
  };
  return `${JSON.stringify(log, null, 1)}\n`;
}

/** Rules that were run, and the codes of what the program found itself. */
function sarifRules({ rules, findings, language }: Report): SarifRule[] {
  const ofShapes = rules.map((rule) => sarifRule(rule, language));
  const known = new Set(ofShapes.map(({ id }) => id));
  const codes = new Set(findings.map(({ rule }) => rule).filter((id) => !known.has(id)));
  return [...ofShapes, ...[...codes].sort().map((id) => ({ id }))];
}

function sarifRule(rule: Rule, language: Report['language']): SarifRule {
  const { name, description, message, fix, seeAlso, severity } = rule;
  return {
    id: rule.shape.replace(/^.*[#/]/, ''),
    shortDescription: { text: (name ?? message)[language] },
    fullDescription: { text: (description ?? message)[language] },
    ...(fix ? { help: { text: fix[language] } } : {}),
    ...(seeAlso === undefined ? {} : { helpUri: seeAlso }),
    defaultConfiguration: { level: LEVELS[severity] },
  };
}

function result(one: Finding, index: ReadonlyMap<string, number>, report: Report): object {
  const { language } = report;
  const hint = one.hint ? `\n→ ${one.hint[language]}` : '';
  return {
    ruleId: one.rule,
    ruleIndex: index.get(one.rule),
    level: LEVELS[one.severity],
    message: { text: `«${one.label}»: ${one.message[language]}${hint}` },
    locations: locations(one, report),
    partialFingerprints: { 'datavev/v1': shortFingerprint(one) },
    properties: { owner: one.owner, focus: one.focus, value: one.value },
  };
}

function locations(one: Finding, report: Report): object[] {
  const place = placeOf(one, report);
  if (!place) return [];
  const isUrl = /^https?:/.test(place.file);
  const artifactLocation = isUrl
    ? { uri: place.file }
    : { uri: encodeURI(place.file), uriBaseId: '%SRCROOT%' };
  const region = place.line === undefined ? {} : { region: { startLine: place.line } };
  const logical = place.spot === undefined ? {} : { logicalLocations: [{ name: place.spot }] };
  return [{ physicalLocation: { artifactLocation, ...region }, ...logical }];
}

function unreadableResult(fault: Report['unreadable'][number], { language }: Report): object {
  const { file, line, column } = faultPlace(fault);
  return {
    ruleId: fault.error.code,
    level: 'error',
    message: { text: fault.error.text[language] },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: encodeURI(file), uriBaseId: '%SRCROOT%' },
          region: { startLine: line, startColumn: column },
        },
      },
    ],
  };
}

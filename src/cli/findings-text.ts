/** Findings as text: grouped by thing, then by what is wrong, with place, value, owner and what to write. */
import type { Finding } from '../publish/findings.js';
import type { Lang } from '../model/lang-text.js';
import type { Severity } from '../model/issue.js';
import { say } from './texts.js';

const MAX_OF_A_RULE = 50;
const MARKS: Readonly<Record<Severity, string>> = { violation: '✖', warning: '!', info: '·' };
const TOP_OWNERS = 5;

export function findingsText(
  all: readonly Finding[],
  language: Lang,
  { showAll, unchecked }: { showAll: boolean; unchecked: readonly string[] },
): string {
  const notChecked =
    unchecked.length > 0 ? `${say('unchecked', language, { rules: unchecked.join(', ') })}\n` : '';
  if (all.length === 0) return `${say('noFindings', language)}\n${notChecked}`;
  const lines: string[] = [];
  const shownOfRule = new Map<string, number>();
  const leftOut = new Map<string, number>();
  for (const group of groupByThing(all)) {
    const shown = group.filter(({ rule }) => {
      const count = (shownOfRule.get(rule) ?? 0) + 1;
      shownOfRule.set(rule, count);
      if (showAll || count <= MAX_OF_A_RULE) return true;
      leftOut.set(rule, (leftOut.get(rule) ?? 0) + 1);
      return false;
    });
    const first = shown[0];
    if (!first) continue;
    lines.push(heading(first, language));
    for (const finding of shown) lines.push(...findingLines(finding, language));
    lines.push('');
  }
  for (const [rule, count] of leftOut)
    lines.push(`${rule}: ${say('moreOfRule', language, { count })}`);
  return `${[...lines, ...totals(all, language)].join('\n')}\n${notChecked}`;
}

function groupByThing(all: readonly Finding[]): Finding[][] {
  const groups = new Map<string, Finding[]>();
  for (const one of all) {
    const key = one.focus ?? `${one.source ?? ''} ${one.record ?? ''}`;
    const known = groups.get(key);
    if (known) known.push(one);
    else groups.set(key, [one]);
  }
  return [...groups.values()];
}

function heading(first: Finding, language: Lang): string {
  const title = first.focus || first.record ? `«${first.label}»` : say('whole', language);
  const owner = first.owner ?? say('noOwner', language);
  const place = [first.source, first.origin ?? first.record].filter(Boolean).join(' · ');
  return `${title}  (${owner})\n  ${place}`;
}

function findingLines(finding: Finding, language: Lang): string[] {
  const property = finding.property ? `${finding.property[language]}: ` : '';
  const value = finding.value ? ` [${finding.value}]` : '';
  const lines = [
    `  ${MARKS[finding.severity]} ${say(finding.severity, language)}  ${property}${finding.message[language]}${value}  ${finding.rule}`,
  ];
  if (finding.hint) lines.push(`      → ${say('fix', language)}: ${finding.hint[language]}`);
  return lines;
}

function totals(all: readonly Finding[], language: Lang): string[] {
  const count = (severity: Severity): number =>
    all.filter((one) => one.severity === severity).length;
  const things = groupByThing(all).length;
  const owners = new Map<string, number>();
  for (const { owner } of all) {
    const name = owner ?? say('noOwner', language);
    owners.set(name, (owners.get(name) ?? 0) + 1);
  }
  const top = [...owners]
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .slice(0, TOP_OWNERS)
    .map(([name, number]) => `${name} (${number})`)
    .join(', ');
  const params = {
    total: all.length,
    things,
    violations: count('violation'),
    warnings: count('warning'),
    infos: count('info'),
  };
  return [say('summary', language, params), say('byOwner', language, { owners: top })];
}

/** The sum for each who answers for something: those with most errors first. */
import type { Finding } from '../../model/finding.js';
import { SEVERITIES } from '../../model/issue.js';
import { say } from '../texts.js';
import { alignedRows } from './layout.js';
import { countsOf, type Report } from './report.js';

const MAX_OWNERS = 10;

export function ownerLines({ findings, language }: Report): string[] {
  const byOwner = new Map<string, Finding[]>();
  for (const one of findings) {
    const name = one.owner ?? say('noOwner', language);
    const known = byOwner.get(name);
    if (known) known.push(one);
    else byOwner.set(name, [one]);
  }
  if (byOwner.size === 0) return [];
  const rows = [...byOwner]
    .map(([name, own]) => ({ name, own, counts: countsOf(own) }))
    .sort(
      (a, b) =>
        b.counts.violation - a.counts.violation ||
        b.own.length - a.own.length ||
        (a.name < b.name ? -1 : 1),
    );
  const head = ['headOwner', 'violations', 'warnings', 'infos'] as const;
  const table = alignedRows([
    head.map((key) => say(key, language)),
    ...rows
      .slice(0, MAX_OWNERS)
      .map(({ name, counts }) => [
        name,
        ...SEVERITIES.map((severity) => (counts[severity] === 0 ? '' : String(counts[severity]))),
      ]),
  ]);
  const more = rows.length - MAX_OWNERS;
  return [...table, ...(more > 0 ? [say('moreOwners', language, { count: more })] : []), ''];
}

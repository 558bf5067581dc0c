/** The table of traps as docs/guide/portals.md has it. */
import type { TrapRule } from '../../src/portal/trap.js';

export function trapTable(traps: Readonly<Record<string, TrapRule>>): string {
  const rows = Object.entries(traps).map(
    ([id, { name, severity, says, fix }]) =>
      `| ${id} | ${name} | ${severity} | ${says.en} | ${fix.en} |`,
  );
  return [
    '| id | trap | | what the portal does | what to do |',
    '|---|---|---|---|---|',
    ...rows,
    '',
  ].join('\n');
}

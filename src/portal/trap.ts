/** Traps: what a portal does with a feed that nobody meant. The table is data (traps/); a run collects what it met. */
import type { LangText } from '../model/lang-text.js';
import { TRAP_SEVERITIES, type FoundTrap, type TrapSeverity } from '../model/portal-report.js';
import { TRAPS, type TrapId } from './traps/table.js';

export interface TrapRule {
  readonly name: string;
  readonly severity: TrapSeverity;
  /** What the portal will do. */
  readonly says: LangText;
  /** What to do about it. */
  readonly fix: LangText;
}

/** More would not be read; the count tells the rest. */
const MAX_EVIDENCE = 5;

export class Traps {
  readonly #found = new Map<TrapId, { count: number; readonly evidence: Set<string> }>();

  add(id: TrapId, ...evidence: readonly string[]): void {
    const known = this.#found.get(id) ?? { count: 0, evidence: new Set<string>() };
    this.#found.set(id, known);
    known.count += Math.max(1, evidence.length);
    for (const one of evidence) if (known.evidence.size < MAX_EVIDENCE) known.evidence.add(one);
  }

  has(id: TrapId): boolean {
    return this.#found.has(id);
  }

  /** Most hurtful first, then in the order of the table. */
  list(): FoundTrap[] {
    return [...this.#found]
      .map(([id, { count, evidence }]) => {
        const { name, severity, says, fix }: TrapRule = TRAPS[id];
        return { id, name, severity, says, fix, count, evidence: [...evidence] };
      })
      .sort(
        (a, b) =>
          TRAP_SEVERITIES.indexOf(a.severity) - TRAP_SEVERITIES.indexOf(b.severity) ||
          (a.id < b.id ? -1 : 1),
      );
  }
}

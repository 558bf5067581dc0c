/** Findings that are known and accepted for now: a register with old debt can be checked for new faults. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import type { Finding } from '../model/finding.js';
import type { Lang } from '../model/lang-text.js';
import { fingerprint } from './report/fingerprint.js';
import { usage } from './shacl-options.js';
import { say } from './texts.js';

/** Fingerprint → how many there are. */
type Known = ReadonlyMap<string, number>;

export interface Compared {
  readonly fresh: readonly Finding[];
  /** Known findings that are still there, and that are not. */
  readonly count: number;
  readonly gone: number;
}

/** Throws CatalogError USAGE for a file that is missing or is no baseline. */
export function readBaseline(file: string, shown: string, language: Lang): Known {
  if (!existsSync(file)) throw usage(say('baselineMissing', language, { file: shown }));
  try {
    const { known } = JSON.parse(readFileSync(file, 'utf8')) as { known: Record<string, number> };
    return new Map(Object.entries(known));
  } catch {
    throw usage(say('baselineUnreadable', language, { file: shown }));
  }
}

/** Sorted, so that a change of it reads well in version control. */
export function writeBaseline(file: string, all: readonly Finding[]): void {
  const sorted = [...counted(all)].sort(([a], [b]) => (a < b ? -1 : 1));
  const content = { format: 1, known: Object.fromEntries(sorted) };
  writeFileSync(file, `${JSON.stringify(content, null, 1)}\n`);
}

/** A second finding of a kind that is known once is new. */
export function compare(all: readonly Finding[], known: Known): Compared {
  const left = new Map(known);
  const fresh = all.filter((one) => {
    const name = fingerprint(one);
    const count = left.get(name) ?? 0;
    left.set(name, count - 1);
    return count <= 0;
  });
  const gone = [...left.values()].reduce((sum, count) => sum + Math.max(count, 0), 0);
  return { fresh, count: all.length - fresh.length, gone };
}

function counted(all: readonly Finding[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const one of all) counts.set(fingerprint(one), (counts.get(fingerprint(one)) ?? 0) + 1);
  return counts;
}

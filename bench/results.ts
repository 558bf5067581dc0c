/** Reports of cases on disk, and the document that is made from them. */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CaseReport } from './report.js';
import { withTables } from './table.js';

export function writeReport(folder: string, report: CaseReport): void {
  mkdirSync(folder, { recursive: true });
  const path = join(folder, `${report.case}-${report.size}.json`);
  writeFileSync(path, `${JSON.stringify(report, null, 1)}\n`);
}

/** In the order of `cases`, smaller catalogues first. */
export function readReports(folder: string, cases: readonly string[]): CaseReport[] {
  if (!existsSync(folder)) return [];
  const rank = (name: string): number => cases.indexOf(name);
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as CaseReport)
    .sort((a, b) => rank(a.case) - rank(b.case) || a.triples - b.triples);
}

export function rewriteTables(document: string, reports: readonly CaseReport[]): void {
  writeFileSync(document, withTables(readFileSync(document, 'utf8'), reports));
}

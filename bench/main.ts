/** `npm run bench`: runs cases, keeps their reports, writes the tables of docs/performance.md, says what was missed. */
import { join } from 'node:path';
import { PROJECT_FOLDER } from '../site/site-folder.js';
import { readArguments, USAGE, type BenchArguments } from './arguments.js';
import type { BenchCase } from './case.js';
import { CASES } from './cases/all.js';
import { catalogueFile, type Size } from './data/catalogue-file.js';
import { thisMachine } from './machine.js';
import { isMet, type CaseReport } from './report.js';
import { readReports, rewriteTables, writeReport } from './results.js';
import { tables } from './table.js';

const DATA_FOLDER = join(PROJECT_FOLDER, 'var', 'bench');
const RESULTS_FOLDER = join(PROJECT_FOLDER, 'bench', 'results');
const DOCUMENT = join(PROJECT_FOLDER, 'docs', 'performance.md');
const NAMES = CASES.map(({ name }) => name);

const tell = (text: string): void => void process.stderr.write(`${text}\n`);

async function runCase(one: BenchCase, size: Size, runs: number): Promise<CaseReport> {
  tell(`${one.name}, ${size}`);
  const catalogue = catalogueFile(DATA_FOLDER, size);
  const context = {
    catalogue,
    runs,
    folder: DATA_FOLDER,
    tell: (text: string) => tell(`  ${text}`),
  };
  const findings = await one.run(context);
  const { triples } = catalogue;
  return { case: one.name, size, triples, runs, machine: thisMachine(), ...findings };
}

function shortcomings(report: CaseReport, quick: boolean): string[] {
  const at = `${report.case}, ${report.size}`;
  const missed = quick ? [] : report.goals.filter((goal) => !isMet(goal));
  return [
    ...missed.map(({ text, measured, sign, asked, unit }) => {
      return `${at}: ${text}: ${measured.toFixed(2)} ${unit}, asked ${sign} ${asked} ${unit}`;
    }),
    ...report.differences.map((one) => `${at}: ${one}`),
  ];
}

/** A case that breaks does not take the others with it. */
async function measure({ cases, size, runs, quick }: BenchArguments): Promise<string[]> {
  const faults: string[] = [];
  for (const one of CASES.filter(({ name }) => cases.includes(name))) {
    for (const each of size ? [size] : one.sizes) {
      try {
        const report = await runCase(one, each, runs);
        writeReport(quick ? join(DATA_FOLDER, 'results') : RESULTS_FOLDER, report);
        process.stdout.write(`${tables([report])}\n`);
        faults.push(...shortcomings(report, quick));
      } catch (error) {
        tell(error instanceof Error ? (error.stack ?? error.message) : String(error));
        faults.push(`${one.name}, ${each}: ${String(error)}`);
      }
    }
  }
  return faults;
}

const given = readArguments(process.argv.slice(2), NAMES);
if (!given) {
  tell(`${USAGE}\n\nCases: ${NAMES.join(', ')}`);
  process.exitCode = 2;
} else {
  const faults = given.tableOnly ? [] : await measure(given);
  if (!given.quick) rewriteTables(DOCUMENT, readReports(RESULTS_FOLDER, NAMES));
  for (const fault of faults) tell(`✖ ${fault}`);
  process.exitCode = faults.length > 0 ? 1 : 0;
}

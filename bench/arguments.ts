/** The command line of `npm run bench`. */
import { parseArgs } from 'node:util';
import { isSize, SIZES, type Size } from './data/catalogue-file.js';

export const USAGE = `npm run bench -- [case …] [--size ${Object.keys(SIZES).join('|')}] [--runs 5] [--quick] [--table]

  --size   one size for all cases, in place of each case's own
  --runs   measurements of each peer; the median counts
  --quick  10k, once, results aside in var/bench: shows that the cases run, judges no goal
  --table  measures nothing: writes the table of docs/performance.md anew from bench/results

Exit codes: 0 every goal met, 1 a goal missed or an answer wrong, 2 usage`;

export interface BenchArguments {
  readonly cases: readonly string[];
  readonly size: Size | undefined;
  readonly runs: number;
  readonly quick: boolean;
  readonly tableOnly: boolean;
}

/** Undefined for what is no such command line. `known` are the names of cases. */
export function readArguments(
  argv: readonly string[],
  known: readonly string[],
): BenchArguments | undefined {
  const parsed = parse(argv);
  if (!parsed) return undefined;
  const { values, positionals } = parsed;
  const runs = Number(values.runs ?? (values.quick ? 1 : 5));
  const size = values.size ?? (values.quick ? '10k' : undefined);
  const isUsable =
    Number.isInteger(runs) &&
    runs > 0 &&
    (size === undefined || isSize(size)) &&
    positionals.every((name) => known.includes(name));
  if (!isUsable) return undefined;
  return {
    cases: positionals.length > 0 ? positionals : known,
    size,
    runs,
    quick: values.quick,
    tableOnly: values.table,
  };
}

function parse(argv: readonly string[]): ReturnType<typeof parseOptions> | undefined {
  try {
    return parseOptions(argv);
  } catch {
    return undefined; // an option that is not known
  }
}

function parseOptions(argv: readonly string[]) {
  return parseArgs({
    args: [...argv],
    allowPositionals: true,
    options: {
      size: { type: 'string' },
      runs: { type: 'string' },
      quick: { type: 'boolean', default: false },
      table: { type: 'boolean', default: false },
    },
  });
}

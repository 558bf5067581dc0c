/** `npm run quality -- --coverage`: what the information model says we should have data on, and what the catalogue knows of. */
import type { Catalogue } from '../compose.js';
import { internalCoverage } from '../publish/internal-coverage.js';
import { coverageText } from '../quality/coverage-text.js';
import type { Arguments } from './arguments.js';
import type { ExitCode, Io } from './io.js';

/** 2 when there is neither a model nor data to measure. */
export async function showCoverage(
  catalogue: Catalogue,
  { io, args }: { readonly io: Io; readonly args: Arguments },
): Promise<ExitCode> {
  const { report, unclassified } = internalCoverage(await catalogue.assemble());
  if (args.text('format') === 'json')
    io.out(`${JSON.stringify({ ...report, unclassified }, null, 1)}\n`);
  else io.out(coverageText(report, unclassified, args.language));
  return report.areas.length > 0 ? 0 : 2;
}

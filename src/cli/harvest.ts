/** `npm run harvest [source…]`: fetch, guard, map and keep. Exit 1 when a source failed or is held. */
import { diffInWords, type HarvestReport } from '../harvest/harvest-report.js';
import type { Catalogue } from '../compose.js';
import type { Lang } from '../model/lang-text.js';
import { checkSources, openFrom, parseArguments } from './arguments.js';
import type { Command, ExitCode, Io } from './io.js';
import { progress } from './progress.js';
import { say } from './texts.js';

export const harvest: Command = {
  name: 'harvest',
  summary: {
    nb: 'Henter kildene og oversetter dem',
    nn: 'Hentar kjeldene og omset dei',
    en: 'Fetches the sources and maps them',
  },
  usage: `npm run -s harvest -- [source…] [--catalogue oslo] [--dry-run] [--accept] [--json] [--lang nb|nn|en]

  source…     the sources to fetch (files in catalog-data/<catalogue>/sources); all when none is named
  --dry-run   tell what would change; save nothing
  --accept    a person's word that a drop in records is right: lets the named sources past the guard
  --json      the reports as JSON on standard output

Exit codes: 0 fine, 1 a source failed or is held, 2 usage or configuration, 3 internal error`,
  async run(argv, io) {
    const args = parseArguments(
      argv,
      { 'dry-run': { type: 'boolean' }, accept: { type: 'boolean' }, json: { type: 'boolean' } },
      'harvest',
      io,
    );
    const catalogue = await openFrom(args, io);
    try {
      checkSources(catalogue, args.positionals, {
        language: args.language,
        command: 'harvest',
      });
      const request = {
        only: args.positionals,
        dryRun: args.flag('dry-run'),
        accept: args.flag('accept'),
      };
      const reports = await harvestAll(catalogue, request, { io, language: args.language });
      if (args.flag('json')) io.out(`${JSON.stringify(reports, null, 1)}\n`);
      else for (const report of reports) io.out(`${reportText(report, args.language)}\n`);
      if (request.dryRun) io.err(`${say('dryRun', args.language)}\n`);
      return exitCode(reports);
    } finally {
      await catalogue.close();
    }
  },
};

export async function harvestAll(
  catalogue: Catalogue,
  request: { only: readonly string[]; dryRun: boolean; accept: boolean },
  { io, language }: { io: Io; language: Lang },
): Promise<HarvestReport[]> {
  const bar = progress(io);
  const titles = new Map(catalogue.config.sources.map(({ id, title }) => [id, title[language]]));
  const reports = await catalogue.harvest({
    ...request,
    signal: io.signal,
    onSource: (source, step, done, total) => {
      bar.step(
        say(step === 'fetch' ? 'harvesting' : 'mapping', language, {
          source: titles.get(source) ?? source,
        }),
        done,
        total,
      );
    },
  });
  bar.end();
  return reports;
}

export function reportText(report: HarvestReport, language: Lang): string {
  const { source, outcome, read, mapped, rejected, cause } = report;
  const mark = outcome === 'failed' || outcome === 'held' ? '✖' : '✓';
  const lines = [`${mark} ${source}: ${say(outcome, language)}`];
  if (cause)
    lines.push(
      `  ${cause.message[language]}`,
      ...(cause.hint ? [`  → ${cause.hint[language]}`] : []),
    );
  if (read > 0)
    lines.push(
      `  ${say('recordCounts', language, { read, mapped, rejected })} · ${diffInWords(report)[language]}`,
    );
  return lines.join('\n');
}

export function exitCode(reports: readonly HarvestReport[]): ExitCode {
  return reports.some(({ outcome }) => outcome === 'failed' || outcome === 'held') ? 1 : 0;
}

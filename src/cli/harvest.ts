/** `npm run harvest [source…]`: fetch, guard, map and keep. Exit 1 when a source failed or is held. */
import { diffInWords, type HarvestReport } from '../harvest/harvest-report.js';
import type { Catalogue } from '../compose.js';
import type { Lang } from '../model/lang-text.js';
import { checkSources, openFrom, parseArguments } from './arguments.js';
import { folderOf, type Command, type ExitCode, type Io } from './io.js';
import { progress } from './progress.js';
import { placeOf, placeText, type Standpoint } from './report/report.js';
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
      else io.out(reportsText(reports, standpoint(catalogue, io, args.language)));
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

/** A steward must see which records went missing; more than these are for `shacl`. */
const MAX_REJECTED = 10;

export function standpoint({ config }: Catalogue, io: Io, language: Lang): Standpoint {
  return { folder: config.folder, from: folderOf(io), language };
}

export function reportsText(reports: readonly HarvestReport[], seen: Standpoint): string {
  return reports.map((report) => `${reportText(report, seen)}\n`).join('');
}

function reportText(report: HarvestReport, seen: Standpoint): string {
  const { language } = seen;
  const { source, outcome, read, mapped, rejected, cause } = report;
  const mark = outcome === 'failed' || outcome === 'held' ? '✖' : '✓';
  const lines = [`${mark} ${source}: ${say(outcome, language)}`];
  if (cause)
    lines.push(
      `  ${cause.message[language]}`,
      ...(cause.hint ? [`  → ${cause.hint[language]}`] : []),
    );
  if (read > 0) {
    const counts = `${say('recordCounts', language, { read, mapped, rejected })} · ${diffInWords(report)[language]}`;
    // Records of a run before were rejected then: told again below a failure, they would look like its cause.
    lines.push(
      ...(outcome === 'failed'
        ? [`  ${say('keptCounts', language, { counts })}`]
        : [`  ${counts}`, ...rejectedLines(report, seen)]),
    );
  }
  return lines.join('\n');
}

/** What is only out of scope is as it should be, and not told. */
function rejectedLines({ source, rejections, issues }: HarvestReport, seen: Standpoint): string[] {
  const { language } = seen;
  const names = new Set(rejections.map(({ type, key, code }) => `${code} ${type} ${key}`));
  const told = issues.filter(
    ({ code, record, severity }) =>
      severity !== 'info' && record !== undefined && names.has(`${code} ${record}`),
  );
  const lines = told.slice(0, MAX_REJECTED).flatMap((one) => {
    const place = placeOf(one.origin === undefined ? {} : { origin: one.origin }, seen);
    const name = one.title === undefined ? (one.record ?? '') : `«${one.title}»`;
    return [
      `  ✖ ${[name, ...(place ? [placeText(place)] : [])].join(' · ')}`,
      `    ${one.message[language]}`,
      ...(one.hint ? [`    → ${one.hint[language]}`] : []),
    ];
  });
  const more = told.length - MAX_REJECTED;
  return [
    ...lines,
    ...(more > 0 ? [`  ${say('moreRejected', language, { count: more, source })}`] : []),
  ];
}

export function exitCode(reports: readonly HarvestReport[]): ExitCode {
  return reports.some(({ outcome }) => outcome === 'failed' || outcome === 'held') ? 1 : 0;
}

/** `npm run quality`: what data.norge.no and data.europa.eu give for the published metadata, and what lifts it most. */
import type { Catalogue } from '../compose.js';
import { askOverNetwork, publishedQuality, type PublishedQuality } from '../compose-quality.js';
import { CatalogError } from '../model/errors.js';
import type { Lang } from '../model/lang-text.js';
import { nearest } from '../model/nearest.js';
import type { QualityReport } from '../model/quality-report.js';
import { readTrend } from '../publish/quality-trend.js';
import { openFrom, parseArguments, type Arguments } from './arguments.js';
import { showCoverage } from './coverage.js';
import type { Command, ExitCode, Io } from './io.js';
import { progress } from './progress.js';
import { GROUPINGS, qualityText, type Grouping } from './quality-text.js';
import { say, type TextKey } from './texts.js';
import { trendText } from './trend-text.js';

const FORMATS = ['text', 'json', 'turtle'] as const;

export const quality: Command = {
  name: 'quality',
  summary: {
    nb: 'Viser hva portalene gir for metadataene, og hva som løfter mest',
    nn: 'Viser kva portalane gir for metadataa, og kva som lyfter mest',
    en: 'Shows what the portals give for the metadata, and what lifts most',
  },
  usage: `npm run -s quality -- [--by dataset|publisher|catalogue] [--owner <name>] [--links] [--trend] [--coverage]
    [--format text|json|turtle] [--catalogue oslo] [--lang nb|nn|en]

  --by       one line per dataset (with everything it lacks), per publisher (default), or for the catalogue
  --owner    only datasets of this publisher
  --links    ask every address outside the catalogue whether it answers (HEAD, public addresses only)
  --trend    how the average has moved from revision to revision
  --coverage which object types of the model there are data on, in which systems: everything, not only what is public
  --format   turtle gives the measurements in the W3C Data Quality Vocabulary

What is scored is the published revision: publish first to see what a change is worth.

Exit codes: 0 fine, 2 usage or nothing matched, 3 internal error`,
  async run(argv, io) {
    const args = parseArguments(argv, OPTIONS, 'quality', io);
    const format = choiceOf(FORMATS, args, { option: 'format', unknown: 'qualityFormatUnknown' });
    const grouping = choiceOf(GROUPINGS, args, { option: 'by', unknown: 'qualityByUnknown' });
    const catalogue = await openFrom(args, io);
    try {
      if (args.flag('coverage')) return await showCoverage(catalogue, { io, args });
      if (args.flag('trend')) return await showTrend(catalogue, { io, language: args.language });
      const found = await measure(catalogue, { args, io });
      const report = ofOwner(found, args);
      if (format === 'text') io.out(textOf(found, report, { grouping, args }));
      else if (format === 'turtle') io.out(found.turtle(report));
      else {
        const { revision, heldBack } = found;
        io.out(`${JSON.stringify({ revision, heldBack, ...report }, null, 1)}\n`);
      }
      if (report.datasets.length > 0) return 0;
      io.err(`${say('qualityNone', args.language)}\n`);
      return 2;
    } finally {
      await catalogue.close();
    }
  },
};

const OPTIONS = {
  by: { type: 'string', default: 'publisher' },
  owner: { type: 'string' },
  links: { type: 'boolean' },
  trend: { type: 'boolean' },
  coverage: { type: 'boolean' },
  format: { type: 'string', default: 'text' },
} as const;

function choiceOf<const T extends string>(
  choices: readonly T[],
  args: Arguments,
  { option, unknown }: { option: string; unknown: TextKey },
): T {
  const text = args.text(option);
  const found = choices.find((one) => one === text);
  if (found === undefined) throw usage(say(unknown, args.language, { text: text ?? '' }));
  return found;
}

async function measure(
  catalogue: Catalogue,
  { args, io }: { args: Arguments; io: Io },
): Promise<PublishedQuality> {
  const bar = progress(io);
  const userAgent = `datavev (${catalogue.config.base})`;
  const found = await publishedQuality(await published(catalogue), {
    metrics: catalogue.checker.metrics,
    bridge: catalogue.bridge,
    ...(args.flag('links') ? { ask: askOverNetwork({ origins: [], userAgent }, io.signal) } : {}),
    onAnswer: (done, total) => {
      bar.step(say('qualityAsking', args.language), done, total);
    },
  });
  bar.end();
  return found;
}

type Revision = NonNullable<Awaited<ReturnType<Catalogue['current']>>>;

async function published(catalogue: Catalogue): Promise<Revision> {
  const revision = await catalogue.current();
  if (!revision) throw new CatalogError('REVISION_MISSING');
  return revision;
}

/** Throws CatalogError USAGE when nobody is called so. */
function ofOwner({ report, reportOf }: PublishedQuality, args: Arguments): QualityReport {
  const owner = args.text('owner');
  if (owner === undefined) return report;
  const { publishers } = report;
  const named = publishers.filter(({ name }) => name.toLowerCase().includes(owner.toLowerCase()));
  if (named.length > 0) return reportOf(new Set(named.map(({ publisher }) => publisher)));
  const close = nearest(
    owner,
    publishers.map(({ name }) => name),
  );
  const suggestion = close ? say('didYouMean', args.language, { word: `«${close}»` }) : '';
  throw usage(say('qualityOwnerUnknown', args.language, { text: owner, suggestion }));
}

function textOf(
  { revision, heldBack }: PublishedQuality,
  report: QualityReport,
  { grouping, args }: { grouping: Grouping; args: Arguments },
): string {
  const { language } = args;
  const { datasets, unscored } = report;
  const head = [
    say('qualityHead', language, { datasets: datasets.length, revision }),
    // They are counted for the whole catalogue.
    ...(args.text('owner') === undefined
      ? [say('qualityOutside', language, { heldBack, unscored })]
      : []),
  ];
  const body = datasets.length > 0 ? `${qualityText(report, grouping, language)}\n` : '';
  const notes = [
    say('qualityLegend', language),
    ...(args.flag('links') ? [] : [say('qualityUnasked', language)]),
  ];
  return `${head.join(' ')}\n\n${body}${notes.join('\n')}\n`;
}

async function showTrend(
  catalogue: Catalogue,
  { io, language }: { io: Io; language: Lang },
): Promise<ExitCode> {
  const points = await readTrend(await published(catalogue));
  if (points.length === 0) {
    io.err(`${say('qualityTrendNone', language)}\n`);
    return 2;
  }
  io.out(trendText(points, language));
  return 0;
}

function usage(cause: string): CatalogError {
  return new CatalogError('USAGE', { cause, command: 'quality' });
}

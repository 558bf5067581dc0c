/** `npm run publish`: validate, project, write one revision, swap the pointer. */
import { join } from 'node:path';
import type { Catalogue, PublishRequest } from '../compose.js';
import type { Lang } from '../model/lang-text.js';
import type { PortalReport } from '../model/portal-report.js';
import type { SourceAccount } from '../publish/accounting.js';
import { HELD_FILE, type HeldRevision } from '../publish/held-revision.js';
import type { Removal } from '../publish/portal-guard.js';
import { checkSources, openFrom, parseArguments } from './arguments.js';
import type { Command, ExitCode, Io } from './io.js';
import { loadEngine } from './load-engine.js';
import { portalLine } from './portal-text.js';
import { progress } from './progress.js';
import { say, type TextKey } from './texts.js';

export const publish: Command = {
  name: 'publish',
  summary: {
    nb: 'Kontrollerer, velger ut det offentlige og bytter revisjon',
    nn: 'Kontrollerer, vel ut det offentlege og byter revisjon',
    en: 'Checks, projects what is public and swaps the revision',
  },
  usage: `npm run -s publish -- [--catalogue oslo] [--force] [--accept [<source>[,<source>]]] [--lang nb|nn|en]

  --force    build anew although nothing has changed
  --accept   a person's word: with sources, that their waiting harvest may be published; alone, that the datasets which a
             held revision takes away from the portals may go

Exit codes: 0 fine, 1 held back by the portal guard, 2 usage or configuration, 3 internal error`,
  async run(argv, io) {
    const args = parseArguments(
      withBareAccept(argv),
      { force: { type: 'boolean' }, accept: { type: 'string', multiple: true } },
      'publish',
      io,
    );
    const catalogue = await openFrom(args, io);
    try {
      const given = args.texts('accept');
      const accept = given.filter((one) => one !== '').flatMap((one) => one.split(','));
      checkSources(catalogue, accept, { language: args.language, command: 'publish' });
      return await publishAll(
        catalogue,
        { force: args.flag('force'), accept, acceptRemovals: given.includes('') },
        { io, language: args.language },
      );
    } finally {
      await catalogue.close();
    }
  },
};

/** `--accept` with nothing after it stands for `--accept=`: node:util has no option whose value may be left out. */
function withBareAccept(argv: readonly string[]): string[] {
  return argv.map((word, at) => {
    const next = argv[at + 1];
    return word === '--accept' && (next === undefined || next.startsWith('-')) ? '--accept=' : word;
  });
}

const STEPS: Readonly<Record<string, TextKey>> = {
  validate: 'validating',
  project: 'projecting',
  write: 'writing',
};

/** 1 when the portal guard holds the revision back. */
export async function publishAll(
  catalogue: Catalogue,
  request: Pick<PublishRequest, 'force' | 'accept' | 'acceptRemovals'>,
  { io, language }: { io: Io; language: Lang },
): Promise<ExitCode> {
  const bar = progress(io);
  const report = await catalogue.publish({
    ...request,
    signal: io.signal,
    onStep: (step) => {
      bar.step(say(STEPS[step] ?? 'writing', language));
    },
  });
  bar.end();
  await tellReport(report, catalogue, { io, language });
  await loadEngine(catalogue, { io, language });
  return 'held' in report ? 1 : 0;
}

async function tellReport(
  report: Awaited<ReturnType<Catalogue['publish']>>,
  catalogue: Catalogue,
  { io, language }: { io: Io; language: Lang },
): Promise<void> {
  const { number } = report.revision;
  if ('held' in report) {
    io.err(heldText(report.held, catalogue.varFolder, language));
    if (report.isNew) io.err(`${say('heldDemoted', language, { number })}\n`);
    return;
  }
  if (!report.isNew) {
    io.err(`${say('notChanged', language, { number })}\n`);
    return;
  }
  const total = (pick: (account: SourceAccount) => number): number =>
    report.accounts.reduce((sum, one) => sum + pick(one), 0);
  for (const account of report.accounts) io.err(`  ${accountText(account, language)}\n`);
  io.err(
    `${say('published', language, { number, published: total((one) => one.published), read: total((one) => one.read) })}\n`,
  );
  if ('portals' in report) io.err(portalLines(report.portals.report, language));
  for (const source of await catalogue.waiting())
    io.err(`${say('waiting', language, { source })}\n`);
}

/** What data.norge.no will do, which deletes what it does not see; the others in full by `npm run portal`. */
function portalLines({ portals }: PortalReport, language: Lang): string {
  return portals
    .filter(({ portal }) => portal === 'fdk')
    .map((one) => {
      const count = one.traps.length;
      const traps = count > 0 ? ` ${say('portalTraps', language, { count })}` : '';
      return `${portalLine(one, language)}${traps}\n`;
    })
    .join('');
}

const WHYS: Readonly<Record<Removal['why'], TextKey>> = {
  withdrawn: 'whyWithdrawn',
  renamed: 'whyRenamed',
  faulty: 'whyFaulty',
};
const SHOWN_REMOVALS = 5;

/** What the portal guard waits for, and what to do. */
export function heldText(
  { removed, served }: HeldRevision,
  varFolder: string,
  language: Lang,
): string {
  const lines = removed.slice(0, SHOWN_REMOVALS).map(({ iri, title, why }) => {
    const params = { iri, title: inLanguage(title, language), why: say(WHYS[why], language) };
    return `  ${say('heldLine', language, params)}`;
  });
  const more = removed.length - lines.length;
  const file = join(varFolder, HELD_FILE);
  return [
    `✖ ${say('heldBack', language, { count: removed.length, served })}`,
    ...lines,
    ...(more > 0 ? [`  ${say('heldMore', language, { count: more, file })}`] : []),
    `  → ${say('heldAdvice', language)}`,
    '',
  ].join('\n');
}

function inLanguage(title: Removal['title'], language: Lang): string {
  return title?.[language] ?? title?.['nb'] ?? Object.values(title ?? {})[0] ?? '–';
}

const REASONS: Readonly<Record<string, TextKey>> = {
  class: 'heldClass',
  invalid: 'heldInvalid',
  reference: 'heldReference',
  part: 'heldPart',
  'never-public': 'heldNeverPublic',
  withdrawn: 'heldWithdrawn',
};

/** "kartoteket: 779 lest = 70 publisert + 708 holdt tilbake (700 klasse, 8 feil som må rettes) + 1 avvist" (H16). */
export function accountText(account: SourceAccount, language: Lang): string {
  const sum = (counts: Readonly<Record<string, number | undefined>>): number =>
    Object.values(counts).reduce<number>((total, one) => total + (one ?? 0), 0);
  const reasons = Object.entries(account.heldBack)
    .map(([reason, count]) => `${count} ${say(REASONS[reason] ?? 'heldClass', language)}`)
    .join(', ');
  return say('accountLine', language, {
    source: account.source,
    read: account.read,
    published: account.published,
    held: sum(account.heldBack),
    reasons: reasons ? ` (${reasons})` : '',
    rejected: sum(account.rejected),
  });
}

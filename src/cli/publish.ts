/** `npm run publish`: validate, project, write one revision, swap the pointer. */
import type { Catalogue, PublishRequest } from '../compose.js';
import type { Lang } from '../model/lang-text.js';
import type { SourceAccount } from '../publish/accounting.js';
import { checkSources, openFrom, parseArguments } from './arguments.js';
import type { Command, Io } from './io.js';
import { loadEngine } from './load-engine.js';
import { progress } from './progress.js';
import { say, type TextKey } from './texts.js';

export const publish: Command = {
  name: 'publish',
  summary: {
    nb: 'Kontrollerer, velger ut det offentlige og bytter revisjon',
    nn: 'Kontrollerer, vel ut det offentlege og byter revisjon',
    en: 'Checks, projects what is public and swaps the revision',
  },
  usage: `npm run -s publish -- [--catalogue oslo] [--force] [--accept <source>[,<source>]] [--lang nb|nn|en]

  --force    build anew although nothing has changed
  --accept   a person's word that the waiting harvest of these sources may be published

Exit codes: 0 fine, 2 usage or configuration, 3 internal error`,
  async run(argv, io) {
    const args = parseArguments(
      argv,
      { force: { type: 'boolean' }, accept: { type: 'string' } },
      'publish',
      io,
    );
    const catalogue = await openFrom(args, io);
    try {
      const accept = args.text('accept')?.split(',') ?? [];
      checkSources(catalogue, accept, { language: args.language, command: 'publish' });
      await publishAll(
        catalogue,
        { force: args.flag('force'), accept },
        { io, language: args.language },
      );
      return 0;
    } finally {
      await catalogue.close();
    }
  },
};

const STEPS: Readonly<Record<string, TextKey>> = {
  validate: 'validating',
  project: 'projecting',
  write: 'writing',
};

export async function publishAll(
  catalogue: Catalogue,
  request: Pick<PublishRequest, 'force' | 'accept'>,
  { io, language }: { io: Io; language: Lang },
): Promise<void> {
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
}

async function tellReport(
  report: Awaited<ReturnType<Catalogue['publish']>>,
  catalogue: Catalogue,
  { io, language }: { io: Io; language: Lang },
): Promise<void> {
  const { number } = report.revision;
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
  for (const source of await catalogue.waiting())
    io.err(`${say('waiting', language, { source })}\n`);
}

const REASONS: Readonly<Record<string, TextKey>> = {
  class: 'heldClass',
  invalid: 'heldInvalid',
  reference: 'heldReference',
  part: 'heldPart',
  'never-public': 'heldNeverPublic',
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

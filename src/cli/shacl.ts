/** `npm run shacl`: what is wrong, where, whose it is, and what to write instead. */
import type { Assembly } from '../assemble/assembly.js';
import { CatalogError } from '../model/errors.js';
import { SEVERITIES, type Severity } from '../model/issue.js';
import type { Lang } from '../model/lang-text.js';
import { findings, type Finding } from '../publish/findings.js';
import { openFrom, parseArguments } from './arguments.js';
import { findingsText } from './findings-text.js';
import type { Command } from './io.js';
import { progress } from './progress.js';
import { say } from './texts.js';

export const shacl: Command = {
  name: 'shacl',
  summary: {
    nb: 'Viser hva som må rettes, hvor, og hvem som har ansvaret',
    nn: 'Viser kva som må rettast, kvar, og kven som har ansvaret',
    en: 'Shows what to mend, where, and whose it is',
  },
  usage: `npm run -s shacl -- [source|iri|word …] [--severity violation|warning|info] [--owner <name>] [--profile <id>[,<id>]]
    [--format text|json] [--all] [--catalogue oslo] [--lang nb|nn|en]

  source|iri|word  only things of this source, with this IRI, or with this word in their title
  --severity       the lowest severity shown (default: info)
  --owner          only what this organisation answers for
  --all            show every finding of a kind, not the first 50

Exit codes: 0 fine, 1 findings at the level of shacl.failOn, 2 usage or nothing matched, 3 internal error`,
  async run(argv, io) {
    const args = parseArguments(argv, OPTIONS, 'shacl', io);
    const choice: Choice = {
      lowest: severityOf(args.text('severity') ?? 'info', args.language),
      owner: args.text('owner'),
      words: args.positionals,
    };
    const format = args.text('format') ?? 'text';
    if (format !== 'text' && format !== 'json')
      throw usage(say('formatUnknown', args.language, { format }));
    const catalogue = await openFrom(args, io);
    try {
      const bar = progress(io);
      bar.step(say('validating', args.language));
      const assembly = await catalogue.assemble();
      const profiles = args.text('profile')?.split(',') ?? catalogue.profiles;
      const { results, unchecked } = await catalogue.validate(assembly, profiles, io.signal);
      bar.end();
      const all = findings(assembly, results, assembly.issues);
      if (!isAnythingChosen(assembly, all, choice.words)) {
        io.err(`${say('nothingMatched', args.language)}\n`);
        return 2;
      }
      const shown = all.filter((one) => isChosen(one, choice));
      const text = findingsText(shown, args.language, { showAll: args.flag('all'), unchecked });
      io.out(format === 'json' ? `${JSON.stringify(shown, null, 1)}\n` : text);
      const { failOn } = catalogue.config.settings.shacl;
      return shown.some((one) => atLeast(one.severity, failOn)) ? 1 : 0;
    } finally {
      await catalogue.close();
    }
  },
};

const OPTIONS = {
  severity: { type: 'string' },
  owner: { type: 'string' },
  profile: { type: 'string' },
  format: { type: 'string' },
  all: { type: 'boolean' },
} as const;

interface Choice {
  readonly lowest: Severity;
  readonly owner: string | undefined;
  readonly words: readonly string[];
}

function isChosen(one: Finding, { lowest, owner, words }: Choice): boolean {
  return atLeast(one.severity, lowest) && matches(one, words) && ownedBy(one, owner);
}

/** "Nothing matched" is never success (style.md 12): a thing without a finding counts as checked, an unknown word does not. */
function isAnythingChosen(
  assembly: Assembly,
  all: readonly Finding[],
  words: readonly string[],
): boolean {
  if (assembly.records.length === 0) return false;
  if (words.length === 0) return true;
  const isKnown = assembly.records.some(
    ({ iri, source }) => words.includes(iri) || words.includes(source),
  );
  return isKnown || all.some((one) => matches(one, words));
}

function severityOf(text: string, language: Lang): Severity {
  const found = SEVERITIES.find((one) => one === text);
  if (!found) throw usage(say('severityUnknown', language, { text }));
  return found;
}

function usage(cause: string): CatalogError {
  return new CatalogError('USAGE', { cause, command: 'shacl' });
}

function atLeast(severity: Severity, lowest: Severity): boolean {
  return SEVERITIES.indexOf(severity) <= SEVERITIES.indexOf(lowest);
}

function matches(one: Finding, words: readonly string[]): boolean {
  if (words.length === 0) return true;
  return words.some(
    (word) =>
      one.source === word ||
      one.focus === word ||
      one.label.toLowerCase().includes(word.toLowerCase()) ||
      one.origin?.includes(word) === true,
  );
}

function ownedBy(one: Finding, owner: string | undefined): boolean {
  return owner === undefined || (one.owner ?? '').toLowerCase().includes(owner.toLowerCase());
}

/** `npm run shacl`: what is wrong, where, whose it is, and what to write instead. */
import { CatalogError } from '../model/errors.js';
import { SEVERITIES, type Severity } from '../model/issue.js';
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
    const args = parseArguments(
      argv,
      {
        severity: { type: 'string' },
        owner: { type: 'string' },
        profile: { type: 'string' },
        format: { type: 'string' },
        all: { type: 'boolean' },
      },
      'shacl',
      io,
    );
    const lowest = severityOf(args.text('severity') ?? 'info');
    const format = args.text('format') ?? 'text';
    if (format !== 'text' && format !== 'json')
      throw usage(`ukjent format «${format}»; velg text eller json`);
    const catalogue = await openFrom(args, io);
    try {
      const bar = progress(io);
      bar.step(say('validating', args.language));
      const assembly = await catalogue.assemble();
      const results = await catalogue.validate(
        assembly,
        args.text('profile')?.split(',') ?? catalogue.profiles,
        io.signal,
      );
      bar.end();
      const all = findings(assembly, results, assembly.issues);
      const scope = assembly.records.some((record) =>
        inScope(record.iri, record.source, args.positionals, all),
      );
      if (
        assembly.records.length === 0 ||
        (args.positionals.length > 0 &&
          !scope &&
          !all.some((one) => matches(one, args.positionals)))
      ) {
        io.err(`${say('nothingMatched', args.language)}\n`);
        return 2;
      }
      const shown = all.filter(
        (one) =>
          atLeast(one.severity, lowest) &&
          matches(one, args.positionals) &&
          ownedBy(one, args.text('owner')),
      );
      io.out(
        format === 'json'
          ? `${JSON.stringify(shown, null, 1)}\n`
          : findingsText(shown, args.language, { showAll: args.flag('all') }),
      );
      const failing = shown.filter((one) =>
        atLeast(one.severity, catalogue.config.settings.shacl.failOn),
      );
      return failing.length > 0 ? 1 : 0;
    } finally {
      await catalogue.close();
    }
  },
};

function severityOf(text: string): Severity {
  const found = SEVERITIES.find((one) => one === text);
  if (!found) throw usage(`ukjent alvor «${text}»; velg violation, warning eller info`);
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

/** A thing that is in the selection but has no finding still counts as checked. */
function inScope(
  iri: string,
  source: string,
  words: readonly string[],
  all: readonly Finding[],
): boolean {
  return (
    words.some((word) => iri === word || source === word) ||
    all.some((one) => one.focus === iri && matches(one, words))
  );
}

function ownedBy(one: Finding, owner: string | undefined): boolean {
  return owner === undefined || (one.owner ?? '').toLowerCase().includes(owner.toLowerCase());
}

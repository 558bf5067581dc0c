/** `npm run shacl`: what is wrong, where, whose it is, and what to write instead. */
import { appendFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { BY_HAND, type CheckOutcome } from '../compose-check.js';
import { PROJECT_ROOT, type Catalogue } from '../compose.js';
import type { Lang } from '../model/lang-text.js';
import { openFrom } from './arguments.js';
import { folderOf, type Command, type ExitCode, type Io } from './io.js';
import { progress } from './progress.js';
import { FORMATS } from './report/formats.js';
import { countsOf, shownPath, type Report } from './report/report.js';
import { writeBaseline } from './shacl-baseline.js';
import { explain } from './shacl-explain.js';
import { splitWords } from './shacl-files.js';
import { shaclOptions, usage, type ShaclOptions } from './shacl-options.js';
import { atLeast, reportOf, rulesOf, selectFrom } from './shacl-report.js';
import type { Selection } from './shacl-selection.js';
import { watchAndRun } from './shacl-watch.js';
import { staleFiles } from './stale-files.js';
import { say } from './texts.js';

export const shacl: Command = {
  name: 'shacl',
  summary: {
    nb: 'Viser hva som må rettes, hvor, og hvem som har ansvaret',
    nn: 'Viser kva som må rettast, kvar, og kven som har ansvaret',
    en: 'Shows what to mend, where, and whose it is',
  },
  usage: `npm run -s shacl -- [file|glob|source|graph|iri|rule|word …] [options]

  file|glob        Turtle, JSON-LD or RDF/XML files: checked as if they were among the curated ones
  source|iri|word  only things of this source, with this IRI, or with this word in their title
  file:line        only what stands there, as the report prints it
  rule             only findings of this rule, or of those that begin so (PR-11)
  several words    only what fits them all

  --owner <name>              only what this organisation answers for
  --severity <lowest>         violation, warning or info (default: info); also --min-severity
  --profile <id>[,<id>]|all   which sets of rules (default: see shapes/profiles.yaml)
  --group-by <what>           resource (default), owner, rule or file
  --all                       every finding of a kind, not the first 50 (warnings and hints of a whole run: 10)
  --details                   IRIs too
  --explain <rule>            what a rule is, why, what to write, and how many break it

  --format <format>           text (default), table, json, sarif, junit, csv, html, turtle, github, markdown
  --out <format>:<file>       writes a file as well; may be given several times
  --quiet                     nothing on standard output; for --out and the exit code

  --max-warnings <n>          more warnings than this is exit 1
  --baseline <file>           known findings are neither shown nor counted
  --update-baseline           writes today's findings to that file
  --watch                     checks again when a file changes; q quits

  --catalogue <id>  --lang nb|nn|en

Exit codes: 0 fine, 1 findings at the level of shacl.failOn or a file that cannot be read,
2 usage or nothing matched, 3 internal error or a rule set that could not be run`,
  async run(argv, io) {
    const options = shaclOptions(argv, io);
    const catalogue = await openFrom(options.args, io);
    try {
      if (!options.watch) return await checkOnce(catalogue, options, io);
      const run = async (): Promise<ExitCode> => {
        // Shapes and configuration may have changed too: each run begins anew.
        const fresh = await openFrom(options.args, io);
        try {
          return await checkOnce(fresh, options, io);
        } finally {
          await fresh.close();
        }
      };
      return await watchAndRun(
        { paths: watchedPaths(catalogue, options, io), run },
        io,
        options.language,
      );
    } finally {
      await catalogue.close();
    }
  },
};

function watchedPaths({ config, varFolder }: Catalogue, options: ShaclOptions, io: Io): string[] {
  const { files } = splitWords(options.words, folderOf(io));
  const rules = [join(PROJECT_ROOT, 'shapes'), join(PROJECT_ROOT, 'ontology')];
  return [...rules, ...(files.length > 0 ? files : [config.folder, join(varFolder, 'sources')])];
}

async function checkOnce(catalogue: Catalogue, options: ShaclOptions, io: Io): Promise<ExitCode> {
  const { language } = options;
  const words = splitWords(options.words, folderOf(io));
  const [missing] = words.unmatched;
  if (missing !== undefined)
    throw usage(say('fileMissing', language, { word: missing, suggestion: '' }));
  if (words.files.length === 0) {
    const isLive = (kind: string): boolean => options.watch && kind === BY_HAND;
    for (const line of await staleFiles(catalogue, isLive, language)) io.err(`${line}\n`);
  }
  const bar = progress(io);
  bar.step(say('validating', language));
  const profiles = profilesOf(catalogue, options);
  const { files } = words;
  const { signal } = io;
  const outcome = await catalogue.checker.check({ profiles, files, live: options.watch, signal });
  bar.end();
  if (options.explain !== undefined) {
    const rules = rulesOf(catalogue, [...catalogue.checker.profiles.keys()]);
    const { findings, checked } = outcome;
    const { unchecked } = checked;
    io.out(explain(options.explain, { rules, findings, unchecked }, options));
    return 0;
  }
  const rules = rulesOf(catalogue, profiles);
  const folder = folderOf(io);
  const selection = selectFrom(outcome, { catalogue, options, words, rules, folder });
  const chosen = outcome.findings.filter(selection.isChosen);
  if (!isAnythingChecked(outcome, selection, chosen.length)) {
    io.err(`${nothingChecked(files, io, language)}\n`);
    if (outcome.assembly.records.length === 0) io.err(`  → ${say('harvestFirst', language)}\n`);
    return 2;
  }
  if (options.updateBaseline) return updateBaseline(chosen, options, io);
  const report = reportOf(outcome, chosen, { catalogue, options, io, words, rules, selection });
  write(report, options, io);
  return exitCode(report, catalogue, options, io);
}

/** A thing without a finding counts as checked; what no rule looked at does not (H17). */
function isAnythingChecked(
  { checked, unreadable }: CheckOutcome,
  { things }: Selection,
  findings: number,
): boolean {
  if (unreadable.length > 0) return true;
  const hasRun = checked.profiles.some((id) => !checked.withoutTargets.includes(id));
  return hasRun && (things.length > 0 || findings > 0);
}

function nothingChecked(files: readonly string[], io: Io, language: Lang): string {
  if (files.length === 0) return say('nothingMatched', language);
  const names = files.map((file) => shownPath(file, folderOf(io))).join(', ');
  return say('filesEmpty', language, { files: names });
}

function profilesOf({ checker }: Catalogue, { profiles }: ShaclOptions): readonly string[] {
  if (profiles === undefined) return checker.defaultProfiles;
  if (profiles !== 'all') return profiles;
  return [...checker.profiles.values()]
    .filter(({ stage }) => stage !== 'public')
    .map(({ id }) => id);
}

function write(report: Report, options: ShaclOptions, io: Io): void {
  if (!options.quiet) io.out(FORMATS[options.format](report));
  for (const { format, file } of options.outs) {
    writeFileSync(resolve(folderOf(io), file), FORMATS[format]({ ...report, color: false }));
    io.err(`${say('written', options.language, { file })}\n`);
  }
  // GitHub shows ten annotations of a kind; the page of the run shows all.
  const summary = io.environment['GITHUB_STEP_SUMMARY'];
  if (options.format === 'github' && summary) appendFileSync(summary, FORMATS.markdown(report));
}

function updateBaseline(
  chosen: CheckOutcome['findings'],
  { baseline = '', language }: ShaclOptions,
  io: Io,
): ExitCode {
  writeBaseline(resolve(folderOf(io), baseline), chosen);
  io.err(`${say('baselineWritten', language, { count: chosen.length, file: baseline })}\n`);
  return 0;
}

function exitCode(report: Report, { config }: Catalogue, options: ShaclOptions, io: Io): ExitCode {
  if (report.notChecked.stopped.length > 0) return 3;
  const { failOn } = config.settings.shacl;
  const { warning } = countsOf(report.findings);
  const limit = options.maxWarnings;
  const isOver = limit !== undefined && warning > limit;
  if (isOver) io.err(`${say('tooManyWarnings', options.language, { count: warning, limit })}\n`);
  const fails = report.findings.some(({ severity }) => atLeast(severity, failOn));
  return fails || isOver || report.unreadable.length > 0 ? 1 : 0;
}

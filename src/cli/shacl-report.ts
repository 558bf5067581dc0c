/** From what was checked to what is reported: the choice of findings, what was left out, and how it is to look. */
import { existsSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import type { CheckOutcome } from '../compose-check.js';
import { FILES_SOURCE } from '../compose-files.js';
import type { Catalogue } from '../compose.js';
import type { Finding } from '../model/finding.js';
import { MESSAGES } from '../model/messages.js';
import { SEVERITIES, type Severity } from '../model/issue.js';
import { parseOrigin } from '../model/origin.js';
import { ownerNames, thingsOf, type Thing } from '../publish/things.js';
import type { Rule } from '../validate/validator.js';
import { folderOf, type Io } from './io.js';
import { shownPath, type Report } from './report/report.js';
import { compare, readBaseline } from './shacl-baseline.js';
import { filesNear, type Words } from './shacl-files.js';
import type { ShaclOptions } from './shacl-options.js';
import { select, type Selection } from './shacl-selection.js';

/** Where nothing tells how wide a line may be. */
const WIDTH = 100;

export type RuleOfProfiles = Rule & { readonly profiles: readonly string[] };

/** Each rule once, with the profiles that have it. */
export function rulesOf({ checker }: Catalogue, profiles: readonly string[]): RuleOfProfiles[] {
  const found = new Map<string, RuleOfProfiles>();
  for (const profile of profiles) {
    for (const rule of checker.validator.rules(profile)) {
      const known = found.get(rule.shape)?.profiles ?? [];
      found.set(rule.shape, { ...rule, profiles: [...known, profile] });
    }
  }
  return [...found.values()].sort((a, b) => (a.shape < b.shape ? -1 : 1));
}

export interface Asked {
  readonly catalogue: Catalogue;
  readonly options: ShaclOptions;
  readonly words: Words;
  readonly rules: readonly Rule[];
}

export function selectFrom(
  outcome: CheckOutcome,
  { catalogue, options, words, rules, folder }: Asked & { readonly folder: string },
): Selection {
  const all = thingsOf(outcome.assembly);
  const things = words.files.length > 0 ? all.filter(({ source }) => source === FILES_SOURCE) : all;
  return select(
    {
      base: catalogue.config.base,
      things,
      sources: outcome.assembly.sources.map(({ id }) => id),
      owners: ownerNames(outcome.assembly, all),
      rules: [...rules.map(({ shape }) => shape.replace(/^.*[#/]/, '')), ...Object.keys(MESSAGES)],
      findings: outcome.findings,
      files: [...filesNear(options.words, folder), ...filesOf(all)],
      exists: (file) => existsSync(resolve(folder, file)),
    },
    { words: words.words, owner: options.owner, language: options.language },
  );
}

/** Names of the files of the sources, as a word may give them. */
function filesOf(things: readonly Thing[]): string[] {
  return [...new Set(things.map(({ origin }) => basename(parseOrigin(origin).file)))];
}

export function reportOf(
  outcome: CheckOutcome,
  chosen: CheckOutcome['findings'],
  asked: Asked & { readonly io: Io; readonly selection: Selection },
): Report {
  const { catalogue, options, io, rules, selection } = asked;
  const { checker, config } = catalogue;
  const { language, baseline } = options;
  const from = folderOf(io);
  const known =
    baseline === undefined
      ? undefined
      : compare(chosen, readBaseline(resolve(from, baseline), baseline, language));
  const { checked, unreadable } = outcome;
  const leftOut = [...checker.profiles.values()].filter(
    ({ id, stage, isDefault }) =>
      stage !== 'public' && !isDefault && !checked.profiles.includes(id),
  );
  return {
    language,
    catalogue: config.settings.name[language],
    base: config.base,
    findings: (known?.fresh ?? chosen).filter(({ severity }) => atLeast(severity, options.lowest)),
    lowest: options.lowest,
    things: countThings(selection.things, chosen),
    asked: [...options.words, ...(options.owner === undefined ? [] : [options.owner])],
    profiles: checked.profiles,
    rules,
    notChecked: {
      rules: checked.unchecked,
      withoutTargets: checked.withoutTargets,
      stopped: checked.stopped,
      leftOut: leftOut.map(({ id }) => id),
    },
    unreadable: unreadable.map((one) => ({ ...one, file: shownPath(one.file, from) })),
    ...(known && baseline !== undefined
      ? { known: { count: known.count, gone: known.gone, file: baseline } }
      : {}),
    folder: config.folder,
    from,
    groupBy: options.groupBy,
    showAll: options.showAll,
    details: options.details,
    width: io.columns ?? WIDTH,
    color: hasColor(io),
  };
}

/** What was rejected is no thing, but it was looked at. */
function countThings(things: readonly Thing[], chosen: readonly Finding[]): number {
  const found = chosen.flatMap(({ source, record }) =>
    record ? [`${source ?? ''} ${record}`] : [],
  );
  return new Set([...things.map(({ source, record }) => `${source} ${record}`), ...found]).size;
}

/** no-color.org, force-color.org: colour is for a terminal, unless somebody says otherwise. */
function hasColor({ columns, environment }: Io): boolean {
  const forced = environment['FORCE_COLOR'];
  if (forced !== undefined && forced !== '') return forced !== '0';
  return columns !== undefined && !environment['NO_COLOR'] && environment['TERM'] !== 'dumb';
}

export function atLeast(severity: Severity, lowest: Severity): boolean {
  return SEVERITIES.indexOf(severity) <= SEVERITIES.indexOf(lowest);
}

/** The options of `shacl`, read and checked before anything is opened. */
import { CatalogError } from '../model/errors.js';
import { SEVERITIES, type Severity } from '../model/issue.js';
import type { Lang } from '../model/lang-text.js';
import { parseArguments, type Arguments } from './arguments.js';
import type { Io } from './io.js';
import { FORMATS, isFormat, type Format } from './report/formats.js';
import { GROUPS, type GroupBy } from './report/report.js';
import { say } from './texts.js';

const OPTIONS = {
  profile: { type: 'string' },
  severity: { type: 'string' },
  'min-severity': { type: 'string' },
  owner: { type: 'string' },
  format: { type: 'string' },
  out: { type: 'string', multiple: true },
  'group-by': { type: 'string' },
  'max-warnings': { type: 'string' },
  baseline: { type: 'string' },
  'update-baseline': { type: 'boolean' },
  explain: { type: 'string' },
  all: { type: 'boolean' },
  details: { type: 'boolean' },
  quiet: { type: 'boolean' },
  watch: { type: 'boolean' },
} as const;

export interface ShaclOptions {
  readonly language: Lang;
  /** Files, globs, sources, IRIs and words. */
  readonly words: readonly string[];
  /** Ids of profiles; undefined for those that run by default. */
  readonly profiles: readonly string[] | 'all' | undefined;
  readonly lowest: Severity;
  readonly owner: string | undefined;
  readonly format: Format;
  readonly outs: readonly { readonly format: Format; readonly file: string }[];
  readonly groupBy: GroupBy;
  readonly maxWarnings: number | undefined;
  readonly baseline: string | undefined;
  readonly updateBaseline: boolean;
  readonly explain: string | undefined;
  readonly showAll: boolean;
  readonly details: boolean;
  readonly quiet: boolean;
  readonly watch: boolean;
  /** The rest of what was asked: catalogue and language. */
  readonly args: Arguments;
}

/** Throws CatalogError USAGE. */
export function shaclOptions(argv: readonly string[], io: Io): ShaclOptions {
  const args = parseArguments(argv, OPTIONS, 'shacl', io);
  const { language } = args;
  const profile = args.text('profile');
  const severity = args.text('severity') ?? args.text('min-severity') ?? 'info';
  const baseline = args.text('baseline');
  const updateBaseline = args.flag('update-baseline');
  if (updateBaseline && baseline === undefined) throw usage(say('updateNeedsBaseline', language));
  return {
    language,
    words: args.positionals,
    profiles: profile === 'all' ? 'all' : profile?.split(',').filter((id) => id !== ''),
    lowest: oneOf(SEVERITIES, severity, () => say('severityUnknown', language, { text: severity })),
    owner: args.text('owner'),
    format: formatOf(args.text('format') ?? 'text', language),
    outs: args.texts('out').map((text) => outOf(text, language)),
    groupBy: groupOf(args.text('group-by') ?? 'resource', language),
    maxWarnings: numberOf(args.text('max-warnings'), language),
    baseline,
    updateBaseline,
    explain: args.text('explain'),
    showAll: args.flag('all'),
    details: args.flag('details'),
    quiet: args.flag('quiet'),
    watch: args.flag('watch'),
    args,
  };
}

export function usage(cause: string): CatalogError {
  return new CatalogError('USAGE', { cause, command: 'shacl' });
}

function oneOf<T extends string>(known: readonly T[], text: string, otherwise: () => string): T {
  const found = known.find((one) => one === text);
  if (found === undefined) throw usage(otherwise());
  return found;
}

function groupOf(text: string, language: Lang): GroupBy {
  return oneOf(GROUPS, text, () => say('groupUnknown', language, { text }));
}

function formatOf(format: string, language: Lang): Format {
  if (isFormat(format)) return format;
  throw usage(say('formatUnknown', language, { format, known: Object.keys(FORMATS).join(', ') }));
}

/** `csv:funn.csv` */
function outOf(text: string, language: Lang): { format: Format; file: string } {
  const [, format, file] = /^([a-z]+):(.+)$/.exec(text) ?? [];
  if (format === undefined || file === undefined)
    throw usage(say('outInvalid', language, { text }));
  return { format: formatOf(format, language), file };
}

function numberOf(text: string | undefined, language: Lang): number | undefined {
  if (text === undefined) return undefined;
  if (!/^\d+$/.test(text)) throw usage(say('numberInvalid', language, { text }));
  return Number(text);
}

/** What `npm run query` is asked to do: the text, whom to ask, and how the answer is written. */
import { readFile, stat } from 'node:fs/promises';
import { extname, resolve } from 'node:path';
import type { StewardSources } from '../compose-query.js';
import { CatalogError } from '../model/errors.js';
import { parseQuery } from '../query/sparql-text.js';
import { guardQuery } from '../query/query-guard.js';
import { RESULT_MEDIA_TYPES, type ResultFormat, type SparqlQuery } from '../query/query-engine.js';
import { RDF_SYNTAXES, type RdfSyntax } from '../rdf/serialize.js';
import { PREFIXES } from '../rdf/vocabularies.js';
import type { Arguments } from './arguments.js';
import { folderOf, type Io } from './io.js';
import { say, type TextKey } from './texts.js';

export interface QueryText {
  readonly text: string;
  readonly query: SparqlQuery;
  readonly kind: 'bindings' | 'boolean' | 'graph';
  readonly hasService: boolean;
}

const RESULT_FORMATS = Object.keys(RESULT_MEDIA_TYPES) as ResultFormat[];
const SYNTAXES = RDF_SYNTAXES.map(({ syntax }) => syntax);

export function usageError(args: Arguments, key: TextKey, params = {}): CatalogError {
  return new CatalogError('USAGE', { cause: say(key, args.language, params), command: 'query' });
}

/** The text as it was given. Rejects with CatalogError USAGE. */
export async function readText(args: Arguments, io: Io): Promise<string> {
  const [file, ...more] = args.positionals;
  if (file === undefined || more.length > 0) throw usageError(args, 'queryFileNeeded');
  if (file === '-' && io.input !== undefined) return io.input();
  try {
    return await readFile(resolve(folderOf(io), file), 'utf8');
  } catch (error) {
    const cause = (error as NodeJS.ErrnoException).code ?? String(error);
    throw usageError(args, 'queryFileUnreadable', { file, cause });
  }
}

/** Throws CatalogError QUERY_SYNTAX, QUERY_REFUSED or QUERY_TOO_LARGE. */
export function checkedQuery(text: string): QueryText {
  const query = parseQuery(text);
  const { kind, hasService } = guardQuery(text, { prefixes: PREFIXES, allowsService: true });
  return { text, query, kind, hasService };
}

export interface AnswerFormat {
  readonly format: ResultFormat;
  readonly syntax: RdfSyntax;
  /** For people: a table, Turtle, yes or no. */
  readonly isForTerminal: boolean;
}

/** Throws CatalogError USAGE for a format that does not exist or does not fit the query. */
export function answerFormat(args: Arguments, io: Io, { kind }: QueryText): AnswerFormat {
  const wanted = args.text('format');
  if (wanted === undefined) {
    const isForTerminal = io.columns !== undefined;
    return { format: isForTerminal ? 'json' : 'tsv', syntax: 'ttl', isForTerminal };
  }
  const known: readonly string[] = kind === 'graph' ? SYNTAXES : RESULT_FORMATS;
  if (!known.includes(wanted))
    throw usageError(args, 'queryFormatUnknown', { format: wanted, known: known.join(', ') });
  return {
    format: kind === 'graph' ? 'tsv' : (wanted as ResultFormat),
    syntax: kind === 'graph' ? (wanted as RdfSyntax) : 'ttl',
    isForTerminal: false,
  };
}

const DEFAULT_SECONDS = 60;

export function timeoutMs(args: Arguments): number {
  const value = args.text('timeout') ?? String(DEFAULT_SECONDS);
  const seconds = Number(value);
  if (!(seconds > 0 && seconds <= 86_400)) throw usageError(args, 'queryTimeoutInvalid', { value });
  return seconds * 1000;
}

export type Others = Pick<StewardSources, 'files' | 'urls' | 'isFederated' | 'zone'>;

/**
 * Whom to ask. What leaves the machine is public: as soon as others are asked the internal zone takes part only when it is
 * named. Rejects with CatalogError USAGE.
 */
export async function whomToAsk(
  args: Arguments,
  io: Io,
  { hasService }: QueryText,
): Promise<Others> {
  const urls = args.texts('source').filter((source) => /^https?:\/\//.test(source));
  const paths = args.texts('source').filter((source) => !urls.includes(source));
  const files = await Promise.all(paths.map((source) => rdfFile(args, io, source)));
  const isFederated = hasService || urls.length > 0;
  return { files, urls, isFederated, zone: zoneOf(args, io, isFederated) };
}

function zoneOf(args: Arguments, io: Io, isFederated: boolean): StewardSources['zone'] {
  const [isPublic, isInternal] = [args.flag('public'), args.flag('internal')];
  if (isPublic && isInternal) throw usageError(args, 'queryBothZones');
  if (!isFederated) return isPublic ? 'public' : 'internal';
  if (!isPublic) {
    const key = isInternal ? 'queryInternalShared' : 'queryPublicAlone';
    io.err(`${say(key, args.language)}\n`);
  }
  return isInternal ? 'internal' : 'public';
}

async function rdfFile(args: Arguments, io: Io, source: string): Promise<string> {
  const path = resolve(folderOf(io), source);
  const isFile = await stat(path).then(
    (found) => found.isFile(),
    () => false,
  );
  const isRdf = RDF_SYNTAXES.some(({ extension }) => `.${extension}` === extname(path));
  if (!isFile || !isRdf) throw usageError(args, 'querySourceUnknown', { source });
  return path;
}

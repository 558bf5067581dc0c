/** `npm run query`: a steward's own question to the catalogue, and to other sources beside it. */
import { openStewardQueries } from '../compose-query.js';
import { isCatalogError, type CatalogError } from '../model/errors.js';
import { wholeBody, type QueryResult } from '../query/query-engine.js';
import { queryErrorParams } from '../query/query-error.js';
import { catalogueFolders, parseArguments, type Arguments } from './arguments.js';
import type { Command, ExitCode, Io } from './io.js';
import {
  answerFormat,
  checkedQuery,
  readText,
  timeoutMs,
  whomToAsk,
  type AnswerFormat,
} from './query-options.js';
import { resultTable, type ResultDocument } from './result-table.js';
import { say } from './texts.js';

const OPTIONS = {
  source: { type: 'string', multiple: true },
  format: { type: 'string' },
  public: { type: 'boolean' },
  internal: { type: 'boolean' },
  timeout: { type: 'string' },
} as const;

export const query: Command = {
  name: 'query',
  summary: {
    nb: 'Stiller et spørsmål i SPARQL til katalogen, og til andre kilder',
    nn: 'Stiller eit spørsmål i SPARQL til katalogen, og til andre kjelder',
    en: 'Asks the catalogue, and other sources, a question in SPARQL',
  },
  usage: `npm run -s query -- <file.rq | -> [--public | --internal] [--source <address or file>]…
    [--format json|xml|csv|tsv|ttl|jsonld|rdf|nt|nq|trig] [--timeout 60] [--catalogue oslo] [--lang nb|nn|en]

  -          the query is typed in, or comes through a pipe
  --public   only what is published; without it everything, also what is not public
  --source   also ask a SPARQL endpoint, a document on the web or a local RDF file; may be repeated. SERVICE works too
  --internal everything, although others are asked: without it only what is public takes part then
  --format   of the answer. Without it a table on a terminal, TSV or Turtle in a file or pipe
  --timeout  seconds

Prefixes of the catalogue's vocabularies (dcat, dct, dpv, kdm, skos …) need no declaration.

Exit codes: 0 fine, 2 usage, configuration or a mistake in the query, 3 the query could not be answered`,
  async run(argv, io) {
    const args = parseArguments(argv, OPTIONS, 'query', io);
    const text = await readText(args, io);
    try {
      const asked = checkedQuery(text);
      const format = answerFormat(args, io, asked);
      const limits = { timeoutMs: timeoutMs(args), maxRows: Infinity, maxBytes: Infinity };
      const others = await whomToAsk(args, io, asked);
      const engine = await openStewardQueries({ ...catalogueFolders(args, io), ...others });
      try {
        const result = await engine.query(asked.query, { ...format, ...limits, signal: io.signal });
        await print(result, format, { args, io });
        return 0;
      } finally {
        await engine.close();
      }
    } catch (error) {
      if (!isCatalogError(error)) throw error;
      return explain(error, text, { args, io });
    }
  },
};

interface Situation {
  readonly args: Arguments;
  readonly io: Io;
}

async function print(
  result: QueryResult,
  { isForTerminal }: AnswerFormat,
  { args, io }: Situation,
): Promise<void> {
  if (!isForTerminal || result.kind === 'graph') {
    const decoder = new TextDecoder();
    for await (const chunk of result.body) io.out(decoder.decode(chunk, { stream: true }));
    if (result.kind === 'boolean') io.out('\n');
    return;
  }
  const document: unknown = JSON.parse(Buffer.from(await wholeBody(result)).toString());
  if (result.kind === 'boolean') {
    const { boolean } = document as { readonly boolean: boolean };
    io.out(`${say(boolean ? 'queryYes' : 'queryNo', args.language)}\n`);
    return;
  }
  const solutions = document as ResultDocument;
  io.out(resultTable(solutions, io.columns ?? 80));
  const rows = solutions.results.bindings.length;
  io.err(`${say('queryRows', args.language, { rows })}\n`);
}

/** What is wrong with the query, and where; what went wrong with those that were asked. Throws everything else. */
function explain(error: CatalogError, text: string, { args, io }: Situation): ExitCode {
  const told = `✖ ${error.text[args.language]}\n`;
  if (error.code === 'QUERY_SYNTAX' || error.code === 'QUERY_REFUSED') {
    const { line, column } = queryErrorParams(error);
    io.err(told + pointer(text, Number(line), Number(column)));
    return 2;
  }
  if (error.code !== 'QUERY_FAILED' || !(error.cause instanceof Error)) throw error;
  io.err(`${told}  ${error.cause.message.split('\n', 1)[0] ?? ''}\n`);
  return 3;
}

/** The line of the mistake, and a mark below the place. */
function pointer(text: string, line: number, column: number): string {
  const shown = text.split(/\r\n|[\n\r]/)[line - 1];
  if (shown === undefined) return '';
  const number = String(line);
  const before = shown.slice(0, column - 1).replace(/[^\t]/g, ' ');
  return `  ${number} | ${shown}\n  ${' '.repeat(number.length)} | ${before}^\n`;
}

/** CSV (RFC 4180): delimiter found by sniffing, line breaks inside quotes, origin by the line where the row begins. */
import { parse } from 'csv-parse/sync';
import { CatalogError } from '../model/errors.js';
import { decodeText } from './text-encoding.js';
import type { Sheet } from './sheet.js';

const DELIMITERS = [';', ',', '\t'] as const;
const SNIFFED_CHARACTERS = 64 * 1024;

/** Throws CatalogError PARSE_FAILED with the line. */
export function readCsv(bytes: Uint8Array, file: string): Sheet {
  return csvSheet(decodeText(bytes, file), file);
}

/** Of text that is decoded already. Throws as readCsv does. */
export function csvSheet(decoded: string, file: string, delimiter?: string): Sheet {
  const text = decoded.replace(/\r\n?/g, '\n');
  const name = (file.split('/').at(-1) ?? file).replace(/\.csv$/i, '');
  const rows = parseRows(text, file, delimiter ?? sniffDelimiter(text))
    .filter(({ cells }) => cells.some((cell) => cell.trim() !== ''))
    .map(({ cells, line }) => ({ cells, line, origin: `${file}#L${line}` }));
  return { name, file, hasWidth: true, rows };
}

function parseRows(
  text: string,
  file: string,
  delimiter: string,
): { cells: string[]; line: number }[] {
  try {
    // The untyped seam: with `info` the library yields { record, info } and its types do not follow.
    const parsed = parse(text, {
      delimiter,
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
    }) as unknown as { record: string[]; info: { lines: number } }[];
    return parsed.map(({ record, info }) => ({
      cells: record,
      line: firstLine(record, info.lines),
    }));
  } catch (error) {
    const line = error instanceof Error && 'lines' in error ? Number(error.lines) : 1;
    const cause = error instanceof Error ? explain(error) : String(error);
    throw new CatalogError('PARSE_FAILED', { file, line, cause }, error);
  }
}

function explain(error: Error): string {
  const code = 'code' in error ? String(error.code) : '';
  if (code === 'CSV_QUOTE_NOT_CLOSED') return 'et anførselstegn er ikke lukket';
  return /QUOTE/.test(code) ? 'et anførselstegn står inne i en celle' : error.message;
}

/** The library counts to the last line of a row; the first is where a person looks. */
function firstLine(cells: readonly string[], lastLine: number): number {
  const breaks = cells.reduce((sum, cell) => sum + cell.split('\n').length - 1, 0);
  return lastLine - breaks;
}

/**
 * The delimiter that most lines hold the same number of, outside quotes: prose has commas too, but never equally many.
 * Excel's own first line `sep=;` decides.
 */
export function sniffDelimiter(text: string): string {
  const stated = /^sep=([;,\t])\n/i.exec(text)?.[1];
  if (stated) return stated;
  const lines = logicalLines(text.slice(0, SNIFFED_CHARACTERS));
  const scores = DELIMITERS.map((delimiter) => score(delimiter, lines));
  const best = Math.max(...scores);
  return (best > 0 ? DELIMITERS[scores.indexOf(best)] : undefined) ?? ';';
}

/** Lines with everything inside quotes taken out. */
function logicalLines(text: string): string[] {
  return text
    .replace(/"[^"]*("|$)/g, '')
    .split('\n')
    .filter((line) => line.trim() !== '');
}

function score(delimiter: string, lines: readonly string[]): number {
  const counts = new Map<number, number>();
  for (const line of lines) {
    const count = line.split(delimiter).length - 1;
    if (count > 0) counts.set(count, (counts.get(count) ?? 0) + 1);
  }
  const [count = 0, share = 0] = [...counts].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0] ?? [];
  return share * lines.length + count;
}

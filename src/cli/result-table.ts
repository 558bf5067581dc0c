/** Solutions as a table for a terminal: IRIs by their short names, columns cut to the width there is. */
import { compactNames } from '../rdf/compact-names.js';

interface ResultTerm {
  readonly type: string;
  readonly value: string;
  readonly 'xml:lang'?: string;
}

/** SPARQL 1.1 Query Results JSON Format, of a SELECT. */
export interface ResultDocument {
  readonly head: { readonly vars: readonly string[] };
  readonly results: { readonly bindings: readonly Readonly<Record<string, ResultTerm>>[] };
}

const GAP = '  ';
const MIN_WIDTH = 6;

/** One line a solution below a head and a rule; nothing in a value moves the cursor. */
export function resultTable({ head, results }: ResultDocument, columns: number): string {
  const { vars } = head;
  const iris = results.bindings.flatMap((row) =>
    Object.values(row).flatMap(({ type, value }) => (type === 'uri' ? [value] : [])),
  );
  const names = compactNames(iris);
  const cell = (term: ResultTerm | undefined): string => {
    if (term === undefined) return '';
    if (term.type === 'uri') return printable(names.compact(term.value) ?? term.value);
    if (term.type === 'bnode') return printable(`_:${term.value}`);
    const language = term['xml:lang'];
    return printable(term.value) + (language === undefined ? '' : ` @${language}`);
  };
  const rows = results.bindings.map((row) => vars.map((name) => cell(row[name])));
  const widths = fit(
    vars.map((name, i) => Math.max(name.length, ...widthsOf(rows, i))),
    columns - GAP.length * Math.max(0, vars.length - 1),
  );
  const line = (cells: readonly string[]): string =>
    cells
      .map((text, i) => cut(text, widths[i] ?? 0))
      .join(GAP)
      .trimEnd();
  const rule = widths.map((width) => '─'.repeat(width)).join(GAP);
  return [line(vars), rule, ...rows.map(line)].map((text) => `${text}\n`).join('');
}

function* widthsOf(rows: readonly (readonly string[])[], column: number): Generator<number> {
  for (const row of rows) yield row[column]?.length ?? 0;
}

/** The widest columns give way, evenly. */
function fit(widths: number[], room: number): number[] {
  const fitted = [...widths];
  let excess = fitted.reduce((sum, width) => sum + width, 0) - room;
  while (excess > 0) {
    const widest = Math.max(...fitted);
    const next = Math.max(MIN_WIDTH, ...fitted.filter((width) => width < widest));
    if (widest <= MIN_WIDTH) break;
    const wide = fitted.flatMap((width, i) => (width === widest ? [i] : []));
    const less = Math.min(widest - next || 1, Math.ceil(excess / wide.length));
    for (const i of wide) fitted[i] = widest - less;
    excess -= less * wide.length;
  }
  return fitted;
}

function cut(text: string, width: number): string {
  return text.length <= width ? text.padEnd(width) : `${text.slice(0, width - 1)}…`;
}

/** A published text may hold what a terminal obeys. */
function printable(text: string): string {
  return text.replace(/[\t\r\n]+/g, ' ').replace(/[\p{Cc}\p{Cf}]/gu, '\ufffd');
}

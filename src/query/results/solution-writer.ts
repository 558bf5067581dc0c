/** Solutions as a document, written while they are found. */
import { UNBOUND, type Row } from '../evaluate/registers.js';
import type { ResultFormat } from '../query-engine.js';
import { jsonSyntax } from './json-syntax.js';
import { Output, type OutputLimits, type Sink } from './output.js';
import type { ReadableTerms, SolutionSyntax } from './solution-syntax.js';
import { TextCache } from './text-cache.js';
import { csvSyntax, tsvSyntax } from './text-syntaxes.js';
import { xmlSyntax } from './xml-syntax.js';

const SYNTAXES: Readonly<Record<ResultFormat, SolutionSyntax>> = {
  json: jsonSyntax,
  xml: xmlSyntax,
  csv: csvSyntax,
  tsv: tsvSyntax,
};

/** A column of the document: the variable's name, without `?`, and where a row has its value. */
export interface Column {
  readonly name: string;
  readonly register: number;
}

export interface SolutionTarget {
  readonly format: ResultFormat;
  readonly columns: readonly Column[];
  readonly terms: ReadableTerms;
  readonly limits: OutputLimits;
  readonly sink: Sink;
}

/** Until `end` was called, what the sink got is no document. */
export class SolutionWriter {
  readonly #syntax: SolutionSyntax;
  readonly #output: Output;
  readonly #cells: readonly { register: number; before: string; after: string }[];
  readonly #texts: TextCache;

  constructor({ format, columns, terms, limits, sink }: SolutionTarget) {
    this.#syntax = SYNTAXES[format];
    this.#texts = new TextCache((id) => this.#syntax.term(terms, id));
    this.#output = new Output(limits, sink);
    this.#cells = columns.map(({ name, register }) => ({ register, ...this.#syntax.cell(name) }));
    this.#output.write(this.#syntax.head(columns.map(({ name }) => name)));
  }

  get rows(): number {
    return this.#output.rows;
  }

  /** Throws QUERY_TOO_LARGE, and QUERY_NOT_XML for a character that XML cannot hold. */
  row(row: Row): void {
    const { rowStart, rowEnd, betweenRows, betweenCells, hasColumns } = this.#syntax;
    this.#output.countRow();
    let text = this.#output.rows > 1 ? betweenRows + rowStart : rowStart;
    let isFirst = true;
    for (const { register, before, after } of this.#cells) {
      const id = row[register] ?? UNBOUND;
      if (id === UNBOUND && !hasColumns) continue;
      if (!isFirst) text += betweenCells;
      isFirst = false;
      if (id !== UNBOUND) text += before + this.#texts.text(id) + after;
    }
    this.#output.write(text + rowEnd);
  }

  /** Throws QUERY_TOO_LARGE. */
  end(): void {
    this.#output.write(this.#syntax.tail);
    this.#output.flush();
  }
}

/** The document of an ASK. */
export function booleanDocument(format: ResultFormat, value: boolean): Uint8Array {
  return Buffer.from(SYNTAXES[format].boolean(value));
}

/** What a format of solutions consists of, so that one loop writes all four. */
import type { Id, TermSpace } from '../evaluate/registers.js';

/** What of a term space the writers read. */
export type ReadableTerms = Pick<TermSpace, 'termType' | 'value' | 'language' | 'datatype'>;

export interface SolutionSyntax {
  head(variables: readonly string[]): string;
  /** The text of a bound value. */
  term(terms: ReadableTerms, id: Id): string;
  /** What stands around the text of a value of this variable. */
  cell(variable: string): { readonly before: string; readonly after: string };
  readonly rowStart: string;
  readonly rowEnd: string;
  readonly betweenRows: string;
  readonly betweenCells: string;
  /** Unbound values keep their place. */
  readonly hasColumns: boolean;
  readonly tail: string;
  /** The whole document of a truth value. */
  boolean(value: boolean): string;
}

/** What a compiled expression may ask of the query around it. */
import type { Operation } from '../algebra.js';
import type { Row } from '../registers.js';
import type { QueryTerms } from '../term-space.js';

export interface ExpressionScope {
  readonly terms: QueryTerms;
  /** Where a row holds the variable's value; undefined for a variable that nothing binds. */
  register(variable: string): number | undefined;
  /** Whether the pattern has a solution under the row's values (EXISTS). */
  exists(pattern: Operation): (row: Row) => boolean;
  /** Changes with every solution that a pattern gives: BNODE("x") is one node in one solution (17.4.2.9). */
  solution(): number;
  /** One instant a query: the lexical form of the xsd:dateTime that NOW() gives (17.4.5.1). */
  readonly now: string;
  /** Random octets, for RAND, UUID and STRUUID. */
  randomBytes(count: number): Uint8Array;
  /** Against which IRI() resolves; without it relative references are errors. */
  readonly base?: string;
}

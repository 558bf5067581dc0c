import { Parser } from '@traqula/parser-sparql-1-1';
import { toAlgebra } from '@traqula/algebra-sparql-1-1';
import { termText } from '../../../../src/rdf/nquads.js';
import type { Quad } from '../../../../src/rdf/terms.js';
import type { Expression as Algebra } from '../../../../src/query/evaluate/algebra.js';
import {
  compileCondition,
  compileExpression,
} from '../../../../src/query/evaluate/expression/compile.js';
import type { ExpressionScope } from '../../../../src/query/evaluate/expression/scope.js';
import { UNBOUND, type Id, type Row } from '../../../../src/query/evaluate/registers.js';
import { QueryTerms } from '../../../../src/query/evaluate/term-space.js';
import { snapshotOf } from '../../../../src/store/snapshot-build.js';

const parser = new Parser();
const XSD = 'http://www.w3.org/2001/XMLSchema#';

export const PREFIXES = `PREFIX xsd: <${XSD}> PREFIX ex: <https://example.org/> `;
export const NOW = '2026-05-01T12:30:15.5+02:00';

/** The algebra of an expression as it stands in a query. */
export function algebraOf(text: string, prologue = PREFIXES): Algebra {
  const tree = toAlgebra(parser.parse(`${prologue}SELECT (${text} AS ?result) {}`)) as unknown as {
    input: { expression: Algebra };
  };
  return tree.input.expression;
}

export function termsOf(quads: Iterable<Quad> = []): QueryTerms {
  return new QueryTerms(snapshotOf(quads));
}

/** Variables ?a, ?b … are the registers 0, 1 …; EXISTS says whether register 0 is bound. */
export function scopeOf(terms: QueryTerms, more: Partial<ExpressionScope> = {}): ExpressionScope {
  let issued = 0;
  return {
    terms,
    register: (name) => (/^[a-z]$/.test(name) ? name.charCodeAt(0) - 97 : undefined),
    exists: () => (row: Row) => row[0] !== UNBOUND,
    solution: () => 1,
    now: NOW,
    randomBytes: (count) => Uint8Array.from({ length: count }, () => (issued += 37) & 0xff),
    ...more,
  };
}

/** The term in N-Triples, datatypes of XML Schema as `xsd:…`; `error` for none. */
export function textOf(terms: QueryTerms, id: Id): string {
  if (id === UNBOUND) return 'error';
  return termText(terms.term(id)).replace(
    /\^\^<http:\/\/www.w3.org\/2001\/XMLSchema#(\w+)>$/,
    '^^xsd:$1',
  );
}

/** The value of an expression; `values` are those of ?a, ?b … written as expressions themselves. */
export function valueOf(text: string, ...values: readonly string[]): string {
  const terms = termsOf();
  const scope = scopeOf(terms);
  return textOf(terms, compileExpression(algebraOf(text), scope)(rowOf(terms, values)));
}

/** The effective boolean value: true, false or error. */
export function truthOf(text: string, ...values: readonly string[]): boolean | 'error' {
  const terms = termsOf();
  const truth = compileCondition(algebraOf(text), scopeOf(terms))(rowOf(terms, values));
  return truth === -1 ? 'error' : truth === 1;
}

/** A row that holds these values, `UNDEF` for none. */
export function rowOf(terms: QueryTerms, values: readonly string[]): Row {
  const ids = values.map((value) =>
    value === 'UNDEF'
      ? UNBOUND
      : compileExpression(algebraOf(value), scopeOf(terms))(new Int32Array(0)),
  );
  return Int32Array.from({ length: 26 }, (_, index) => ids[index] ?? UNBOUND);
}

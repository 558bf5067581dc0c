import { QueryEngine } from '@comunica/query-sparql-rdfjs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dataset } from '../../../../src/rdf/terms.js';
import { PREFIXES, valueOf } from './support.js';
import { randomExpression } from './random-expression.js';

const engine = new QueryEngine();
const SOURCE = dataset();

/** What Comunica gives for each expression. */
async function valuesByComunica(expressions: readonly string[]): Promise<string[]> {
  const select = expressions.map((expression, index) => `(${expression} AS ?v${index})`);
  const stream = await engine.queryBindings(`${PREFIXES}SELECT ${select.join(' ')} {}`, {
    sources: [SOURCE],
  });
  const [row] = await stream.toArray();
  return expressions.map((_, index) => {
    const term = row?.get(`v${index}`);
    if (!term) return 'error';
    if (term.termType !== 'Literal') return `<${term.value}>`;
    const { value, language, datatype } = term;
    if (language) return `"${value}"@${language}`;
    return `"${value}"${datatype.value.endsWith('#string') ? '' : `^^xsd:${datatype.value.replace(/.*#/, '')}`}`;
  });
}

/** Numbers are compared as numbers: how a computed one is spelt differs. */
function normalised(value: string): string {
  const [, text, type] = /^"(.*)"\^\^xsd:(integer|decimal|float|double)$/.exec(value) ?? [];
  return text === undefined ? value : `${Number(text.replace('INF', 'Infinity'))} ${type}`;
}

test('PF2.5: random expressions have the value that Comunica gives them', async () => {
  const run = fc.asyncProperty(
    fc.array(randomExpression, { minLength: 50, maxLength: 50 }),
    async (expressions) => {
      const theirs = await valuesByComunica(expressions);
      const ours = expressions.map((expression) => valueOf(expression));
      expressions.forEach((expression, index) => {
        expect([expression, normalised(ours[index]!)]).toEqual([
          expression,
          normalised(theirs[index]!),
        ]);
      });
    },
  );
  await fc.assert(run, { numRuns: 50, endOnFailure: true, interruptAfterTimeLimit: 60_000 });
});

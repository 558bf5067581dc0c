/** Whether the engines answered alike. */
import { answerLines, difference, isSubset, withPlainIntegers } from '../peers/answers.js';
import { withoutLimit, type BenchQuery } from '../peers/queries.js';
import { askSparql, isGraphQuery } from '../peers/sparql-http.js';
import { OURS, REFERENCE, SECOND_REFERENCE, type Engine } from './sparql-engines.js';

/** Engine → query → body of its answer. */
export type Bodies = ReadonlyMap<string, Map<string, string>>;

/** Virtuoso's own graphs cannot be left out of its default graph. */
const KNOWN = new Set(['Virtuoso q10-count-all']);

/** What one engine answered, and what another did. */
interface Pair {
  readonly query: BenchQuery;
  readonly name: string;
  readonly got: string;
  readonly wanted: string;
  readonly reference: Engine;
}

/** One line a query that an engine answers otherwise than the reference. */
export async function compareAnswers(
  queries: readonly BenchQuery[],
  engines: readonly Engine[],
  bodies: Bodies,
): Promise<string[]> {
  const found: string[] = [];
  for (const query of queries) {
    const answerOf = (name: string): string | undefined => bodies.get(name)?.get(query.name);
    const reference = [REFERENCE, SECOND_REFERENCE]
      .filter((name) => answerOf(name) !== undefined)
      .flatMap((name) => engines.filter((one) => one.name === name))[0];
    if (!reference) {
      found.push(`${query.name}: nothing to compare with`);
      continue;
    }
    const wanted = answerOf(reference.name) ?? '';
    for (const { name } of engines) {
      const got = answerOf(name);
      if (name === reference.name || got === undefined || KNOWN.has(`${name} ${query.name}`))
        continue;
      const fault = await compare({ query, name, got, wanted, reference });
      if (fault !== undefined) found.push(`${query.name}, ${name}: ${fault}`);
    }
  }
  return found;
}

async function compare({ query, name, got, wanted, reference }: Pair): Promise<string | undefined> {
  const isExact = name === OURS && reference.name === REFERENCE;
  const lines = (body: string): readonly string[] =>
    isExact ? answerLines(body) : withPlainIntegers(answerLines(body));
  const ask = async (text: string): Promise<readonly string[]> =>
    lines((await askSparql(reference.endpoint(), text)).body);
  const rows = lines(got);
  const iri = /^DESCRIBE (<[^>]+>)/m.exec(query.text)?.[1];
  if (iri !== undefined) {
    const own = await ask(`CONSTRUCT WHERE { ${iri} ?p ?o }`);
    return isSubset(own, rows) ? undefined : difference(rows, own);
  }
  const wantedRows = lines(wanted);
  const fault = difference(rows, wantedRows);
  const unlimited = withoutLimit(query.text);
  if (fault === undefined || unlimited === query.text) return fault;
  const isWhole = isGraphQuery(query.text) ? rows.length > 0 : rows.length === wantedRows.length;
  return isWhole && isSubset(rows, await ask(unlimited)) ? undefined : fault;
}

/** Queries on small data, with solutions as text. */
import { parseByN3 } from '../../../src/rdf/parse-turtle.js';
import {
  execute,
  prepare,
  type Answer,
  type ExecuteOptions,
} from '../../../src/query/evaluate/evaluate.js';
import type { Term } from '../../../src/rdf/terms.js';
import { snapshotOf } from '../../../src/store/snapshot-build.js';
import type { Snapshot } from '../../../src/store/snapshot.js';

export const NS = 'http://e.x/';
export const PREFIXES = { '': NS, xsd: 'http://www.w3.org/2001/XMLSchema#' };

/** `:n1`, `"x"@nb`, `1` for integers, `_` for any blank node. */
export function textOf(term: Term | undefined): string {
  if (term === undefined) return '-';
  if (term.termType === 'BlankNode') return '_';
  if (term.termType !== 'Literal') return term.value.replace(NS, ':');
  if (term.language !== '') return `"${term.value}"@${term.language}`;
  const type = term.datatype.value.replace(PREFIXES.xsd, '');
  if (type === 'integer') return term.value;
  return type === 'string' ? `"${term.value}"` : `"${term.value}"^^${type}`;
}

/** Solutions in the order they come: values in the order of SELECT, `-` for none. ASK is one of `true` or `false`. */
export function textsOf(answer: Answer): string[] {
  const texts: string[] = [];
  if (answer.kind === 'boolean') return [String(answer.value)];
  const { terms } = answer;
  const text = (id: number): string => textOf(id < 0 ? undefined : terms.term(id));
  if (answer.kind === 'graph') {
    answer.triples((...triple) => texts.push(triple.map(text).join(' ')) > 0);
  } else {
    answer.rows((row) => texts.push(Array.from(row, text).join(' ')) > 0);
  }
  return texts;
}

export function evaluate(text: string, snapshot: Snapshot, options?: ExecuteOptions): string[] {
  return textsOf(execute(prepare(text, { prefixes: PREFIXES }), snapshot, options));
}

/** TriG without its prefixes. */
export function snapshotFrom(trig: string): Snapshot {
  const prefixes = Object.entries(PREFIXES).map(([name, iri]) => `PREFIX ${name}: <${iri}>\n`);
  return snapshotOf(parseByN3(prefixes.join('') + trig, 'application/trig', { keepLabels: true }));
}

/**
 * `sh:sparql` (SHACL 5): a SELECT that gives a row for each fault. Asked once for all focus nodes that are known beforehand,
 * where that makes no difference to asking for each (PF3.4).
 */
import type { GraphIndex } from '../../rdf/graph-index.js';
import type { Term } from '../../rdf/terms.js';
import { owl, sh } from '../../rdf/vocabularies.js';
import { execute, NotCompiled, prepare, type Prepared } from '../../query/evaluate/evaluate.js';
import { UNBOUND } from '../../query/evaluate/registers.js';
import { NONE, type TermId } from '../../store/snapshot.js';
import type { DataGraph } from './data-graph.js';
import { queryFault } from '../sparql-lint.js';
import { sparqlPath, type Path } from './paths.js';
import type { SetConstraint, SetTest } from './shapes.js';

/** With these alone the rows of one focus node do not hang on the others. */
const BY_ROW = new Set([
  'project',
  'distinct',
  'filter',
  'extend',
  'bgp',
  'pattern',
  'path',
  'join',
  'leftjoin',
  'union',
  'nop',
]);
interface Query {
  readonly prepared: Prepared;
  readonly isByRow: boolean;
}

/** Undefined for one that is switched off. Throws CatalogError for a text that is no query, RangeError for what is refused. */
export function sparqlConstraint(
  graph: GraphIndex,
  node: Term,
  path: Path | undefined,
): SetConstraint | undefined {
  if (graph.objects(node, sh.$.term('deactivated'))[0]?.value === 'true') return undefined;
  const text = graph.text(node, sh.$.term('select')) ?? '';
  const query = readQuery(path ? text.replaceAll('$PATH', sparqlPath(path)) : text, {
    prefixes: prefixesOf(graph, node),
  });
  const bind: SetConstraint['bind'] = ({ data }) => faultTest(data, query, path === undefined);
  return { kind: 'set', component: 'SPARQL', isQuery: true, shapes: [], bind };
}

function readQuery(text: string, options: Parameters<typeof prepare>[1]): Query {
  const fault = queryFault(text);
  if (fault !== undefined) throw new RangeError(fault);
  const prepared = prepare(text, options);
  const operations = [...operationsIn(prepared.operation)];
  const selects = operations.filter(({ type }) => type === 'project').length;
  return { prepared, isByRow: selects === 1 && operations.every(({ type }) => BY_ROW.has(type)) };
}

/** Every operation of the algebra, those inside EXISTS too; expressions and aggregates pass as well when they are none by row. */
function* operationsIn(node: unknown): Iterable<{ readonly type: string }> {
  if (typeof node !== 'object' || node === null || 'termType' in node) return;
  if ('type' in node && typeof node.type === 'string' && node.type !== 'expression')
    yield { type: node.type };
  for (const part of Object.values(node)) yield* operationsIn(part);
}

/** `sh:declare` of what `sh:prefixes` names, and of what that imports (SHACL 5.2.1). */
function prefixesOf(graph: GraphIndex, node: Term): Readonly<Record<string, string>> {
  const owners = new Set<Term>(graph.objects(node, sh.$.term('prefixes')));
  // The set grows while it is walked.
  for (const owner of owners)
    for (const imported of graph.nodes(owner, owl.$.term('imports'))) owners.add(imported);
  const declarations = [...owners].flatMap((owner) => graph.objects(owner, sh.$.term('declare')));
  return Object.fromEntries(
    declarations.map((one) => [
      graph.text(one, sh.$.term('prefix')) ?? '',
      graph.text(one, sh.$.term('namespace')) ?? '',
    ]),
  );
}

interface Fault {
  readonly value: TermId;
  readonly path: TermId;
}

function faultTest(data: DataGraph, query: Query, isNodeShape: boolean): SetTest {
  const known = new Map<TermId, readonly Fault[]>();
  const ask = (nodes: readonly TermId[]): void => {
    for (const [focus, faults] of faultsOf(data, query.prepared, nodes)) known.set(focus, faults);
  };
  const test: SetTest = (focus, _values, findings) => {
    if (!known.has(focus)) ask([focus]);
    const faults = known.get(focus) ?? [];
    for (const { value, path } of faults)
      findings?.fault(value === NONE && isNodeShape ? focus : value, path);
    return faults.length === 0;
  };
  if (query.isByRow) test.expect = ask;
  return test;
}

/** Nodes that the data do not hold have no faults. */
function faultsOf(
  data: DataGraph,
  prepared: Prepared,
  nodes: readonly TermId[],
): Map<TermId, Fault[]> {
  const faults = new Map<TermId, Fault[]>(nodes.map((node) => [node, []]));
  const ids = nodes.filter((node) => node < data.size);
  const answer = execute(prepared, data.snapshot, { bind: { variables: ['this'], ids } });
  if (answer.kind !== 'bindings') throw new NotCompiled(answer.kind);
  if (!answer.variables.includes('this')) throw new RangeError('sh:select: SELECT $this');
  const [focusAt, valueAt, pathAt] = ['this', 'value', 'path'].map((name) =>
    answer.variables.indexOf(name),
  );
  const { terms } = answer;
  const idAt = (row: Int32Array, at: number | undefined): TermId => {
    const id = at === undefined ? UNBOUND : (row[at] ?? UNBOUND);
    if (id === UNBOUND) return NONE;
    return id < data.size ? id : data.idOf(terms.term(id));
  };
  answer.rows((row) => {
    const path = idAt(row, pathAt);
    const isProperty = path !== NONE && data.isIri(path);
    faults
      .get(idAt(row, focusAt))
      ?.push({ value: idAt(row, valueAt), path: isProperty ? path : NONE });
    return true;
  });
  return faults;
}

/** One query in Comunica's engine, its answer through our own writers. */
import type { QueryEngine } from '@comunica/query-sparql-rdfjs';
import { toAlgebra } from '@traqula/algebra-sparql-1-1';
import type { Quad, Term } from '../rdf/terms.js';
import type { Snapshot } from '../store/snapshot.js';
import { graphWriter, solutionWriter, writeTruth } from './answer-writer.js';
import { callOwnFunctions, ownFunctions } from './comunica-functions.js';
import type { Describe, Operation } from './evaluate/algebra.js';
import type { Dataset } from './evaluate/dataset.js';
import { describeResources } from './evaluate/describe.js';
import { UNBOUND, type Id } from './evaluate/registers.js';
import { QueryTerms } from './evaluate/term-space.js';
import type { AnswerSink, BackendRequest, Prefixes } from './query-backend.js';
import type { GuardedQuery, QueryTree } from './query-guard.js';

export interface ComunicaSetup {
  /** Of whichever build: they differ in the sources that they can read. */
  readonly engine: Pick<QueryEngine, 'query'>;
  /** As Comunica takes them: RDF/JS sources, or `{ value: url }`. */
  readonly sources: readonly object[];
  /** Gives the terms of the answer their numbers; need not be a source. */
  readonly snapshot: Snapshot;
  readonly prefixes: Prefixes;
  /** Of the snapshot, where that is the only source: DESCRIBE then gives what pages show, not what Comunica thinks of it. */
  readonly dataset?: Dataset;
}

export interface Exchange {
  readonly request: BackendRequest;
  readonly sink: AnswerSink;
}

type Result = Awaited<ReturnType<QueryEngine['query']>>;
type Solutions = Extract<Result, { resultType: 'bindings' }>;
type Quads = Extract<Result, { resultType: 'quads' }>;

/**
 * The dataset is the sources' affair: FROM and FROM NAMED of the text are left out. Throws QUERY_REFUSED for a function that
 * nobody knows, QUERY_TOO_LARGE, QUERY_NOT_XML, and what Comunica throws.
 */
export async function answerByComunica(
  { tree }: GuardedQuery,
  setup: ComunicaSetup,
  { request, sink }: Exchange,
): Promise<void> {
  const { snapshot, prefixes, dataset } = setup;
  const answer = new ComunicaAnswer(new QueryTerms(snapshot), { request, sink });
  const algebra = toAlgebra(withoutDataset(tree), { quads: true, prefixes: { ...prefixes } });
  const query = algebra as unknown as Operation;
  if (query.type === 'describe' && dataset) {
    const resources = await evaluate(resourcesOf(query), setup, answer.terms);
    await answer.description(query, resources as Solutions, { snapshot, dataset });
    return;
  }
  const result = await evaluate(query, setup, answer.terms);
  switch (result.resultType) {
    case 'boolean':
      writeTruth(await result.execute(), request, sink);
      return;
    case 'bindings':
      return answer.solutions(result);
    case 'quads':
      return answer.graph(result);
    case 'void':
      throw new Error('a query that answers nothing');
  }
}

function evaluate(
  operation: Operation,
  { engine, sources }: ComunicaSetup,
  terms: QueryTerms,
): Promise<Result> {
  callOwnFunctions(operation);
  const context = { sources, extensionFunctions: ownFunctions(terms) };
  // Comunica's algebra is that of SPARQL 1.2, of which ours is a part; its types are of other packages.
  return engine.query(operation as never, context as never);
}

/** What the variables of a DESCRIBE are bound to. */
function resourcesOf({ input, terms }: Describe): Operation {
  const variables = terms.filter((term) => term.termType === 'Variable');
  return { type: 'project', input, variables };
}

function withoutDataset(tree: QueryTree): QueryTree {
  return { ...tree, datasets: { ...tree.datasets, clauses: [] } };
}

class ComunicaAnswer {
  readonly terms: QueryTerms;
  readonly #exchange: Exchange;

  constructor(terms: QueryTerms, exchange: Exchange) {
    this.terms = terms;
    this.#exchange = exchange;
  }

  async solutions(result: Solutions): Promise<void> {
    const { request, sink } = this.#exchange;
    const { variables } = await result.metadata();
    const names = variables.map((one) => one.value);
    const writer = solutionWriter({ variables: names, terms: this.terms }, request, sink);
    const row = new Int32Array(names.length);
    for await (const bindings of await result.execute()) {
      for (const [column, variable] of variables.entries()) {
        row[column] = this.#id(bindings.get(variable));
      }
      writer.row(row);
      await sink.drained();
    }
    writer.end();
  }

  async graph(result: Quads): Promise<void> {
    const { request, sink } = this.#exchange;
    const writer = graphWriter(this.terms, request, sink);
    const quads = (await result.execute()) as AsyncIterable<Quad>;
    for await (const { subject, predicate, object } of quads) {
      writer.triple(this.#id(subject), this.#id(predicate), this.#id(object));
      await sink.drained();
    }
    writer.end();
  }

  async description(
    { terms }: Describe,
    result: Solutions,
    place: { readonly snapshot: Snapshot; readonly dataset: Dataset },
  ): Promise<void> {
    const { request, sink } = this.#exchange;
    const constants = terms.filter((term) => term.termType === 'NamedNode');
    const resources = new Set(constants.map((term) => this.#id(term)));
    for await (const bindings of await result.execute()) {
      for (const term of bindings.values()) resources.add(this.#id(term));
    }
    const writer = graphWriter(this.terms, request, sink);
    describeResources(place, resources, (subject, predicate, object) => {
      writer.triple(subject, predicate, object);
      return true;
    });
    writer.end();
  }

  #id(term: unknown): Id {
    return term === undefined ? UNBOUND : this.terms.intern(term as Term);
  }
}

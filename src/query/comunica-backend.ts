/**
 * Comunica over a snapshot: SPARQL 1.1 without loss, slower than our own evaluator. Its build for RDF/JS sources has no HTTP
 * client. Never in a process that serves: it cannot be stopped from inside (safety fact 5).
 */
import { QueryEngine } from '@comunica/query-sparql-rdfjs';
import type { Snapshot } from '../store/snapshot.js';
import { answerByComunica } from './comunica-answer.js';
import { DatasetSource } from './dataset-source.js';
import { datasetOf, type DatasetDescription } from './evaluate/dataset.js';
import type { Backend, Prefixes } from './query-backend.js';
import { guardQuery, type QueryTree } from './query-guard.js';

export function comunicaBackend(snapshot: Snapshot, prefixes: Prefixes): Backend {
  const engine = new QueryEngine();
  return {
    run(request, sink) {
      const query = guardQuery(request.text, { prefixes });
      const { defaultGraphs, namedGraphs } = request;
      const isGiven = defaultGraphs !== undefined || namedGraphs !== undefined;
      const dataset = datasetOf(
        snapshot,
        isGiven ? { defaultGraphs, namedGraphs } : statedGraphs(query.tree),
      );
      const sources = [new DatasetSource(snapshot, dataset)];
      const setup = { engine, sources, snapshot, prefixes, dataset };
      return answerByComunica(query, setup, { request, sink });
    },
  };
}

/** FROM and FROM NAMED of the text (SPARQL 1.1 13.2). */
function statedGraphs({ datasets: { clauses } }: QueryTree): DatasetDescription {
  if (clauses.length === 0) return {};
  const graphs = (type: 'default' | 'named'): string[] =>
    clauses.filter(({ clauseType }) => clauseType === type).map(({ value }) => value.value);
  return { defaultGraphs: graphs('default'), namedGraphs: graphs('named') };
}

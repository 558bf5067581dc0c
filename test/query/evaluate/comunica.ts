/** Comunica over rdf-stores: the second engine. */
import { QueryEngine } from '@comunica/query-sparql-rdfjs';
import { RdfStore } from 'rdf-stores';
import type { Quad, Term } from '../../../src/rdf/terms.js';
import { textOf } from './support.js';

const engine = new QueryEngine();

/**
 * Texts as `textsOf` makes them. Undefined when it fails or never answers: some odd patterns leave it waiting for itself.
 */
export async function answerOfComunica(
  text: string,
  data: Iterable<Quad>,
  patienceMs = 60_000,
): Promise<string[] | undefined> {
  const store = RdfStore.createDefault();
  for (const quad of data) store.addQuad(quad);
  const sources: [RdfStore] = [store];
  const patience = new Promise<undefined>((resolve) => {
    setTimeout(() => resolve(undefined), patienceMs).unref();
  });
  const answer = ask(text, sources).catch(() => undefined);
  return await Promise.race([answer, patience]);
}

async function ask(text: string, sources: [RdfStore]): Promise<string[]> {
  const result = await engine.query(text, { sources, unionDefaultGraph: true });
  if (result.resultType === 'boolean') return [String(await result.execute())];
  if (result.resultType === 'quads') {
    const quads = await (await result.execute()).toArray();
    const lines = quads.map(({ subject, predicate, object }) =>
      [subject, predicate, object].map((term) => textOf(term as Term)).join(' '),
    );
    return [...new Set(lines)];
  }
  if (result.resultType !== 'bindings') throw new Error(result.resultType);
  const { variables } = await result.metadata();
  const rows = await (await result.execute()).toArray();
  return rows.map((row) => variables.map((variable) => textOf(row.get(variable))).join(' '));
}

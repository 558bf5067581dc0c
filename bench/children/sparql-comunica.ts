/** Comunica over rdf-stores behind a bare server. */
import { pipeline } from 'node:stream/promises';
import { QueryEngine } from '@comunica/query-sparql-rdfjs';
import { rdfStore } from '../peers/load-quads.js';
import { answer } from './answer.js';
import { serveSparql } from './serve-sparql.js';

await answer(async ({ data }: { data: string }) => {
  const store = await rdfStore(data);
  const engine = new QueryEngine();
  return serveSparql(async (query, type, response) => {
    const result = await engine.query(query, { sources: [store], unionDefaultGraph: true });
    const written = await engine.resultToString(result, type);
    response.writeHead(200, { 'content-type': type });
    await pipeline(written.data, response);
  });
});

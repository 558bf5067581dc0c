/** Oxigraph behind a bare server. */
import { oxigraphStore } from '../peers/load-oxigraph.js';
import { answer } from './answer.js';
import { serveSparql } from './serve-sparql.js';

await answer(({ data }: { data: string }) => {
  const store = oxigraphStore(data);
  return serveSparql((query, type, response) => {
    const body = store.query(query, { use_default_graph_as_union: true, results_format: type });
    response.writeHead(200, { 'content-type': type }).end(body as string);
  });
});

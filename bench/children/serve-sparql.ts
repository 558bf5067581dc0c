/** A bare server around an engine: the query in a form, the answer as the engine writes it. */
import type { ServerResponse } from 'node:http';
import { GRAPH_TYPE, isGraphQuery, readQuery, ROWS_TYPE } from '../peers/sparql-http.js';
import { serve } from './answer.js';

/** Ends the response. */
type Write = (query: string, type: string, response: ServerResponse) => Promise<void> | void;

export function serveSparql(write: Write): Promise<{ port: number }> {
  return serve((request, response) => {
    const run = async (): Promise<void> => {
      const query = await readQuery(request);
      await write(query, isGraphQuery(query) ? GRAPH_TYPE : ROWS_TYPE, response);
    };
    run().catch((error: unknown) => response.writeHead(500).end(String(error)));
  });
}

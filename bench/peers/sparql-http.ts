/** SPARQL 1.1 Protocol by POST, both sides: `node:http` with kept connections, nothing else between clock and engine. */
import { Agent, request, type IncomingMessage } from 'node:http';

export const ROWS_TYPE = 'application/sparql-results+json';
export const GRAPH_TYPE = 'application/n-triples';

/** Virtuoso 7.2.5 refuses a query that is the body itself. */
const FORM_TYPE = 'application/x-www-form-urlencoded';
const agent = new Agent({ keepAlive: true, maxSockets: 1 });

export function isGraphQuery(query: string): boolean {
  return /^\s*(?:CONSTRUCT|DESCRIBE)\b/im.test(query);
}

/** Of a form. */
export async function readQuery(message: IncomingMessage): Promise<string> {
  return new URLSearchParams(await readBody(message)).get('query') ?? '';
}

async function readBody(message: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of message) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}

export interface TimedAnswer {
  readonly ms: number;
  readonly body: string;
}

/** Until the last byte. Rejects for any status but 200, and when the signal is aborted. */
export async function askSparql(
  endpoint: string,
  query: string,
  signal?: AbortSignal,
): Promise<TimedAnswer> {
  const accept = isGraphQuery(query) ? GRAPH_TYPE : ROWS_TYPE;
  const start = performance.now();
  const response = await new Promise<IncomingMessage>((resolve, reject) => {
    request(
      endpoint,
      {
        method: 'POST',
        agent,
        headers: { accept, 'content-type': FORM_TYPE },
        ...(signal ? { signal } : {}),
      },
      resolve,
    )
      .on('error', reject)
      .end(new URLSearchParams({ query }).toString());
  });
  const body = await readBody(response);
  const ms = performance.now() - start;
  if (response.statusCode !== 200)
    throw new Error(`${endpoint} ${String(response.statusCode)}: ${body.slice(0, 300)}`);
  return { ms, body };
}

/** Small SELECTs of our own on the engine, in SPARQL 1.1 Query Results JSON. What strangers ask goes another way (src/query). */
import { CatalogError } from '../model/errors.js';
import type { Iri } from '../model/iri.js';
import type { RemoteHttp } from './remote-http.js';

/** Value of each variable that is bound; what kind of term it is, the caller knows. */
export type SelectRow = Readonly<Partial<Record<string, string>>>;

export interface SelectOptions {
  readonly defaultGraphs?: readonly Iri[];
  readonly namedGraphs?: readonly Iri[];
  readonly timeoutMs?: number;
}

export async function selectRows(
  http: RemoteHttp,
  url: string,
  text: string,
  { defaultGraphs = [], namedGraphs = [], timeoutMs }: SelectOptions,
): Promise<SelectRow[]> {
  const form = new URLSearchParams({ query: text });
  for (const graph of defaultGraphs) form.append('default-graph-uri', graph);
  for (const graph of namedGraphs) form.append('named-graph-uri', graph);
  const { body, status } = await http.demand({
    method: 'POST',
    url,
    headers: {
      accept: 'application/sparql-results+json',
      'content-type': 'application/x-www-form-urlencoded',
    },
    body: form.toString(),
    isRepeatable: true,
    ...(timeoutMs === undefined ? {} : { timeoutMs }),
  });
  try {
    return rowsOf(JSON.parse(body.toString('utf8')));
  } catch (error) {
    if (error instanceof CatalogError) throw error;
    const cause = 'application/sparql-results+json?';
    throw new CatalogError('STORE_REFUSED', { url, status, cause }, error);
  }
}

/** Throws TypeError for a document of another form. */
function rowsOf(document: unknown): SelectRow[] {
  const { results } = document as {
    readonly results: { readonly bindings: readonly Record<string, { readonly value: string }>[] };
  };
  return results.bindings.map((binding) =>
    Object.fromEntries(Object.entries(binding).map(([name, { value }]) => [name, value])),
  );
}

/** What the tests of the endpoint share: a site that is warm, queries, and how they are asked. */
import { afterAll, beforeAll } from 'vitest';
import { startSite, type TestSite } from './site-server.js';

export const SELECT = 'SELECT ?s WHERE { ?s a dcat:DataService }';
export const BROKEN = 'SELECT ?s WHERE {\n  ?s ?p }';

export const q = (query: string): string => `query=${encodeURIComponent(query)}`;

/** Rows of about five kilobytes each. */
export const wide = (rows: number): string => {
  const digits = '0123456789'.repeat(500);
  const values = Array.from({ length: rows }, (_, at) => at).join(' ');
  return `SELECT ?n ?text WHERE { VALUES ?text { "${digits}" } VALUES ?n { ${values} } }`;
};

export interface SparqlSite {
  /** There from the first test on. */
  readonly site: TestSite;
  readonly get: (search: string, headers?: Readonly<Record<string, string>>) => Promise<Response>;
}

/** Called at the top of a file: one site for all its tests, its query process started. */
export function sparqlSite(): SparqlSite {
  const site = {} as TestSite;
  beforeAll(async () => {
    Object.assign(site, await startSite());
    await site.zones.warm();
  });
  afterAll(() => site.close());
  return {
    site,
    get: (search, headers = {}) => site.get(`/sparql?${search}`, { Accept: '*/*', ...headers }),
  };
}

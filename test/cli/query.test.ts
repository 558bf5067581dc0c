/** `npm run query` over a published catalogue: whom it asks, how it writes, what it refuses. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { createSite } from '../../site/app.js';
import { publicCatalogue } from '../../site/public-catalogue.js';
import { listen } from '../../site/server.js';
import { openSite } from '../../src/compose-site.js';
import { run, type Ran } from '../support/cli.js';
import { TINY_BASE, tinyCatalogue, type TinyCatalogue } from '../support/tiny-catalogue.js';

const TITLES = `SELECT ?d ?t { ?d a dcat:Dataset ; dct:title ?t FILTER(LANG(?t) = "nb") } ORDER BY ?t`;
const ID = `${TINY_BASE}id/datasett/`;

describe('npm run query', () => {
  let root: string;
  let catalogue: TinyCatalogue;
  beforeAll(async () => {
    root = mkdtempSync(join(tmpdir(), 'datavev-query-'));
    catalogue = tinyCatalogue({}, root);
    for (const command of ['harvest', 'publish']) {
      expect((await run([command], catalogue)).code).toBe(0);
    }
  });
  afterAll(() => rmSync(root, { recursive: true, force: true }));

  const file = (text: string, name = 'question.rq'): string => {
    const path = join(root, name);
    writeFileSync(path, text);
    return path;
  };
  const ask = (text: string, options: readonly string[] = [], columns?: number): Promise<Ran> =>
    run(['query', file(text), '--lang', 'en', ...options], catalogue, columns ? { columns } : {});

  test('asks everything that was accepted, and writes TSV', async () => {
    expect(await ask(TITLES)).toEqual({
      code: 0,
      out: `?d\t?t\n<${ID}badeplasser>\t"Badeplasser"@nb\n<${ID}bygdebok>\t"Bygdebok"@nb\n<${ID}lonn>\t"Lønnskjøring"@nb\n`,
      err: '',
    });
  });

  test('asks only what is published with --public', async () => {
    const { out } = await ask(TITLES, ['--public', '--format', 'csv']);
    expect(out).toBe(`d,t\r\n${ID}badeplasser,Badeplasser\r\n${ID}bygdebok,Bygdebok\r\n`);
  });

  test('takes the query from standard input', async () => {
    const input = (): Promise<string> => Promise.resolve('ASK { ?s a dcat:Catalog }');
    const ran = await run(['query', '-'], catalogue, { input });
    expect(ran).toEqual({ code: 0, out: 'true\n', err: '' });
  });

  test('draws a table on a terminal, as wide as that is', async () => {
    const { out, err } = await ask(`${TITLES} LIMIT 2`, [], 50);
    expect(out).toBe(
      [
        'd                                  t',
        '─────────────────────────────────  ───────────────',
        'https://data.eksempel.example/id…  Badeplasser @nb',
        'https://data.eksempel.example/id…  Bygdebok @nb',
        '',
      ].join('\n'),
    );
    expect(err).toBe('2 rows\n');
  });

  test('writes graphs in every syntax', async () => {
    const text = `CONSTRUCT { ?d dct:title ?t } { ?d a dcat:Dataset ; dct:title ?t } `;
    expect((await ask(text)).out).toContain('@prefix dct: <http://purl.org/dc/terms/> .');
    expect((await ask(text, ['--format', 'nt'])).out).toContain(
      `<${ID}lonn> <http://purl.org/dc/terms/title> "Payroll"@en .\n`,
    );
  });

  test('shows the line and the place of a mistake, and ends with 2', async () => {
    const { code, out, err } = await ask('SELECT * {\n\t?s dct:title ?t }\nLIMIT ti');
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain('line 3, column 7');
    expect(err).toContain('  3 | LIMIT ti\n    |       ^\n');
  });

  test.each([
    [['--format', 'ttl'], 'cannot be written as "ttl"'],
    [['--timeout', 'soon'], '--timeout is a number of seconds'],
    [['--source', 'no-such-file.ttl'], 'neither a file nor an address'],
    [['--public', '--internal'], 'not both'],
  ])('refuses %s', async (options, message) => {
    const { code, err } = await ask(TITLES, options);
    expect(code).toBe(2);
    expect(err).toContain(message);
  });

  test('refuses to write', async () => {
    const { code, err } = await ask('DELETE WHERE { ?s ?p ?o }');
    expect(code).toBe(2);
    expect(err).toContain('DELETE WHERE is not allowed');
  });

  test('stops after --timeout, and ends with 3', async () => {
    const endless = `SELECT (COUNT(DISTINCT *) AS ?n) { ${'abcdef'.replace(/./g, '?$&1 ?$&2 ?$&3 . ')} }`;
    const { code, err } = await ask(endless, ['--timeout', '0.5']);
    expect(code).toBe(3);
    expect(err).toContain('stopped after 0.5 seconds');
  });

  test('asks a local RDF file beside the catalogue', async () => {
    const more = file(
      `<${ID}bygdebok> <http://www.w3.org/2000/01/rdf-schema#comment> "fra filen" .`,
      'more.ttl',
    );
    const text = 'SELECT ?t ?c { ?d dct:title ?t ; rdfs:comment ?c FILTER(LANG(?t) = "nb") }';
    const { out } = await ask(text, ['--source', more]);
    expect(out).toBe('?t\t?c\n"Bygdebok"@nb\t"fra filen"\n');
  });

  describe('with another endpoint: a site of ours on loopback', () => {
    let endpoint: string;
    beforeAll(async () => {
      const zones = await openSite(
        join(catalogue.varFolder, 'eksempel/current/public'),
        publicCatalogue,
      );
      // As many as there are tests: each asks more than one visitor may.
      let time = 0;
      const site = createSite({ zones, engine: zones.engine, now: () => (time += 1_000) });
      const server = await listen(site, 0, '127.0.0.1');
      endpoint = `http://127.0.0.1:${server.port}/sparql`;
      return async () => {
        await server.close(1_000);
        await zones.close();
      };
    });

    const titles = (service: string): string =>
      `SELECT ?t { ?d a dcat:Dataset ; dct:title ?t FILTER(LANG(?t) = "nb") SERVICE <${service}> { ?c a dcat:Catalog } } ORDER BY ?t`;

    test('joins by SERVICE with what is public, and says so', async () => {
      const { code, out, err } = await ask(titles(endpoint));
      expect([code, out]).toEqual([0, '?t\n"Badeplasser"@nb\n"Bygdebok"@nb\n']);
      expect(err).toContain('only what is public takes part');
    });

    test('joins with everything when --internal says so, and warns', async () => {
      const { code, out, err } = await ask(titles(endpoint), ['--internal']);
      expect([code, out]).toEqual([0, '?t\n"Badeplasser"@nb\n"Bygdebok"@nb\n"Lønnskjøring"@nb\n']);
      expect(err).toContain('Internal information may be sent');
    });

    test('asks an endpoint by --source as one more source', async () => {
      const text = 'SELECT (COUNT(?d) AS ?n) { ?d a dcat:Dataset }';
      const { code, out } = await ask(text, ['--source', endpoint, '--public']);
      // The same two datasets from two sources: federation does not know that they are the same.
      expect([code, out]).toEqual([0, '?n\n4\n']);
    });

    test('ends with 3 when nobody answers', async () => {
      const { code, err } = await ask(titles('http://127.0.0.1:9/sparql'));
      expect(code).toBe(3);
      expect(err).toMatch(/could not be run\.\n {2}.*fetch failed/);
    });
  });
});

test('says what to do when nothing is published, and ends with 2', async () => {
  const root = mkdtempSync(join(tmpdir(), 'datavev-query-'));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  const path = join(root, 'q.rq');
  writeFileSync(path, 'ASK {}');
  const { code, err } = await run(['query', path, '--lang', 'en'], tinyCatalogue({}, root));
  expect(code).toBe(2);
  expect(err).toContain('publish');
});

/** The programs under a query's answer ask exactly that query, whatever stands in it (X1). */
import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { readProtocol } from '../../site/sparql/protocol.js';
import { querySnippets } from '../../site/view-models/sparql-snippets.js';

const run = promisify(execFile);
let asked: { search: URLSearchParams; accept: string | undefined }[] = [];
const server = createServer((request, response) => {
  const search = new URL(request.url ?? '', 'http://localhost').searchParams;
  asked.push({ search, accept: request.headers.accept });
  response.setHeader('Content-Type', 'application/sparql-results+json');
  response.end('{"head":{"vars":["s"]},"results":{"bindings":[]}}');
});
let endpoint = '';
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}/sparql`;
});
afterAll(() => server.close());
beforeEach(() => {
  asked = [];
});

const PROGRAMS = {
  sh: ['bash', '-c'],
  js: ['node', '--input-type=module', '-e'],
  py: ['python3', '-c'],
} as const;
const hasPython = await run('python3', ['-c', 'import sys']).then(
  () => true,
  () => false,
);
const languages = (['sh', 'js', 'py'] as const).filter((one) => one !== 'py' || hasPython);

const JSON_RESULTS = 'application/sparql-results+json';
const QUERIES = [
  'SELECT ?s WHERE {\n  ?s a dcat:Dataset\n}\nLIMIT 10',
  `SELECT * { ?s ?p "it's $(touch pwned) \`touch pwned\` \${process.exit(3)}" }`,
  'SELECT * { ?s ?p """a "quoted"\n\\n text""" } # {"x"} \\',
  '@x\nSELECT * { ?s ?p "æøå áčđŋšŧž 😀 \u2028" }',
  '',
];

test.each(languages.flatMap((language) => QUERIES.map((query) => [language, query] as const)))(
  'X1 the program in %s asks %j as it is, in the graphs that were chosen',
  async (language, query) => {
    const graphs = ['urn:a:graph', "urn:a:it's"];
    const search = new URLSearchParams([['query', query], ['default-graph-uri', graphs[0] ?? ''], ['named-graph-uri', graphs[1] ?? '']]); // prettier-ignore
    const protocol = readProtocol({
      method: 'GET',
      search: search.toString(),
      contentType: undefined,
      body: undefined,
    });
    const snippets = querySnippets(endpoint, protocol, JSON_RESULTS);
    const code = snippets.find(({ id }) => id === language)?.code ?? '';
    const [program, ...more] = PROGRAMS[language];
    const folder = mkdtempSync(join(tmpdir(), 'datavev-snippet-'));
    await run(program, [...more, code], { cwd: folder });
    expect(asked.map(({ search: sent, accept }) => [sent.toString(), accept])).toEqual([
      [search.toString(), JSON_RESULTS],
    ]);
    expect(readdirSync(folder)).toEqual([]);
  },
);

test('a query stands line by line in every language, to be read and changed', () => {
  const query = 'SELECT ?s WHERE {\r\n  ?s a dcat:Dataset\r\n}';
  const protocol = { query, defaultGraphs: [], namedGraphs: [], format: undefined };
  const snippets = querySnippets('https://data.example/sparql', protocol, JSON_RESULTS);
  expect(snippets.map(({ language }) => language)).toEqual([
    'curl',
    'JavaScript',
    'Python',
    'R (httr2)',
  ]);
  for (const { code } of snippets)
    expect(code.split('\n').filter((line) => line.includes('?s a dcat:Dataset'))).toHaveLength(1);
});

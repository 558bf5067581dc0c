/**
 * One query as a program that asks it: curl, JavaScript, Python, R. Pure. The query stands there line by line, to be read and changed;
 * each line is a string of the language it stands in, so that none can end it (X1; test/site/sparql-snippets.test.ts runs them).
 */
import type { ProtocolRequest } from '../sparql/protocol.js';
import { inC, inShell, type Snippet } from './snippets.js';

interface Call {
  readonly endpoint: string;
  readonly accept: string;
  readonly query: string;
  /** Of the protocol: `default-graph-uri`, `named-graph-uri`. */
  readonly graphs: readonly (readonly [string, string])[];
}

export function querySnippets(
  endpoint: string,
  { query = '', defaultGraphs, namedGraphs }: ProtocolRequest,
  accept: string,
): readonly Snippet[] {
  const call: Call = {
    ...{ endpoint, accept, query: query.replace(/\r\n?/g, '\n') },
    graphs: [
      ...defaultGraphs.map((graph) => ['default-graph-uri', graph] as const),
      ...namedGraphs.map((graph) => ['named-graph-uri', graph] as const),
    ],
  };
  return [
    { id: 'sh', language: 'curl', code: curl(call) },
    { id: 'js', language: 'JavaScript', code: javaScript(call) },
    { id: 'py', language: 'Python', code: python(call) },
    { id: 'r', language: 'R (httr2)', code: r(call) },
  ];
}

const isJson = ({ accept }: Call): boolean => /[/+]json$/.test(accept);
const lines = (query: string, indent: string): string =>
  query
    .split('\n')
    .map((line) => `${indent}${inC(line)},\n`)
    .join('');

function curl({ endpoint, accept, query, graphs }: Call): string {
  return [
    'curl --fail --get',
    `--header ${inShell(`Accept: ${accept}`)}`,
    ...[['query', query] as const, ...graphs].map(
      ([name, value]) => `--data-urlencode ${inShell(`${name}=${value}`)}`,
    ),
    inShell(endpoint),
  ].join(' \\\n  ');
}

function javaScript(call: Call): string {
  const { endpoint, accept, query, graphs } = call;
  return [
    `const query = [\n${lines(query, '  ')}].join('\\n');`,
    `const address = new URL(${inC(endpoint)});`,
    "address.searchParams.set('query', query);",
    ...graphs.map(([name, graph]) => `address.searchParams.append(${inC(name)}, ${inC(graph)});`),
    '',
    `const response = await fetch(address, { headers: { Accept: ${inC(accept)} } });`,
    'if (!response.ok) throw new Error(`HTTP ${response.status}`);',
    isJson(call)
      ? 'console.table((await response.json()).results?.bindings);'
      : 'console.log(await response.text());',
  ].join('\n');
}

/** With the standard library alone. */
function python(call: Call): string {
  const { endpoint, accept, query, graphs } = call;
  const pairs = [
    '("query", query)',
    ...graphs.map(([name, graph]) => `(${inC(name)}, ${inC(graph)})`),
  ];
  return [
    ...(isJson(call) ? ['import json'] : []),
    'from urllib.parse import urlencode',
    'from urllib.request import Request, urlopen',
    '',
    `query = "\\n".join([\n${lines(query, '    ')}])`,
    `address = ${inC(`${endpoint}?`)} + urlencode([${pairs.join(', ')}])`,
    `with urlopen(Request(address, headers={"Accept": ${inC(accept)}})) as response:`,
    `    print(${isJson(call) ? 'json.load(response)' : 'response.read().decode()'})`,
  ].join('\n');
}

function r(call: Call): string {
  const { endpoint, accept, query, graphs } = call;
  const steps = [
    `response <- request(${inC(endpoint)})`,
    `req_url_query(${['query = query', ...graphs.map(([name, graph]) => `${inC(name)} = ${inC(graph)}`)].join(', ')})`,
    `req_headers(Accept = ${inC(accept)})`,
    'req_perform()',
  ];
  return [
    'library(httr2)',
    '',
    `query <- paste(\n${lines(query, '  ')}  sep = "\\n"\n)`,
    steps.join(' |>\n  '),
    `resp_body_${isJson(call) ? 'json' : 'string'}(response)`,
  ].join('\n');
}

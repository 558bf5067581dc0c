/**
 * C4: no oracle in SPARQL. A query about a graph, a thing or a word that is only inside gets, byte for byte, the answer that it
 * gets about one that never existed: whatever the form of the query, of the request and of the answer.
 */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createSite } from '../../site/app.js';
import { publicCatalogue, type PublicCatalogue } from '../../site/public-catalogue.js';
import { listen, type RunningServer } from '../../site/server.js';
import { GRAPH_OFFERS, RESULT_OFFERS } from '../../site/sparql/formats.js';
import { openSite, type SiteZones } from '../../src/compose-site.js';
import { slowVisitors } from './site-server.js';
import { CANARY, plantHidden } from '../support/hidden-records.js';
import { filesBelow, tempCatalogue, type TempCatalogue } from '../support/temp-catalogue.js';

const BASE = 'https://data.oslo.example/';

/** What somebody guesses. Equally long, so that lengths and columns can be compared too. */
interface Guess {
  readonly graph: string;
  readonly thing: string;
  readonly word: string;
}
const INSIDE: Guess = {
  graph: `${BASE}graph/harvested/kartoteket`,
  thing: `${BASE}id/datasett/kanari-alfa-0`,
  word: CANARY,
};
const NOWHERE: Guess = {
  graph: `${BASE}graph/harvested/aldri-vart`,
  // Next to the other in every order.
  thing: `${BASE}id/datasett/kanari-alga-0`,
  word: 'NEKARI',
};

type Template = (guess: Guess) => string;
const SOLUTIONS: readonly (readonly [string, Template])[] = [
  ['graphs', () => 'SELECT DISTINCT ?g { GRAPH ?g { ?s ?p ?o } }'],
  ['predicates', () => 'SELECT DISTINCT ?p { ?s ?p ?o }'],
  ['classes', () => 'SELECT DISTINCT ?c { ?s a ?c }'],
  [
    'languages and datatypes',
    () =>
      'SELECT DISTINCT (LANG(?o) AS ?l) (DATATYPE(?o) AS ?d) { ?s ?p ?o FILTER (isLiteral(?o)) }',
  ],
  ['ASK about a thing', ({ thing }) => `ASK { <${thing}> ?p ?o }`],
  ['ASK who points at a thing', ({ thing }) => `ASK { ?s ?p <${thing}> }`],
  ['SELECT about a thing', ({ thing }) => `SELECT * { <${thing}> ?p ?o }`],
  [
    'VALUES with many guesses',
    ({ thing }) =>
      `SELECT ?s (COUNT(*) AS ?n) { VALUES ?s { ${Array.from({ length: 50 }, (_, at) => `<${thing}${at}>`).join(' ')} <${thing}> } ?s ?p ?o } GROUP BY ?s`,
  ],
  [
    'aggregates over everything',
    () =>
      'SELECT (COUNT(*) AS ?n) (SUM(STRLEN(STR(?o))) AS ?sum) (MIN(STR(?s)) AS ?min) (MAX(STR(?s)) AS ?max) { ?s ?p ?o }',
  ],
  [
    'SAMPLE and GROUP_CONCAT of titles with a word',
    ({ word }) =>
      `SELECT (SAMPLE(?o) AS ?one) (GROUP_CONCAT(?o) AS ?all) { ?s dct:title ?o FILTER (CONTAINS(?o, "${word}")) }`,
  ],
  ['FROM', ({ graph }) => `SELECT * FROM <${graph}> { ?s ?p ?o } LIMIT 10`],
  [
    'FROM NAMED',
    ({ graph }) => `SELECT * FROM NAMED <${graph}> { GRAPH ?g { ?s ?p ?o } } LIMIT 10`,
  ],
  ['GRAPH with a constant', ({ graph }) => `SELECT * { GRAPH <${graph}> { ?s ?p ?o } } LIMIT 10`],
  [
    'GRAPH with a filtered variable',
    ({ graph }) => `SELECT ?g { GRAPH ?g { ?s ?p ?o } FILTER (?g = <${graph}>) } LIMIT 10`,
  ],
  ['a graph that may be empty', ({ graph }) => `ASK { GRAPH <${graph}> {} }`],
  [
    'paths backwards across a removed link',
    ({ thing }) => `SELECT ?s { <${thing}> ^(dcat:dataset|dct:relation|dcat:inSeries) ?s }`,
  ],
  [
    'paths of any length',
    ({ thing }) => `SELECT ?o { <${thing}> (dct:isPartOf|dcat:inSeries)* ?o }`,
  ],
  ['negated paths', ({ thing }) => `SELECT ?o { <${thing}> !(rdf:type|^rdf:type) ?o }`],
  [
    'OPTIONAL',
    ({ thing }) => `SELECT * { VALUES ?s { <${thing}> } OPTIONAL { ?s dct:title ?title } }`,
  ],
  [
    'MINUS',
    ({ thing }) =>
      `SELECT ?s { VALUES ?s { <${thing}> <urn:a:b> } MINUS { ?s ?p ?o } } ORDER BY DESC(?s)`,
  ],
  ['NOT EXISTS', ({ thing }) => `ASK { FILTER NOT EXISTS { <${thing}> ?p ?o } }`],
  [
    'the place in an order',
    ({ thing }) =>
      `SELECT (COUNT(DISTINCT ?s) AS ?before) { ?s a dcat:Dataset FILTER (STR(?s) < "${thing}") }`,
  ],
  ['a walk by OFFSET', () => 'SELECT * { ?s ?p ?o } ORDER BY ?s ?p ?o OFFSET 3000 LIMIT 200'],
  [
    'a sub-query',
    ({ thing }) =>
      `SELECT ?n { { SELECT (COUNT(*) AS ?n) { <${thing}> ?p ?o } } FILTER (?n >= 0) }`,
  ],
  [
    'STR and REGEX',
    ({ word }) => `SELECT ?s { ?s ?p ?o FILTER (REGEX(STR(?o), "^${word}-", "i")) }`,
  ],
  [
    'SUBSTR, letter by letter',
    ({ word }) => `SELECT ?s { ?s ?p ?o FILTER (SUBSTR(STR(?o), 1, 6) = "${word}") }`,
  ],
  [
    'words in IRIs',
    ({ word }) => `SELECT ?s { ?s ?p ?o FILTER (CONTAINS(UCASE(STR(?s)), "${word}")) }`,
  ],
  ['values of a cast', ({ word }) => `SELECT (xsd:integer("${word}") AS ?n) {}`],
  ['an error in a cast', ({ word }) => `SELECT ?s { ?s ?p ?o FILTER (xsd:date("${word}") = ?o) }`],
  ['the class of a description', () => 'SELECT * { ?s kdm:recordClass ?o }'],
  ['a name that does not parse', ({ word }) => `SELECT * { ?s ${word}:name ?o }`],
  ['an update of a graph', ({ graph }) => `DELETE WHERE { GRAPH <${graph}> { ?s ?p ?o } }`],
  ['a graph cleared', ({ graph }) => `CLEAR GRAPH <${graph}>`],
  ['LOAD', ({ graph }) => `LOAD <${graph}>`],
  ['SERVICE', ({ graph }) => `SELECT * { SERVICE SILENT <${graph}> { ?s ?p ?o } }`],
];
const GRAPHS: readonly (readonly [string, Template])[] = [
  ['DESCRIBE', ({ thing }) => `DESCRIBE <${thing}>`],
  ['DESCRIBE of a graph', ({ graph }) => `DESCRIBE <${graph}>`],
  ['CONSTRUCT WHERE', ({ thing }) => `CONSTRUCT WHERE { <${thing}> ?p ?o }`],
  [
    'CONSTRUCT of what is not matched',
    ({ thing }) =>
      `CONSTRUCT { <urn:a:s> <urn:a:p> ?title } WHERE { OPTIONAL { <${thing}> dct:title ?title } }`,
  ],
  ['CONSTRUCT from a graph', ({ graph }) => `CONSTRUCT FROM <${graph}> WHERE { ?s ?p ?o }`],
];

let temp: TempCatalogue;
let zones: SiteZones<PublicCatalogue>;
let server: RunningServer;
beforeAll(async () => {
  temp = await tempCatalogue('oslo', (folder) => plantHidden(folder, { word: 'alfa', count: 3 }));
  await temp.harvest();
  await temp.publish();
  zones = await openSite(`${temp.varFolder}/current/public`, publicCatalogue);
  await zones.warm();
  server = await listen(
    createSite({ zones, engine: zones.engine, now: slowVisitors() }),
    0,
    '127.0.0.1',
  );
});
afterAll(async () => {
  await server.close(1_000);
  await zones.close();
  await temp[Symbol.asyncDispose]();
});

interface Asked {
  readonly query: string;
  readonly format: string;
  readonly how: 'GET' | 'form' | 'direct' | 'page';
  readonly graphs?: Readonly<Record<string, string>>;
}

async function answer({ query, format, how, graphs = {} }: Asked): Promise<object> {
  const root = `http://127.0.0.1:${server.port}`;
  const parameters = new URLSearchParams({ ...(how === 'page' ? {} : { format }), ...graphs });
  const search = (more: object = {}): string =>
    new URLSearchParams({ ...Object.fromEntries(parameters), ...more }).toString();
  // Plain: how well a page packs hangs on what it repeats of the query.
  const headers = { Accept: how === 'page' ? 'text/html' : '*/*', 'Accept-Encoding': 'identity' };
  const direct = { ...headers, 'Content-Type': 'application/sparql-query' };
  const form = new URLSearchParams(search({ query }));
  const response = await {
    GET: () => fetch(`${root}/sparql?${search({ query })}`, { headers }),
    form: () => fetch(`${root}/sparql`, { method: 'POST', body: form, headers }),
    direct: () =>
      fetch(`${root}/sparql?${search()}`, { method: 'POST', body: query, headers: direct }),
    page: () => fetch(`${root}/nb/sparql?${search({ query })}`, { headers }),
  }[how]();
  const told = [...response.headers].filter(([name]) => name !== 'date' && name !== 'etag');
  return { status: response.status, headers: told, body: await response.text() };
}

/** What was sent is left out: it may come back on the page, in a link, or as a name of a syntax error. */
function withoutGuess(told: object, { graph, thing, word }: Guess): string {
  const own = [graph, thing, word].flatMap((text) => [
    [text, text.replace(/./g, 'x')],
    [encodeURIComponent(text), 'x'],
    [text.toLowerCase(), text.replace(/./g, 'x')],
  ]);
  return own.reduce(
    (text, [from = '', to = '']) => text.replaceAll(from, to),
    JSON.stringify(told),
  );
}

/** The answer about what is inside, when it is that about what is nowhere. */
async function expectSame(asked: (guess: Guess) => Asked): Promise<string> {
  const [inside, nowhere] = [await answer(asked(INSIDE)), await answer(asked(NOWHERE))];
  const text = withoutGuess(inside, INSIDE);
  expect(text).toBe(withoutGuess(nowhere, NOWHERE));
  expect(text.toUpperCase()).not.toContain(CANARY);
  return text;
}

test('the graph, the thing and the word are really there, inside', async () => {
  const files = await filesBelow(`${temp.varFolder}/current/internal`);
  const quads = files.get('quads.nq')?.toString() ?? '';
  for (const text of [INSIDE.graph, INSIDE.thing, INSIDE.word]) expect(quads).toContain(text);
  for (const text of [NOWHERE.graph, NOWHERE.thing, NOWHERE.word])
    expect(quads).not.toContain(text);
});

const all = [
  ...SOLUTIONS.map(([name, template]) => [name, template, RESULT_OFFERS] as const),
  ...GRAPHS.map(([name, template]) => [name, template, GRAPH_OFFERS] as const),
];

test.each(all)('C4 %s', async (_name, template, offers) => {
  for (const { format } of offers) {
    const bodies = new Set<string>();
    for (const how of ['GET', 'form', 'direct'] as const) {
      const text = await expectSame((guess) => ({ query: template(guess), format, how }));
      bodies.add((JSON.parse(text) as { body: string }).body);
    }
    expect(bodies.size).toBe(1);
  }
  await expectSame((guess) => ({ query: template(guess), format: '', how: 'page' }));
});

test.each(['default-graph-uri', 'named-graph-uri'])('C4 %s', async (name) => {
  for (const [, template, offers] of all) {
    const format = offers[0]?.format ?? '';
    for (const how of ['GET', 'form', 'direct', 'page'] as const) {
      await expectSame((guess) => ({
        query: template(guess),
        format,
        how,
        graphs: { [name]: guess.graph },
      }));
    }
  }
});

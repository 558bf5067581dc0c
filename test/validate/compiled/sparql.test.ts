/** `sh:sparql`: one question for all focus nodes gives what a question for each gives (PF3.4). */
import { expect, test } from 'vitest';
import type { Quad } from '../../../src/rdf/terms.js';
import { snapshotOf } from '../../../src/store/snapshot-build.js';
import { BoundShapes } from '../../../src/validate/compiled/check.js';
import { compileAllShapes, compileShapes } from '../../../src/validate/compiled/compile.js';
import { Findings } from '../../../src/validate/compiled/findings.js';
import { rawResults } from '../../../src/validate/compiled/raw-results.js';
import type { CompiledShapes } from '../../../src/validate/compiled/shapes.js';
import { engineRun } from '../../support/shacl-engine.js';
import { quadsOf } from '../quads.js';
import type { RawResult } from '../../../src/validate/shacl-jobs.js';
import { asLines } from './runs.js';

const EX = 'https://ex.example/';
const DATA = quadsOf(`
  ex:a a ex:C ; ex:p 1 , 5 ; ex:name "Å"@nb .
  ex:b a ex:C ; ex:p 7 ; ex:q ex:a .
  ex:c a ex:C ; ex:q ex:b , ex:c .
  ex:d ex:p 9 .`);

async function bound(shapes: string, data: readonly Quad[] = DATA): Promise<BoundShapes> {
  return new BoundShapes(await compileAllShapes(quadsOf(shapes)), snapshotOf(data));
}
const query = (select: string, more = ''): string =>
  `sh:sparql [ sh:select """${select}""" ; sh:prefixes ex:names ${more} ] .
   ex:names sh:declare [ sh:prefix "ex" ; sh:namespace "${EX}" ] .`;
function shortLines(results: readonly RawResult[]): readonly string[] {
  return asLines(results).map((line) =>
    line
      .replaceAll(EX, '')
      .replace(' http://www.w3.org/ns/shacl#Violation', '')
      .replace(/ b[0-9a-f]{8,}x\d+$/, ' BLANK'),
  );
}
async function found(shapes: string): Promise<readonly string[]> {
  const over = await bound(shapes);
  return shortLines(rawResults(over, over.check()));
}
/** The same without the question beforehand: each focus node by itself. */
async function oneByOne(shapes: string): Promise<readonly string[]> {
  const over = await bound(shapes);
  const findings = new Findings();
  for (const root of over.shapes.roots)
    for (const node of over.targetsOf(root).all()) over.checkFocus(root, [node], findings);
  return shortLines(rawResults(over, findings));
}

const CASES: readonly (readonly [name: string, shapes: string, results: readonly string[]])[] = [
  [
    'a row is a fault, and the thing itself its value',
    `ex:S sh:targetClass ex:C ; ${query('SELECT $this WHERE { $this ex:q ?other . FILTER ($this != ?other) }')}`,
    ['b - SPARQL - S', 'c - SPARQL - S'],
  ],
  [
    '?value and ?path name what is wrong',
    `ex:S sh:targetClass ex:C ; ${query('SELECT $this ?path ?value WHERE { $this ?path ?value . FILTER (isNumeric(?value) && ?value > 4) }')}`,
    [
      'a p SPARQL "5"^^<http://www.w3.org/2001/XMLSchema#integer> S',
      'b p SPARQL "7"^^<http://www.w3.org/2001/XMLSchema#integer> S',
    ],
  ],
  [
    'a value may be computed',
    `ex:S sh:targetClass ex:C ; ${query('SELECT $this (?n + 1 AS ?value) WHERE { $this ex:p ?n . FILTER (?n = 7) }')}`,
    ['b - SPARQL "8"^^<http://www.w3.org/2001/XMLSchema#integer> S'],
  ],
  [
    '$PATH is the path of the property shape',
    `ex:S sh:targetClass ex:C ; sh:property ex:P . ex:P sh:path ( ex:q [ sh:zeroOrOnePath ex:p ] ) ;
     ${query('SELECT $this ?value WHERE { $this $PATH ?value . FILTER isLiteral(?value) }')}`,
    [
      `b <q>/<p>? SPARQL "1"^^<http://www.w3.org/2001/XMLSchema#integer> P`,
      `b <q>/<p>? SPARQL "5"^^<http://www.w3.org/2001/XMLSchema#integer> P`,
      `c <q>/<p>? SPARQL "7"^^<http://www.w3.org/2001/XMLSchema#integer> P`,
    ],
  ],
  [
    'a thing that a path leads to is asked about too',
    `ex:S sh:targetClass ex:C ; sh:property [ sh:path ex:q ; sh:node ex:T ] .
     ex:T ${query('SELECT $this WHERE { FILTER NOT EXISTS { $this ex:p ?n } }')}`,
    ['c q Node <c> BLANK'],
  ],
  [
    'a query that counts is asked for each by itself',
    `ex:S sh:targetClass ex:C ; ${query('SELECT $this WHERE { $this ex:p ?n } GROUP BY $this HAVING (COUNT(?n) > 1)')}`,
    ['a - SPARQL - S'],
  ],
  [
    'a limit is one for each',
    `ex:S sh:targetClass ex:C ; ${query('SELECT $this ?value WHERE { $this ex:p ?value } ORDER BY ?value LIMIT 1')}`,
    [
      'a - SPARQL "1"^^<http://www.w3.org/2001/XMLSchema#integer> S',
      'b - SPARQL "7"^^<http://www.w3.org/2001/XMLSchema#integer> S',
    ],
  ],
  [
    'one that is switched off asks nothing',
    `ex:S sh:targetClass ex:C ; ${query('SELECT $this WHERE {}', '; sh:deactivated true')}`,
    [],
  ],
];

test.each(CASES)('%s', async (_name, shapes, results) => {
  expect(await found(shapes)).toEqual(results);
  expect(await oneByOne(shapes)).toEqual(results);
});

test('shacl-engine, asking for each node, finds the same', async () => {
  for (const [, shapes, results] of CASES.slice(0, 3)) {
    const run = await engineRun(quadsOf(shapes), { queries: true });
    expect(shortLines(await run(DATA))).toEqual(results);
  }
});

test('without its compiler a query is an error, and never passed over', () => {
  const shapes = quadsOf(`ex:S sh:targetClass ex:C ; ${query('SELECT $this WHERE {}')}`);
  expect(() => compileShapes(shapes)).toThrow('sh:sparql');
});

test.each([
  ['a syntax error', 'SELECT $this WHERE { $this ex:p }', /line|linje|SPARQL/i],
  ['an unknown prefix', 'SELECT $this WHERE { $this no:p ?o }', /prefix: no/],
  ['a SELECT without $this', 'SELECT ?o WHERE { $this ex:p ?o }', /SELECT \$this/],
])('%s is an error', async (_name, select, message) => {
  const compiled = compileAllShapes(quadsOf(`ex:S sh:targetClass ex:C ; ${query(select)}`));
  await expect(compiled.then(({ roots }: CompiledShapes) => roots)).rejects.toThrow(message);
});

import { describe, expect, test } from 'vitest';
import { execute, NotCompiled, prepare } from '../../../src/query/evaluate/evaluate.js';
import { evaluate, snapshotFrom } from './support.js';

const DATA = snapshotFrom(`
  :a :p :b , "x"@nb ; :n "007"^^xsd:integer .
  :b :p :c .
  :g { :a :p :b . :c :q :a . }
`);

const triples = (text: string): string[] => evaluate(text, DATA).sort();

describe('ASK', () => {
  test('tells whether there is a solution', () => {
    expect(evaluate('ASK { :a :p ?x }', DATA)).toEqual(['true']);
    expect(evaluate('ASK { :c :p ?x }', DATA)).toEqual(['false']);
    expect(evaluate('ASK {}', DATA)).toEqual(['true']);
  });
});

describe('CONSTRUCT (SPARQL 1.1 16.2)', () => {
  test('gives each triple once, with the published literals (PF2.3)', () => {
    expect(triples('CONSTRUCT { ?s :has ?o } { ?s ?p ?o FILTER(isLiteral(?o)) }')).toEqual([
      ':a :has "x"@nb',
      ':a :has 007',
    ]);
    expect(triples('CONSTRUCT { :all :have ?p } { ?s ?p ?o }')).toEqual([
      ':all :have :n',
      ':all :have :p',
      ':all :have :q',
    ]);
    expect(triples('CONSTRUCT WHERE { ?s :q ?o }')).toEqual([':c :q :a']);
  });
  test('leaves out what is no triple', () => {
    expect(triples('CONSTRUCT { ?o :of ?s . ?s ?o :x . ?s :y ?none } { ?s :p ?o }')).toEqual([
      ':a :b :x',
      ':b :c :x',
      ':b :of :a',
      ':c :of :b',
    ]);
  });
  test('makes a blank node of its own for each solution', () => {
    const data = snapshotFrom(':a :p :b , :c .');
    expect(evaluate('CONSTRUCT { _:x :of ?o ; :again ?o } { :a :p ?o }', data).sort()).toEqual([
      '_ :again :b',
      '_ :again :c',
      '_ :of :b',
      '_ :of :c',
    ]);
  });
  test('of a few solutions', () => {
    expect(triples('CONSTRUCT { ?s :r ?o } { ?s :p ?o } ORDER BY DESC(?s) LIMIT 1')).toEqual([
      ':b :r :c',
    ]);
  });
});

describe('DESCRIBE (SPARQL 1.1 16.4)', () => {
  const WORLD = snapshotFrom(`
    PREFIX dcat: <http://www.w3.org/ns/dcat#>
    PREFIX dct: <http://purl.org/dc/terms/>
    PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
    :set a dcat:Dataset ; dct:title "Set" ; dcat:distribution :file ; dct:subject :word ; dct:spatial [ dct:title "Here" ] .
    :file a dcat:Distribution ; dct:title "File" ; dct:isPartOf :set .
    :word a skos:Concept ; skos:prefLabel "Word" ; skos:broader :wider .
    :other dct:relation :set .
  `);
  const SHORT = (text: string): string => text.replace(/http\S*[/#]/g, '');
  const described = (text: string): string[] => evaluate(text, WORLD).map(SHORT).sort();
  test('is what a page shows: the thing, its parts, and what others are called', () => {
    expect(described('DESCRIBE :set')).toEqual([
      ':file isPartOf :set',
      ':file title "File"',
      ':file type Distribution',
      ':set distribution :file',
      ':set spatial _',
      ':set subject :word',
      ':set title "Set"',
      ':set type Dataset',
      ':word prefLabel "Word"',
      ':word type Concept',
      '_ title "Here"',
    ]);
  });
  test('of what a pattern finds, each statement once', () => {
    expect(
      described('DESCRIBE ?x { ?x ?p :set VALUES ?p { <http://purl.org/dc/terms/relation> } }'),
    ).toEqual([':other relation :set', ':set title "Set"', ':set type Dataset']);
    expect(described('DESCRIBE :nothing')).toEqual([]);
  });
});

describe('prepare and execute', () => {
  test('know the prefixes that they are given', () => {
    const text = 'ASK { ?x rdf:type ?y }';
    expect(prepare(text, { prefixes: { rdf: 'http://r/' } }).kind).toBe('boolean');
    expect(() => prepare(text)).toThrow(expect.objectContaining({ code: 'QUERY_SYNTAX' }));
  });
  test('an operation that is not known here is for another engine', () => {
    const operation = { type: 'project', input: { type: 'lateral' }, variables: [] };
    expect(() => execute({ kind: 'bindings', operation: operation as never }, DATA)).toThrow(
      NotCompiled,
    );
  });
  test('a query may not keep more than a child has room for', () => {
    const many = snapshotFrom(Array.from({ length: 1_200 }, (_, n) => `:n${n} :p :n .`).join(' '));
    const copies = Array.from({ length: 40 }, (_, n) => `BIND(?a AS ?a${n})`).join(' ');
    const text = `SELECT * { ?a :p ?x . ?b :p ?y . ${copies} } ORDER BY ?a`;
    expect(() => evaluate(text, many)).toThrow(
      expect.objectContaining({ code: 'QUERY_TOO_LARGE' }),
    );
  });
});

/**
 * SHACL Core where validators differ: the Recommendation decides, and shacl-engine 1.1.2 finds something else (safety 16.3).
 * `found` is ours; that the engine disagrees is asserted too, so that a mended engine is noticed.
 */
import { expect, test } from 'vitest';
import { engineRun } from '../../support/shacl-engine.js';
import { quadsOf } from '../quads.js';
import { asLines, compiledRun } from './runs.js';

interface Case {
  readonly name: string;
  readonly clause: string;
  readonly shapes: string;
  readonly data: string;
  /** `focus path component value`, sorted. */
  readonly found: readonly string[];
  /** What the engine says: other results, or an error. */
  readonly engine: 'less' | 'more' | 'other' | 'throws';
}

const XSD = '@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .';
const SUB = '<http://www.w3.org/2000/01/rdf-schema#subClassOf>';

const CASES: readonly Case[] = [
  {
    name: 'two sh:or are two constraints',
    clause: '4.6.3',
    shapes: 'ex:S sh:targetClass ex:C ; sh:or ( [ sh:class ex:D ] ) , ( [ sh:class ex:C ] ) .',
    data: 'ex:a a ex:C .',
    found: ['a - Or -'],
    engine: 'less',
  },
  {
    name: 'two sh:xone are two constraints',
    clause: '4.6.4',
    shapes: 'ex:S sh:targetClass ex:C ; sh:xone ( [ sh:class ex:C ] ) , ( [ sh:class ex:D ] ) .',
    data: 'ex:a a ex:C .',
    found: ['a - Xone -'],
    engine: 'less',
  },
  {
    name: 'two sh:not are two constraints',
    clause: '4.6.1',
    shapes: 'ex:S sh:targetClass ex:C ; sh:not [ sh:class ex:C ] , [ sh:class ex:D ] .',
    data: 'ex:a a ex:C .',
    found: ['a - Not -'],
    engine: 'throws',
  },
  {
    name: 'two sh:hasValue are two constraints',
    clause: '4.8.2',
    shapes: 'ex:S sh:targetClass ex:C ; sh:path ex:p ; sh:hasValue 1 , 2 .',
    data: 'ex:a a ex:C ; ex:p 1 .',
    found: ['a p HasValue -'],
    engine: 'throws',
  },
  {
    name: 'a class below stands in the data',
    clause: '1.1',
    shapes: 'ex:S sh:targetClass ex:C ; sh:path ex:p ; sh:class ex:D .',
    data: `ex:E ${SUB} ex:C . ex:F ${SUB} ex:E , ex:D . ex:a a ex:F ; ex:p ex:a , ex:b . ex:b a ex:E .`,
    found: ['a p Class <b>'],
    engine: 'less',
  },
  {
    name: 'a language is in a range with it or with what follows a hyphen',
    clause: '4.4.4',
    shapes: 'ex:S sh:targetClass ex:C ; sh:path ex:p ; sh:languageIn ( "n" "NB" ) .',
    data: 'ex:a a ex:C ; ex:p "A"@nb , "B"@nb-no , "C"@nn .',
    found: ['a p LanguageIn "C"@nn'],
    engine: 'less',
  },
  {
    name: 'length counts characters',
    clause: '4.4.2',
    shapes: 'ex:S sh:targetClass ex:C ; sh:path ex:p ; sh:maxLength 2 ; sh:minLength 2 .',
    data: 'ex:a a ex:C ; ex:p "😀😀" , "😀" .',
    found: ['a p MinLength "😀"'],
    engine: 'other',
  },
  {
    name: 'a blank node matches no pattern',
    clause: '4.4.3',
    shapes: 'ex:S sh:targetClass ex:C ; sh:path ex:p ; sh:pattern "." .',
    data: 'ex:a a ex:C ; ex:p [] .',
    found: ['a p Pattern BLANK'],
    engine: 'less',
  },
  {
    name: 'an ill-typed number is in no order',
    clause: '4.3, 4.5.3',
    shapes: 'ex:S sh:targetClass ex:C ; sh:path ex:p ; sh:lessThan ex:q ; sh:minInclusive 1 .',
    data: 'ex:a a ex:C ; ex:p "300"^^xsd:byte ; ex:q "x"^^xsd:integer .',
    found: [
      'a p LessThan "300"^^<http://www.w3.org/2001/XMLSchema#byte>',
      'a p MinInclusive "300"^^<http://www.w3.org/2001/XMLSchema#byte>',
    ],
    engine: 'less',
  },
  {
    name: 'strings come in the order of their characters, texts with a language in none',
    clause: '4.5.3',
    shapes: 'ex:S sh:targetClass ex:C ; sh:path ex:p ; sh:lessThanOrEquals ex:q .',
    data: 'ex:a a ex:C ; ex:p "B" ; ex:q "a" . ex:b a ex:C ; ex:p "A"@nb ; ex:q "B"@nb .',
    found: ['b p LessThanOrEquals "A"@nb'],
    engine: 'other',
  },
  {
    name: 'numbers beyond a double are exact',
    clause: '4.3',
    shapes: 'ex:S sh:targetClass ex:C ; sh:path ex:p ; sh:maxExclusive 9007199254740993 .',
    data: 'ex:a a ex:C ; ex:p 9007199254740992 , 9007199254740993 .',
    found: ['a p MaxExclusive "9007199254740993"^^<http://www.w3.org/2001/XMLSchema#integer>'],
    engine: 'more',
  },
  {
    name: 'a day that its month has not is ill-typed',
    clause: '4.1.2',
    shapes: 'ex:S sh:targetClass ex:C ; sh:path ex:p ; sh:datatype xsd:date .',
    data: 'ex:a a ex:C ; ex:p "2023-02-29"^^xsd:date , "2024-02-29"^^xsd:date .',
    found: ['a p Datatype "2023-02-29"^^<http://www.w3.org/2001/XMLSchema#date>'],
    engine: 'less',
  },
  {
    name: 'an emoji is part of a string',
    clause: '4.1.2',
    shapes: 'ex:S sh:targetClass ex:C ; sh:path ex:p ; sh:datatype xsd:string .',
    data: 'ex:a a ex:C ; ex:p "😀" .',
    found: [],
    engine: 'more',
  },
  {
    name: 'equality of a node shape is told value by value',
    clause: '4.5.1',
    shapes: 'ex:S sh:targetClass ex:C ; sh:equals ex:p .',
    data: 'ex:a a ex:C ; ex:p ex:b , ex:c .',
    found: ['a - Equals -', 'a - Equals <b>', 'a - Equals <c>'],
    engine: 'less',
  },
  {
    name: 'a sibling that a value conforms to takes it out of the count',
    clause: '4.7.3',
    shapes: `ex:S sh:targetClass ex:C ; sh:property ex:P , ex:Q , ex:R .
      ex:P sh:path ex:p ; sh:qualifiedValueShape [ sh:class ex:D ] ; sh:qualifiedMinCount 1 ; sh:qualifiedValueShapesDisjoint true .
      ex:Q sh:path ex:p ; sh:qualifiedValueShape [ sh:class ex:E ] ; sh:qualifiedMinCount 0 .
      ex:R sh:path ex:p ; sh:qualifiedValueShape [ sh:class ex:F ] ; sh:qualifiedMinCount 0 .`,
    data: 'ex:a a ex:C ; ex:p ex:b . ex:b a ex:D , ex:E .',
    found: ['a p QualifiedMinCount -'],
    engine: 'less',
  },
  {
    name: 'a shape that was asked before is asked again',
    clause: '4.7.1',
    shapes: `ex:S sh:targetClass ex:C ; sh:property ex:P , ex:Q . ex:P sh:path ex:p ; sh:node ex:N .
      ex:Q sh:path ex:p ; sh:node ex:N . ex:N sh:property [ sh:path ex:q ; sh:datatype xsd:string ] .`,
    data: 'ex:a a ex:C ; ex:p ex:b . ex:b ex:q 1 .',
    found: ['a p Node <b>', 'a p Node <b>'],
    engine: 'less',
  },
  {
    name: 'paths lie in each other',
    clause: '2.3.1',
    shapes: `ex:S sh:targetClass ex:C ; sh:minCount 3 ; sh:maxCount 1 ;
      sh:path [ sh:alternativePath ( [ sh:oneOrMorePath ( ex:p ex:q ) ] [ sh:inversePath [ sh:zeroOrOnePath ex:r ] ] ) ] .`,
    data: 'ex:a a ex:C ; ex:p ex:b . ex:b ex:q ex:c . ex:c ex:p ex:d . ex:d ex:q ex:a . ex:e ex:r ex:a .',
    found: ['a ((<p>/<q>)+|^(<r>?)) MaxCount -'],
    engine: 'other',
  },
];

const EX = 'https://ex.example/';
function short(lines: readonly string[]): readonly string[] {
  return lines.map((line) =>
    line
      .replaceAll(EX, '')
      .replace(/ http:\/\/www\.w3\.org\/ns\/shacl#Violation .*$/, '')
      .replace(/_:\S+/, 'BLANK'),
  );
}

test.each(CASES.map((one) => [one.name, one.clause, one] as const))(
  '%s (SHACL %s)',
  async (_name, _clause, { shapes, data, found, engine }) => {
    const [graph, quads] = [quadsOf(XSD + shapes), quadsOf(XSD + data)];
    expect(short(asLines(compiledRun(graph)(quads)))).toEqual(found);
    const theirs = await engineRun(graph)
      .then((run) => run(quads))
      .then(
        (results) => short(asLines(results)),
        () => undefined,
      );
    expect(verdict(theirs, found)).toBe(engine);
  },
);

function verdict(
  theirs: readonly string[] | undefined,
  ours: readonly string[],
): Case['engine'] | 'same' {
  if (!theirs) return 'throws';
  if (theirs.join() === ours.join()) return 'same';
  if (theirs.length < ours.length) return 'less';
  return theirs.length > ours.length ? 'more' : 'other';
}

test.each([
  ['a path that is none', 'ex:S sh:targetClass ex:C ; sh:path [ ex:p ex:q ] .', 'sh:path'],
  [
    'a path that holds itself',
    'ex:S sh:targetClass ex:C ; sh:path _:p . _:p sh:inversePath _:p .',
    'sh:path',
  ],
  [
    'a pattern that is none',
    'ex:S sh:targetClass ex:C ; sh:pattern "(" .',
    'Invalid regular expression',
  ],
])('%s is an error, and never fulfilled (H17)', (_name, shapes, message) => {
  expect(() => compiledRun(quadsOf(shapes))).toThrow(message);
});

test('shapes that lead back to themselves come to an end (SHACL 3.4.3)', () => {
  const shapes = quadsOf(`ex:S sh:targetClass ex:C ; sh:property [ sh:path ex:p ; sh:node ex:S ] ;
    sh:property [ sh:path ex:q ; sh:maxCount 0 ] .`);
  const data = quadsOf('ex:a a ex:C ; ex:p ex:b . ex:b ex:p ex:a ; ex:q 1 .');
  expect(short(asLines(compiledRun(shapes)(data)))).toEqual(['a p Node <b>']);
});

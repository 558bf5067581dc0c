/** What is told in public of the rules: which terms each looks at, its name and how serious it is; never how it checks. */
import { expect, test } from 'vitest';
import { ruleCards } from '../../src/publish/rule-cards.js';
import { GraphIndex } from '../../src/rdf/graph-index.js';
import { parseTurtle } from '../../src/rdf/parse.js';

function cardsOf(shapes: string): string[] {
  const prefixes = `@prefix sh: <http://www.w3.org/ns/shacl#> . @prefix kdm: <https://w3id.org/datavev/def/kdm#> .
@prefix kdms: <https://w3id.org/datavev/shapes#> . @prefix dcat: <http://www.w3.org/ns/dcat#> . @prefix dct: <http://purl.org/dc/terms/> .`;
  const short = (value: string): string => value.replace(/^.*[#/]/, '');
  return [...ruleCards(new GraphIndex(parseTurtle(prefixes + shapes).quads))]
    .map((one) =>
      [one.subject, one.predicate, one.object].map((term) => short(term.value)).join(' '),
    )
    .sort();
}

test('a rule looks at the terms of its target, its paths and its nameless parts, in lists too', () => {
  const cards =
    cardsOf(`kdms:A a sh:NodeShape ; sh:name "Navn"@nb ; sh:message "Feil."@nb ; sh:severity sh:Warning ; sh:targetClass kdm:System ;
    sh:or ( [ sh:property [ sh:path [ sh:inversePath kdm:storedIn ] ; sh:minCount 1 ] ] [ sh:property [ sh:path kdm:inHouse ; sh:hasValue true ] ] ) .`);
  expect(cards).toEqual([
    'A name Navn',
    'A references System',
    'A references inHouse',
    'A references storedIn',
    'A severity Warning',
    'A type NodeShape',
  ]);
});

test('a rule with a name of its own speaks for itself, and the one that gathers is as serious as the gravest', () => {
  const cards =
    cardsOf(`kdms:A a sh:NodeShape ; sh:targetClass kdm:System ; sh:property kdms:A-one , kdms:A-two .
    kdms:A-one a sh:PropertyShape ; sh:path kdm:systemOwner ; sh:severity sh:Info .
    kdms:A-two a sh:PropertyShape ; sh:path kdm:systemManager ; sh:severity sh:Violation .`);
  expect(cards).toEqual([
    'A references System',
    'A severity Violation',
    'A type NodeShape',
    'A-one references systemOwner',
    'A-one severity Info',
    'A-one type PropertyShape',
    'A-two references systemManager',
    'A-two severity Violation',
    'A-two type PropertyShape',
  ]);
});

test('a rule that looks at no term of ours is left out', () => {
  expect(
    cardsOf(
      'kdms:A a sh:NodeShape ; sh:targetClass dcat:Dataset ; sh:property [ sh:path dct:title ; sh:minCount 1 ] .',
    ),
  ).toEqual([]);
});

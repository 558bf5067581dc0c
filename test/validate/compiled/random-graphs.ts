/** Random shapes and data over a small world, for comparing two ways of validating. */
import fc from 'fast-check';
import type { Quad } from '../../../src/rdf/terms.js';
import { quadsOf } from '../quads.js';

export const NODES = ['ex:a', 'ex:b', 'ex:c', 'ex:d', '_:x', '_:y'];
const CLASSES = ['ex:C', 'ex:D'];
const LITERALS = [
  ...['"A"@nb', '"B"@nb', '"A"@en', '"A"', '"ab"', '"abcdef"', '""', '"true"^^xsd:boolean'],
  ...['1', '2', '10', '1.5', '"x"^^xsd:integer', '"b"^^xsd:byte', '"7"^^xsd:byte', '2.5e0'],
  ...['"2024-02-29"^^xsd:date', '"2024-13-01"^^xsd:date', '"2024-01-01T00:00:00Z"^^xsd:dateTime'],
];
const PREDICATES = ['ex:p', 'ex:q', 'ex:r'];
/** Their values are well-formed numbers: shacl-engine lets `sh:lessThan` pass for ill-typed ones. */
const NUMERIC = ['ex:m', 'ex:n'];
const NUMBERS = ['1', '2', '3', '2.0', '-5', '1e1'];

const of = (choices: readonly string[]): fc.Arbitrary<string> => fc.constantFrom(...choices);

export interface Statement {
  readonly subject: string;
  readonly predicate: string;
  readonly object: string;
}

const statement: fc.Arbitrary<Statement> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({
      subject: of(NODES),
      predicate: of(PREDICATES),
      object: of([...NODES, ...LITERALS]),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ subject: of(NODES), predicate: of(NUMERIC), object: of(NUMBERS) }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ subject: of(NODES), predicate: fc.constant('a'), object: of(CLASSES) }),
  },
);
export const statements = fc.uniqueArray(statement, {
  minLength: 1,
  maxLength: 30,
  selector: ({ subject, predicate, object }) => `${subject} ${predicate} ${object}`,
});

export function dataOf(all: readonly Statement[]): readonly Quad[] {
  return quadsOf(
    `@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
     ${all.map(({ subject, predicate, object }) => `${subject} ${predicate} ${object} .`).join('\n')}`,
  );
}

/** Constraints that any shape may have; none twice, for shacl-engine merges or mixes up those of one kind. */
const anyConstraints = (shape: fc.Arbitrary<string>): readonly fc.Arbitrary<string>[] => [
  of(CLASSES).map((type) => `sh:class ${type}`),
  of(['string', 'integer', 'byte', 'date', 'dateTime', 'boolean', 'decimal']).map(
    (name) => `sh:datatype xsd:${name}`,
  ),
  of(['IRI', 'Literal', 'BlankNode', 'BlankNodeOrIRI', 'BlankNodeOrLiteral', 'IRIOrLiteral']).map(
    (kind) => `sh:nodeKind sh:${kind}`,
  ),
  of([
    'minInclusive 2',
    'minExclusive 2',
    'maxInclusive 2',
    'maxExclusive 2',
    'minInclusive "2024-01-01T00:00:00Z"^^xsd:dateTime',
  ]).map((one) => `sh:${one}`),
  of(['minLength 2', 'maxLength 2', 'minLength 0']).map((one) => `sh:${one}`),
  of(['"^[Aa]"', '"^a" ; sh:flags "i"', '"/ex"', '"^$"']).map((one) => `sh:pattern ${one}`),
  fc.constant('sh:languageIn ( "nb" "nn" )'),
  fc
    .subarray([...NODES.slice(0, 4), ...LITERALS.slice(0, 12)], { maxLength: 6 })
    .map((members) => `sh:in ( ${members.join(' ')} )`),
  of([...NODES.slice(0, 3), ...LITERALS.slice(0, 5)]).map((value) => `sh:hasValue ${value}`),
  of(PREDICATES).map((predicate) => `sh:disjoint ${predicate}`),
  shape.map((one) => `sh:not ${one}`),
  shape.map((one) => `sh:node ${one}`),
  fc.array(shape, { minLength: 1, maxLength: 3 }).map((some) => `sh:and ( ${some.join(' ')} )`),
  fc.array(shape, { minLength: 1, maxLength: 3 }).map((some) => `sh:or ( ${some.join(' ')} )`),
  fc.array(shape, { minLength: 1, maxLength: 3 }).map((some) => `sh:xone ( ${some.join(' ')} )`),
];

const propertyConstraints = (shape: fc.Arbitrary<string>): readonly fc.Arbitrary<string>[] => [
  fc.integer({ min: 0, max: 2 }).map((count) => `sh:minCount ${count}`),
  fc.integer({ min: 0, max: 2 }).map((count) => `sh:maxCount ${count}`),
  fc.constant('sh:uniqueLang true'),
  of(PREDICATES).map((predicate) => `sh:equals ${predicate}`),
  fc
    .tuple(shape, of(['Min', 'Max']), fc.integer({ min: 0, max: 2 }))
    .map(([one, end, count]) => `sh:qualifiedValueShape ${one} ; sh:qualified${end}Count ${count}`),
];

const simplePath = of([...PREDICATES, ...NUMERIC, 'rdf:type']);
/** The forms that shacl-engine walks. */
const enginePath = fc.oneof(
  { weight: 4, arbitrary: simplePath },
  simplePath.map((one) => `[ sh:inversePath ${one} ]`),
  fc.tuple(simplePath, simplePath).map((two) => `( ${two.join(' ')} )`),
  fc
    .uniqueArray(simplePath, { minLength: 2, maxLength: 2 })
    .map((two) => `[ sh:alternativePath ( ${two.join(' ')} ) ]`),
  fc
    .tuple(of(['zeroOrMorePath', 'oneOrMorePath', 'zeroOrOnePath']), of(PREDICATES))
    .map(([form, one]) => `[ sh:${form} ${one} ]`),
);
/** All forms, one inside the other. */
const anyPath = fc.letrec<{ path: string }>((tie) => ({
  path: fc.oneof(
    { maxDepth: 3, depthIdentifier: 'path' },
    simplePath,
    tie('path').map((one) => `[ sh:inversePath ${one} ]`),
    fc.tuple(tie('path'), tie('path')).map((two) => `( ${two.join(' ')} )`),
    fc.tuple(tie('path'), tie('path')).map((two) => `[ sh:alternativePath ( ${two.join(' ')} ) ]`),
    fc
      .tuple(of(['zeroOrMorePath', 'oneOrMorePath', 'zeroOrOnePath']), tie('path'))
      .map(([form, one]) => `[ sh:${form} ${one} ]`),
  ),
})).path;

const common = of([
  '',
  '',
  '',
  'sh:severity sh:Warning',
  'sh:severity sh:Info',
  'sh:deactivated true',
]);

/** A few of the constraints, each at most once. */
function some(constraints: readonly fc.Arbitrary<string>[], most: number): fc.Arbitrary<string> {
  const places = constraints.map((_, at) => at);
  return fc
    .uniqueArray(fc.constantFrom(...places), { minLength: 1, maxLength: most })
    .chain((chosen) => fc.tuple(...chosen.map((at) => constraints[at]!)))
    .map((parts) => parts.join(' ; '));
}

/** Bodies of shapes; property shapes below another shape have a path of their own choice. */
function shapeBodies(
  path: fc.Arbitrary<string>,
  pathBelow: fc.Arbitrary<string>,
): fc.Arbitrary<string> {
  const property = (
    nested: fc.Arbitrary<string>,
    child: fc.Arbitrary<string>,
    at: fc.Arbitrary<string>,
  ): fc.Arbitrary<string> =>
    joined(
      at.map((one) => `sh:path ${one}`),
      common,
      some([...anyConstraints(nested), ...propertyConstraints(nested), child], 3),
    );
  return fc.letrec<Record<'any' | 'node' | 'below' | 'nested' | 'child', string>>((tie) => ({
    any: fc.oneof(tie('node'), property(tie('nested'), tie('child'), path)),
    nested: fc.oneof(
      { maxDepth: 2, depthIdentifier: 'shape' },
      some(anyConstraints(fc.constant('[ sh:nodeKind sh:IRI ]')), 2).map((body) => `[ ${body} ]`),
      tie('node').map((body) => `[ ${body} ]`),
      tie('below').map((body) => `[ ${body} ]`),
    ),
    child: tie('below').map((body) => `sh:property [ ${body} ]`),
    node: joined(common, some([...anyConstraints(tie('nested')), tie('child')], 3)),
    below: property(tie('nested'), tie('child'), pathBelow),
  })).any;
}

function joined(...parts: readonly fc.Arbitrary<string>[]): fc.Arbitrary<string> {
  return fc.tuple(...parts).map((some) => some.filter((one) => one !== '').join(' ; '));
}

const target = of([
  ...CLASSES.map((type) => `sh:targetClass ${type}`),
  ...PREDICATES.map((one) => `sh:targetSubjectsOf ${one}`),
  ...PREDICATES.map((one) => `sh:targetObjectsOf ${one}`),
  ...['ex:a', 'ex:absent', '"A"@nb'].map((one) => `sh:targetNode ${one}`),
]);
const closed = fc
  .subarray(PREDICATES)
  .map((allowed) =>
    [
      'sh:closed true ; sh:ignoredProperties ( rdf:type )',
      ...allowed.map((one) => `sh:property [ sh:path ${one} ]`),
    ].join(' ; '),
  );

function shapesOf(
  path: fc.Arbitrary<string>,
  pathBelow: fc.Arbitrary<string>,
): fc.Arbitrary<string> {
  const body = fc.oneof(
    { weight: 4, arbitrary: shapeBodies(path, pathBelow) },
    { weight: 1, arbitrary: closed },
  );
  return fc
    .array(fc.tuple(target, body), { minLength: 1, maxLength: 3 })
    .map((shapes) => shapes.map(([aim, text], at) => `ex:S${at} ${aim} ; ${text} .`).join('\n'));
}

/** Shapes that shacl-engine checks right: coming back to a node by a way it came, it forgets what it found there. */
export const engineShapes = shapesOf(enginePath, simplePath);
/** Everything in SHACL Core that the generator knows. */
export const anyShapes = shapesOf(anyPath, anyPath);

export function shapesGraph(text: string): readonly Quad[] {
  return quadsOf(`@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
    @prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> . ${text}`);
}

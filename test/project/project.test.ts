/** The public projection: default deny by record, by property and by link (C2, C3; safety.md 3.1). */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { allowList } from '../../src/project/allow-list.js';
import { BASE } from '../support/harvest-world.js';
import { id, lines, turtle } from '../support/turtle.js';
import { ALLOW, OPEN, openDataset, shown } from './projection-world.js';

const DATASET = ':datasett\\/d a dcat:Dataset ; dct:title "D"@nb';

test.each([
  ['exactly the open class', `${DATASET} ; ${OPEN} .`, true],
  ['no class', `${DATASET} .`, false],
  ['a closed class', `${DATASET} ; kdm:recordClass konf:intern .`, false],
  ['two classes', `${DATASET} ; kdm:recordClass konf:apen , konf:intern .`, false],
  ['an unknown class', `${DATASET} ; kdm:recordClass konf:offentlig .`, false],
  [
    "another municipality's open class",
    `${DATASET} ; kdm:recordClass <https://data.oslo.example/kode/konfidensialitet/apen> .`,
    false,
  ],
  ['the word for it', `${DATASET} ; kdm:recordClass "Åpen" .`, false],
  ['its IRI as text', `${DATASET} ; kdm:recordClass "${BASE}kode/konfidensialitet/apen" .`, false],
  ['it and its IRI as text', `${DATASET} ; ${OPEN} , "${BASE}kode/konfidensialitet/apen" .`, false],
  ['a blank node', `${DATASET} ; kdm:recordClass [ dct:identifier "apen" ] .`, false],
  [
    'open data, but no class of the description',
    `${DATASET} ; kdm:confidentialityClass konf:apen .`,
    false,
  ],
  [
    'protected data and an open description',
    `${DATASET} ; ${OPEN} ; kdm:confidentialityClass konf:vernet .`,
    true,
  ],
])('C2 a record with %s', (_, graph, isPublic) => {
  expect(shown(graph).subjects).toEqual(isPublic ? ['datasett/d'] : []);
  if (!isPublic) expect(shown(graph).lines).toEqual([]);
});

test.each([
  ['no type', `:datasett\\/d dct:title "D"@nb ; ${OPEN} .`],
  ['a type that is not on the list', `:x\\/d a kdm:Integration ; ${OPEN} .`],
  [
    'a second type that is not on the list',
    `:datasett\\/d a dcat:Dataset , kdm:Integration ; ${OPEN} .`,
  ],
  ['two primary classes', `:datasett\\/d a dcat:Dataset , kdm:System ; ${OPEN} .`],
  ['an IRI outside the base', `<https://andre.example/d> a dcat:Dataset ; ${OPEN} .`],
  [
    'an IRI whose base only begins like ours',
    `<https://data.eksempel.example.ond/d> a dcat:Dataset ; ${OPEN} .`,
  ],
  ['no name at all', `[] a dcat:Dataset ; ${OPEN} .`],
])('C3 an open record with %s stays inside', (_, graph) => {
  expect(shown(graph).lines).toEqual([]);
});

test('H17 a record that validation holds back stays inside, and nothing points to it', () => {
  const graph =
    openDataset('dct:relation :datasett\\/e') + `:datasett\\/e a dcat:Dataset ; ${OPEN} .`;
  const { subjects, lines: kept } = shown(graph, { held: new Set([id('datasett/e')]) });
  expect(subjects).toEqual(['datasett/d']);
  expect(kept.join()).not.toContain('datasett/e');
});

test.each([
  ['dct:title "D"@nb', true],
  ['dct:identifier "d"', true],
  ['dcat:keyword "bad"@nb', true],
  ['dct:accessRights right:PUBLIC', true],
  ['kdm:confidentialityClass konf:apen', true],
  ['kdm:recordClass konf:apen', false],
  ['kdm:sourceNumber "412"', false],
  ['adms:status status:COMPLETED', false],
  ['prov:wasAttributedTo :virksomhet\\/v', false],
  ['<https://ex.example/hemmelig> "x"', false],
  ['skos:editorialNote "x"@nb', false],
])('C3 the statement %s of a dataset is public: %s', (said, isPublic) => {
  const graph = `:datasett\\/d a dcat:Dataset ; ${OPEN} ; ${said} .`;
  const line = lines(turtle(`:datasett\\/d ${said} .`));
  expect(shown(graph).lines.includes(line[0]!)).toBe(isPublic);
});

test('C3 every statement that passes is on the list of its class, whatever is said', () => {
  const predicates = [...ALLOW.propertiesOf('http://www.w3.org/ns/dcat#Dataset')];
  const said = fc.array(
    fc.tuple(
      fc.oneof(fc.constantFrom(...predicates), fc.webUrl()),
      fc.oneof(
        fc.constant('"tekst"@nb'),
        fc.constantFrom('skjult', 'apen', 'finnes-ikke').map((one) => `:datasett\\/${one}`),
      ),
    ),
    { maxLength: 8 },
  );
  fc.assert(
    fc.property(said, (statements) => {
      const graph =
        statements.map(([p, o]) => openDataset(`<${p}> ${o}`)).join('') +
        `:datasett\\/apen a dcat:Dataset ; ${OPEN} . :datasett\\/skjult a dcat:Dataset ; kdm:recordClass konf:vernet .`;
      const text = shown(graph).lines;
      expect(text.join()).not.toMatch(/skjult|finnes-ikke|recordClass/);
      for (const line of text) {
        const predicate = /> <([^>]*)>/.exec(line)![1]!;
        expect(predicate.endsWith('#type') || predicates.includes(predicate)).toBe(true);
      }
    }),
  );
});

test.each([
  ['a record that is not public', ':datasett\\/hemmelig', false],
  ['a thing that was never described', ':datasett\\/finnes-ikke', false],
  ["a code of the municipality's own that is not there", '<../kode/tema/x>', false],
  ['a graph', '<../graph/harvested/hr>', false],
  ['a code that is there', 'right:PUBLIC', true],
  ["the municipality's own file", '<../fil/bad.csv>', true],
  ['an outside address', '<https://www.eksempel.example/side>', true],
])('C3 a link to %s is kept: %s', (_, target, isKept) => {
  const graph =
    openDataset(`dct:relation ${target}`) +
    ':datasett\\/hemmelig a dcat:Dataset ; kdm:recordClass konf:intern .';
  expect(shown(graph).lines).toHaveLength(isKept ? 2 : 1);
});

const DISTRIBUTION = `:distribusjon\\/x a dcat:Distribution ; ${OPEN} ; dct:title "X"@nb .\n`;

test('C3 an open part goes out only when something public points to it', () => {
  expect(shown(DISTRIBUTION).subjects).toEqual([]);
  expect(shown(DISTRIBUTION + openDataset('dcat:distribution :distribusjon\\/x')).subjects).toEqual(
    ['datasett/d', 'distribusjon/x'],
  );
  const closed = `:datasett\\/d a dcat:Dataset ; kdm:recordClass konf:intern ; dcat:distribution :distribusjon\\/x .`;
  expect(shown(DISTRIBUTION + closed).subjects).toEqual([]);
});

test('C3 parts of parts follow over any number of steps, and a ring of parts that nothing points to does not', () => {
  const law = `:lov\\/a a eli:LegalResource ; ${OPEN} ; dct:relation :lov\\/b .
    :lov\\/b a eli:LegalResource ; ${OPEN} ; dct:relation :lov\\/a .\n`;
  expect(shown(law).subjects).toEqual([]);
  const graph = `${law}${openDataset('<http://data.europa.eu/r5r/applicableLegislation> :lov\\/a')}`;
  expect(shown(graph).subjects).toEqual(['datasett/d', 'lov/a', 'lov/b']);
});

test('C3 a part is not reached over a property that is not public', () => {
  expect(shown(DISTRIBUTION + openDataset('kdm:hidden :distribusjon\\/x')).subjects).toEqual([
    'datasett/d',
  ]);
});

test('C3 a part that two sources describe alike is one open part', () => {
  const graph = openDataset('<http://data.europa.eu/r5r/applicableLegislation> :lov\\/a');
  const law = `:lov\\/a a eli:LegalResource ; ${OPEN} ; dct:title "Loven"@nb .`;
  const both = [
    ...turtle(graph, 'harvested/en'),
    ...turtle(law, 'harvested/en'),
    ...turtle(law, 'harvested/to'),
  ];
  expect(shown(both).subjects).toEqual(['datasett/d', 'lov/a']);
  expect(shown(both).lines).toEqual(shown([...turtle(graph), ...turtle(law)]).lines);
});

test('the allow-list comes from the shapes: class, its properties, the types that may stand', () => {
  const allow = allowList(
    turtle(
      `:S a sh:NodeShape ; sh:targetClass dcat:Dataset ; sh:property [ sh:path dct:title ] , :P .
      :P sh:path rdf:type ; sh:in ( dcat:Dataset foaf:Agent ) .`
        .replace('rdf:type', 'a')
        .replace('sh:path a', 'sh:path <http://www.w3.org/1999/02/22-rdf-syntax-ns#type>'),
    ),
  );
  expect([...allow.classes]).toEqual(['http://www.w3.org/ns/dcat#Dataset']);
  expect([...allow.propertiesOf('http://www.w3.org/ns/dcat#Dataset')].sort()).toEqual([
    'http://purl.org/dc/terms/title',
    'http://www.w3.org/1999/02/22-rdf-syntax-ns#type',
  ]);
  expect(allow.types.has('http://xmlns.com/foaf/0.1/Agent')).toBe(true);
  expect([...allow.propertiesOf('http://www.w3.org/ns/dcat#Catalog')]).toEqual([]);
});

test('3.1 the real allow-list never names the class of a description or the class of a system', () => {
  for (const one of ALLOW.classes)
    expect(ALLOW.propertiesOf(one).has('https://w3id.org/datavev/def/kdm#recordClass')).toBe(false);
  const system = ALLOW.propertiesOf('https://w3id.org/datavev/def/kdm#System');
  expect(system.has('https://w3id.org/datavev/def/kdm#confidentialityClass')).toBe(false);
});

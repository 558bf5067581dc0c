import { expect, test } from 'vitest';
import { descriptionOf } from '../../src/feed/feed-graph.js';
import { memberTest } from '../../src/feed/full-view.js';
import { GraphIndex } from '../../src/rdf/graph-index.js';
import { parseTurtle } from '../../src/rdf/parse.js';
import type { Quad } from '../../src/rdf/terms.js';

const ID = 'https://data.kommunen.example/id/';
const GRAPH = new GraphIndex(
  parseTurtle(`
    @base <${ID}> .
    @prefix dcat: <http://www.w3.org/ns/dcat#> .
    @prefix dct: <http://purl.org/dc/terms/> .
    @prefix skos: <http://www.w3.org/2004/02/skos/core#> .
    @prefix theme: <http://publications.europa.eu/resource/authority/data-theme/> .

    <katalog/kommunen> a dcat:Catalog ; dcat:dataset <datasett/skoler> , <datasett/elever> .
    <datasett/skoler> a dcat:Dataset ;
        dct:title "Skoler"@nb ;
        dcat:theme theme:EDUC ;
        dct:source <datasett/elever> ;
        dcat:inSeries <serie/skoler> ;
        dcat:distribution <distribusjon/skoler> .
    <datasett/elever> a dcat:Dataset ; dct:title "Elever"@nb .
    <serie/skoler> a dcat:DatasetSeries ; dct:title "Skoler i alle år"@nb .
    <distribusjon/skoler> a dcat:Distribution ; dcat:accessService <datatjeneste/skoler> .
    <datatjeneste/skoler> a dcat:DataService ;
        dcat:servesDataset <datasett/skoler> , <datasett/elever> ;
        dcat:contactPoint [ dct:title "Skolekontoret"@nb ] .
    theme:EDUC a skos:Concept ; skos:inScheme <http://publications.europa.eu/resource/authority/data-theme> .
    <http://publications.europa.eu/resource/authority/data-theme> a skos:ConceptScheme ; skos:hasTopConcept theme:EDUC .
  `).quads,
);

const closureOf = (dataset: string): Quad[] =>
  descriptionOf(
    {
      isMember: memberTest(
        ['datasett/skoler', 'datasett/elever', 'serie/skoler'].map((one) => ID + one),
      ),
      about: (node) => GRAPH.about(node),
    },
    dataset,
  );
const described = (dataset: string): string[] => [
  ...new Set(
    closureOf(ID + dataset).map(({ subject }) =>
      subject.termType === 'BlankNode' ? '[]' : subject.value.replace(ID, ''),
    ),
  ),
];

test('a dataset takes along all it leads to, blank nodes and code lists too', () => {
  expect(described('datasett/skoler')).toEqual([
    'datasett/skoler',
    'http://publications.europa.eu/resource/authority/data-theme/EDUC',
    'distribusjon/skoler',
    'http://publications.europa.eu/resource/authority/data-theme',
    'datatjeneste/skoler',
    '[]',
  ]);
});

test('other datasets, series and the catalogue are named but not described', () => {
  const closure = closureOf(`${ID}datasett/skoler`);
  const objects = closure.map(({ object }) => object.value.replace(ID, ''));
  expect(objects).toEqual(expect.arrayContaining(['datasett/elever', 'serie/skoler']));
  expect(described('datasett/elever')).toEqual(['datasett/elever']);
  expect(described('serie/skoler')).toEqual(['serie/skoler']);
});

test('each statement is taken once, circles or not', () => {
  const closure = closureOf(`${ID}datasett/skoler`);
  expect(closure).toHaveLength(17);
  expect(new Set(closure).size).toBe(closure.length);
});

test('a dataset nobody describes has an empty closure', () => {
  expect(closureOf(`${ID}datasett/ukjent`)).toEqual([]);
});

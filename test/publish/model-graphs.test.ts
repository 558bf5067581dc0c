/** Information models go out apart from the catalogue, each with its licence (model.md 9). */
import { expect, test } from 'vitest';
import { iri } from '../../src/model/iri.js';
import { separateModels } from '../../src/publish/model-graphs.js';
import { parseTurtle } from '../../src/rdf/parse.js';

const BASE = iri('https://data.oslo.example/');
const { quads } = parseTurtle(`
@base <https://data.oslo.example/id/> .
@prefix dcat: <http://www.w3.org/ns/dcat#> .
@prefix dct: <http://purl.org/dc/terms/> .
@prefix kdm: <https://w3id.org/datavev/def/kdm#> .
@prefix m: <https://data.norge.no/vocabulary/modelldcatno#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
<modell/ggm> a m:InformationModel ; dcat:hasVersion <modell/ggm/versjon/2.5.1> ; m:containsModelElement <objekttype/los> .
<modell/ggm/versjon/2.5.1> a m:InformationModel ; dct:isVersionOf <modell/ggm> .
<modul/hr> a m:Module ; dct:isPartOf <modul/intern> . <modul/intern> a m:Module ; dct:isPartOf <modell/ggm> .
<objekttype/ansatt> a m:ObjectType ; m:belongsToModule <modul/hr> ; m:hasProperty <attributt/navn> .
<objekttype/los> a m:ObjectType ; m:hasProperty <attributt/los> .
<attributt/navn> a m:Attribute ; m:belongsToModule <modul/hr> . <attributt/los> a m:Attribute .
<kodeliste/form> a m:CodeList ; m:belongsToModule <modul/hr> . <kode/fast> a m:CodeElement ; skos:inScheme <kodeliste/form> .
<modell/egen> a m:InformationModel . <objekttype/tre> a m:ObjectType ; dct:isPartOf <modell/egen> .
<objekttype/foreldrelos> a m:ObjectType .
<datasett/ansatte> a dcat:Dataset ; kdm:realises <objekttype/ansatt> ; dct:conformsTo <modell/ggm> ; dct:isPartOf <modell/ggm> .
<realisering/ansatte> a kdm:Realisation ; kdm:objectType <objekttype/ansatt> .
`);
const names = (all: typeof quads) =>
  [...new Set(all.map(({ subject }) => subject.value.slice(`${BASE}id/`.length)))].sort();
const separated = separateModels(quads, BASE);

test('each model has a graph of its own, with all that belongs to it', () => {
  expect(separated.models.map(({ key, graph }) => [key, graph])).toEqual([
    ['egen', 'https://data.oslo.example/graph/modell/egen'],
    ['ggm', 'https://data.oslo.example/graph/modell/ggm'],
  ]);
  expect(separated.models.map((one) => names([...one.quads]))).toEqual([
    ['modell/egen', 'objekttype/tre'],
    [
      ...['attributt/los', 'attributt/navn', 'kode/fast', 'kodeliste/form', 'modell/ggm'],
      ...[
        'modell/ggm/versjon/2.5.1',
        'modul/hr',
        'modul/intern',
        'objekttype/ansatt',
        'objekttype/los',
      ],
    ],
  ]);
});

test('what refers to a model stays in the catalogue, and nothing is lost', () => {
  expect(names([...separated.catalogue])).toEqual([
    'datasett/ansatte',
    'objekttype/foreldrelos',
    'realisering/ansatte',
  ]);
  const total = separated.models.reduce((sum, one) => sum + one.quads.length, 0);
  expect(total + separated.catalogue.length).toBe(quads.length);
});

test('modules that are part of each other in a ring belong to no model', () => {
  const ring = parseTurtle(`
    @prefix dct: <http://purl.org/dc/terms/> . @prefix m: <https://data.norge.no/vocabulary/modelldcatno#> .
    <https://data.oslo.example/id/modul/a> a m:Module ; dct:isPartOf <https://data.oslo.example/id/modul/b> .
    <https://data.oslo.example/id/modul/b> a m:Module ; dct:isPartOf <https://data.oslo.example/id/modul/a> .`);
  expect(separateModels(ring.quads, BASE).models).toEqual([]);
});

/** What only the projection knows: the catalogue's members and date, and the codes that public things use (C6). */
import { describe, expect, test } from 'vitest';
import { catalogueLinks } from '../../src/project/catalogue-links.js';
import { companions } from '../../src/project/companions.js';
import { iri } from '../../src/model/iri.js';
import { GraphIndex } from '../../src/rdf/graph-index.js';
import { namedNode } from '../../src/rdf/terms.js';
import { id, lines, turtle } from '../support/turtle.js';

const CATALOG = namedNode(iri(id('katalog/k')));
const links = (graph: string): string[] => lines(catalogueLinks(turtle(graph), CATALOG));

test('the members of the catalogue are its public datasets, series and services', () => {
  const graph = `:katalog\\/k a dcat:Catalog . :a a dcat:Dataset . :b a dcat:DatasetSeries . :c a dcat:DataService .
    :x a dcat:Distribution . :s a kdm:System .`;
  const stated = links(graph).filter((line) => line.startsWith(`<${CATALOG.value}> `));
  expect(stated).toEqual(
    lines(
      turtle(
        ':katalog\\/k dcat:dataset :a , :b ; dcat:service :c ; dcat:catalog :katalog\\/k-tjenester .',
      ),
    ),
  );
});

describe('PR7 the catalogue of services', () => {
  const about = (graph: string): string[] =>
    links(graph).filter((line) => line.startsWith(`<${CATALOG.value}-tjenester> `));
  const first = `:katalog\\/k a dcat:Catalog ; dct:title "Data"@nb , "Data"@nn , "Data"@en ; dct:publisher :v ;
    dcat:contactPoint :p ; dct:issued "2026-01-15"^^xsd:date ; dct:identifier "k" ; dcat:dataset :a .`;

  test('lists the services, and says the rest as the first catalogue does', () => {
    expect(about(`${first} :c a dcat:DataService .`)).toEqual(
      lines(
        turtle(`:katalog\\/k-tjenester a dcat:Catalog ; dcat:service :c ; dct:identifier "k-tjenester" ;
          dct:title "Data: datatjenester"@nb , "Data: datatenester"@nn , "Data: data services"@en ;
          dct:description "Datatjenestene i katalogen: grensesnitt som programmer kan hente data fra."@nb ,
            "Datatenestene i katalogen: grensesnitt som program kan hente data frå."@nn ,
            "The data services of the catalogue: interfaces that programs can fetch data from."@en ;
          dct:publisher :v ; dcat:contactPoint :p ;
          dct:issued "2026-01-15"^^xsd:date ; dct:modified "2026-01-15"^^xsd:date .`),
      ),
    );
  });

  test('is none where there are no services', () => {
    expect(about(`${first} :a a dcat:Dataset .`)).toEqual([]);
    expect(links(first).join()).not.toContain('tjenester');
  });
});

test('C6 the date of the catalogue is the latest among its public things', () => {
  const graph = `:katalog\\/k a dcat:Catalog ; dct:issued "2024-01-01"^^xsd:date .
    :a a dcat:Dataset ; dct:issued "2025-05-05"^^xsd:date ; dct:modified "2026-02-03T10:00:00Z"^^xsd:dateTime .
    :x a dcat:Distribution ; dct:modified "2026-02-04"^^xsd:date .
    :s a kdm:System ; dct:modified "2026-12-31"^^xsd:date .`;
  expect(links(graph)).toContain(
    lines(turtle(':katalog\\/k dct:modified "2026-02-04"^^xsd:date .'))[0],
  );
});

test('a date that the catalogue states itself stands', () => {
  const graph = `:katalog\\/k a dcat:Catalog ; dct:modified "2024-01-01"^^xsd:date . :a a dcat:Dataset ; dct:modified "2026-01-01"^^xsd:date .`;
  expect(links(graph).join()).not.toContain('modified');
});

test('C6 without a public catalogue nothing is said of it; without dates no date', () => {
  expect(links(':a a dcat:Dataset .')).toEqual([]);
  expect(links(':katalog\\/k a dcat:Catalog .')).toEqual([]);
});

const REFERENCE = new GraphIndex(
  turtle(`right:PUBLIC a skos:Concept ; skos:prefLabel "offentlig"@nb , "public"@en ; skos:inScheme <https://ex.example/scheme> ;
      skos:broader right:ALL ; skos:narrower right:SOME ; skos:definition "lang"@nb ; skos:notation "P" .
    right:ALL a skos:Concept ; skos:prefLabel "alt"@nb .
    <https://ex.example/scheme> a skos:ConceptScheme ; skos:prefLabel "Tilgang"@nb ; skos:hasTopConcept right:ALL .
    right:UNUSED a skos:Concept ; skos:prefLabel "ubrukt"@nb .`),
);

test('a code in use is described with its scheme, and never with what is broader or narrower', () => {
  const found = lines(
    companions(
      turtle(':a dct:accessRights right:PUBLIC . :b dct:accessRights right:PUBLIC .'),
      REFERENCE,
    ),
  );
  expect(found).toEqual(
    lines(
      turtle(`right:PUBLIC a skos:Concept ; skos:prefLabel "offentlig"@nb , "public"@en ; skos:notation "P" ;
          skos:inScheme <https://ex.example/scheme> .
        <https://ex.example/scheme> a skos:ConceptScheme ; skos:prefLabel "Tilgang"@nb .`),
    ),
  );
});

test('a code that is only a type, or that nothing uses, is not described', () => {
  expect(companions(turtle(':a a right:PUBLIC ; dct:title "right"@nb .'), REFERENCE)).toEqual([]);
});

/** For each rule of the bridge, what a dataset must say for the rule to have something to do. */
import { readBridgeRules } from '../../src/config/bridge-rules.js';
import { bridged, type Bridge } from '../../src/feed/bridge.js';
import type { FeedGraph } from '../../src/feed/feed-graph.js';
import { fullView } from '../../src/feed/full-view.js';
import type { BridgeRule } from '../../src/model/bridge-rule.js';
import { fdkBridge, type GeoNames } from '../../src/publish/fdk-bridge.js';
import { GraphIndex } from '../../src/rdf/graph-index.js';
import { REFERENCE, world } from '../official-shapes/world.js';
import { BASE, SHAPES } from '../shapes/fixtures.js';

export const OSLO = 'https://data.geonorge.no/administrativeEnheter/kommune/id/173018';
export const CATALOG = `${BASE}id/katalog/k`;
const OTHER = `<datasett/elever> a dcat:Dataset ; dct:title "Elever"@nb ; dct:description "Alle."@nb ;
  dct:identifier "elever" ; dct:publisher <virksomhet/v> ; dcat:contactPoint <kontakt/k> ; dcat:theme eu:data-theme\\/EDUC .
  <katalog/k> dcat:dataset <datasett/elever> .`;

export const EXERCISES: Readonly<Record<string, string>> = {
  B1: '<distribusjon/csv> dcat:byteSize "2048"^^xsd:nonNegativeInteger .',
  B2: `<distribusjon/csv> adms:status eu:distribution-status\\/COMPLETED ; spdx:checksum <sjekksum/s> .
    <sjekksum/s> a spdx:Checksum ; spdx:algorithm spdx:checksumAlgorithm_sha256 ; spdx:checksumValue "9f86"^^xsd:hexBinary .`,
  B3: `<datasett/skoler> dct:spatial <${OSLO}> .`,
  B4: `<datasett/skoler> dcatap:applicableLegislation <lov/l> . <lov/l> a eli:LegalResource ;
    dct:type <https://data.norge.no/vocabulary/legal-resource-type#act> ; dct:title "Opplæringslova"@nb ;
    rdfs:seeAlso <https://lovdata.no/lov/2023-06-09-30> .`,
  B5: `<katalog/k> dcat:themeTaxonomy eu:data-theme ; dcat:service <datatjeneste/api> ; dcat:catalog <katalog/k-tjenester> .
    <katalog/k-tjenester> a dcat:Catalog ; dct:title "Tjenester"@nb ; dct:description "Alle."@nb ;
    dct:publisher <virksomhet/v> ; dcat:contactPoint <kontakt/k> ; dcat:service <datatjeneste/api> .`,
  B6: '<datasett/skoler> dct:creator <virksomhet/w> , <virksomhet/v> . <virksomhet/w> a foaf:Agent ; foaf:name "Statistikk"@nb .',
  B7: `<datasett/skoler> dct:source <datasett/elever> ; dct:replaces <datasett/elever> ;
    dcat:qualifiedRelation <relasjon/r> . ${OTHER}
    <relasjon/r> a dcat:Relationship ; dct:relation <datasett/elever> ; dcat:hadRole <https://rolle.example/del> .`,
  B8: `<datatjeneste/api> dcat:servesDataset <datasett/skoler> , <datasett/elever> . ${OTHER}`,
};

export const RULES = readBridgeRules(SHAPES);

const GEONAMES: GeoNames = {
  [OSLO]: { iri: 'http://sws.geonames.org/3143244/', name: { nb: 'Oslo', nn: 'Oslo', en: 'Oslo' } },
};

export function bridgeOf(rules: readonly BridgeRule[], geonames = GEONAMES): Bridge {
  return fdkBridge(rules, geonames, REFERENCE);
}

export function viewOf(...additions: readonly string[]): FeedGraph {
  return fullView(new GraphIndex(world(additions.join('\n'))), CATALOG);
}

export function fdkViewOf(...additions: readonly string[]): FeedGraph {
  return bridged(viewOf(...additions), bridgeOf(RULES));
}

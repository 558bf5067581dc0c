/** One dataset that every judge accepts, with the codes described as in our feeds, and what each judge says of an addition. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { descriptionOf } from '../../src/feed/feed-graph.js';
import { memberTest } from '../../src/feed/full-view.js';
import { companions } from '../../src/project/companions.js';
import { outsideThings } from '../../src/project/outside-things.js';
import { GraphIndex } from '../../src/rdf/graph-index.js';
import { parseTurtle } from '../../src/rdf/parse.js';
import type { Quad } from '../../src/rdf/terms.js';
import { dcat } from '../../src/rdf/vocabularies.js';
import { BASE, ONTOLOGY } from '../shapes/fixtures.js';

const PREFIXES = `
  @base <${BASE}id/> .
  @prefix adms: <http://www.w3.org/ns/adms#> .
  @prefix cv: <http://data.europa.eu/m8g/> .
  @prefix dcat: <http://www.w3.org/ns/dcat#> .
  @prefix dcatap: <http://data.europa.eu/r5r/> .
  @prefix dct: <http://purl.org/dc/terms/> .
  @prefix eli: <http://data.europa.eu/eli/ontology#> .
  @prefix eu: <http://publications.europa.eu/resource/authority/> .
  @prefix foaf: <http://xmlns.com/foaf/0.1/> .
  @prefix odrs: <http://schema.theodi.org/odrs#> .
  @prefix prov: <http://www.w3.org/ns/prov#> .
  @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
  @prefix skos: <http://www.w3.org/2004/02/skos/core#> .
  @prefix spdx: <http://spdx.org/rdf/terms#> .
  @prefix vcard: <http://www.w3.org/2006/vcard/ns#> .
  @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
`;

export const DATASET = `${BASE}id/datasett/skoler`;

const WORLD = `
  <katalog/k> a dcat:Catalog ;
    dct:title "Data"@nb ; dct:description "Alt."@nb ; dct:identifier "k" ; dct:publisher <virksomhet/v> ;
    dcat:contactPoint <kontakt/k> ; dcat:dataset <datasett/skoler> ; dct:license eu:licence\\/CC0 ;
    dct:modified "2026-11-02"^^xsd:date ; dct:issued "2026-01-15"^^xsd:date ; foaf:homepage <https://kommunen.example/data> ;
    dct:language eu:language\\/NOB ; dct:spatial eu:country\\/NOR .
  <datasett/skoler> a dcat:Dataset ;
    dct:title "Skoler"@nb ; dct:description "Alle skoler."@nb ; dct:identifier "skoler" ; dct:publisher <virksomhet/v> ;
    dcat:contactPoint <kontakt/k> ; dcat:theme eu:data-theme\\/EDUC , <https://psi.norge.no/los/ord/barnehageplass> ;
    dcat:keyword "skole"@nb ; dct:accessRights eu:access-right\\/PUBLIC ; dct:spatial eu:country\\/NOR ;
    dct:temporal <periode/p> ; dct:accrualPeriodicity eu:frequency\\/ANNUAL ; dct:language eu:language\\/NOB ;
    dct:type eu:dataset-type\\/CODE_LIST ; dcat:landingPage <https://kommunen.example/skoler> ;
    dct:conformsTo <https://www.rfc-editor.org/rfc/rfc4180> , <https://spec.example/skoler> ;
    prov:wasGeneratedBy <https://data.norge.no/vocabulary/provenance-activity-type#collecting-from-user> ;
    dcat:distribution <distribusjon/csv> .
  <distribusjon/csv> a dcat:Distribution ;
    dct:title "CSV"@nb ; dct:description "Én rad per skole."@nb ; dcat:accessURL <https://kommunen.example/skoler> ;
    dcat:downloadURL <https://kommunen.example/skoler.csv> ; dct:format eu:file-type\\/CSV ;
    dcat:mediaType <https://www.w3.org/ns/iana/media-types/text/csv> ; LICENCE
    dct:rights <vilkar/v> ; dcat:accessService <datatjeneste/api> ;
    dcatap:availability eu:planned-availability\\/STABLE .
  <datatjeneste/api> a dcat:DataService ;
    dct:title "API"@nb ; dct:identifier "api" ; dct:publisher <virksomhet/v> ; dcat:contactPoint <kontakt/k> ;
    dcat:endpointURL <https://api.kommunen.example/v1> ; dct:license eu:licence\\/CC_BY_4_0 .
  <virksomhet/v> a foaf:Agent ; foaf:name "Skoleetaten"@nb ; dct:identifier "958935420" .
  <kontakt/k> a vcard:Kind , vcard:Organization ; vcard:fn "Skolekontoret" ; vcard:hasURL <https://kommunen.example/kontakt> .
  <periode/p> a dct:PeriodOfTime ; dcat:startDate "2026-01-01"^^xsd:date .
  <vilkar/v> a odrs:RightsStatement , dct:RightsStatement ; odrs:attributionText "Kommunen"@nb .
`;
const LICENCE = 'dct:license eu:licence\\/CC_BY_4_0 ;';

export const REFERENCE = new GraphIndex(
  readdirSync(join(ONTOLOGY, 'vocab'))
    .filter((name) => name.endsWith('.ttl'))
    .flatMap(
      (file) => parseTurtle(readFileSync(join(ONTOLOGY, 'vocab', file), 'utf8'), { file }).quads,
    ),
);

/** The world with an addition, as a feed would hold it. */
export function world(addition = '', licence = LICENCE): readonly Quad[] {
  return described(`${WORLD.replace('LICENCE', licence)} ${addition}`);
}

/** Turtle with the prefixes above, and every code it uses described. */
export function described(turtle: string): readonly Quad[] {
  const { quads } = parseTurtle(PREFIXES + turtle);
  const codes = companions(quads, REFERENCE);
  return [...quads, ...codes, ...outsideThings([...quads, ...codes])];
}

/** What FDK takes of a dataset. */
export function closure(quads: readonly Quad[], dataset = DATASET): readonly Quad[] {
  const graph = new GraphIndex(quads);
  const members = [...graph.instances(dcat.Dataset), ...graph.instances(dcat.DatasetSeries)];
  const isMember = memberTest(members.map(({ value }) => value));
  return descriptionOf({ isMember, about: (node) => graph.about(node) }, dataset);
}

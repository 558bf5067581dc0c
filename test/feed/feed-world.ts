/** A catalogue with all that feeds stumble on: shared things, services, a series, texts and IRIs that need escapes. */
import { fullView } from '../../src/feed/full-view.js';
import { feedFiles, type FeedInput } from '../../src/feed/feed-files.js';
import { iri } from '../../src/model/iri.js';
import { GraphIndex } from '../../src/rdf/graph-index.js';
import type { Quad } from '../../src/rdf/terms.js';
import { BASE } from '../support/harvest-world.js';
import { id, turtle } from '../support/turtle.js';

export const CATALOG = id('katalog/k');
export const NASTY = [
  'Et «navn» med "sitat", \\ og\nlinjeskift',
  ' <b>ikke merking</b> & ]]> <!-- heller ikke -->',
  'Sámi áššit – 😀 𝄞 é',
  '{"@id": "x"} \t slutt ',
];

/** Turtle of a catalogue with so many datasets; `titles` stand in place of the usual ones. */
export function catalogue(count: number, titles: Readonly<Record<number, string>> = {}): string {
  const datasets = Array.from({ length: count }, (_, at) => {
    const title = titles[at] ?? NASTY[at % NASTY.length] ?? '';
    return `:katalog\\/k dcat:dataset :datasett\\/d${at} .
      :datasett\\/d${at} a dcat:Dataset ; dct:title ${JSON.stringify(title)}@nb ; dct:identifier "${identifier(at)}" ;
        dct:publisher :virksomhet\\/v${at % 3} ; dcat:contactPoint :kontakt\\/k ; dct:subject :begrep\\/b${at % 5} ;
        dcat:landingPage <https://kommunen.example/sk%C3%B8yter?a=1&b=${at}> ; kdm:storedIn :system\\/s ;
        dcat:distribution :distribusjon\\/d${at} ${at % 4 === 0 ? '; dct:source :datasett\\/d0 ; dcat:inSeries :serie\\/s' : ''} .
      :distribusjon\\/d${at} a dcat:Distribution ; dct:title "CSV"@nb ; dcat:byteSize "0${at}"^^xsd:nonNegativeInteger ;
        dcat:accessURL <https://kommunen.example/d${at}> ; dcat:accessService :datatjeneste\\/t${at % 2} .`;
  });
  return `${COMMON}\n${datasets.join('\n')}`;
}

/** Capitals among them, and no order of their own. */
function identifier(at: number): string {
  return `${at % 2 === 0 ? 'D' : 'd'}-${(at * 37) % 1000}`;
}

const COMMON = `
  :katalog\\/k a dcat:Catalog ; dct:title "Data"@nb ; dct:publisher :virksomhet\\/v0 ; dcat:catalog :katalog\\/k-tjenester ;
    dcat:dataset :serie\\/s ; dcat:record :post\\/p ; dcat:service :datatjeneste\\/t0 , :datatjeneste\\/t1 , :datatjeneste\\/alene .
  :katalog\\/k-tjenester a dcat:Catalog ; dct:title "Tjenester"@nb ; dct:publisher :virksomhet\\/v0 ;
    dcat:service :datatjeneste\\/t0 , :datatjeneste\\/t1 , :datatjeneste\\/alene .
  :serie\\/s a dcat:DatasetSeries ; dct:title "Serie"@nb ; dct:identifier "serie" ; dct:publisher :virksomhet\\/v1 .
  :datatjeneste\\/t0 a dcat:DataService ; dct:title "API 0"@nb ; dct:publisher :virksomhet\\/v0 ; dct:conformsTo :standard\\/oas .
  :datatjeneste\\/t1 a dcat:DataService ; dct:title "API 1"@nb ; dct:publisher :virksomhet\\/v1 ; dct:conformsTo :standard\\/oas .
  :datatjeneste\\/alene a dcat:DataService ; dct:title "Alene"@nb ; dct:conformsTo :standard\\/egen .
  :standard\\/oas a dct:Standard ; dct:title "OpenAPI"@en . :standard\\/egen a dct:Standard ; dct:title "Egen"@nb .
  :virksomhet\\/v0 a org:FormalOrganization , foaf:Agent ; foaf:name "Kommunen"@nb .
  :virksomhet\\/v1 a foaf:Agent ; foaf:name "Etaten"@nb ; org:subOrganizationOf :virksomhet\\/v0 .
  :virksomhet\\/v2 a foaf:Agent ; foaf:name "Kontoret"@nb .
  :kontakt\\/k a vcard:Kind , vcard:Organization ; vcard:fn "Kontoret" ; vcard:hasEmail <mailto:post@kommunen.example> .
  ${[0, 1, 2, 3, 4].map((at) => `:begrep\\/b${at} a skos:Concept ; skos:prefLabel "Begrep ${at}"@nb ; skos:broader :begrep\\/b0 .`).join('\n')}
  :system\\/s a kdm:System ; dct:title "Fagsystem"@nb . :post\\/p a dcat:CatalogRecord .`;

/** What is published of these statements. */
export function feedInput(
  quads: readonly Quad[],
  more: Partial<Pick<FeedInput, 'bridge' | 'changes'>> = {},
): FeedInput {
  const graph = new GraphIndex(quads);
  return {
    base: iri(BASE),
    graph,
    view: fullView(graph, CATALOG),
    bridge: { rules: [], places: new Map(), described: new GraphIndex([]) },
    changes: [],
    ...more,
  };
}

/** Name → text of every file, in the order they come. */
export function writtenFiles(input: FeedInput): ReadonlyMap<string, string> {
  return new Map([...feedFiles(input)].map(([name, pieces]) => [name, textOf(pieces())]));
}

export function textOf(pieces: Iterable<string | Uint8Array>): string {
  return Buffer.concat([...pieces].map((one) => Buffer.from(one as string))).toString('utf8');
}

export function worldOf(count: number, titles?: Readonly<Record<number, string>>): Quad[] {
  return turtle(catalogue(count, titles));
}

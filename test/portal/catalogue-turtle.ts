/** A small catalogue in order, as Turtle, part by part: a test takes one away, or puts something wrong beside. */
export const BASE = 'https://data.kommune.example/';

export const PREFIXES = `@prefix adms: <http://www.w3.org/ns/adms#> .
@prefix dcat: <http://www.w3.org/ns/dcat#> .
@prefix dct: <http://purl.org/dc/terms/> .
@prefix foaf: <http://xmlns.com/foaf/0.1/> .
@prefix hydra: <http://www.w3.org/ns/hydra/core#> .
@prefix vcard: <http://www.w3.org/2006/vcard/ns#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
@prefix access: <http://publications.europa.eu/resource/authority/access-right/> .
@prefix theme: <http://publications.europa.eu/resource/authority/data-theme/> .
@prefix licence: <http://publications.europa.eu/resource/authority/licence/> .
@prefix type: <http://publications.europa.eu/resource/authority/file-type/> .
@prefix : <${BASE}id/> .
@prefix d: <${BASE}id/datasett/> .
@prefix f: <${BASE}id/distribusjon/> .
@prefix t: <${BASE}id/datatjeneste/> .
`;

export const PUBLISHER = `<${BASE}id/virksomhet/958935420> a foaf:Agent ; foaf:name "Eksempel kommune"@nb ; dct:identifier "958935420" .
<${BASE}id/kontakt/post> a vcard:Organization ; vcard:fn "Datateamet"@nb ; vcard:hasEmail <mailto:data@kommune.example> .
`;

/** `dataset('bad', 'dct:relation d:bibliotek')`: a dataset with a file, and statements more. */
export function dataset(key: string, more = ''): string {
  return `d:${key} a dcat:Dataset ; dct:title "Datasett ${key}"@nb ; dct:description "Hva ${key} er, og hva det kan brukes til."@nb ;
  dct:identifier "${key}" ; dct:publisher <${BASE}id/virksomhet/958935420> ; dcat:contactPoint <${BASE}id/kontakt/post> ;
  dcat:theme theme:ENVI ; dct:accessRights access:PUBLIC ; dcat:keyword "${key}"@nb ;
  dct:modified "2026-03-01"^^xsd:date ; dcat:distribution f:${key} ${more && `; ${more}`} .
f:${key} a dcat:Distribution ; dcat:accessURL <${BASE}fil/${key}.csv> ; dct:license licence:CC_BY_4_0 ; dct:format type:CSV .
`;
}

export function service(key: string, more = ''): string {
  return `t:${key} a dcat:DataService ; dct:title "Tjeneste ${key}"@nb ; dct:publisher <${BASE}id/virksomhet/958935420> ;
  dcat:contactPoint <${BASE}id/kontakt/post> ; dcat:endpointURL <${BASE}api/${key}> ${more && `; ${more}`} .
`;
}

export function catalogue(keys: readonly string[], more = ''): string {
  const members = keys.map((key) => `d:${key}`).join(', ');
  return `<${BASE}id/katalog/alt> a dcat:Catalog ; dct:title "Alt vi har"@nb ; dct:description "Kommunens data."@nb ;
  dct:publisher <${BASE}id/virksomhet/958935420> ${members && `; dcat:dataset ${members}`} ${more && `; ${more}`} .
`;
}

/** The whole, with something more beside. */
export function feed(keys: readonly string[], more = ''): string {
  return PREFIXES + catalogue(keys) + keys.map((key) => dataset(key)).join('') + PUBLISHER + more;
}

export const KEYS = ['badeplasser', 'bibliotek', 'sykkel', 'tre', 'skole'] as const;

/** Turtle of public things of every kind whose every text is a hostile value: for each value one thing of each kind. */
import { BASE } from '../site/fixture.ttl.js';

const PREFIXES = `
@prefix adms: <http://www.w3.org/ns/adms#> .
@prefix dcat: <http://www.w3.org/ns/dcat#> .
@prefix dct: <http://purl.org/dc/terms/> .
@prefix dpv: <https://w3id.org/dpv#> .
@prefix eli: <http://data.europa.eu/eli/ontology#> .
@prefix foaf: <http://xmlns.com/foaf/0.1/> .
@prefix kdm: <https://w3id.org/datavev/def/kdm#> .
@prefix org: <http://www.w3.org/ns/org#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix vcard: <http://www.w3.org/2006/vcard/ns#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
`;
const AUTHORITY = 'http://publications.europa.eu/resource/authority';
/** RFC 3987 §2.2, as Turtle writes IRIs: what stands outside it cannot be an IRI in any document. */
const NOT_IRI = /[\u0000-\u0020<>"{}|^`\\]/;

/** Kinds of things, by the first part of their paths. */
export const HOSTILE_KINDS = [
  ...['datasett', 'distribusjon', 'datatjeneste', 'serie', 'virksomhet', 'leverandor', 'system'],
  ...['behandling', 'protokoll', 'begrep', 'kontakt', 'katalog', 'vilkar'],
] as const;

export const hostileKey = (at: number): string => `ond-${at}`;

export function hostileThings(values: readonly string[]): string {
  return PREFIXES + values.map((value, at) => thingsOf(value, at)).join('');
}

function thingsOf(value: string, at: number): string {
  const text = JSON.stringify(value);
  const id = (type: string): string => `<${BASE}id/${type}/${hostileKey(at)}>`;
  const nb = `${text}@nb`;
  const page =
    NOT_IRI.test(value) || !/^[a-z]+:/i.test(value) ? '' : `dcat:landingPage <${value}> ;`;
  return `
${id('datasett')} a dcat:Dataset ; dct:identifier ${text} ; dct:title ${nb} , ${text}@en ; dct:description ${nb} ; ${page}
  dcat:keyword ${nb} ; dct:publisher ${id('virksomhet')} ; dcat:contactPoint ${id('kontakt')} ; dcat:version ${text} ;
  adms:versionNotes ${nb} ; foaf:page ${text}^^xsd:anyURI ; dct:provenance ${id('vilkar')} ; dct:subject ${id('begrep')} ;
  dct:accessRights <${AUTHORITY}/access-right/PUBLIC> ; dcat:inSeries ${id('serie')} ; dct:conformsTo ${id('vilkar')} ;
  kdm:storedIn ${id('system')} ; dct:temporal ${id('periode')} ; dct:modified ${text}^^xsd:date ; dcat:distribution ${id('distribusjon')} .
${id('periode')} a dct:PeriodOfTime ; dcat:startDate ${text}^^xsd:date ; dcat:endDate ${text}^^xsd:date .
${id('distribusjon')} a dcat:Distribution ; dct:title ${nb} ; dct:description ${nb} ; dct:license ${id('vilkar')} ; ${page}
  dcat:accessURL <https://ond.example/${at}> ; dcat:byteSize ${text}^^xsd:nonNegativeInteger ; dct:rights ${id('vilkar')} .
${id('datatjeneste')} a dcat:DataService ; dct:title ${nb} ; dct:description ${nb} ; dcat:endpointURL <https://ond.example/${at}> ;
  dct:publisher ${id('virksomhet')} ; dcat:contactPoint ${id('kontakt')} ; dcat:servesDataset ${id('datasett')} .
${id('serie')} a dcat:DatasetSeries ; dct:title ${nb} ; dct:description ${nb} ; dct:publisher ${id('virksomhet')} .
${id('virksomhet')} a org:FormalOrganization , foaf:Agent ; foaf:name ${nb} ; dct:identifier ${text} ; skos:altLabel ${nb} .
${id('leverandor')} a kdm:Supplier , org:Organization ; foaf:name ${nb} ; dct:identifier ${text} .
${id('kontakt')} a vcard:Kind , vcard:Organization ; vcard:fn ${nb} ; vcard:hasURL <https://ond.example/${at}> .
${id('system')} a kdm:System ; dct:title ${nb} ; dct:description ${nb} ; skos:altLabel ${nb} ; kdm:supplier ${id('leverandor')} ;
  kdm:systemOwner ${id('virksomhet')} .
${id('behandling')} a dpv:Process ; dct:title ${nb} ; dct:description ${nb} ; dct:publisher ${id('virksomhet')} ; dpv:hasPurpose ${id('formal')} ;
  dpv:hasDataSubject ${id('registrert')} ; dpv:hasPersonalData ${id('opplysning')} ; dpv:hasStorageCondition ${id('lagring')} ;
  dpv:hasLegalBasis ${id('lov')} ; kdm:usesSystem ${id('system')} ; kdm:processesDataset ${id('datasett')} .
${id('formal')} a dpv:Purpose ; skos:prefLabel ${nb} ; dct:description ${nb} .
${id('registrert')} a dpv:DataSubject ; skos:prefLabel ${nb} .
${id('opplysning')} a dpv:PersonalData , dpv:SpecialCategoryPersonalData ; skos:prefLabel ${nb} .
${id('lagring')} a dpv:StorageDuration ; dct:description ${nb} ; dpv:hasDuration ${text}^^xsd:duration .
${id('lov')} a eli:LegalResource ; dct:title ${nb} ; rdfs:seeAlso <https://ond.example/${at}> .
${id('protokoll')} a dpv:ROPA ; dct:title ${nb} ; dct:publisher ${id('virksomhet')} ; dpv:hasProcess ${id('behandling')} .
${id('begrep')} a skos:Concept ; skos:prefLabel ${nb} , ${text}@nn ; skos:altLabel ${nb} ; skos:hiddenLabel ${nb} ; skos:definition ${nb} ;
  skos:note ${nb} ; skos:example ${nb} ; skos:notation ${text} .
${id('katalog')} a dcat:Catalog ; dct:title ${nb} ; dct:description ${nb} ; dct:publisher ${id('virksomhet')} ; dcat:dataset ${id('datasett')} .
${id('vilkar')} a kdm:Uvanlig ; dct:title ${nb} ; rdfs:label ${nb} ; <https://ond.example/ns#egenskap> ${text} .
`;
}

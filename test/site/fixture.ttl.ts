/** One public thing of every kind, with the texts that break careless pages. */
export const BASE = 'https://data.prove.example/';
export const PAYLOAD = '<img src=x onerror="alert(1)"></script><script>alert(2)</script>';

export const CATALOGUE = `
@prefix : <${BASE}id/> .
@prefix adms: <http://www.w3.org/ns/adms#> .
@prefix dcat: <http://www.w3.org/ns/dcat#> .
@prefix dcatap: <http://data.europa.eu/r5r/> .
@prefix dct: <http://purl.org/dc/terms/> .
@prefix dpv: <https://w3id.org/dpv#> .
@prefix eli: <http://data.europa.eu/eli/ontology#> .
@prefix eu: <http://publications.europa.eu/resource/authority/> .
@prefix foaf: <http://xmlns.com/foaf/0.1/> .
@prefix gdpr: <https://w3id.org/dpv/legal/eu/gdpr#> .
@prefix kdm: <https://w3id.org/datavev/def/kdm#> .
@prefix kostra: <https://w3id.org/datavev/kode/kostra/> .
@prefix konf: <${BASE}kode/konfidensialitet/> .
@prefix org: <http://www.w3.org/ns/org#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix vcard: <http://www.w3.org/2006/vcard/ns#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .

<${BASE}id/katalog/prove> a dcat:Catalog ; dct:title "Prøvekatalog"@nb , "Test catalogue"@en ;
  dct:description "En katalog for prøver."@nb ; dct:publisher <${BASE}id/virksomhet/1> ;
  dct:license <http://publications.europa.eu/resource/authority/licence/CC0> ; dct:modified "2026-11-01"^^xsd:date ;
  dcat:dataset <${BASE}id/datasett/apent> , <${BASE}id/datasett/lukket> , <${BASE}id/datasett/farlig> , <${BASE}id/serie/arlig> ;
  dcat:service <${BASE}id/datatjeneste/api> .

<${BASE}id/datasett/apent> a dcat:Dataset ; dct:identifier "apent" ;
  dct:title "Åpent datasett"@nb , "Ope datasett"@nn , "Open dataset"@en ;
  dct:description "Et datasett som alle kan bruke, med en beskrivelse som er lang nok til søkemotorer."@nb ;
  dct:publisher <${BASE}id/virksomhet/1> ; dcat:contactPoint <${BASE}id/kontakt/data> ;
  dcat:theme <http://publications.europa.eu/resource/authority/data-theme/EDUC> ; dcat:keyword "skole"@nb , "school"@en ;
  dct:accessRights <http://publications.europa.eu/resource/authority/access-right/PUBLIC> ;
  dct:accrualPeriodicity <http://publications.europa.eu/resource/authority/frequency/ANNUAL> ;
  dct:temporal <${BASE}id/periode/p> ; dct:modified "2026-10-01"^^xsd:date ; dcat:inSeries <${BASE}id/serie/arlig> ;
  dct:subject <${BASE}id/begrep/skole> ; kdm:policyArea kostra:202 ; kdm:confidentialityClass konf:apen ;
  kdm:storedIn <${BASE}id/system/fag> ; dcat:distribution <${BASE}id/distribusjon/apent-csv> .
<${BASE}id/periode/p> a dct:PeriodOfTime ; dcat:startDate "2020-01-01"^^xsd:date ; dcat:endDate "2025-12-31"^^xsd:date .
<${BASE}id/kontakt/data> a vcard:Kind , vcard:Organization ; vcard:fn "Datahjelpen" ; vcard:hasEmail <mailto:data@prove.example> .
<${BASE}id/distribusjon/apent-csv> a dcat:Distribution ; dct:title "Alt som CSV"@nb ;
  dcat:downloadURL <${BASE}fil/%C3%A5pent/tall.csv> ; dcat:accessURL <https://annet.example/tall> ; dcat:byteSize "1234567"^^xsd:nonNegativeInteger ;
  dct:format <http://publications.europa.eu/resource/authority/file-type/CSV> ; dct:license <http://publications.europa.eu/resource/authority/licence/CC_BY_4_0> .

<${BASE}id/datasett/lukket> a dcat:Dataset ; dct:title "Lukket datasett"@nb ; dct:description "Kan ikke deles."@nb ;
  dct:publisher <${BASE}id/virksomhet/1> ; dct:accessRights <http://publications.europa.eu/resource/authority/access-right/NON_PUBLIC> ;
  dcatap:applicableLegislation <${BASE}id/lov/fvl-13> ; kdm:confidentialityClass konf:beskyttet .
<${BASE}id/lov/fvl-13> a eli:LegalResource ; dct:title "Forvaltningsloven § 13"@nb ; rdfs:seeAlso <https://lovdata.example/fvl> .

<${BASE}id/datasett/farlig> a dcat:Dataset ; dct:title ${JSON.stringify(PAYLOAD)}@nb ; dct:description ${JSON.stringify(PAYLOAD + ' som er lang nok til å bli med i blokken for søkemotorer')}@nb ;
  dct:accessRights <http://publications.europa.eu/resource/authority/access-right/PUBLIC> ; dcat:landingPage <javascript:alert(3)> , <data:text/html,x> ;
  foaf:page "javascript:alert(4)"^^xsd:anyURI ; dcat:keyword ${JSON.stringify(PAYLOAD)}@nb .

<${BASE}id/serie/arlig> a dcat:DatasetSeries , dcat:Dataset ; dct:title "Årlig serie"@nb ; dct:publisher <${BASE}id/virksomhet/1> .
<${BASE}id/datatjeneste/api> a dcat:DataService ; dct:title "API for skoler"@nb ; dcat:endpointURL <https://api.prove.example/v1> ;
  dcat:servesDataset <${BASE}id/datasett/apent> ; dct:publisher <${BASE}id/virksomhet/1> .
<${BASE}id/virksomhet/1> a org:FormalOrganization , foaf:Agent ; foaf:name "Prøveetaten"@nb ; dct:identifier "958935420" ; skos:altLabel "PRO"@nb .
<${BASE}id/virksomhet/2> a org:FormalOrganization ; foaf:name "Underetaten"@nb ; org:subOrganizationOf <${BASE}id/virksomhet/1> .
<${BASE}id/leverandor/lev> a kdm:Supplier , org:Organization ; foaf:name "Leverandøren AS"@nb .
<${BASE}id/system/fag> a kdm:System ; dct:title "Fagsystemet"@nb ; dct:description "Holder orden."@nb ; kdm:systemOwner <${BASE}id/virksomhet/1> ;
  kdm:supplier <${BASE}id/leverandor/lev> ; adms:status <http://publications.europa.eu/resource/authority/distribution-status/COMPLETED> ;
  kdm:usedBy <${BASE}id/virksomhet/2> ; kdm:inHouse false .
<${BASE}id/behandling/opptak> a dpv:Process ; dct:title "Opptak til skole"@nb ; dct:publisher <${BASE}id/virksomhet/1> ;
  dpv:hasPurpose <${BASE}id/formal/opptak> ; dpv:hasLegalBasis gdpr:A6-1-c ; dpv:hasDataSubject <${BASE}id/registrert/barn> ;
  dpv:hasPersonalData <${BASE}id/opplysning/helse> ; dpv:hasStorageCondition <${BASE}id/lagring/opptak> ; dpv:hasRight gdpr:A15 ;
  dpv:hasProcessing <${BASE}id/overforing/opptak> ; kdm:usesSystem <${BASE}id/system/fag> ; kdm:processesDataset <${BASE}id/datasett/lukket> ; kdm:sharedProcessing true .
<${BASE}id/formal/opptak> a dpv:Purpose ; dct:description "Gi barn plass på skole."@nb .
<${BASE}id/registrert/barn> a dpv:DataSubject , dpv:VulnerableDataSubject ; skos:prefLabel "Barn"@nb .
<${BASE}id/opplysning/helse> a dpv:PersonalData , dpv:SpecialCategoryPersonalData ; skos:prefLabel "Helseopplysninger"@nb .
<${BASE}id/lagring/opptak> a dpv:StorageDuration ; dct:description "Slettes etter fem år"@nb ; dpv:hasDuration "P5Y"^^xsd:duration .
<${BASE}id/overforing/opptak> a dpv:Transfer ; dpv:hasThirdCountry <https://w3id.org/dpv/loc#US> .
<${BASE}id/protokoll/1> a dpv:ROPA ; dct:title "Behandlingsprotokoll"@nb ; dct:publisher <${BASE}id/virksomhet/1> ; dpv:hasProcess <${BASE}id/behandling/opptak> .
<${BASE}id/begrep/begreper> a skos:ConceptScheme ; dct:title "Begreper"@nb .
<${BASE}id/begrep/skole> a skos:Concept ; skos:prefLabel "Skole"@nb , "Skule"@nn ; skos:definition "Sted for opplæring."@nb ; skos:inScheme <${BASE}id/begrep/begreper> .
<${BASE}id/vilkar/uvanlig> a <https://w3id.org/datavev/def/kdm#Uvanlig> ; dct:title "Noe vi ikke kjenner"@nb ; <https://eksempel.example/ns#egenskap> "verdi" .
`;

export const CODES = `
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
<${BASE}kode/konfidensialitet> a skos:ConceptScheme ; skos:prefLabel "Konfidensialitet"@nb .
<${BASE}kode/konfidensialitet/apen> a skos:Concept ; skos:prefLabel "Åpen"@nb ; skos:inScheme <${BASE}kode/konfidensialitet> .
<${BASE}kode/konfidensialitet/beskyttet> a skos:Concept ; skos:prefLabel "Beskyttet"@nb ; skos:inScheme <${BASE}kode/konfidensialitet> .
`;

export const TOMBSTONES = `
@prefix dct: <http://purl.org/dc/terms/> .
@prefix kdm: <https://w3id.org/datavev/def/kdm#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
<${BASE}id/datasett/trukket> a kdm:Tombstone ; dct:modified "2026-09-01"^^xsd:date ; dct:title "Trukket datasett"@nb ; dct:type <https://w3id.org/datavev/kode/bortfall/erstattet> ; dct:isReplacedBy <${BASE}id/datasett/apent> .
<${BASE}id/datasett/hevet> a kdm:Tombstone ; dct:modified "2026-09-02"^^xsd:date ; dct:type <https://w3id.org/datavev/kode/bortfall/ikke-publisert> .
`;

/** A corner of the ontology, as it is published: one module, a class, a property of it, a rule that looks at both. */
export const TERMS = `
@prefix dct: <http://purl.org/dc/terms/> .
@prefix kdm: <https://w3id.org/datavev/def/kdm#> .
@prefix kdms: <https://w3id.org/datavev/shapes#> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix schema: <https://schema.org/> .
@prefix sh: <http://www.w3.org/ns/shacl#> .
<https://w3id.org/datavev/def/kdm> a owl:Ontology ; dct:title "Kommunal datamodell"@nb , "Municipal data model"@en ; owl:versionInfo "0" .
<https://w3id.org/datavev/def/kdm/application> a owl:Ontology ; dct:title "Systemer"@nb ; dct:isPartOf <https://w3id.org/datavev/def/kdm> .
kdm:System a owl:Class ; rdfs:label "System"@nb , "System"@en ; rdfs:comment "Et IT-system."@nb , "An IT system."@en ;
  rdfs:subClassOf <https://w3id.org/dpv#Technology> ; rdfs:isDefinedBy <https://w3id.org/datavev/def/kdm> ; dct:isPartOf <https://w3id.org/datavev/def/kdm/application> .
kdm:supplier a owl:ObjectProperty ; rdfs:label "leverandør"@nb ; rdfs:comment "Den som leverer."@nb ; schema:domainIncludes kdm:System ;
  rdfs:isDefinedBy <https://w3id.org/datavev/def/kdm> ; dct:isPartOf <https://w3id.org/datavev/def/kdm/application> .
kdms:SYS-08 a sh:NodeShape ; sh:name "Leverandør"@nb ; sh:severity sh:Warning ; dct:references kdm:System , kdm:supplier .
`;

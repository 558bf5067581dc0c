/** What is drawn in the tests of `/graf`. */
import { BASE } from '../site-server.js';

export const PREFIXES = `
@prefix dcat: <http://www.w3.org/ns/dcat#> .
@prefix dct: <http://purl.org/dc/terms/> .
@prefix foaf: <http://xmlns.com/foaf/0.1/> .
@prefix kdm: <https://w3id.org/datavev/def/kdm#> .
@prefix m: <https://data.norge.no/vocabulary/modelldcatno#> .
@prefix org: <http://www.w3.org/ns/org#> .
@prefix prov: <http://www.w3.org/ns/prov#> .
@base <${BASE}id/> .
`;

/** Bronze, silver and gold; two that go in a circle; a system whose name breaks careless pictures, with 500 datasets. */
export const MORE = `${PREFIXES}
<datasett/bronse> a dcat:Dataset ; dct:title "Innlastet"@nb ; kdm:storedIn <system/fag> ; kdm:dataLayer <https://w3id.org/datavev/kode/datalag/bronse> .
<datasett/solv> a dcat:Dataset ; dct:title "Vasket"@nb ; prov:wasDerivedFrom <datasett/bronse> .
<datasett/gull> a dcat:Dataset ; dct:title "Klart til bruk"@nb ; prov:wasDerivedFrom <datasett/solv> ; dcat:distribution <distribusjon/gull> .
<distribusjon/gull> a dcat:Distribution ; dct:title "Gull som CSV"@nb ; dcat:accessURL <https://prove.example/gull> .
<datasett/ring-a> a dcat:Dataset ; dct:title "Ring A"@nb ; prov:wasDerivedFrom <datasett/ring-b> , <datasett/ring-a> .
<datasett/ring-b> a dcat:Dataset ; dct:title "Ring B"@nb ; prov:wasDerivedFrom <datasett/ring-a> .
<datasett/alene> a dcat:Dataset ; dct:title "Alene"@nb ; dcat:distribution <distribusjon/alene> .
<distribusjon/alene> a dcat:Distribution ; dct:title "Alene som CSV"@nb ; dcat:accessURL <https://prove.example/alene> .
<objekttype/hund> a m:ObjectType ; dct:title "Hund"@nb ; m:hasProperty <assosiasjon/eies> , <assosiasjon/slag> , <assosiasjon/valp> .
<objekttype/dyr> a m:ObjectType ; dct:title "Dyr"@nb .
<objekttype/person> a m:ObjectType ; dct:title "Person"@nb .
<assosiasjon/eies> a m:Association ; dct:title "eies av"@nb ; m:references <objekttype/person> .
<assosiasjon/valp> a m:Association ; dct:title "er valp av"@nb ; m:references <objekttype/hund> .
<assosiasjon/slag> a m:Specialization ; dct:title "slag"@nb ; m:hasGeneralConcept <objekttype/dyr> .
<system/stort> a kdm:System ; dct:title "</title></svg><script>alert(1)</script>\\u0001\\u202Eשלום👩‍👩‍👧‍👦${'å'.repeat(300)}"@nb ; kdm:systemOwner <virksomhet/1> .
${Array.from({ length: 500 }, (_, at) => `<datasett/d${at}> a dcat:Dataset ; dct:title "Datasett ${at}"@nb ; kdm:storedIn <system/stort> .`).join('\n')}
`;

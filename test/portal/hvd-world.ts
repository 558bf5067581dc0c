/** A catalogue with one high-value dataset that is ready, and ways to spoil it. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { judgeHvd } from '../../src/portal/hvd/judge-hvd.js';
import type { HvdDataset, HvdReport } from '../../src/model/hvd-report.js';
import { GraphIndex } from '../../src/rdf/graph-index.js';
import { parseTurtle } from '../../src/rdf/parse.js';
import { snapshotOf } from '../../src/store/snapshot-build.js';

export const BASE = 'https://data.prove.example/';
const ROOT = join(import.meta.dirname, '../..');
export const CATEGORIES = new GraphIndex(
  parseTurtle(readFileSync(join(ROOT, 'ontology/vocab/hvd-categories.ttl'), 'utf8')).quads,
);

const PREFIXES = `
@prefix adms: <http://www.w3.org/ns/adms#> .
@prefix ar: <http://publications.europa.eu/resource/authority/access-right/> .
@prefix bna: <http://data.europa.eu/bna/> .
@prefix dcat: <http://www.w3.org/ns/dcat#> .
@prefix dcatap: <http://data.europa.eu/r5r/> .
@prefix dct: <http://purl.org/dc/terms/> .
@prefix foaf: <http://xmlns.com/foaf/0.1/> .
@prefix ft: <http://publications.europa.eu/resource/authority/file-type/> .
@prefix id: <${BASE}id/> .
@prefix kdm: <https://w3id.org/datavev/def/kdm#> .
@prefix lic: <http://publications.europa.eu/resource/authority/licence/> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix vcard: <http://www.w3.org/2006/vcard/ns#> .
@prefix hvd: <http://data.europa.eu/eli/reg_impl/2023/138/> .
@base <${BASE}id/> .
`;

/** One statement a line, so that a test can take one away. */
export const READY = `
<katalog/k> a dcat:Catalog .
<katalog/k> dcat:dataset <datasett/adresser> .
<datasett/adresser> a dcat:Dataset .
<datasett/adresser> dct:title "Adresser"@nb , "Addresses"@en .
<datasett/adresser> dct:description "Alle adresser."@nb , "All addresses."@en .
<datasett/adresser> dct:accessRights ar:PUBLIC .
<datasett/adresser> dcatap:hvdCategory bna:c_c3de25e4 .
<datasett/adresser> dcatap:applicableLegislation hvd:oj .
<datasett/adresser> dcat:contactPoint <kontakt/kart> .
<datasett/adresser> dcat:distribution <distribusjon/adresser> .
<distribusjon/adresser> a dcat:Distribution ; dct:title "Adresser som CSV"@nb .
<distribusjon/adresser> dcat:accessURL <https://prove.example/adresser> .
<distribusjon/adresser> dct:format ft:CSV .
<distribusjon/adresser> dct:license lic:CC_BY_4_0 .
<distribusjon/adresser> dcatap:applicableLegislation hvd:oj .
<datatjeneste/adresser> a dcat:DataService .
<datatjeneste/adresser> dct:title "Adresse-API"@nb , "Address API"@en .
<datatjeneste/adresser> dct:description "Slår opp."@nb , "Looks up."@en .
<datatjeneste/adresser> dcat:servesDataset <datasett/adresser> .
<datatjeneste/adresser> dcat:endpointURL <https://api.prove.example/v1> .
<datatjeneste/adresser> dcat:endpointDescription <https://api.prove.example/openapi.json> .
<datatjeneste/adresser> foaf:page <https://api.prove.example/om> .
<datatjeneste/adresser> kdm:serviceQuality <https://api.prove.example/drift> .
<datatjeneste/adresser> dct:license lic:CC0 .
<datatjeneste/adresser> dcat:contactPoint <kontakt/kart> .
<datatjeneste/adresser> dcatap:hvdCategory bna:c_c3de25e4 .
<datatjeneste/adresser> dcatap:applicableLegislation hvd:oj .
<kontakt/kart> a vcard:Kind .
<kontakt/kart> vcard:hasEmail <mailto:kart@prove.example> .
`;

export function report(turtle: string): HvdReport {
  const { quads } = parseTurtle(PREFIXES + turtle, { baseIri: BASE, file: 'prove.ttl' });
  return judgeHvd({ snapshot: snapshotOf(quads), categories: CATEGORIES });
}

/** The ready catalogue without the lines that hold a text, and with others. */
export function spoilt(without: string | RegExp, more = ''): HvdReport {
  const kept = READY.split('\n').filter((line) =>
    typeof without === 'string' ? !line.startsWith(without) : !without.test(line),
  );
  if (kept.length === READY.split('\n').length) throw new Error(`nothing holds ${String(without)}`);
  return report(kept.join('\n') + more);
}

/** `requirement thing message` of the one dataset. */
export function lacks({ datasets }: HvdReport): string[] {
  return (datasets[0]?.findings ?? []).map(
    ({ requirement, about, message }) =>
      `${requirement} ${about.replace(`${BASE}id/`, '')} ${message.nb}`,
  );
}

export function only({ datasets }: HvdReport): HvdDataset {
  const [one, ...others] = datasets;
  if (!one || others.length > 0) throw new Error(`${datasets.length} datasets`);
  return one;
}

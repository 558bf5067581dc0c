/** Graphs for tests, written as Turtle without the prefixes; names are relative to an invented municipality's base. */
import { iri } from '../../src/model/iri.js';
import { canonicalNTriples } from '../../src/rdf/canonical.js';
import { parseTurtle } from '../../src/rdf/parse.js';
import { namedNode, quad, type NamedNode, type Quad } from '../../src/rdf/terms.js';
import { BASE } from './harvest-world.js';

const PREFIXES = `
@base <${BASE}id/> .
@prefix : <${BASE}id/> .
@prefix adms: <http://www.w3.org/ns/adms#> .
@prefix dcat: <http://www.w3.org/ns/dcat#> .
@prefix dct: <http://purl.org/dc/terms/> .
@prefix dpv: <https://w3id.org/dpv#> .
@prefix eli: <http://data.europa.eu/eli/ontology#> .
@prefix foaf: <http://xmlns.com/foaf/0.1/> .
@prefix kdm: <https://w3id.org/datavev/def/kdm#> .
@prefix konf: <${BASE}kode/konfidensialitet/> .
@prefix livslop: <https://w3id.org/datavev/kode/livslop/> .
@prefix org: <http://www.w3.org/ns/org#> .
@prefix prov: <http://www.w3.org/ns/prov#> .
@prefix right: <http://publications.europa.eu/resource/authority/access-right/> .
@prefix sh: <http://www.w3.org/ns/shacl#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix status: <http://publications.europa.eu/resource/authority/distribution-status/> .
@prefix vcard: <http://www.w3.org/2006/vcard/ns#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
`;

/** `graph`: name below the base's `graph/`, when the quads belong to one. */
export function turtle(text: string, graph?: string): Quad[] {
  const { quads } = parseTurtle(PREFIXES + text, { file: 'prove.ttl' });
  if (graph === undefined) return [...quads];
  const name = namedNode(iri(`${BASE}graph/${graph}`));
  return quads.map((one) =>
    quad(one.subject as NamedNode, one.predicate as NamedNode, one.object, name),
  );
}

/** Sorted lines without graph names: what a test compares. */
export function lines(quads: Iterable<Quad>): string[] {
  return canonicalNTriples(quads).split('\n').filter(Boolean);
}

export function id(name: string): string {
  return `${BASE}id/${name}`;
}

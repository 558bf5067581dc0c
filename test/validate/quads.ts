import { parseTurtle } from '../../src/rdf/parse.js';
import type { Quad } from '../../src/rdf/terms.js';

const PREFIXES = `
@base <https://data.kommunen.example/id/> .
@prefix dcat: <http://www.w3.org/ns/dcat#> .
@prefix dct: <http://purl.org/dc/terms/> .
@prefix ex: <https://ex.example/> .
@prefix kdm: <https://w3id.org/datavev/def/kdm#> .
@prefix kdms: <https://w3id.org/datavev/shapes#> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix sh: <http://www.w3.org/ns/shacl#> .
`;

/** Turtle without the prefixes; names are relative to the base of an invented municipality. */
export function quadsOf(turtle: string): readonly Quad[] {
  return parseTurtle(PREFIXES + turtle).quads;
}

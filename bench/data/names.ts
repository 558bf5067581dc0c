/** IRIs of the generated catalogue, made as the product makes its own (docs/adr/0001-iri-policy.md). */
import { iri } from '../../src/model/iri.js';
import { euTable } from '../../src/rdf/vocabularies.js';

/** Reserved for examples (RFC 2606). */
export const BENCH_BASE = iri('https://data.example.org/');

export const thing = (type: string, key: string | number): string =>
  `${BENCH_BASE}id/${type}/${key}`;
export const graphOf = (municipality: number): string =>
  `${BENCH_BASE}graph/kommune-${municipality}`;
export const VOCABULARY_GRAPH = `${BENCH_BASE}graph/kodelister`;
export const catalogOf = (municipality: number): string => thing('katalog', municipality);
export const datasetOf = (municipality: number, index: number): string =>
  thing('datasett', `${municipality}-${index}`);

/** A code of a table of the EU's Publications Office. */
export const code = (table: string, name: string): string => `${euTable(table)}/${name}`;

/** A result list for programs: a table, JSON, and what RDF says of names and types; the documents of each thing tell the rest. */
import { csvLine } from '../src/model/csv.js';
import { LABEL_PREDICATES } from '../src/rdf/label.js';
import { serialize } from '../src/rdf/serialize.js';
import { rdf } from '../src/rdf/vocabularies.js';
import type { SearchEntry } from '../src/model/search-file.js';
import type { Representation } from './headers.js';
import type { ViewContext } from './view-models/values.js';

type Write = (context: ViewContext, hits: readonly SearchEntry[]) => Representation;

export const hitsAsCsv: Write = ({ catalogue, text: { lang } }, hits) => {
  const label = (iri: string): string => catalogue.label(iri, lang).text;
  const rows = hits.map(({ iri, type, facets, modified }) => [
    label(iri),
    type,
    facets.utgiver.map(label).join('; '),
    facets.tilgang.map(label).join('; '),
    modified,
    iri,
  ]);
  const head = ['tittel', 'type', 'utgiver', 'tilgang', 'oppdatert', 'iri'];
  const body = `\ufeff${[head, ...rows].map((row) => csvLine(row)).join('')}`;
  return { body, type: 'text/csv; charset=utf-8; header=present' };
};

export const hitsAsJson: Write = ({ catalogue, text: { lang } }, hits) => {
  const body = hits.map(({ iri, type, facets, modified }) => ({
    iri,
    type,
    title: catalogue.label(iri, lang).text,
    ...(modified === '' ? {} : { modified }),
    ...facets,
  }));
  return { body: `${JSON.stringify(body, null, 1)}\n`, type: 'application/json' };
};

export const hitsAsTurtle: Write = ({ catalogue }, hits) => {
  const told = new Set([rdf.type, ...LABEL_PREDICATES].map(({ value }) => value));
  const quads = hits.flatMap(({ iri }) =>
    catalogue.graph.about(iri).filter(({ predicate }) => told.has(predicate.value)),
  );
  return { body: serialize(quads, 'ttl'), type: 'text/turtle; charset=utf-8' };
};

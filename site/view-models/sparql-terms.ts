/** What the editor proposes while a query is written: our prefixes, and the classes and properties that public data use. Pure. */
import { PREFIXES } from '../../src/rdf/vocabularies.js';
import { countedGraphs } from '../counted-graphs.js';
import type { ViewContext } from './values.js';

interface NamedTerm {
  /** `dcat:Dataset`. */
  readonly text: string;
  /** Its name in the reader's language; empty where it has none. */
  readonly label: string;
}
export interface SparqlTerms {
  readonly prefixes: Readonly<Record<string, string>>;
  readonly classes: readonly NamedTerm[];
  readonly properties: readonly NamedTerm[];
}

/** Most used first. */
export function sparqlTerms(context: ViewContext): SparqlTerms {
  const [{ statistics }] = countedGraphs(context.catalogue);
  const { terms } = context.catalogue.zone.snapshot;
  const classes = statistics.classes.map((one) => ({ id: one.class, uses: one.entities }));
  const properties = statistics.properties.map((one) => ({ id: one.property, uses: one.triples }));
  const named = (counted: typeof classes): NamedTerm[] =>
    counted
      .toSorted((a, b) => b.uses - a.uses)
      .flatMap(({ id }) => namedTerm(context, terms.value(id)));
  return { prefixes: PREFIXES, classes: named(classes), properties: named(properties) };
}

function namedTerm({ catalogue, text }: ViewContext, iri: string): NamedTerm[] {
  const short = compactIri(iri);
  if (short === undefined) return [];
  const known = text.find(`prop.${short}`);
  if (known !== undefined) return [{ text: short, label: known }];
  return [
    { text: short, label: catalogue.graph.has(iri) ? catalogue.label(iri, text.lang).text : '' },
  ];
}

/** With one of our prefixes; undefined where none fits, or where the rest would have to be escaped (SPARQL 1.1 §19.8, PN_LOCAL). */
export function compactIri(iri: string): string | undefined {
  for (const [prefix, namespace] of Object.entries(PREFIXES)) {
    const local = iri.startsWith(namespace) ? iri.slice(namespace.length) : '';
    if (/^[A-Za-z_][\w-]*$/.test(local)) return `${prefix}:${local}`;
  }
  return undefined;
}

/**
 * The JSON-LD 1.1 context of the ontology: every kdm term by its local name, and the prefixes of what we write. It names no
 * other context, so that nobody has to fetch one (W3C JSON-LD 1.1, 4.1 and 4.6). ontology/context.jsonld is its committed form.
 */
import type { Graph } from '../rdf/graph.js';
import { kdm, owl, PREFIXES, rdf, schema } from '../rdf/vocabularies.js';

type TermDefinition = string | Readonly<Record<string, string>>;

/** Text of ontology/context.jsonld for the terms of the graph. */
export function jsonLdContext(ontology: Graph): string {
  const terms = [...ontology.subjects()].filter((one) => one.startsWith(kdm.$.base)).sort();
  const context: Record<string, unknown> = {
    '@version': 1.1,
    id: '@id',
    type: '@type',
    ...PREFIXES,
  };
  for (const term of terms)
    context[term.slice(kdm.$.base.length)] = definition(ontology, term, compact(term));
  return `${JSON.stringify({ '@context': context }, null, 2)}\n`;
}

/** Links are IRIs, texts are by language, the rest bears its datatype; a plain string needs no more than its name. */
function definition(ontology: Graph, term: string, name: string): TermDefinition {
  const types = ontology.types(term);
  if (types.includes(owl.ObjectProperty.value)) return { '@id': name, '@type': '@id' };
  const [range] = ontology.nodes(term, schema.rangeIncludes);
  if (!types.includes(owl.DatatypeProperty.value) || range === undefined) return name;
  if (range.value === rdf.langString.value) return { '@id': name, '@container': '@language' };
  const datatype = compact(range.value);
  return datatype === 'xsd:string' ? name : { '@id': name, '@type': datatype };
}

function compact(iri: string): string {
  const found = Object.entries(PREFIXES).find(([, base]) => iri.startsWith(base));
  return found ? `${found[0]}:${iri.slice(found[1].length)}` : iri;
}

/** Code lists (SKOS) as mappers and pages look them up: by IRI, or by scheme and notation. Built from reference graphs. */
import type { Iri } from '../model/iri.js';
import type { Lang } from '../model/lang-text.js';
import { isLiteral, isNamedNode, type DatasetCore, type NamedNode, type Quad } from './terms.js';
import { rdf, skos } from './vocabularies.js';

export interface CodeLists {
  has(iri: string): boolean;
  /** The concept of a scheme with this notation, or with this last part of its IRI. */
  find(scheme: string, code: string): Iri | undefined;
  /** Codes of a scheme, sorted: for "choose one of …". */
  known(scheme: string): readonly string[];
  label(iri: string, language: Lang): string | undefined;
  definition(iri: string, language: Lang): string | undefined;
}

export function codeLists(graph: DatasetCore): CodeLists {
  const schemes = new Map<string, Map<string, Iri>>();
  const labels = textsOf(graph, skos.prefLabel);
  const definitions = textsOf(graph, skos.definition);
  const concepts = new Set<string>();
  for (const { subject } of graph.match(null, rdf.type, skos.Concept)) concepts.add(subject.value);
  const enter = (scheme: string, code: string, concept: string): void => {
    const codes = schemes.get(scheme) ?? new Map<string, Iri>();
    schemes.set(scheme, codes);
    if (!codes.has(code)) codes.set(code, concept as Iri);
  };
  for (const { subject, object } of sorted(graph.match(null, skos.inScheme))) {
    if (!isNamedNode(subject) || !isNamedNode(object)) continue;
    enter(object.value, localName(subject.value), subject.value);
    for (const { object: notation } of graph.match(subject, skos.notation)) {
      enter(object.value, notation.value, subject.value);
    }
  }
  return {
    has: (iri) => concepts.has(iri),
    find: (scheme, code) => schemes.get(scheme)?.get(code.trim()),
    known: (scheme) => [...(schemes.get(scheme)?.keys() ?? [])].sort(),
    label: (iri, language) => labels.get(iri)?.get(language),
    definition: (iri, language) => definitions.get(iri)?.get(language),
  };
}

/** Subject → language → text. */
function textsOf(graph: DatasetCore, property: NamedNode): Map<string, Map<string, string>> {
  const texts = new Map<string, Map<string, string>>();
  for (const { subject, object } of graph.match(null, property)) {
    if (!isLiteral(object)) continue;
    const known = texts.get(subject.value) ?? new Map<string, string>();
    texts.set(subject.value, known.set(object.language, object.value));
  }
  return texts;
}

function localName(value: string): string {
  return value.slice(Math.max(value.lastIndexOf('/'), value.lastIndexOf('#')) + 1);
}

function sorted(quads: Iterable<Quad>): Quad[] {
  return [...quads].sort((a, b) => (a.subject.value < b.subject.value ? -1 : 1));
}

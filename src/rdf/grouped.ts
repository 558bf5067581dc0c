/**
 * A graph as writers need it: subjects in order, each with its predicates in order, `rdf:type` first. Blank nodes are
 * renamed b0, b1, … so that every syntax can hold their labels. Duplicates go; graph names are left out.
 */
import { termText } from './nquads.js';
import { isLiteral, type Quad, type QuadObject, type Term } from './terms.js';
import { rdf, xsd } from './vocabularies.js';

export interface PropertyGroup {
  readonly predicate: string;
  readonly objects: readonly QuadObject[];
}
export interface SubjectGroup {
  /** An IRI, or `_:b0`. */
  readonly subject: string;
  readonly properties: readonly PropertyGroup[];
}
export interface Grouped {
  readonly subjects: readonly SubjectGroup[];
  /** The IRI of a node, or `_:b0` for a blank one. */
  name(term: Term): string;
}

type Objects = Map<string, QuadObject>;
type Properties = Map<string, Objects>;

/** Throws CatalogError IRI_INVALID for an IRI that cannot be written. */
export function grouped(quads: Iterable<Quad>): Grouped {
  const all = [...quads];
  const labels = blankLabels(all);
  const name = (term: Term): string =>
    term.termType === 'BlankNode' ? (labels.get(term.value) ?? '_:b') : term.value;
  const subjects = new Map<string, Properties>();
  for (const { subject, predicate, object } of all) {
    const properties = entry(subjects, name(subject), () => new Map<string, Objects>());
    const objects = entry(properties, predicate.value, () => new Map<string, QuadObject>());
    const order = object.termType === 'BlankNode' ? name(object) : termText(object);
    objects.set(order, object as QuadObject);
  }
  return {
    name,
    subjects: sortedEntries(subjects, isBlankName).map(([subject, properties]) => ({
      subject,
      properties: sortedEntries(properties, (key) => key !== rdf.type.value).map(
        ([predicate, objects]) => ({
          predicate,
          objects: sortedEntries(objects, isBlankName).map(([, object]) => object),
        }),
      ),
    })),
  };
}

export function isBlankName(name: string): boolean {
  return name.startsWith('_:');
}

/** Written without their names in every syntax: `a`, plain strings, texts with a language. */
const UNSPOKEN = new Set([rdf.type.value, xsd.string.value, rdf.langString.value]);

/** All IRIs that are written for a graph, datatypes included: for the choice of prefixes. */
export function irisOf(graph: Grouped): Set<string> {
  const iris = new Set<string>();
  for (const { subject, properties } of graph.subjects) {
    iris.add(subject);
    for (const { predicate, objects } of properties) {
      if (!UNSPOKEN.has(predicate)) iris.add(predicate);
      for (const object of objects) {
        const written = isLiteral(object) ? object.datatype.value : graph.name(object);
        if (!isLiteral(object) || !UNSPOKEN.has(written)) iris.add(written);
      }
    }
  }
  return iris;
}

function blankLabels(quads: readonly Quad[]): Map<string, string> {
  const found = new Set<string>();
  for (const { subject, object } of quads) {
    if (subject.termType === 'BlankNode') found.add(subject.value);
    if (object.termType === 'BlankNode') found.add(object.value);
  }
  // Shorter first: the labels a parser issues count upwards, and so do ours.
  const ordered = [...found].sort((a, b) => a.length - b.length || (a < b ? -1 : 1));
  return new Map(ordered.map((label, index) => [label, `_:b${index}`]));
}

function entry<V>(map: Map<string, V>, key: string, make: () => V): V {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made = make();
  map.set(key, made);
  return made;
}

/** By key; those for which `isLast` holds come after the others. */
function sortedEntries<V>(map: Map<string, V>, isLast: (key: string) => boolean): [string, V][] {
  return [...map].sort(([a], [b]) => {
    const last = Number(isLast(a)) - Number(isLast(b));
    if (last !== 0) return last;
    if (isBlankName(a) && a.length !== b.length) return a.length - b.length;
    return a < b ? -1 : 1;
  });
}

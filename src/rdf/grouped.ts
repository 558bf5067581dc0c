/**
 * A graph as writers need it: subjects in order, each with its predicates in order, `rdf:type` first. Blank nodes are
 * renamed b0, b1, … so that every syntax can hold their labels. Duplicates go; graph names are left out.
 */
import { termText } from './nquads.js';
import {
  blankNode,
  isLiteral,
  type BlankNode,
  type Quad,
  type QuadObject,
  type Term,
} from './terms.js';
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
/** Subjects in order. */
export type Grouped = readonly SubjectGroup[];

type Properties = Map<string, QuadObject[]>;

/** Throws CatalogError IRI_INVALID for an IRI that cannot be written. */
export function grouped(quads: Iterable<Quad>): Grouped {
  const all = [...quads];
  const labels = blankLabels(all);
  const renamed = <T extends Term>(term: T): T =>
    term.termType === 'BlankNode' ? (labels.get(term.value) as unknown as T) : term;
  const subjects = new Map<string, Properties>();
  for (const { subject, predicate, object } of all) {
    const name = nameOf(renamed(subject));
    const properties = entry(subjects, name, () => new Map<string, QuadObject[]>());
    entry(properties, predicate.value, (): QuadObject[] => []).push(renamed(object) as QuadObject);
  }
  return sortedEntries(subjects).map(([subject, properties]) => ordered(subject, properties));
}

/** The statements about one node, as `grouped` has them; for sets without blank nodes. */
export function groupOf(subject: string, about: readonly Quad[]): SubjectGroup {
  const properties: Properties = new Map();
  for (const { predicate, object } of about) {
    const known = properties.get(predicate.value);
    if (known) known.push(object as QuadObject);
    else properties.set(predicate.value, [object as QuadObject]);
  }
  return ordered(subject, properties);
}

function ordered(subject: string, properties: Properties): SubjectGroup {
  return {
    subject,
    properties: [...properties.keys()].sort(byPredicate).map((predicate) => ({
      predicate,
      objects: distinct(properties.get(predicate) ?? []),
    })),
  };
}

function byPredicate(a: string, b: string): number {
  if (a === rdf.type.value) return -1;
  if (b === rdf.type.value) return 1;
  return a < b ? -1 : 1;
}

/** Each object once, sorted; blank nodes last. */
function distinct(objects: readonly QuadObject[]): readonly QuadObject[] {
  if (objects.length === 1) return objects;
  const texts = new Map(objects.map((object) => [termText(object), object]));
  return sortedEntries(texts).map(([, object]) => object);
}

/** The IRI of a node, or `_:b0` for a blank one. */
export function nameOf(node: Term): string {
  return node.termType === 'BlankNode' ? `_:${node.value}` : node.value;
}

export function isBlankName(name: string): boolean {
  return name.startsWith('_:');
}

/** Written without their names in every syntax: `a`, plain strings, texts with a language. */
const UNSPOKEN = new Set([rdf.type.value, xsd.string.value, rdf.langString.value]);

/** All IRIs that are written for a graph, datatypes included: for the choice of prefixes. */
export function irisOf(graph: Iterable<SubjectGroup>): Set<string> {
  const iris = new Set<string>();
  for (const { subject, properties } of graph) {
    iris.add(subject);
    for (const { predicate, objects } of properties) {
      if (!UNSPOKEN.has(predicate)) iris.add(predicate);
      for (const object of objects) {
        const written = isLiteral(object) ? object.datatype.value : nameOf(object);
        if (!isLiteral(object) || !UNSPOKEN.has(written)) iris.add(written);
      }
    }
  }
  return iris;
}

function blankLabels(quads: readonly Quad[]): Map<string, BlankNode> {
  const found = new Set<string>();
  for (const { subject, object } of quads) {
    if (subject.termType === 'BlankNode') found.add(subject.value);
    if (object.termType === 'BlankNode') found.add(object.value);
  }
  // Shorter first: the labels a parser issues count upwards, and so do ours.
  const inOrder = [...found].sort((a, b) => a.length - b.length || (a < b ? -1 : 1));
  return new Map(inOrder.map((label, index) => [label, blankNode(`b${index}`)]));
}

function entry<V>(map: Map<string, V>, key: string, make: () => V): V {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made = make();
  map.set(key, made);
  return made;
}

/** By key; blank nodes after the others. */
function sortedEntries<V>(map: Map<string, V>): [string, V][] {
  return [...map].sort(([a], [b]) => {
    const last = Number(isBlankName(a)) - Number(isBlankName(b));
    if (last !== 0) return last;
    if (isBlankName(a) && a.length !== b.length) return a.length - b.length;
    return a < b ? -1 : 1;
  });
}

/**
 * Refuses at load what shacl-engine 1.1.2 passes silently or trips over (model.md 6.1, safety.md 16.3). It knows what the
 * engine can do and refuses the rest, so a construct nobody thought of does not become a check that never fires.
 */
import { CatalogError } from '../model/errors.js';
import { GraphIndex } from '../rdf/graph-index.js';
import { isNamedNode, type Quad, type Term } from '../rdf/terms.js';
import { rdf, sh } from '../rdf/vocabularies.js';
import { findPathFault, isSimplePath } from './shape-paths.js';
import { reportedShapes, nestedShapes } from './shape-roles.js';
import { shName, TARGETS } from './shape-terms.js';

export interface Unsupported {
  readonly shape: string;
  readonly construct: string;
}

/** Several of these on one shape are each checked. */
const REPEATABLE = new Set(
  'property node class and message name description targetClass targetSubjectsOf targetObjectsOf'.split(
    ' ',
  ),
);
/** A second one on the same shape is merged into the first, ignored, or makes the engine throw. */
const SINGLE = new Set(
  (
    'path or xone not hasValue in minCount maxCount nodeKind datatype pattern flags minLength maxLength languageIn ' +
    'uniqueLang equals disjoint lessThan lessThanOrEquals minInclusive maxInclusive minExclusive maxExclusive ' +
    'qualifiedValueShape qualifiedMinCount qualifiedMaxCount closed ignoredProperties severity order group'
  ).split(' '),
);
const PATHS = new Set(
  'inversePath alternativePath zeroOrMorePath oneOrMorePath zeroOrOnePath'.split(' '),
);
/** `sh:targetNode` would make our own things, too, out of names in a shapes file. */
const CLASSES = new Set(['NodeShape', 'PropertyShape', 'PropertyGroup']);
const OWL_IMPORTS = 'http://www.w3.org/2002/07/owl#imports';

/** Throws CatalogError SHAPE_UNSUPPORTED for the first construct that the engine cannot check. */
export function lintShapes(quads: readonly Quad[]): void {
  const [first] = findUnsupported(quads);
  if (first) throw new CatalogError('SHAPE_UNSUPPORTED', { ...first });
}

export function findUnsupported(quads: readonly Quad[]): readonly Unsupported[] {
  const index = new GraphIndex(quads);
  return [
    ...unknownTerms(quads),
    ...repeated(index),
    ...wrongPaths(index),
    ...wrongPatterns(index),
    ...wrongRoles(index),
  ];
}

function* unknownTerms(quads: readonly Quad[]): Iterable<Unsupported> {
  for (const { subject, predicate, object } of quads) {
    const shape = subject.value;
    const name = shName(predicate.value);
    if (predicate.value === OWL_IMPORTS) yield { shape, construct: 'owl:imports' };
    if (name !== undefined && !REPEATABLE.has(name) && !SINGLE.has(name) && !PATHS.has(name))
      yield { shape, construct: `sh:${name}` };
    const type = predicate.equals(rdf.type) ? shName(object.value) : undefined;
    if (type !== undefined && !CLASSES.has(type)) yield { shape, construct: `sh:${type}` };
  }
}

function* repeated(index: GraphIndex): Iterable<Unsupported> {
  for (const shape of index.subjects()) {
    for (const name of [...SINGLE, ...PATHS]) {
      if (index.objects(shape, sh.$.term(name)).length > 1)
        yield { shape, construct: `sh:${name} (×2)` };
    }
  }
}

function* wrongPaths(index: GraphIndex): Iterable<Unsupported> {
  for (const { subject, object } of index.withPredicate(sh.path)) {
    const fault = findPathFault(index, object);
    if (fault !== undefined) yield { shape: subject.value, construct: fault };
  }
  for (const { subject } of index.withPredicate(sh.closed)) {
    for (const property of index.objects(subject, sh.property)) {
      // The engine takes the first predicate of any path for the allowed one.
      if (!index.objects(property, sh.path).every(isSimplePath))
        yield { shape: subject.value, construct: 'sh:closed + sh:path' };
    }
  }
}

function* wrongPatterns(index: GraphIndex): Iterable<Unsupported> {
  for (const { subject, object } of index.withPredicate(sh.pattern)) {
    try {
      new RegExp(object.value, index.text(subject, sh.$.term('flags')) ?? '');
    } catch {
      yield { shape: subject.value, construct: `sh:pattern "${object.value}"` };
    }
  }
}

function* wrongRoles(index: GraphIndex): Iterable<Unsupported> {
  const nested = nestedShapes(index);
  for (const shape of reportedShapes(index)) {
    // A result must name its rule, and carry words.
    if (!isNamedNode(shape)) yield { shape: shape.value, construct: 'sh:property [ … ]' };
    else if (!hasText(index, shape)) yield { shape: shape.value, construct: 'sh:message (∅)' };
    // The engine keeps results by shape and focus: used both ways, the inner ones would be lost.
    if (nested.has(shape.value)) yield { shape: shape.value, construct: 'sh:property + sh:node' };
  }
}

function hasText(index: GraphIndex, shape: Term): boolean {
  const needsNone = TARGETS.some((target) =>
    index.about(shape).some((one) => one.predicate.value === target),
  );
  const languages = index.literals(shape, sh.message).map((one) => one.language);
  return needsNone ? languages.length === 0 || languages.includes('nb') : languages.includes('nb');
}

/**
 * Refuses at load what would be passed over in silence (model.md 6.1, safety.md H17). It knows what is compiled, SHACL Core and
 * `sh:sparql`, and refuses the rest, so a construct nobody thought of does not become a check that never fires.
 */
import { CatalogError } from '../model/errors.js';
import { GraphIndex } from '../rdf/graph-index.js';
import { isNamedNode, type Quad, type Term } from '../rdf/terms.js';
import { rdf, sh } from '../rdf/vocabularies.js';
import { readPath } from './compiled/paths.js';
import { patternOf } from './compiled/value-constraints.js';
import { reportedShapes } from './shape-roles.js';
import { shName, TARGETS } from './shape-terms.js';
import { queryFault } from './sparql-lint.js';

export interface Unsupported {
  readonly shape: string;
  readonly construct: string;
}

/** Several of these on one shape are each checked. */
const REPEATABLE = new Set(
  (
    'property node class and or xone not hasValue equals disjoint lessThan lessThanOrEquals sparql message name description ' +
    'targetClass targetSubjectsOf targetObjectsOf declare'
  ).split(' '),
);
/** A second one on the same shape is a mistake (SHACL 4: at most one value). */
const SINGLE = new Set(
  (
    'path in minCount maxCount nodeKind datatype pattern flags minLength maxLength languageIn uniqueLang minInclusive ' +
    'maxInclusive minExclusive maxExclusive qualifiedValueShape qualifiedValueShapesDisjoint qualifiedMinCount ' +
    'qualifiedMaxCount closed ignoredProperties severity order group select prefixes prefix namespace'
  ).split(' '),
);
const PATHS = new Set(
  'inversePath alternativePath zeroOrMorePath oneOrMorePath zeroOrOnePath'.split(' '),
);
/** `sh:targetNode` would make our own things, too, out of names in a shapes file. */
const CLASSES = new Set(
  'NodeShape PropertyShape PropertyGroup SPARQLConstraint PrefixDeclaration'.split(' '),
);
const OWL_IMPORTS = 'http://www.w3.org/2002/07/owl#imports';

/** Throws CatalogError SHAPE_UNSUPPORTED for the first construct that cannot be checked. */
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
    ...wrongQueries(index),
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
  for (const { subject, object } of index.withPredicate(sh.path))
    if (!readPath(index, object)) yield { shape: subject.value, construct: 'sh:path' };
}

function* wrongPatterns(index: GraphIndex): Iterable<Unsupported> {
  for (const { subject, object } of index.withPredicate(sh.pattern)) {
    try {
      patternOf(object.value, index.text(subject, sh.$.term('flags')));
    } catch {
      yield { shape: subject.value, construct: `sh:pattern "${object.value}"` };
    }
  }
}

function* wrongQueries(index: GraphIndex): Iterable<Unsupported> {
  for (const { subject, object } of index.withPredicate(sh.$.term('sparql'))) {
    const fault = queryFault(index.text(object, sh.$.term('select')));
    if (fault !== undefined) yield { shape: subject.value, construct: fault };
  }
}

function* wrongRoles(index: GraphIndex): Iterable<Unsupported> {
  for (const shape of reportedShapes(index)) {
    // A result must name its rule, and carry words.
    if (!isNamedNode(shape)) yield { shape: shape.value, construct: 'sh:property [ … ]' };
    else if (!hasText(index, shape)) yield { shape: shape.value, construct: 'sh:message (∅)' };
  }
}

function hasText(index: GraphIndex, shape: Term): boolean {
  const needsNone = TARGETS.some((target) =>
    index.about(shape).some((one) => one.predicate.value === target),
  );
  const languages = index.literals(shape, sh.message).map((one) => one.language);
  return needsNone ? languages.length === 0 || languages.includes('nb') : languages.includes('nb');
}

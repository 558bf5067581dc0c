/**
 * Classes of a row, and the access right that follows from them (specs.md 1.4, model.md 4.2).
 * The class of the data decides `dct:accessRights`; where the cell `tilgang` says something else, the stricter wins.
 */
import { descriptionClass, statedClass } from '../../src/harvest/stated-class.js';
import { issue, type Issue } from '../../src/model/issue.js';
import type { Iri } from '../../src/model/iri.js';
import { resource } from '../../src/rdf/resource.js';
import type { Quad } from '../../src/rdf/terms.js';
import { accessRight, dct, kdm } from '../../src/rdf/vocabularies.js';
import type { Given } from './map-resource.js';

type Right = 'PUBLIC' | 'RESTRICTED' | 'NON_PUBLIC';
const BY_STRICTNESS: readonly Right[] = ['PUBLIC', 'RESTRICTED', 'NON_PUBLIC'];

export function recordClassOf(
  { cells, context }: Given,
  record: { readonly type: string; readonly key: string },
): Iri | undefined {
  return descriptionClass(context, statedClass(context.scheme, cells.postklasse), record);
}

/** `kdm:recordClass`; the finding when the cell holds a word that is no class. */
export function* recordClassStatements(
  { cells, context }: Given,
  recordClass: Iri | undefined,
): Iterable<Quad | Issue> {
  const stated = statedClass(context.scheme, cells.postklasse);
  if (stated.state === 'unknown') yield { ...stated.issue, path: kdm.recordClass.value as Iri };
  yield* resource(context.subject).link(kdm.recordClass, recordClass);
}

/** `kdm:confidentialityClass`, with the finding when the cell holds a word that is no class. */
export function* confidentialityStatements({ cells, context }: Given): Iterable<Quad | Issue> {
  const stated = statedClass(context.scheme, cells.konfidensialitet);
  const path = kdm.confidentialityClass.value as Iri;
  if (stated.state === 'unknown') yield { ...stated.issue, path };
  if (stated.state === 'class')
    yield* resource(context.subject).link(
      kdm.confidentialityClass,
      context.classIri(stated.definition),
    );
}

export function* accessStatements(given: Given): Iterable<Quad | Issue> {
  const { cells, context } = given;
  yield* confidentialityStatements(given);
  const stated = statedClass(context.scheme, cells.konfidensialitet);
  const right = BY_STRICTNESS.find((one) => one === cells.tilgang);
  if (cells.tilgang && !right) yield unknownRight(cells.tilgang);
  // A class nobody understands may be a strict one: then the cell alone must not make the data public.
  if (stated.state === 'unknown' && right === 'PUBLIC') return;
  const derived = stated.state === 'class' ? stated.definition.accessRights : undefined;
  const decided = stricter(right, derived);
  if (decided) yield* resource(context.subject).add(dct.accessRights, accessRight[decided]);
}

function stricter(one: Right | undefined, other: Right | undefined): Right | undefined {
  return BY_STRICTNESS.findLast((right) => right === one || right === other);
}

function unknownRight(found: string): Issue {
  const known = BY_STRICTNESS.join(', ');
  const path = dct.accessRights.value as Iri;
  return issue('CODE_UNKNOWN', 'warning', { found, field: 'tilgang', known }, { path });
}

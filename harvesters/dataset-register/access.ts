/**
 * Classes of a row, and the access right that follows from them (specs.md 1.4, model.md 4.2).
 * `dct:accessRights` is what the cell `tilgang` says; that the class may call for stricter ones is seen to when everything
 * is put together (model.md 4.11, I5), so that the difference is reported.
 */
import { descriptionClass, statedClass, unknownClass } from '../../src/harvest/stated-class.js';
import { issue, type Issue } from '../../src/model/issue.js';
import type { Iri } from '../../src/model/iri.js';
import { resource } from '../../src/rdf/resource.js';
import type { Quad } from '../../src/rdf/terms.js';
import { accessRight, dct, kdm } from '../../src/rdf/vocabularies.js';
import type { Given } from './map-resource.js';

const RIGHTS = ['PUBLIC', 'RESTRICTED', 'NON_PUBLIC'] as const;

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
  const place = { field: 'postklasse', path: kdm.recordClass };
  if (stated.state === 'unknown') yield unknownClass(context.scheme, stated.found, place);
  yield* resource(context.subject).link(kdm.recordClass, recordClass);
}

/**
 * Whether the source's decision about published data speaks for the row (model.md 4.5): it states no other class and no
 * other access right. A word that nobody understands is another one.
 */
export function isAlreadyOpen({ cells, context }: Given): boolean {
  const stated = statedClass(context.scheme, cells.konfidensialitet);
  const isOpen =
    stated.state === 'empty' ||
    (stated.state === 'class' && stated.definition === context.scheme.open);
  const hasDecision = context.source.options.alreadyOpen !== undefined;
  return hasDecision && isOpen && (!cells.tilgang || cells.tilgang === 'PUBLIC');
}

/** `kdm:confidentialityClass`, with the finding when the cell holds a word that is no class. */
export function* confidentialityStatements({ cells, context }: Given): Iterable<Quad | Issue> {
  const stated = statedClass(context.scheme, cells.konfidensialitet);
  const place = { field: 'konfidensialitet', path: kdm.confidentialityClass };
  if (stated.state === 'unknown') yield unknownClass(context.scheme, stated.found, place);
  if (stated.state === 'class')
    yield* resource(context.subject).link(
      kdm.confidentialityClass,
      context.classIri(stated.definition),
    );
  if (stated.state === 'empty' && isAlreadyOpen({ cells, context }))
    yield* resource(context.subject).link(
      kdm.confidentialityClass,
      context.classIri(context.scheme.open),
    );
}

export function* accessStatements(given: Given): Iterable<Quad | Issue> {
  const { cells, context } = given;
  yield* confidentialityStatements(given);
  const stated = statedClass(context.scheme, cells.konfidensialitet);
  const right = RIGHTS.find((one) => one === cells.tilgang);
  if (cells.tilgang && !right) yield unknownRight(cells.tilgang);
  // A class nobody understands may be a strict one: then the cell alone must not make the data public.
  if (stated.state === 'unknown' && right === 'PUBLIC') return;
  if (right) yield* resource(context.subject).add(dct.accessRights, accessRight[right]);
}

function unknownRight(found: string): Issue {
  const known = RIGHTS.join(', ');
  const path = dct.accessRights.value as Iri;
  return issue('CODE_UNKNOWN', 'warning', { found, field: 'tilgang', known }, { path });
}

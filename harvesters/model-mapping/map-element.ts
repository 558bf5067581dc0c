/** A column of a source as kdm:DataElement. Table, column and how the value is made stay internal. */
import { codeValue, links } from '../../src/harvest/found.js';
import type { MapContext } from '../../src/harvest/harvester.js';
import { statedClass, unknownClass } from '../../src/harvest/stated-class.js';
import { issue, type Issue } from '../../src/model/issue.js';
import { tryIri, type Iri } from '../../src/model/iri.js';
import { resource } from '../../src/rdf/resource.js';
import type { Quad } from '../../src/rdf/terms.js';
import { dct, dpv, kdm, VOCAB_BASE } from '../../src/rdf/vocabularies.js';
import { findAttribute, findDataset, findObjectType } from './references.js';
import type { Column, MappingPayload } from './reduce.js';

const CATEGORIES = 'personopplysninger';

/** A dataset or object type that is not found is told once, by the realisation. */
export function* mapElement(
  { dataset, objectType, column }: MappingPayload & { readonly column: Column },
  recordClass: Iri,
  context: MapContext,
): Iterable<Quad | Issue> {
  const whole = findDataset(context, dataset);
  const type = findObjectType(context, objectType);
  if ('issue' in whole || 'issue' in type) return;
  const attribute = findAttribute(context, type.iri, column.attribute);
  if ('issue' in attribute) {
    yield attribute.issue;
    return;
  }
  const { table, column: name, note, justification } = column;
  yield* resource(context.subject)
    .a(kdm.DataElement)
    .value(dct.title, table ? `${table}.${name}` : name)
    .link(dct.isPartOf, whole.iri)
    .link(kdm.instanceOfAttribute, attribute.iri)
    .value(kdm.sourceTable, table)
    .value(kdm.sourceColumn, name)
    .value(kdm.transformation, note)
    .text(kdm.justification, justification, 'nb')
    .link(kdm.recordClass, recordClass);
  yield* classification(column, context);
}

function* classification(
  { confidentiality, privacyLevel, category }: Column,
  context: MapContext,
): Iterable<Quad | Issue> {
  const { subject, scheme } = context;
  const stated = statedClass(scheme, confidentiality);
  const place = { field: 'konfidensialitet', path: kdm.confidentialityClass };
  if (stated.state === 'unknown') yield unknownClass(scheme, stated.found, place);
  if (stated.state === 'class')
    yield* resource(subject).link(kdm.confidentialityClass, context.classIri(stated.definition));
  if (privacyLevel) {
    const list = { field: 'personvernnivå', scheme: `${VOCAB_BASE}kode/personvern` };
    yield* links(subject, kdm.privacyLevel, [codeValue(context, privacyLevel, list)]);
  }
  if (!category) return;
  // Tables are read with their first column in small letters.
  const known = context.table(CATEGORIES)?.get(category.toLowerCase());
  const concepts = (known?.['dpv'] ?? '').split('|').flatMap((text) => tryIri(text.trim()) ?? []);
  yield* resource(subject).link(dpv.hasPersonalData, ...concepts);
  if (concepts.length === 0)
    yield issue('TERM_UNMAPPED', 'warning', { found: category, table: `tables/${CATEGORIES}.csv` });
}

/** Which field of Kartoteket a property comes from, for findings: the field table read the other way. */
import type { PropertyColumns } from '../../src/harvest/harvester.js';
import { iri } from '../../src/model/iri.js';
import { namedNode } from '../../src/rdf/terms.js';
import { PREFIXES } from '../../src/rdf/vocabularies.js';
import type { FieldTable } from './field-kinds.js';
import { FIELDS } from './fields.js';

export const PROPERTY_COLUMNS: PropertyColumns = Object.fromEntries(
  Object.entries(FIELDS).map(([type, fields]) => [type, columnsOf(fields)]),
);

function columnsOf(fields: FieldTable): PropertyColumns[string] {
  return Object.entries(fields).flatMap(([field, { target }]) => {
    const [prefix = '', name] = target.split(':');
    const base = PREFIXES[prefix];
    return base === undefined || name === undefined
      ? []
      : [[namedNode(iri(base + name)), field] as const];
  });
}

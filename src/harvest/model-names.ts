/**
 * How the elements of an information model are referred to by name (model.md 8.2, mapping files): blanks, underscores and case
 * do not count. A model's harvester gives its object types and attributes these aliases; who maps data to the model looks them up.
 */
import type { Iri } from '../model/iri.js';
import { alias } from './harvester.js';

/** Begins the alias of every object type. */
export const OBJECT_TYPES = 'objekttype:';

/** By name, or by the id it has in its model: "Natuurlijk persoon" and "NATUURLIJK_PERSOON" are one name. */
export function objectTypeAlias(name: string): string {
  return OBJECT_TYPES + foldModelName(name);
}

/** Begins the alias of every attribute of the object type: names of attributes are its own. */
export function attributesOf(objectType: Iri): string {
  return `${alias('attributt', objectType)} `;
}

export function attributeAlias(objectType: Iri, name: string): string {
  return attributesOf(objectType) + foldModelName(name);
}

export function foldModelName(name: string): string {
  return name
    .normalize('NFC')
    .toLowerCase()
    .replace(/[\s_]+/g, '');
}

/** What a mapper is given with each record: identity, codes, classes and policy; no clock, no network. */
import type { ClassDefinition } from '../model/classification.js';
import { iri, type Iri } from '../model/iri.js';
import type { HarvestSetup, HarvestSource } from './harvest-setup.js';
import type { MapContext, Mint } from './harvester.js';

export function minter(base: Iri): Mint {
  return (type, key) => iri(`${base}id/${type}/${key}`);
}

export function classIriOf(base: Iri, definition: ClassDefinition): Iri {
  return iri(`${base}kode/konfidensialitet/${definition.code}`);
}

export function mapContext(
  setup: HarvestSetup,
  configured: HarvestSource,
  { subject, resolve, names }: Pick<MapContext, 'subject' | 'resolve' | 'names'>,
): MapContext {
  const { base, scheme, codes, tables } = setup;
  const { source } = configured;
  return {
    base,
    source,
    subject,
    scheme,
    codes,
    mint: minter(base),
    classIri: (definition) => classIriOf(base, definition),
    code: (list, code) => iri(`${base}kode/${list}/${code}`),
    recordClass: (type, key) => classIriOf(base, configured.classOf(type, key)),
    resolve,
    names,
    table: (name) => tables.get(name),
  };
}

/**
 * What is said of an IRI whose thing is gone (safety.md 3.1, site.md 3.7): a type of its own, never `dcat:Dataset` (F7), when it
 * went, why, what it was called unless it was demoted, and what has come in its place.
 */
import { iri, type Iri } from '../model/iri.js';
import { resource } from '../rdf/resource.js';
import type { Quad } from '../rdf/terms.js';
import { adms, dct, euTable, kdm, VOCAB_BASE, xsd } from '../rdf/vocabularies.js';
import type { RegistryEntry } from './registry.js';

export function tombstones(registry: readonly RegistryEntry[]): Quad[] {
  return registry.flatMap((entry) => (entry.state === 'public' ? [] : tombstone(entry)));
}

function tombstone(entry: RegistryEntry): Quad[] {
  const { iri: thing, at, title = {}, successor, note } = entry;
  const stone = resource(thing)
    .a(kdm.Tombstone)
    .value(dct.modified, at.slice(0, 10), xsd.date)
    .link(adms.status, iri(`${euTable('distribution-status')}/WITHDRAWN`))
    .link(dct.type, reasonOf(entry))
    .link(dct.isReplacedBy, successor)
    .text(dct.description, note, 'nb');
  for (const [language, text] of Object.entries(title)) stone.text(dct.title, text, language);
  return [...stone];
}

/** A code of `ontology/codes/bortfall.ttl`. */
function reasonOf({ state, successor }: RegistryEntry): Iri {
  let code = 'trukket';
  if (state === 'demoted') code = 'ikke-publisert';
  else if (state === 'renamed') code = 'flyttet';
  else if (successor) code = 'erstattet';
  return iri(`${VOCAB_BASE}kode/bortfall/${code}`);
}

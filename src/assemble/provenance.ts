/**
 * PROV of the harvest: each record's source record, and the run it came with. Times are those of the last *change*, so an
 * unchanged harvest gives the same bytes. Internal; never projected.
 */
import { hashedKey } from '../model/key.js';
import { iri, type Iri } from '../model/iri.js';
import { resource } from '../rdf/resource.js';
import { literal, namedNode, quad, type Quad } from '../rdf/terms.js';
import { dct, prov, xsd } from '../rdf/vocabularies.js';
import type { AssembledSource } from './assembly.js';

/** `record`: type and key, as findings name it. */
export function sourceRecordIri(base: Iri, source: string, record: string): Iri {
  return iri(`${base}id/kildepost/${source}-${hashedKey(source, record)}`);
}

export function* provenanceOf(base: Iri, sources: readonly AssembledSource[]): Iterable<Quad> {
  for (const { id, state } of sources) {
    const run = iri(`${base}id/kjoring/${id}-${state.quads.slice(0, 12)}`);
    yield* resource(run)
      .a(prov.Activity)
      .link(prov.used, iri(`${base}id/kilde/${id}`))
      .value(prov.endedAtTime, state.changedAt, xsd.dateTime);
    for (const record of state.records) {
      if (!record.own) continue;
      const entity = sourceRecordIri(base, id, `${record.type} ${record.key}`);
      yield quad(namedNode(record.iri), prov.hadPrimarySource, namedNode(entity));
      yield* resource(entity)
        .a(prov.Entity)
        .value(dct.identifier, `${record.type} ${record.key}`)
        .add(prov.atLocation, literal(record.origin))
        .link(prov.wasGeneratedBy, run);
    }
  }
}

/** What the mapping functions of one processing share. */
import { asHeaded, type Headings } from '../../src/harvest/columns.js';
import type { MapContext } from '../../src/harvest/harvester.js';
import type { Iri } from '../../src/model/iri.js';
import type { ResourceType } from '../../src/model/resource-type.js';
import type { ProcessingRegisterOptions } from './options.js';
import type { Processing } from './payload.js';

export interface ProcessingMap {
  readonly processing: Processing;
  readonly context: MapContext<ProcessingRegisterOptions>;
  /** The process's class, which each of its parts bears too. */
  readonly recordClass: Iri;
  /** Of the table the row stands in; the carrier has none. */
  readonly headings?: Headings | undefined;
}

/** A field as a finding names it: by its heading in the table. */
export function fieldName({ headings }: ProcessingMap, field: string): string {
  return asHeaded(field, headings);
}

/** The part of this type that belongs to the process alone: it has the same key. */
export function partIri({ context }: ProcessingMap, type: ResourceType): Iri {
  return context.mint(type, keyOf(context.subject));
}

export function keyOf(subject: Iri): string {
  return subject.slice(subject.lastIndexOf('/') + 1);
}

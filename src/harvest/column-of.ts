/** Where a steward writes what a finding is about: the column or field of the register, by its heading in the record's own file. */
import { asHeaded, type Headings } from './columns.js';
import type { PropertyColumns } from './harvester.js';

export interface Place {
  /** IRI of a property, or a property path in SPARQL syntax: its first step is what the thing itself has. */
  readonly path?: string;
  /** The thing the finding is about: the record's own, or a part that the record describes besides. */
  readonly focus: string;
  /** The value found, in N-Triples. */
  readonly valueTerm?: string;
}

interface Holder {
  readonly type: string;
  readonly iri: string;
  readonly headings?: Headings;
}

/** Undefined where the harvester knows none: no column is better than a wrong one. */
export function columnOf(
  columns: PropertyColumns,
  { type, iri, headings }: Holder,
  { path, focus, valueTerm }: Place,
): string | undefined {
  const own = columns[focus === iri ? type : partType(focus)] ?? [];
  const found = own.find(
    ([property, , value]) =>
      (path === property.value || path?.startsWith(`<${property.value}>`)) &&
      (value === undefined || valueTerm === `<${value}>`),
  );
  return found && asHeaded(found[1], headings);
}

/** `{base}id/overforing/x` → `overforing`. */
function partType(iri: string): string {
  return /\/id\/([^/]+)\//.exec(iri)?.[1] ?? '';
}

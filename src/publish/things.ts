/** The things of an assembly by name, for choosing among them: what they are called, where they come from, whose they are. */
import type { Assembly } from '../assemble/assembly.js';
import { GraphIndex } from '../rdf/graph-index.js';
import { foaf, kdm, org } from '../rdf/vocabularies.js';
import { labelOf } from '../rdf/label.js';
import { ownerOf } from './findings.js';

export interface Thing {
  readonly iri: string;
  readonly label?: string;
  readonly source: string;
  /** Type and key, as findings name the record. */
  readonly record: string;
  readonly origin: string;
  readonly owner?: string;
}

export function thingsOf({ records, stated }: Assembly): Thing[] {
  const graph = new GraphIndex(stated);
  return records
    .filter(({ own }) => own)
    .map(({ iri, source, type, key, origin }) => {
      const label = labelOf(graph, iri);
      const owner = ownerOf(graph, iri);
      return {
        iri,
        source,
        record: `${type} ${key}`,
        origin,
        ...(label === undefined ? {} : { label }),
        ...(owner === undefined ? {} : { owner }),
      };
    });
}

/** Names of those who may answer for something: every organisation, and whoever does. */
export function ownerNames(assembly: Assembly, things: readonly Thing[]): string[] {
  const graph = new GraphIndex(assembly.stated);
  const named = [org.FormalOrganization, org.OrganizationalUnit, foaf.Agent, kdm.Supplier].flatMap(
    (type) => graph.instances(type).flatMap((one) => labelOf(graph, one.value) ?? []),
  );
  return [...new Set([...named, ...things.flatMap(({ owner }) => owner ?? [])])].sort();
}

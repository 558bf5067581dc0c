/** Identifiers by which the portals know a record: piveau in lower case, all of them for ever (portals.md PR10). */
import type { Graph } from '../../rdf/graph.js';
import { quad, type Literal, type NamedNode, type Quad } from '../../rdf/terms.js';
import { dcat, dct, kdm } from '../../rdf/vocabularies.js';

const RECORDS = [dcat.Catalog, dcat.Dataset, dcat.DatasetSeries, dcat.DataService];

/** An identifier that is not the key of the web address (rule DCAT-identifier-key). */
export function* differingIdentifiers(graph: Graph): Iterable<Quad> {
  for (const { record, identifier } of identifiers(graph)) {
    const key = record.value.slice(record.value.lastIndexOf('/') + 1);
    if (identifier.value !== key) yield quad(record, kdm.differingIdentifier, identifier);
  }
}

/**
 * Records of one kind that a portal takes for one: their identifiers are equal but for case, or in what stands after the last
 * slash, since piveau cuts them there (rule DCAT-identifier-shared).
 */
export function* sharedIdentifiers(graph: Graph): Iterable<Quad> {
  const owners = new Map<string, Map<string, NamedNode>>();
  for (const { record, type, identifier } of identifiers(graph)) {
    // Series are members of a catalogue as datasets are, and harvested among them.
    const kind = type.equals(dcat.DatasetSeries) ? dcat.Dataset : type;
    const key = `${kind.value} ${identifier.value.toLowerCase().replace(/^.*\/(?=.)/s, '')}`;
    const known = owners.get(key) ?? new Map<string, NamedNode>();
    owners.set(key, known.set(record.value, record));
  }
  for (const records of owners.values()) {
    for (const record of records.values()) {
      for (const other of records.values())
        if (!other.equals(record)) yield quad(record, kdm.sharesIdentifierWith, other);
    }
  }
}

interface Identified {
  readonly record: NamedNode;
  readonly type: NamedNode;
  readonly identifier: Literal;
}

function* identifiers(graph: Graph): Iterable<Identified> {
  for (const type of RECORDS) {
    for (const record of graph.instances(type)) {
      for (const identifier of graph.literals(record, dct.identifier))
        yield { record, type, identifier };
    }
  }
}

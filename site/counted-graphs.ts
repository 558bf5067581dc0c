/** The public graphs with their figures: the one list that VoID and the service description both name graphs from. */
import { iri, type Iri } from '../src/model/iri.js';
import { rdf } from '../src/rdf/vocabularies.js';
import { graphMask, type Snapshot } from '../src/store/snapshot.js';
import { graphStatistics, type GraphStatistics } from './graph-statistics.js';
import type { PublicCatalogue } from './public-catalogue.js';

export interface CountedGraph {
  /** Of the description of the graph. */
  readonly iri: Iri;
  /** Of the graph itself; undefined for all of them as one, the endpoint's default graph. */
  readonly name: Iri | undefined;
  readonly statistics: GraphStatistics;
}
/** All graphs as one, then each by itself, by name. */
export type CountedGraphs = readonly [CountedGraph, ...CountedGraph[]];

const known = new WeakMap<Snapshot, CountedGraphs>();

/** Counted at the first question to a snapshot. */
export function countedGraphs({ zone: { snapshot }, settings }: PublicCatalogue): CountedGraphs {
  const found = known.get(snapshot) ?? countGraphs(snapshot, settings.base);
  known.set(snapshot, found);
  return found;
}

function countGraphs(snapshot: Snapshot, base: string): CountedGraphs {
  const { terms, graphs, graphSets } = snapshot;
  const type = terms.idOfIri(rdf.type.value);
  const everything = new Uint8Array(graphSets.length).fill(1);
  const document = `${base}void.ttl#`;
  const whole = {
    iri: iri(`${document}graf`),
    name: undefined,
    statistics: graphStatistics(snapshot, everything, type),
  };
  const named = graphs.map((id) => {
    const name = iri(terms.value(id));
    const path = name.startsWith(`${base}graph/`) ? name.slice(`${base}graph/`.length) : name;
    const mask = graphMask(snapshot, new Set([id]));
    return {
      iri: iri(`${document}graf-${path.replace(/[^\w.-]+/g, '-')}`),
      name,
      statistics: graphStatistics(snapshot, mask, type),
    };
  });
  return [whole, ...named];
}

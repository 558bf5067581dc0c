/**
 * The control graph of a remote store: which graphs of the engine are the catalogue's, under which names, and what may be
 * cleaned away. Every change replaces the whole content by one conditional update, so it is atomic wherever a single SPARQL
 * operation is, and of two writers one fails (STORE_CONTESTED).
 *
 *     <control> a sd:GraphCollection ; dct:hasVersion "7" ; dct:identifier "<hash of the revision>" ;
 *       sd:namedGraph <graph> ; sd:defaultGraph <graph> .
 *     <graph> sd:name <public name> .                     what queries may read
 *     <graph> prov:invalidatedAtTime "2026-…" .           replaced then; kept for queries that are under way
 *     <graph> prov:startedAtTime "2026-…" .               being loaded, or left by a load that was interrupted
 *
 * Times and version are plain strings: an engine that rewrites typed literals would not find them again.
 */
import { CatalogError } from '../model/errors.js';
import { iri, type Iri } from '../model/iri.js';
import { termText } from '../rdf/nquads.js';
import { literal } from '../rdf/terms.js';
import { dct, prov, rdf, sd } from '../rdf/vocabularies.js';
import type { RemoteHttp } from './remote-http.js';
import { selectRows } from './remote-select.js';

export interface ControlState {
  /** Undefined when the engine has no control graph yet. */
  readonly version: number | undefined;
  /** SHA-256 of the canonical N-Quads that are loaded; undefined for a store that was never told. */
  readonly revision: string | undefined;
  /** Public name → the graph that has its triples now. */
  readonly graphs: ReadonlyMap<Iri, Iri>;
  /** The graph with every triple once, where one was loaded for that. */
  readonly union: Iri | undefined;
  /** Replaced graphs and the instants when they were. */
  readonly retired: ReadonlyMap<Iri, string>;
  /** Graphs of a load that is under way, or was interrupted, and when it began. */
  readonly loading: ReadonlyMap<Iri, string>;
}

/** Where the control graph of a catalogue is; what is loaded lies below it. */
export function controlGraph(base: Iri): Iri {
  return iri(`${base}graph/rev`);
}

export interface EngineAddresses {
  /** SPARQL 1.1 Protocol: queries, updates. */
  readonly query: string;
  readonly update: string;
  /** SPARQL 1.1 Graph Store HTTP Protocol, indirect identification: `?graph=` is added. */
  readonly graphs: string;
}

export async function readControl(
  http: RemoteHttp,
  query: string,
  control: Iri,
  timeoutMs?: number,
): Promise<ControlState> {
  const text = `SELECT ?s ?p ?o { GRAPH <${control}> { ?s ?p ?o } }`;
  const rows = await selectRows(http, query, text, {
    namedGraphs: [control],
    ...(timeoutMs === undefined ? {} : { timeoutMs }),
  });
  const of = (predicate: { value: string }): [Iri, string][] =>
    rows.flatMap(({ s = '', p, o = '' }) =>
      p === predicate.value ? [[iri(s), o] as [Iri, string]] : [],
    );
  const current = new Set(of(sd.namedGraph).map(([, graph]) => graph));
  const version = of(dct.hasVersion)[0]?.[1];
  const union = of(sd.defaultGraph)[0]?.[1];
  return {
    version: version === undefined ? undefined : Number(version),
    revision: of(dct.identifier)[0]?.[1],
    graphs: new Map(
      of(sd.name)
        .filter(([graph]) => current.has(graph))
        .map(([graph, name]) => [iri(name), graph]),
    ),
    union: union === undefined ? undefined : iri(union),
    retired: new Map(of(prov.invalidatedAtTime)),
    loading: new Map(of(prov.startedAtTime)),
  };
}

/** Writes `next` in place of `old`, with the next version, and gives it. Rejects with STORE_CONTESTED when `old` is gone. */
export async function switchControl(
  http: RemoteHttp,
  addresses: EngineAddresses,
  control: Iri,
  { old, next }: { old: ControlState; next: Omit<ControlState, 'version'> },
): Promise<ControlState> {
  const wanted = { ...next, version: (old.version ?? 0) + 1 };
  const update =
    old.version === undefined
      ? `INSERT DATA { GRAPH <${control}> {\n${triples(control, wanted)}\n} }`
      : // Ground templates and one solution: the same cost whatever the engine makes of DELETE/INSERT.
        `DELETE { GRAPH <${control}> {\n${triples(control, old)}\n} }\n` +
        `INSERT { GRAPH <${control}> {\n${triples(control, wanted)}\n} }\n` +
        `WHERE { GRAPH <${control}> { <${control}> <${dct.hasVersion.value}> "${old.version}" } }`;
  await http.demand({
    method: 'POST',
    url: addresses.update,
    headers: { 'content-type': 'application/sparql-update' },
    body: update,
  });
  const found = await readControl(http, addresses.query, control);
  if (triples(control, found) !== triples(control, wanted))
    throw new CatalogError('STORE_CONTESTED', { graph: control });
  return found;
}

/** Sorted, one a line: equal states, equal text. */
function triples(control: Iri, state: ControlState): string {
  const node = (one: string): string => `<${one}>`;
  const text = (one: string): string => termText(literal(one));
  const line = (subject: Iri, predicate: { value: string }, object: string): string =>
    `<${subject}> <${predicate.value}> ${object} .`;
  return [
    line(control, rdf.type, node(sd.GraphCollection.value)),
    line(control, dct.hasVersion, text(String(state.version))),
    ...(state.revision === undefined ? [] : [line(control, dct.identifier, text(state.revision))]),
    ...(state.union === undefined ? [] : [line(control, sd.defaultGraph, node(state.union))]),
    ...[...state.graphs].flatMap(([name, graph]) => [
      line(control, sd.namedGraph, node(graph)),
      line(graph, sd.name, node(name)),
    ]),
    ...[...state.retired].map(([graph, at]) => line(graph, prov.invalidatedAtTime, text(at))),
    ...[...state.loading].map(([graph, at]) => line(graph, prov.startedAtTime, text(at))),
  ]
    .sort()
    .join('\n');
}

/**
 * GraphStore in an engine that speaks SPARQL 1.1 Protocol and the Graph Store Protocol. A commit loads its graphs under names
 * of their own and then switches by one update of the control graph (remote-control.ts), so readers see the old graphs or the
 * new ones, and a commit that dies changes nothing; what it left is dropped by the next one. Replaced graphs stay for a grace
 * time: a query that began with them ends with them.
 */
import type { Clock } from '../model/instant.js';
import { iri, type Iri } from '../model/iri.js';
import { parseNQuads } from '../rdf/parse.js';
import { dataset, namedNode, type DatasetCore, type NamedNode, type Quad } from '../rdf/terms.js';
import type { GraphChange, GraphStore } from './graph-store.js';
import {
  readControl,
  switchControl,
  type ControlState,
  type EngineAddresses,
} from './remote-control.js';
import { RemoteHttp, type EngineAuth } from './remote-http.js';
import {
  countOf,
  demandEqual,
  graphAddress,
  uploadGraph,
  type TextLiteral,
  type Upload,
} from './remote-upload.js';

export interface RemoteStoreOptions extends EngineAddresses {
  readonly auth?: EngineAuth;
  /** Name of the control graph; the graphs that are loaded have names below it. */
  readonly control: Iri;
  readonly clock: Clock;
  /** How long a replaced graph stays. Default 10 minutes: longer than any query may run. */
  readonly graceMs?: number;
}

export interface RevisionLabel {
  /** SHA-256 of the canonical N-Quads of all graphs that the store holds after the commit. */
  readonly revision: string;
  /** Every triple of them once: the default graph of queries that name none. */
  readonly union?: Iterable<Quad>;
}

export interface LoadReport {
  /** Sent to the engine, the union not included. */
  readonly triples: number;
  /** Literals that were sent as plain strings. */
  readonly asText: readonly TextLiteral[];
}

export interface RemoteGraphStore extends GraphStore {
  /** `commit`, told what it makes whole. Rejects with the errors of `RemoteHttp`, STORE_INCOMPLETE and STORE_CONTESTED. */
  load(changes: readonly GraphChange[], label?: RevisionLabel): Promise<LoadReport>;
  /** Drops what an interrupted load left, and what was replaced longer ago than the grace time. */
  tidy(): Promise<ControlState>;
  state(): Promise<ControlState>;
  /** Both ways of writing, on a graph that is not there: rejects as a load would. */
  tryWriting(): Promise<void>;
}

const GRACE_MS = 10 * 60_000;
const DROP_TIMEOUT_MS = 300_000;

export function remoteGraphStore(options: RemoteStoreOptions): RemoteGraphStore {
  return new EngineGraphs(options);
}

class EngineGraphs implements RemoteGraphStore {
  readonly #options: RemoteStoreOptions;
  readonly #http: RemoteHttp;

  constructor(options: RemoteStoreOptions) {
    this.#options = options;
    this.#http = new RemoteHttp(options.auth);
  }

  async *list(prefix?: Iri): AsyncIterable<NamedNode> {
    const { graphs } = await this.state();
    for (const name of [...graphs.keys()].sort())
      if (name.startsWith(prefix ?? '')) yield namedNode(name);
  }

  async get(name: NamedNode): Promise<DatasetCore | undefined> {
    const graph = (await this.state()).graphs.get(iri(name.value));
    if (graph === undefined) return undefined;
    const { body } = await this.#http.demand({
      method: 'GET',
      url: graphAddress(this.#options, graph),
      headers: { accept: 'application/n-triples' },
    });
    const found = dataset(parseNQuads(body.toString('utf8')));
    // Virtuoso cuts what it gives at ResultSetMaxRows, without a word.
    const expected = await countOf(this.#http, this.#options, graph, 'triples');
    demandEqual(graph, 'triples', { expected, found: found.size });
    return found;
  }

  async commit(changes: readonly GraphChange[]): Promise<void> {
    await this.load(changes);
  }

  async load(changes: readonly GraphChange[], label?: RevisionLabel): Promise<LoadReport> {
    const old = await this.tidy();
    const plan = planOf(changes, label, {
      control: this.#options.control,
      version: old.version ?? 0,
    });
    const loading = new Map(plan.targets.map((graph) => [graph, this.#options.clock()]));
    const begun = loading.size === 0 ? old : await this.#change(old, { loading });

    const graphs = new Map(begun.graphs);
    for (const name of plan.names) graphs.delete(name);
    const asText: TextLiteral[] = [];
    let triples = 0;
    for (const { name, graph, quads } of plan.puts) {
      const sent = await this.#upload(graph, quads);
      triples += sent.triples;
      asText.push(...sent.asText);
      if (sent.triples > 0) graphs.set(name, graph);
    }
    if (plan.union) await this.#upload(plan.union.graph, plan.union.quads);
    const union = plan.union?.graph;
    const retired = new Map([
      ...begun.retired,
      ...this.#replaced(begun, new Set([...graphs.values(), union])),
    ]);
    await this.#change(begun, {
      graphs,
      union,
      revision: label?.revision,
      loading: new Map(),
      retired,
    });
    return { triples, asText };
  }

  async tidy(): Promise<ControlState> {
    const old = await this.state();
    const { clock, graceMs = GRACE_MS } = this.#options;
    const now = Date.parse(clock());
    const isOver = ([, at]: readonly [Iri, string]): boolean => now - Date.parse(at) >= graceMs;
    const over = [...old.retired].filter(isOver).concat([...old.loading]);
    if (over.length === 0) return old;
    for (const [graph] of over) await this.#drop(graph);
    const retired = new Map([...old.retired].filter((one) => !isOver(one)));
    return this.#change(old, { retired, loading: new Map() });
  }

  state(): Promise<ControlState> {
    return readControl(this.#http, this.#options.query, this.#options.control);
  }

  async tryWriting(): Promise<void> {
    const nothing = iri(`${this.#options.control}/none`);
    await this.#http.demand({
      method: 'POST',
      url: this.#options.update,
      headers: { 'content-type': 'application/sparql-update' },
      body: `DROP SILENT GRAPH <${nothing}>`,
    });
    await this.#drop(nothing);
  }

  close(): Promise<void> {
    this.#http.close();
    return Promise.resolve();
  }

  #change(old: ControlState, change: Partial<ControlState>): Promise<ControlState> {
    const next = { ...old, ...change };
    return switchControl(this.#http, this.#options, this.#options.control, { old, next });
  }

  #upload(graph: Iri, quads: Iterable<Quad>): Promise<Upload> {
    return uploadGraph(this.#http, this.#options, graph, quads);
  }

  async #drop(graph: Iri): Promise<void> {
    const url = graphAddress(this.#options, graph);
    await this.#http.demand({ method: 'DELETE', url, timeoutMs: DROP_TIMEOUT_MS }, [404]);
  }

  #replaced({ graphs, union }: ControlState, kept: ReadonlySet<Iri | undefined>): [Iri, string][] {
    const now = this.#options.clock();
    return [...graphs.values(), ...(union ? [union] : [])]
      .filter((graph) => !kept.has(graph))
      .map((graph) => [graph, now]);
  }
}

interface Plan {
  /** Public names that the commit changes. */
  readonly names: readonly Iri[];
  readonly puts: readonly {
    readonly name: Iri;
    readonly graph: Iri;
    readonly quads: Iterable<Quad>;
  }[];
  readonly union: { readonly graph: Iri; readonly quads: Iterable<Quad> } | undefined;
  /** Graphs that will be written to. */
  readonly targets: readonly Iri[];
}

/** Names for the graphs to come: `<control>/<version>-<hash>/<local name>`, which no other load has. */
function planOf(
  changes: readonly GraphChange[],
  label: RevisionLabel | undefined,
  { control, version }: { readonly control: Iri; readonly version: number },
): Plan {
  const folder = `${control}/${version + 1}${label ? `-${label.revision.slice(0, 12)}` : ''}`;
  // Of several changes of one graph the last one stands.
  const last = new Map(changes.map((one) => [iri(nameOf(one)), one]));
  const puts = [...last].flatMap(([name, one]) =>
    'put' in one
      ? [{ name, graph: iri(`${folder}/${localName(name, control)}`), quads: one.quads }]
      : [],
  );
  const union = label?.union && { graph: iri(`${folder}/`), quads: label.union };
  const targets = [...puts, ...(union ? [union] : [])].map(({ graph }) => graph);
  return { names: [...last.keys()], puts, union, targets };
}

function nameOf(change: GraphChange): string {
  return 'put' in change ? change.put.value : change.delete.value;
}

/** What follows the beginning that all public graphs have in common; another name is escaped whole. */
function localName(name: Iri, control: Iri): string {
  const common = control.slice(0, control.lastIndexOf('/') + 1);
  return name.startsWith(common) ? name.slice(common.length) : encodeURIComponent(name);
}

/** Graphs in one canonical, sorted N-Quads file: the embedded default, with nothing to install. */
import { readFile } from 'node:fs/promises';
import type { Iri } from '../model/iri.js';
import { canonicalNQuads } from '../rdf/canonical.js';
import { parseNQuads } from '../rdf/parse.js';
import {
  dataset,
  isNamedNode,
  quad,
  type DatasetCore,
  type NamedNode,
  type Quad,
} from '../rdf/terms.js';
import { PRIVATE_MODE, writeAtomically } from './atomic-file.js';
import type { GraphChange, GraphStore } from './graph-store.js';

/** Reads the file when first asked. A missing file is an empty store. */
export function fileGraphStore(path: string, mode = PRIVATE_MODE): GraphStore {
  let loaded: Promise<Map<string, { name: NamedNode; quads: Quad[] }>> | undefined;
  const graphs = (): Promise<Map<string, { name: NamedNode; quads: Quad[] }>> =>
    (loaded ??= load(path));
  return {
    async *list(prefix?: Iri) {
      const names = [...(await graphs()).keys()].sort();
      for (const name of names) {
        const found = (await graphs()).get(name);
        if (found && name.startsWith(prefix ?? '')) yield found.name;
      }
    },
    async get(graph): Promise<DatasetCore | undefined> {
      const found = (await graphs()).get(graph.value);
      return found && dataset(found.quads.map((one) => withGraph(one)));
    },
    async commit(changes: readonly GraphChange[]) {
      const next = new Map(await graphs());
      for (const change of changes) {
        if ('delete' in change) next.delete(change.delete.value);
        else put(next, change.put, [...change.quads]);
      }
      await writeAtomically(
        path,
        canonicalNQuads([...next.values()].flatMap(({ quads }) => quads)),
        mode,
      );
      loaded = Promise.resolve(next);
    },
    close() {
      loaded = undefined;
      return Promise.resolve();
    },
  };
}

function put(
  graphs: Map<string, { name: NamedNode; quads: Quad[] }>,
  name: NamedNode,
  quads: Quad[],
): void {
  if (quads.length === 0) graphs.delete(name.value);
  else graphs.set(name.value, { name, quads: quads.map((one) => withGraph(one, name)) });
}

function withGraph(one: Quad, graph?: NamedNode): Quad {
  return quad(one.subject as NamedNode, one.predicate as NamedNode, one.object, graph);
}

async function load(path: string): Promise<Map<string, { name: NamedNode; quads: Quad[] }>> {
  const graphs = new Map<string, { name: NamedNode; quads: Quad[] }>();
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return graphs;
    throw error;
  }
  for (const one of parseNQuads(text)) {
    if (!isNamedNode(one.graph)) continue;
    const known = graphs.get(one.graph.value);
    if (known) known.quads.push(one);
    else graphs.set(one.graph.value, { name: one.graph, quads: [one] });
  }
  return graphs;
}

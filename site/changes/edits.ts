/** A change as edits: what a property of one node said before, and what it says after. New and lost nodes go with their links. */
import { parseNQuads } from '../../src/rdf/parse.js';
import type { Change } from '../../src/model/change.js';
import type { Graph } from '../../src/rdf/graph.js';
import { isLiteral, type NamedNode, type Quad, type Term } from '../../src/rdf/terms.js';
import { dct, foaf, rdf, skos, vcard } from '../../src/rdf/vocabularies.js';
import { PatchedGraph } from './patched-graph.js';

export interface Edit {
  readonly subject: string;
  readonly predicate: NamedNode;
  /** Of texts; empty for all else. */
  readonly language: string;
  readonly removed: readonly Term[];
  readonly added: readonly Term[];
}

/** A change, taken apart. The graphs are the present one with this change undone and done. */
export interface Edits {
  readonly edits: readonly Edit[];
  readonly before: Graph;
  readonly after: Graph;
}

export function editsOf(graph: Graph, change: Change): Edits {
  const [removed, added] = [change.removed, change.added].map((lines = []) =>
    parseNQuads(lines.join('\n')),
  ) as [Quad[], Quad[]];
  const before = new PatchedGraph(graph, { put: removed, taken: added });
  const after = new PatchedGraph(graph, { put: added, taken: removed });
  // A node that comes or goes whole is told by the link to it.
  const isWhole = (node: string): boolean =>
    node !== change.thing && (before.types(node).length === 0) !== (after.types(node).length === 0);
  const groups = new Map<string, Edit & { removed: Term[]; added: Term[] }>();
  const enter = (side: 'removed' | 'added', quads: readonly Quad[]): void => {
    for (const { subject, predicate, object } of quads) {
      if (isWhole(subject.value)) continue;
      const language = isLiteral(object) ? object.language : '';
      const name = `${subject.value} ${predicate.value} ${language}`;
      const group = groups.get(name) ?? {
        subject: subject.value,
        predicate: predicate as NamedNode,
        language,
        removed: [],
        added: [],
      };
      groups.set(name, group);
      group[side].push(object);
    }
  };
  enter('removed', removed);
  enter('added', added);
  const edits = [...groups.values()].sort((a, b) =>
    orderOf(change, a).localeCompare(orderOf(change, b), 'en'),
  );
  return { edits, before, after };
}

/** What a thing is called comes before what it is like, and that before its parts. */
const FIRST = [dct.title, skos.prefLabel, foaf.name, vcard.fn, dct.description, rdf.type].map(
  ({ value }) => value,
);

function orderOf({ thing }: Change, { subject, predicate, language }: Edit): string {
  const rank = FIRST.indexOf(predicate.value);
  const first = rank < 0 ? '9' : String(rank);
  return [subject === thing ? '' : subject, first, predicate.value, language].join(' ');
}

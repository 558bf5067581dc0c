/** Which part of a thing an edit is about: `Datafil «Alt som CSV»`, `Tidsperiode`. */
import type { Graph } from '../../src/rdf/graph.js';
import type { Quad } from '../../src/rdf/terms.js';
import { kindOfTypes } from '../page-kinds.js';
import { predicateLabel } from '../view-models/facts.js';
import type { ViewContext } from '../view-models/values.js';
import { fileName, quoted, standing } from './edit-values.js';
import type { Edits } from './edits.js';
import { enumeration, type Sentence } from './sentence.js';

const MAX_STEPS = 4;

export interface Part {
  /** The thing that has changed. */
  readonly thing: string;
  /** The node that the edit is about: not the thing itself. */
  readonly node: string;
}

/** From the thing to the part, over what lies between. */
export function partName(context: ViewContext, { before, after }: Edits, part: Part): Sentence {
  const graph = after.has(part.node) ? after : before;
  const shown = standing(context, graph);
  const steps = pathTo(graph, part).map((link) => stepName(shown, link));
  return enumeration(context.text, steps.length > 0 ? steps : [ownName(shown, part.node)]);
}

/** Links that lead from the thing to the node, outermost first; the last alone when the thing is too far away. */
function pathTo(graph: Graph, { thing, node }: Part): readonly Quad[] {
  const path: Quad[] = [];
  for (let at = node; at !== thing && path.length < MAX_STEPS;) {
    const links = graph.pointingTo(at);
    const link = links.find(({ subject }) => subject.value === thing) ?? links[0];
    if (!link) break;
    path.unshift(link);
    at = link.subject.value;
  }
  return path[0]?.subject.value === thing ? path : path.slice(-1);
}

function stepName(context: ViewContext, { predicate, object }: Quad): Sentence {
  const { catalogue, text } = context;
  const kind = kindOfTypes(catalogue.graph.types(object), false);
  if (kind === 'annet') return [{ text: predicateLabel(context, predicate.value) }];
  return [{ text: `${text.t(`kind.${kind}`)} ` }, ...ownName(context, object.value)];
}

function ownName(context: ViewContext, node: string): Sentence {
  return quoted(context, fileName(context, node));
}

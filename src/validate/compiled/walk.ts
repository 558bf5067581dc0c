/** Walks property paths over the data (SHACL 2.3.1; SPARQL 1.1, 18.4): the value nodes of a focus node, each once. */
import type { TermId } from '../../store/snapshot.js';
import { Span, type DataGraph } from './data-graph.js';
import type { Path } from './paths.js';

export type Walk = (focus: TermId, into: Span) => void;
type Step = (nodes: Iterable<TermId>) => Set<TermId>;

/** A property and its inverse are read from the indexes as they lie; other forms gather nodes in a set. */
export function bindPath(data: DataGraph, path: Path): Walk {
  if (path.kind === 'predicate') {
    const predicate = data.predicate(path.predicate);
    return (focus, into) => data.objects(focus, predicate, into);
  }
  if (path.kind === 'inverse' && path.path.kind === 'predicate') {
    const predicate = data.predicate(path.path.predicate);
    return (focus, into) => data.subjects(focus, predicate, into);
  }
  const step = bindStep(data, path, false);
  return (focus, into) => into.set(Uint32Array.from(step([focus])));
}

function bindStep(data: DataGraph, path: Path, isBackward: boolean): Step {
  switch (path.kind) {
    case 'predicate':
      return bindPredicate(data, data.predicate(path.predicate), isBackward);
    case 'inverse':
      return bindStep(data, path.path, !isBackward);
    case 'sequence': {
      const steps = path.paths.map((one) => bindStep(data, one, isBackward));
      if (isBackward) steps.reverse();
      return (nodes) => steps.reduce<Set<TermId>>((at, step) => step(at), new Set(nodes));
    }
    case 'alternative': {
      const steps = path.paths.map((one) => bindStep(data, one, isBackward));
      return (nodes) => {
        const from = new Set(nodes);
        return new Set(steps.flatMap((step) => [...step(from)]));
      };
    }
    case 'repeat':
      return bindRepeat(bindStep(data, path.path, isBackward), path.sign);
  }
}

function bindPredicate(data: DataGraph, predicate: TermId, isBackward: boolean): Step {
  const span = new Span();
  return (nodes) => {
    const found = new Set<TermId>();
    for (const node of nodes) {
      if (isBackward) data.subjects(node, predicate, span);
      else data.objects(node, predicate, span);
      for (let at = span.from; at < span.to; at += 1) found.add(span.ids[at] ?? 0);
    }
    return found;
  };
}

function bindRepeat(step: Step, sign: '?' | '*' | '+'): Step {
  return (nodes) => {
    const start = new Set(nodes);
    if (sign === '?') return new Set([...start, ...step(start)]);
    const found = sign === '*' ? new Set(start) : new Set<TermId>();
    for (let edge = step(start); edge.size > 0; edge = step(edge)) {
      for (const node of edge) {
        if (found.has(node)) edge.delete(node);
        else found.add(node);
      }
    }
    return found;
  };
}

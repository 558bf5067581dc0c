/** GRAPH ?g: which graphs a triple counts in, and the enumeration of the dataset's named graphs. */
import type { Plan, Step } from './plan.js';
import { UNBOUND, type Id } from './registers.js';

/** After a match whose set of graphs is in `setRegister`: once for each named graph of the set that the row is in. */
export function inNamedGraph(
  { snapshot, dataset }: Plan,
  { setRegister, graphRegister }: { readonly setRegister: number; readonly graphRegister: number },
  next: Step,
): Step {
  const { graphSets } = snapshot;
  return (row) => {
    const graphs = graphSets[row[setRegister] as number] as Uint32Array;
    const bound = row[graphRegister] as Id;
    if (bound !== UNBOUND) {
      return !graphs.includes(bound) || !dataset.isNamed(bound) || next(row);
    }
    for (const graph of graphs) {
      if (!dataset.isNamed(graph)) continue;
      row[graphRegister] = graph;
      const goesOn = next(row);
      row[graphRegister] = UNBOUND;
      if (!goesOn) return false;
    }
    return true;
  };
}

/** Binds the register to each named graph; keeps one that is bound to a named graph already. */
export function eachNamedGraph({ dataset }: Plan, graphRegister: number, next: Step): Step {
  return (row) => {
    const bound = row[graphRegister] as Id;
    if (bound !== UNBOUND)
      return !dataset.isNamed(bound) || !dataset.named.includes(bound) || next(row);
    for (const graph of dataset.named) {
      row[graphRegister] = graph;
      const goesOn = next(row);
      row[graphRegister] = UNBOUND;
      if (!goesOn) return false;
    }
    return true;
  };
}

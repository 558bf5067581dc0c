/** The order in which the parts of a pattern are joined: greedy by estimated size, from the best of some starts. */
import type { Part } from './part.js';
import type { Names } from './variables.js';

/** Beyond this many parts the best single start is taken: trying all costs the square. */
const MAX_STARTS = 8;

interface Order {
  readonly parts: readonly Part[];
  /** Rows that all steps together make. */
  readonly cost: number;
  /** Rows at the end. */
  readonly rows: number;
}

export function orderParts(parts: readonly Part[], certain: Names): readonly Part[] {
  return bestOrder(parts, certain).parts;
}

/** Solutions for one row in which `certain` has values. */
export function estimateParts(parts: readonly Part[], certain: Names): number {
  return greedy(parts, certain).rows;
}

function bestOrder(parts: readonly Part[], certain: Names): Order {
  let best = greedy(parts, certain);
  if (parts.length < 3 || parts.length > MAX_STARTS) return best;
  for (const start of parts) {
    if (start === best.parts[0] || !isReady(start, parts, certain)) continue;
    const order = greedy(parts, certain, start);
    if (order.cost < best.cost) best = order;
  }
  return best;
}

function greedy(parts: readonly Part[], certain: Names, start?: Part): Order {
  const known = new Set(certain);
  const remaining = [...parts];
  const ordered: Part[] = [];
  let rows = 1;
  let cost = 0;
  while (remaining.length > 0) {
    const next = ordered.length === 0 && start ? start : smallest(remaining, known);
    remaining.splice(remaining.indexOf(next), 1);
    rows *= next.rows(known);
    cost += rows;
    ordered.push(next);
    for (const name of next.certain) known.add(name);
  }
  return { parts: ordered, cost, rows };
}

function smallest(remaining: readonly Part[], known: Names): Part {
  let best: Part | undefined;
  let fewest = Number.POSITIVE_INFINITY;
  for (const part of remaining) {
    if (!isReady(part, remaining, known)) continue;
    const rows = part.rows(known);
    if (best === undefined || rows < fewest) {
      best = part;
      fewest = rows;
    }
  }
  // The first of what is left waits for nobody before it.
  return best ?? (remaining[0] as Part);
}

/** `remaining` in the order of the query: a part waits for those before it that may still bind what it reads. */
function isReady(part: Part, remaining: readonly Part[], known: Names): boolean {
  for (const name of part.needs) if (!known.has(name)) return false;
  for (const name of part.reads) {
    if (known.has(name)) continue;
    for (const earlier of remaining) {
      if (earlier === part) break;
      if (earlier.possible.has(name)) return false;
    }
  }
  return true;
}

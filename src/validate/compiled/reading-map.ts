/**
 * Where a shape reads: which nodes, seen from its target, have statements that its verdict hangs on (PF3.3). A map of places;
 * the first is the target itself, the others are reached by steps along a property or against it.
 */
import type { NamedNode } from '../../rdf/terms.js';
import type { Path } from './paths.js';
import type { Shape } from './shapes.js';

export interface Step {
  readonly from: Place;
  /** Absent where two places are the same node. */
  readonly predicate?: NamedNode;
  readonly isBackward?: boolean;
}
export interface Place {
  /** How one comes here. */
  readonly steps: Step[];
  /** What is said of the node here matters. */
  isRead: boolean;
}
export interface ReadingMap {
  readonly target: Place;
  readonly places: readonly Place[];
}

export function readingMap(root: Shape): ReadingMap {
  const map = new MapMaker();
  const target = map.place();
  map.enter(root, target);
  // A target is one by its class or its properties.
  target.isRead = true;
  return { target, places: map.places };
}

class MapMaker {
  readonly places: Place[] = [];
  /** Steps alike from one place lead to one place. */
  readonly #next = new Map<Place, Map<string, Place>>();
  readonly #entered = new Map<Shape, Set<Place>>();
  /** A shape that leads back to itself has one place for all its focus nodes: the map stays finite. */
  readonly #recursive = new Map<Shape, Place>();

  place(): Place {
    const made: Place = { steps: [], isRead: false };
    this.places.push(made);
    return made;
  }

  enter(shape: Shape, from: Place): void {
    let focus = from;
    if (shape.isRecursive) {
      focus = this.#recursive.get(shape) ?? this.place();
      this.#recursive.set(shape, focus);
      this.#join(from, focus);
    }
    const entered = this.#entered.get(shape) ?? new Set();
    this.#entered.set(shape, entered);
    if (entered.has(focus)) return;
    entered.add(focus);
    const values = shape.path ? this.#walk(shape.path, focus, false) : focus;
    for (const { reads, shapes } of shape.constraints) {
      if (reads === 'focus') focus.isRead = true;
      if (reads === 'values') values.isRead = true;
      for (const one of shapes) this.enter(one, values);
    }
    for (const one of shape.properties) this.enter(one, values);
  }

  #walk(path: Path, from: Place, isBackward: boolean): Place {
    switch (path.kind) {
      case 'predicate':
        return this.#step(from, path.predicate, isBackward);
      case 'inverse':
        return this.#walk(path.path, from, !isBackward);
      case 'sequence': {
        const paths = isBackward ? path.paths.toReversed() : path.paths;
        return paths.reduce((at, one) => this.#walk(one, at, isBackward), from);
      }
      case 'alternative': {
        const to = this.place();
        for (const one of path.paths) this.#join(this.#walk(one, from, isBackward), to);
        return to;
      }
      case 'repeat': {
        // Going round once more leads to where one was: so much more may be read, never less.
        const to = this.place();
        this.#join(from, to);
        this.#join(this.#walk(path.path, to, isBackward), to);
        return to;
      }
    }
  }

  #step(from: Place, predicate: NamedNode, isBackward: boolean): Place {
    from.isRead = true;
    const next = this.#next.get(from) ?? new Map<string, Place>();
    this.#next.set(from, next);
    const key = `${isBackward ? '^' : ''}${predicate.value}`;
    const known = next.get(key);
    if (known) return known;
    const to = this.place();
    to.steps.push({ from, predicate, isBackward });
    next.set(key, to);
    return to;
  }

  #join(from: Place, to: Place): void {
    to.steps.push({ from });
  }
}

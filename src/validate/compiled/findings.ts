/** What a run has found, as rows of integers: nothing is put into words until the run is over. */
import { NONE, type TermId } from '../../store/snapshot.js';

export interface Finding {
  /** The shape with the target, and the node that it was aimed at. */
  readonly root: number;
  readonly target: TermId;
  /** The shape, the constraint of it, and the focus node that does not fulfil it. */
  readonly shape: number;
  readonly constraint: number;
  readonly focus: TermId;
  /** NONE where the constraint is about no value. */
  readonly value: TermId;
  /** The predicate in place of the shape's path, NONE where the path holds (`sh:closed`). */
  readonly predicate: TermId;
}

const COLUMNS = 7;

export class Findings {
  #rows = new Int32Array(COLUMNS * 64);
  #length = 0;
  #root = 0;
  #target = 0;
  #shape = 0;
  #constraint = 0;
  #focus = 0;

  get size(): number {
    return this.#length / COLUMNS;
  }

  /** Which shape is aimed at which node from now on. */
  aim(root: number, target: TermId): void {
    this.#root = root;
    this.#target = target;
  }

  /** What the next faults are faults of. */
  about(shape: number, constraint: number, focus: TermId): void {
    this.#shape = shape;
    this.#constraint = constraint;
    this.#focus = focus;
  }

  fault(value: TermId = NONE, predicate: TermId = NONE): void {
    if (this.#length === this.#rows.length) {
      const rows = new Int32Array(this.#rows.length * 2);
      rows.set(this.#rows);
      this.#rows = rows;
    }
    const at = this.#length;
    this.#rows[at] = this.#root;
    this.#rows[at + 1] = this.#target;
    this.#rows[at + 2] = this.#shape;
    this.#rows[at + 3] = this.#constraint;
    this.#rows[at + 4] = this.#focus;
    this.#rows[at + 5] = value;
    this.#rows[at + 6] = predicate;
    this.#length = at + COLUMNS;
  }

  *[Symbol.iterator](): Iterator<Finding> {
    const rows = this.#rows;
    for (let at = 0; at < this.#length; at += COLUMNS) {
      const [root = 0, target = 0, shape = 0, constraint = 0, focus = 0, value = 0, predicate = 0] =
        rows.subarray(at, at + COLUMNS);
      yield { root, target, shape, constraint, focus, value, predicate };
    }
  }
}

/** What was made from a text, kept while the text is asked again: the least recently used goes first. */
export class PlanCache<T> {
  readonly #plans = new Map<string, T>();
  readonly #limit: number;
  readonly #make: (text: string) => T;

  constructor(limit: number, make: (text: string) => T) {
    this.#limit = limit;
    this.#make = make;
  }

  /** Throws what making throws, every time anew: a failure is not kept. */
  get(text: string): T {
    const plan = this.#plans.get(text) ?? this.#make(text);
    this.#plans.delete(text);
    this.#plans.set(text, plan);
    for (const oldest of this.#plans.keys()) {
      if (this.#plans.size <= this.#limit) break;
      this.#plans.delete(oldest);
    }
    return plan;
  }
}

/** Random numbers that are the same on every machine: the seed decides (mulberry32, public domain, Tommy Ettinger). */
export class Random {
  #state: number;

  constructor(seed: number) {
    this.#state = seed | 0;
  }

  /** A whole number from 0 to `limit - 1`. */
  below(limit: number): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * limit);
  }

  /** True in about so many of a hundred cases. */
  percent(share: number): boolean {
    return this.below(100) < share;
  }

  pick<T>(list: readonly T[]): T {
    const one = list[this.below(list.length)];
    if (one === undefined) throw new RangeError('nothing to pick from');
    return one;
  }

  words(list: readonly string[], count: number): string {
    return Array.from({ length: count }, () => this.pick(list)).join(' ');
  }

  /** xsd:date of the years 2010 to 2024. */
  date(): string {
    const two = (number: number): string => String(number).padStart(2, '0');
    return `${2010 + this.below(15)}-${two(1 + this.below(12))}-${two(1 + this.below(28))}`;
  }
}

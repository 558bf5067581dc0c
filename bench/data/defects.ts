/**
 * What is wrong on purpose, so that validators have something to find: every so many records, never by chance. The shapes of
 * `bench/shapes/catalogue.ttl` give exactly one result for each.
 */
const SHARES = {
  noTitle: { every: 100, at: 11 },
  twoTitles: { every: 50, at: 23 },
  badIdentifier: { every: 50, at: 31 },
  noPublisher: { every: 50, at: 37 },
  noContact: { every: 20, at: 3 },
  unknownAccess: { every: 50, at: 43 },
  noAddress: { every: 50, at: 7 },
  noStorage: { every: 10, at: 9 },
} as const;
export type Defect = keyof typeof SHARES;
export type DefectCounts = Readonly<Record<Defect, number>>;

export class Defects {
  readonly #counts = Object.fromEntries(Object.keys(SHARES).map((name) => [name, 0])) as Record<
    Defect,
    number
  >;

  /** Whether record number `index` of its kind has the defect; counted when it has. */
  has(defect: Defect, index: number): boolean {
    const { every, at } = SHARES[defect];
    if (index % every !== at) return false;
    this.#counts[defect] += 1;
    return true;
  }

  counts(): DefectCounts {
    return { ...this.#counts };
  }
}

export function totalOf(counts: DefectCounts): number {
  return Object.values(counts).reduce((sum, one) => sum + one, 0);
}

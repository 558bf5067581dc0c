/** Peers take turns, so that what disturbs the machine for a while disturbs all of them. */

export type Peers<T> = ReadonlyMap<string, () => Promise<T>>;

/** Every peer `runs` times; who begins changes from round to round. */
export async function interleaved<T>(
  peers: Peers<T>,
  runs: number,
): Promise<ReadonlyMap<string, readonly T[]>> {
  const results = new Map<string, T[]>([...peers.keys()].map((name) => [name, []]));
  const all = [...peers];
  for (let round = 0; round < runs; round += 1) {
    const at = round % Math.max(all.length, 1);
    for (const [name, run] of [...all.slice(at), ...all.slice(0, at)])
      results.get(name)?.push(await run());
  }
  return results;
}

/** What is made of repeated measurements. */

/** The middle value; the mean of the two in the middle for an even number. Throws RangeError for none. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const upper = sorted[sorted.length >> 1];
  const lower = sorted[(sorted.length - 1) >> 1];
  if (upper === undefined || lower === undefined) throw new RangeError('no values');
  return (lower + upper) / 2;
}

/** The value that a share of them do not exceed (nearest rank). Throws RangeError for none. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const found = sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)];
  if (found === undefined) throw new RangeError('no values');
  return found;
}

/** Throws RangeError for none, and for values that are not above zero: they have no geometric mean. */
export function geometricMean(values: readonly number[]): number {
  if (values.length === 0 || values.some((one) => !(one > 0)))
    throw new RangeError('a geometric mean is of values above zero');
  return Math.exp(values.reduce((sum, one) => sum + Math.log(one), 0) / values.length);
}

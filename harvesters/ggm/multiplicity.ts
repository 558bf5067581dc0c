/** How many there may be (model.md 8.2, rule 4): `-1` and `*` mean any number; what cannot be read counts as one, and is told (m7). */
export interface Multiplicity {
  readonly min: number;
  readonly max: number | '*';
}

export function multiplicity(start: string | undefined, end: string | undefined): Multiplicity {
  const min = bound(start) ?? 1;
  // "-1..-1" is any number: a lower bound of "any" is none.
  return { min: min === '*' ? 0 : min, max: bound(end) ?? 1 };
}

export function isReadable(start: string | undefined, end: string | undefined): boolean {
  return bound(start) !== undefined && bound(end) !== undefined;
}

function bound(text: string | undefined): number | '*' | undefined {
  const trimmed = text?.trim();
  if (trimmed === '-1' || trimmed === '*') return '*';
  return trimmed !== undefined && /^\d{1,6}$/.test(trimmed) ? Number(trimmed) : undefined;
}

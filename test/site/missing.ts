/** The parts that a text does not hold: a shorter report than the whole page. */
export function missing(text: string, parts: readonly string[]): string[] {
  return parts.filter((part) => !text.includes(part));
}

/** A moment, ISO 8601 in UTC. The clock itself is handed in (style.md 2): nothing here asks for the time. */
export type Instant = string & { readonly __brand: 'Instant' };
export type Clock = () => Instant;

/** Throws RangeError for a text that is no moment. */
export function instant(text: string): Instant {
  const time = Date.parse(text);
  if (Number.isNaN(time)) throw new RangeError(`not an instant: ${text}`);
  return new Date(time).toISOString() as Instant;
}

export function millisecondsBetween(earlier: Instant, later: Instant): number {
  return Date.parse(later) - Date.parse(earlier);
}

/** A moment, ISO 8601 in UTC. The clock itself is handed in (style.md 2): nothing here asks for the time. */
export type Instant = string & { readonly __brand: 'Instant' };
export type Clock = () => Instant;

/** Throws RangeError for a text that is no moment. */
export function instant(text: string): Instant {
  const time = Date.parse(text);
  if (Number.isNaN(time)) throw new RangeError(`not an instant: ${text}`);
  return new Date(time).toISOString() as Instant;
}

export function later(from: Instant, milliseconds: number): Instant {
  return new Date(Date.parse(from) + milliseconds).toISOString() as Instant;
}

const OSLO = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Oslo',
  dateStyle: 'short',
  timeStyle: 'medium',
});

/** As a clock on a Norwegian wall says it: `2026-11-22 13:04:05`. */
export function localTime(moment: Instant): string {
  return OSLO.format(Date.parse(moment));
}

/**
 * Dates of cells and fields (sources.md 3, H15). A date stays a date, a time keeps its offset, a time without one is read
 * as Europe/Oslo. What does not exist is undefined: the caller reports it, nobody mends it.
 */
export type ReadTime =
  | { readonly kind: 'date'; readonly text: string }
  | { readonly kind: 'dateTime'; readonly text: string };

/** Five digits: a bare "2024" is a year, not the serial of a day in 1905. */
const EXCEL_SERIAL = /^[1-9][0-9]{4}$/;
const EXCEL_EPOCH = Date.UTC(1899, 11, 30);
const DAY_MS = 86_400_000;

/** `YYYY-MM-DD`, `DD.MM.YYYY` or an Excel serial of the 1900 system; gives `YYYY-MM-DD`. */
export function parseDate(text: string): string | undefined {
  const trimmed = text.trim();
  const iso = /^(\d{4})-(\d{2})-(\d{2})$/.exec(trimmed);
  if (iso) return calendarDate(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const dotted = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(trimmed);
  if (dotted) return calendarDate(Number(dotted[3]), Number(dotted[2]), Number(dotted[1]));
  if (EXCEL_SERIAL.test(trimmed))
    return new Date(EXCEL_EPOCH + Number(trimmed) * DAY_MS).toISOString().slice(0, 10);
  return undefined;
}

/** A date as `parseDate`, or a date and time (RFC 3339; a naive one gets the offset of Europe/Oslo). */
export function parseTime(text: string): ReadTime | undefined {
  const date = parseDate(text);
  if (date !== undefined) return { kind: 'date', text: date };
  const found =
    /^(\d{4}-\d{2}-\d{2})[T ]((\d{2}):(\d{2}):(\d{2})(?:\.\d{1,9})?)(Z|[+-]\d{2}:\d{2})?$/.exec(
      text.trim(),
    );
  const [, day = '', clock = '', hour, minute, second, offset] = found ?? [];
  if (!parseDate(day) || Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59)
    return undefined;
  const zone = offset ?? osloOffset(`${day}T${clock}`);
  return zone === undefined ? undefined : { kind: 'dateTime', text: `${day}T${clock}${zone}` };
}

function calendarDate(year: number, month: number, day: number): string | undefined {
  const date = new Date(Date.UTC(year, month - 1, day));
  const text = date.toISOString().slice(0, 10);
  const wanted = [year, month, day].map((part, index) => String(part).padStart(index ? 2 : 4, '0'));
  return text === wanted.join('-') ? text : undefined;
}

/** Undefined for the hour that does not exist in March and the one that exists twice in October. */
function osloOffset(local: string): string | undefined {
  const fits = ['+01:00', '+02:00'].filter((offset) => {
    const instant = new Date(`${local}${offset}`);
    return osloClock.format(instant).replace(' ', 'T') === local.slice(0, 19);
  });
  return fits.length === 1 ? fits[0] : undefined;
}
// sv-SE writes "2026-03-29 02:30:00".
const osloClock = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Oslo',
  dateStyle: 'short',
  timeStyle: 'medium',
});

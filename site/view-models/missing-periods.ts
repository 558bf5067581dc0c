/** Holes in a series: the years, quarters or months between the first and the last that no member begins in. Pure. */

/** Months from one member to the next, by the codes of the EU's table of frequencies. */
const MONTHS: Readonly<Record<string, number | undefined>> = {
  MONTHLY: 1,
  BIMONTHLY: 2,
  QUARTERLY: 3,
  ANNUAL_2: 6,
  ANNUAL: 12,
  BIENNIAL: 24,
};
/** A mistyped year must not give a list without end. */
const MAX_SHOWN = 24;

/** `starts`: ISO 8601 days. Years as `2024`, else months as `2024-05`, oldest first; none where the frequency sets no steps. */
export function missingPeriods(starts: readonly string[], frequency: string): string[] {
  const step = MONTHS[frequency];
  const found = starts.flatMap((one) => monthNumber(one) ?? []);
  if (step === undefined || found.length < 2) return [];
  const first = Math.min(...found);
  const periods = new Set(found.map((one) => Math.floor((one - first) / step)));
  const last = Math.max(...periods);
  const missing: string[] = [];
  for (let period = 1; period < last && missing.length < MAX_SHOWN; period++)
    if (!periods.has(period)) missing.push(written(first + period * step, step));
  return missing;
}

function monthNumber(date: string): number | undefined {
  const [, year, month] = /^(\d{4})-(\d{2})/.exec(date) ?? [];
  return year === undefined ? undefined : Number(year) * 12 + Number(month) - 1;
}

function written(month: number, step: number): string {
  const year = String(Math.floor(month / 12));
  return step % 12 === 0 ? year : `${year}-${String((month % 12) + 1).padStart(2, '0')}`;
}

/** Days between calendar dates (model.md 4.11, I6). The day of the run comes from outside: nothing here asks for the time. */
import { literal, quad, type Quad, type Subject } from '../../rdf/terms.js';
import { kdm, xsd } from '../../rdf/vocabularies.js';

const DAY = 24 * 60 * 60 * 1000;
const DATE = /^\d{4}-\d{2}-\d{2}/;

/** Whole days from one `YYYY-MM-DD` to another, negative when the second is the earlier; undefined for no date. */
export function daysBetween(from: string, to: string | undefined): number | undefined {
  const date = DATE.exec(to ?? '')?.[0];
  if (date === undefined) return undefined;
  const days = (Date.parse(date) - Date.parse(from)) / DAY;
  return Number.isNaN(days) ? undefined : Math.round(days);
}

/** How far off a time limit is: `kdm:daysLeft`, or `kdm:daysOverdue` once it has passed. */
export function* deadline(
  subject: Subject,
  date: string | undefined,
  today: string,
): Iterable<Quad> {
  const days = daysBetween(today, date);
  if (days === undefined) return;
  const property = days < 0 ? kdm.daysOverdue : kdm.daysLeft;
  yield quad(subject, property, literal(String(Math.abs(days)), xsd.integer));
}

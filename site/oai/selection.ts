/** Which records a list holds (OAI-PMH 2.0, sections 2.7.1 and 3.3), and how one goes on with it (section 3.5). */
import { OaiError } from './oai-error.js';
import { byPlace, type OaiRecord, type Place } from './records.js';
import { isInSet, isSetSpec } from './sets.js';

export interface Selection {
  readonly metadataPrefix: string;
  readonly from?: string | undefined;
  readonly until?: string | undefined;
  readonly set?: string | undefined;
}

/** After which record a list goes on, and how many came before. */
export interface Position extends Place {
  readonly count: number;
}

export interface ListPage {
  readonly records: readonly OaiRecord[];
  readonly isLast: boolean;
  readonly total: number;
}

const PAGE = 100;
const GRANULARITY = /^\d{4}-\d\d-\d\d(T\d\d:\d\d:\d\dZ)?$/;

/** Throws OaiError badArgument. */
export function readSelection(given: ReadonlyMap<string, string>): Selection {
  const [from, until, set] = ['from', 'until', 'set'].map((name) => given.get(name));
  if (from !== undefined && !isDatestamp(from))
    throw new OaiError('badArgument', 'illegal', 'from');
  if (until !== undefined && !isDatestamp(until))
    throw new OaiError('badArgument', 'illegal', 'until');
  if (set !== undefined && !isSetSpec(set)) throw new OaiError('badArgument', 'illegal', 'set');
  if (from !== undefined && until !== undefined) {
    if (from.length !== until.length) throw new OaiError('badArgument', 'granularity', 'until');
    if (from > until) throw new OaiError('badArgument', 'order', 'until');
  }
  return { metadataPrefix: given.get('metadataPrefix') ?? '', from, until, set };
}

/** A day or a second that there is: 30 February is none. */
function isDatestamp(text: string): boolean {
  if (!GRANULARITY.test(text)) return false;
  const time = Date.parse(text);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text.replace('Z', ''));
}

/** `all`: in their order. From and until are included. Throws OaiError when there is nothing, or nothing more. */
export function pageOf(
  all: readonly OaiRecord[],
  selection: Selection,
  after: Position | undefined,
): ListPage {
  const { set } = selection;
  const from = startOf(selection.from);
  const until = endOf(selection.until);
  const selected = all.filter(
    ({ datestamp, sets }) =>
      datestamp >= from && datestamp <= until && (set === undefined || isInSet(sets, set)),
  );
  const rest = after ? selected.filter((one) => byPlace(one, after) > 0) : selected;
  // What was to come has changed since, and is no longer within `until`: the list must be asked for anew.
  if (rest.length === 0) throw new OaiError(after ? 'badResumptionToken' : 'noRecordsMatch');
  return { records: rest.slice(0, PAGE), isLast: rest.length <= PAGE, total: selected.length };
}

function startOf(from = '0000-01-01'): string {
  return from.includes('T') ? from : `${from}T00:00:00Z`;
}

function endOf(until = '9999-12-31'): string {
  return until.includes('T') ? until : `${until}T23:59:59Z`;
}

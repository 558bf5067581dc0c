/**
 * The Commission's report queries (specs.md 3.4), in our own words: `.rq` files that begin with title and description in each
 * language. They are asked of a snapshot as any query is.
 */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { HvdQuery } from '../../model/hvd-report.js';
import { LANGUAGES, type Lang, type LangText } from '../../model/lang-text.js';
import { execute, prepare } from '../../query/evaluate/evaluate.js';
import { UNBOUND } from '../../query/evaluate/registers.js';
import type { Snapshot } from '../../store/snapshot.js';

/** Beside the sources, for a built program too. */
const FOLDER = fileURLToPath(
  new URL(import.meta.url.endsWith('.ts') ? '.' : '../../../../src/portal/hvd/', import.meta.url),
);

export const REPORT_QUERIES = [
  '1-datasett',
  '2-nedlasting',
  '3-api',
  '4-vilkar-for-api',
  '5-lisenser',
  '6-fullstendighet',
] as const;
export type ReportQueryName = (typeof REPORT_QUERIES)[number];

/** In the order of their numbers. */
export function runReportQueries(snapshot: Snapshot): Record<ReportQueryName, HvdQuery> {
  const answered = REPORT_QUERIES.map((name) => {
    const source = readFileSync(`${FOLDER}${name}.rq`, 'utf8');
    const text = source.replace(/^#.*\n/gm, '').trim();
    const texts = { title: head(source, 'title'), description: head(source, 'description') };
    return [name, { name, ...texts, text, ...answer(text, snapshot) }] as const;
  });
  return Object.fromEntries(answered) as Record<ReportQueryName, HvdQuery>;
}

function head(source: string, part: 'title' | 'description'): LangText {
  const entries = LANGUAGES.map((lang) => {
    const found = new RegExp(`^# ${part}-${lang}: (.+)$`, 'm').exec(source)?.[1];
    if (found === undefined) throw new Error(`a report query has no ${part}-${lang}`);
    return [lang, found] as const;
  });
  return Object.fromEntries(entries) as Record<Lang, string>;
}

function answer(text: string, snapshot: Snapshot): Pick<HvdQuery, 'columns' | 'rows'> {
  const found = execute(prepare(text), snapshot);
  if (found.kind !== 'bindings') throw new RangeError('a report query is a SELECT');
  const { terms, variables } = found;
  const rows: string[][] = [];
  found.rows((row) => {
    rows.push(Array.from(row, (id) => (id === UNBOUND ? '' : terms.value(id))));
    return true;
  });
  return { columns: variables, rows };
}

/** A harvest later: some datasets have lost their Norwegian title and got another date. */
import { parseNQuads } from '../../src/rdf/parse-turtle.js';
import { dct } from '../../src/rdf/vocabularies.js';
import type { Quad } from '../../src/rdf/terms.js';

export interface ChangedCatalogue {
  /** N-Quads. */
  readonly text: string;
  readonly added: readonly Quad[];
  readonly removed: readonly Quad[];
}

/** `datasets` of them, spread over the catalogue. */
export function changedCatalogue(text: string, datasets: number): ChangedCatalogue {
  const lines = text.split('\n').filter(Boolean);
  const titles = indexesOf(lines, (line) => line.includes(NB_TITLE));
  const step = Math.max(1, Math.floor(titles.length / datasets));
  const chosen = titles.filter((_, at) => at % step === 0).slice(0, datasets);
  const subjects = new Set(chosen.map((at) => subjectOf(lines[at] ?? '')));
  const dates = indexesOf(
    lines,
    (line) => line.includes(MODIFIED) && subjects.has(subjectOf(line)),
  );
  const removed = [...chosen, ...dates].map((at) => lines[at] ?? '');
  const added = dates.map((at) => (lines[at] ?? '').replace('T10:', 'T11:'));
  const gone = new Set(removed);
  const kept = lines.filter((line) => !gone.has(line));
  return {
    text: `${[...kept, ...added].join('\n')}\n`,
    added: parseNQuads(added.join('\n')),
    removed: parseNQuads(removed.join('\n')),
  };
}

const NB_TITLE = ` <${dct.title.value}> "Datasett `;
const MODIFIED = ` <${dct.modified.value}> "`;

function indexesOf(lines: readonly string[], isOne: (line: string) => boolean): number[] {
  return lines.flatMap((line, at) => (isOne(line) ? [at] : []));
}

function subjectOf(line: string): string {
  return line.slice(0, line.indexOf(' '));
}

/** Text in columns for a terminal: wrapped at its width, in colours only where colours are seen (no-color.org). */
import type { Severity } from '../../model/issue.js';

const COLOURS: Readonly<Record<Severity | 'bold' | 'dim', readonly [number, number]>> = {
  violation: [31, 39],
  warning: [33, 39],
  info: [36, 39],
  bold: [1, 22],
  dim: [2, 22],
};

export function paint(text: string, colour: keyof typeof COLOURS, isOn: boolean): string {
  if (!isOn || text === '') return text;
  const [on, off] = COLOURS[colour];
  return `\u001b[${on}m${text}\u001b[${off}m`;
}

/** Lines no longer than the width, where words allow it. Line breaks in the text stay: an example is written over several. */
export function wrap(text: string, width: number): string[] {
  return text.split('\n').flatMap((paragraph) => wrapParagraph(paragraph, width));
}

function wrapParagraph(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/ +/)) {
    if (line !== '' && line.length + 1 + word.length > width) {
      lines.push(line);
      line = word;
    } else {
      line = line === '' ? word : `${line} ${word}`;
    }
  }
  return [...lines, line];
}

/** Cut to the width, with a sign that something is missing. */
export function cut(text: string, width: number): string {
  const flat = text.replace(/\s+/g, ' ');
  return flat.length <= width ? flat : `${flat.slice(0, Math.max(width - 1, 0))}…`;
}

/** Aligned columns; numbers to the right. */
export function alignedRows(rows: readonly (readonly string[])[]): string[] {
  const widths = (rows[0] ?? []).map((_, at) =>
    Math.max(...rows.map((row) => (row[at] ?? '').length)),
  );
  const isNumber = widths.map((_, at) => rows.slice(1).every((row) => /^\d*$/.test(row[at] ?? '')));
  return rows.map((row) =>
    row
      .map((cell, at) =>
        isNumber[at] ? cell.padStart(widths[at] ?? 0) : cell.padEnd(widths[at] ?? 0),
      )
      .join('  ')
      .trimEnd(),
  );
}

/** Lines of tables for spreadsheets (RFC 4180). */

export type CsvSeparator = ',' | ';';

export function csvLine(cells: readonly string[], separator: CsvSeparator = ','): string {
  return `${cells.map((cell) => csvCell(cell, separator)).join(separator)}\r\n`;
}

/** A cell that a spreadsheet would take for a formula is marked as text (safety.md P5, OWASP "CSV injection"). */
function csvCell(text: string, separator: CsvSeparator): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  const isQuoted = /["\r\n]/.test(safe) || safe.includes(separator);
  return isQuoted ? `"${safe.replaceAll('"', '""')}"` : safe;
}

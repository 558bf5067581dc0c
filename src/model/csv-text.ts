/**
 * Rows as CSV (RFC 4180) that may be opened in a spreadsheet: a cell that it would take for a formula is marked as text
 * (safety.md P5, OWASP "CSV injection").
 */
export function csvText(rows: readonly (readonly string[])[], separator: ',' | ';' = ','): string {
  return rows.map((row) => `${row.map(csvCell).join(separator)}\r\n`).join('');
}

function csvCell(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",;\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

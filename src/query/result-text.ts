/** Rows of a finished result document, and the repair of what Oxigraph 0.5.11 writes wrongly (safety 16.3). */
import type { ResultFormat } from './query-engine.js';
import { queryError } from './query-error.js';

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const NEWLINE = 0x0a;
const OPEN_BRACE = 0x7b;
const CLOSE_BRACE = 0x7d;

/** Solutions in a document as Oxigraph writes it. */
export function countRows(text: string, format: ResultFormat): number {
  switch (format) {
    case 'json':
      return countJsonRows(text);
    case 'xml':
      return countOf(text, '<result>');
    case 'csv':
      return countCsvRecords(text) - 1;
    case 'tsv':
      return countOf(text, '\n') - 1;
  }
}

/** N-Triples: one line a triple, line breaks in literals are escaped. */
export function countTriples(text: string): number {
  return countOf(text, '\n');
}

function countOf(text: string, part: string): number {
  let count = 0;
  for (let at = text.indexOf(part); at !== -1; at = text.indexOf(part, at + part.length))
    count += 1;
  return count;
}

/** {"head":{…},"results":{"bindings":[{…},…]}}: a row is an object on the third level. Strings may hold braces. */
function countJsonRows(text: string): number {
  let rows = 0;
  let depth = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === QUOTE) at = endOfJsonString(text, at);
    else if (code === CLOSE_BRACE) depth -= 1;
    else if (code === OPEN_BRACE) {
      depth += 1;
      if (depth === 3) rows += 1;
    }
  }
  return rows;
}

function endOfJsonString(text: string, start: number): number {
  let at = start + 1;
  while (at < text.length && text.charCodeAt(at) !== QUOTE) {
    at += text.charCodeAt(at) === BACKSLASH ? 2 : 1;
  }
  return at;
}

function countCsvRecords(text: string): number {
  let records = 0;
  let quoted = false;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === QUOTE) quoted = !quoted;
    else if (code === NEWLINE && !quoted) records += 1;
  }
  return records;
}

// XML 1.0 §2.2: what no document may hold, not even escaped.
const NOT_XML = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/;

/**
 * Oxigraph writes control characters raw. A carriage return would be read back as a line feed, so it is escaped;
 * for the others there is no escape: throws QUERY_NOT_XML.
 */
export function repairXml(text: string): string {
  const found = NOT_XML.exec(text)?.[0];
  if (found !== undefined) {
    const hex = found.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
    throw queryError('QUERY_NOT_XML', { character: `U+${hex}` });
  }
  return text.replaceAll('\r', '&#13;');
}

/** The first part of a file that is too large to be read whole, cut where a record ends. Pure. */

const NEWLINE = 0x0a;

/** At most `limit` bytes, to the end of a line; all of a file that is no larger. */
export function firstPart(bytes: Uint8Array, limit: number): Uint8Array {
  if (bytes.length <= limit) return bytes;
  const end = bytes.lastIndexOf(NEWLINE, limit - 2) + 1;
  // Of UTF-16 with its low byte first, the line ends with a zero.
  const isLowFirst = bytes[0] === 0xff && bytes[1] === 0xfe;
  return bytes.subarray(0, isLowFirst ? end + 1 : end);
}

/** Without a last record that was cut inside quotes (RFC 4180 §2.6). */
export function wholeRecords(text: string): string {
  let end = text.length;
  let quotes = text.split('"').length - 1;
  while (quotes % 2 === 1) {
    const begin = text.lastIndexOf('\n', text.lastIndexOf('"', end - 1)) + 1;
    quotes -= text.slice(begin, end).split('"').length - 1;
    end = begin;
  }
  return text.slice(0, end);
}
